"""What a dossier says of the one that its reader got before, read back from the file."""

from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date

import pypdf
import pypdfium2
import pytest

from app.case.casefile import CaseFile
from app.dossier.building import build_of
from app.dossier.export import Choices, export, plan_of, prepare
from app.dossier.holding import holding_of
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan, Paper, Replaced
from app.dossier.proof import Proofs
from app.model.build import Route, Sending
from app.model.person import Patient, Recipient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN, Selection
from app.progress import Progress
from tests.app.worker.read_tree import Tree, check

FIRST, SECOND = date(2026, 11, 12), date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        with made.change("Write"):
            made.people.save(Patient(name="Margaret Ellis"))
            made.people.save(Recipient(name="Dr Lindqvist"))
            for title in ("My story", "My diary", "My fall"):
                made.records.add(title, body="It began in May.")
        yield made


@dataclass
class Made:
    """A dossier of notes only: all of its pages are our own."""

    plan: DossierPlan
    layout: Layout

    @property
    def words(self):
        with pypdfium2.PdfDocument(self.layout.own) as pdf:
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
        return [" ".join(text.split()) for text in pages]


@pytest.fixture
def made(case):
    """Return a function that lays a dossier out and keeps it as made, without a file."""

    def make(when=SECOND, **choices):
        plan, layout = prepare(case, Choices(when, reproducible=True, **choices))
        case.builds.keep(build_of(plan, layout, (), locked=False, kept_reasons={}))
        return Made(plan, layout)

    return make


def send(case, to="Dr Lindqvist"):
    with case.change("Send"):
        case.sharing.add(Sending(0, case.builds.all()[0].id, to, route=Route.POST))


def choose(case, **choices):
    with case.change("Choose"):
        case.versions.save(replace(case.versions.get(MAIN.id), **choices))


def leave_out(case, *records, **choices):
    choose(case, selections=tuple(Selection(one, False, "Private") for one in records), **choices)


def add(case, *titles):
    with case.change("Add"):
        for title in titles:
            case.records.add(title, body="More of it.")


@pytest.fixture
def sent(case, made):
    """A dossier with all three records was made on the 12th and sent."""
    done = made(FIRST)
    send(case)
    return done


def test_the_first_one_and_what_was_only_made_say_nothing_of_a_change(case, made):
    first = made(FIRST)
    add(case, "A letter")
    second = made()
    for done in (first, second):
        assert done.plan.replaces is None
        assert not any("eplaces the one" in text or "What changed" in text for text in done.words)


@pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.name)
def test_the_next_one_names_what_is_new_and_what_is_gone(case, made, sent, paper):
    add(case, "A letter", "A test")
    leave_out(case, 1)
    done = made(paper=paper)
    assert done.plan.replaces == Replaced(FIRST, (4, 5), ("My story",))
    cover, *_others, about = done.words
    line = "Replaces the one of 12-Nov-2026: adds 2 records, removes 1. see p. "
    assert int(cover.split(line)[1].split()[0]) == len(done.layout.pages)
    places = {one.record: one.first_page for one in done.layout.places}
    numbers = {one.record.id: one.number for one in done.plan.records}
    for words in (
        "This dossier replaces the one of 12-Nov-2026, which was sent before.",
        f"New in this one Doc {numbers[4]} · A letter · p. {places[4]}",
        f"Doc {numbers[5]} · A test · p. {places[5]}",
        "No longer in it My story",
        "may be different, too",
    ):
        assert words in about


def test_the_line_on_the_cover_of_a_finished_file_leads_to_the_changes(case, sent, tmp_path):
    add(case, "A letter")
    done = export(case, tmp_path / "a.pdf", Choices(SECOND), Progress())
    reader = pypdf.PdfReader(done.files[0].path)
    last = len(reader.pages)
    said = [
        (link.get_object()["/Contents"], reader.get_page_number(link.get_object()["/Dest"][0]) + 1)
        for link in reader.pages[0]["/Annots"]
    ]
    assert said.count((f"Go to dossier page {last}", last)) == 2  # what is inside, and this line


def test_the_same_records_are_said_to_be_the_same(case, made, sent):
    cover, *_others, about = made().words
    assert "Replaces the one of 12-Nov-2026: the same records." in cover
    assert "It has the same records." in about


@pytest.mark.parametrize(
    ("gone", "new", "words"),
    [
        ((), 1, "adds 1 record."),
        ((1,), 0, "removes 1 record."),
        ((1, 2), 0, "removes 2 records."),
        ((1, 2), 1, "adds 1 record, removes 2."),
    ],
)
def test_what_is_more_and_what_is_less_is_counted(case, made, sent, gone, new, words):
    add(case, *["A letter"] * new)
    leave_out(case, *gone)
    assert f"Replaces the one of 12-Nov-2026: {words}" in made().words[0]


def test_many_new_records_have_a_page_of_their_own(case, sent, tmp_path):
    add(case, *(f"Letter {n:02}" for n in range(40)))
    done = export(case, tmp_path / "a.pdf", Choices(SECOND), Progress())
    reader = pypdf.PdfReader(done.files[0].path)
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    changed = [title for title in titles if title.startswith("What changed (p. ")]
    assert len(changed) == 1
    first = int(changed[0].split("(p. ")[1].strip(")"))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    text = " ".join(pages[first - 1 :])
    for number in range(40):
        assert text.count(f"Letter {number:02} ") == 1
    assert "What changed" in pages[0].split("What is inside")[1]
    check(Tree(done.files[0].path))


@pytest.mark.parametrize(
    "choices",
    [
        {"identity": Identity.FULL, "left_out_list": False},
        {"first_opinion": FirstOpinion.BLIND},
        {"first_opinion": FirstOpinion.ON_REQUEST},
        {"sensitive": True},
        {"gone": True},
    ],
    ids=str,
)
def test_what_should_not_be_known_is_counted_and_not_named(case, made, sent, choices):
    wanted = dict(choices)
    with case.change("Mark"):
        if wanted.pop("sensitive", False):
            case.marks.set_sensitivities(2, {Sensitivity.MENTAL_HEALTH})
        if wanted.pop("gone", False):
            case.records.remove(2)
        if "first_opinion" in wanted:
            case.marks.mark_first_opinion(2, ())
    choose(case, **wanted)
    if case.records.get(2) is not None and "first_opinion" not in wanted:
        leave_out(case, 2)
    done = made()
    assert done.plan.replaces == Replaced(FIRST, (), (), 1)
    cover, *_others, about = done.words
    assert "removes 1 record." in cover
    assert "1 record is no longer in it and is not named here." in about
    assert "My diary" not in about
    assert "My diary" not in cover


def test_under_another_name_nothing_leads_to_the_dossier_with_the_real_one(case, made, sent):
    choose(case, identity=Identity.PSEUDONYM, pseudonym="Blue River")
    under_another = made()
    assert under_another.plan.replaces is None
    send(case)
    leave_out(case, 1)
    again = made()
    assert again.plan.replaces == Replaced(SECOND, (), (), 1)
    assert not any("My story" in text for text in again.words[-1:])
    choose(case, pseudonym="Red Lake")
    assert made().plan.replaces is None


def test_another_reader_is_told_nothing_of_what_the_first_one_got(case, made, sent):
    with case.change("Ask another one"):
        case.people.save(Recipient(name="Dr Novak"))
    assert made().plan.replaces is None
    with case.change("Ask the first one"):
        case.people.save(Recipient(name="Dr Lindqvist"))
    assert made().plan.replaces is not None


def test_without_a_reader_it_is_told_only_where_all_went_to_one(case, made):
    with case.change("Nobody yet"):
        case.people.save(Recipient())
    made(FIRST)
    send(case, "Dr A")
    assert made().plan.replaces == Replaced(FIRST)
    send(case, " dr a")
    assert made().plan.replaces == Replaced(SECOND)
    send(case, "Dr B")
    assert made().plan.replaces is None


def test_it_is_decided_before_anything_is_drawn_and_the_same_twice(case, made, sent):
    add(case, "A letter")
    plan = plan_of(case, Choices(SECOND))
    assert made().layout.own == made().layout.own
    send(case)  # from now on the next one is compared with that one
    assert plan.replaces == Replaced(FIRST, (4,))
    assert plan_of(case, Choices(SECOND)).replaces == Replaced(SECOND)


def test_the_check_before_making_tells_the_sender_and_counts_the_same_pages(case, made, sent):
    add(case, "A letter")
    proof, _lines = Proofs(case).make(Choices(SECOND), Progress())
    assert len(proof.layout.pages) == len(made().layout.pages)
    told = holding_of(proof.plan, 1).holds
    assert "It says that it replaces the one of 12-Nov-2026, which you sent." in told
