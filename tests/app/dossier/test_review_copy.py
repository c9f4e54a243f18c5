"""A copy for the client to look at: it says so everywhere, and counts as nothing that was sent."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from app.case.casefile import CaseFile
from app.dossier.building import APPROVED
from app.dossier.dress import HEADER_LINE
from app.dossier.export import Choices, export, plan_of
from app.dossier.fingerprint import fingerprint
from app.dossier.frames import FRAME_MARGINS
from app.dossier.review_copy import make_review_copy, review_path, review_plan
from app.errors import DossierFaulty
from app.model.journey.approving import Reviewed, reviewed
from app.model.journey.consent import Consent
from app.model.journey.decision import Approval
from app.model.partial_date import day
from app.model.person import Patient
from app.model.recipient_profile import Identity
from app.model.version import MAIN, CoverUp, Volumes
from app.progress import Cancelled, Progress
from app.sample.demo import make_demo
from tests.app.dossier.looks.drawn import words as looked_at
from tests.app.dossier.looks.fax import Fax, faxed

MADE = date(2026, 11, 22)
NOTICE = "For review by the client. Not to be sent."


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    return make_demo(folder, made=MADE, progress=Progress()).case


@pytest.fixture
def case(sample_file, tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    case = CaseFile.open(Path(shutil.copy(sample_file, folder)))
    yield case
    case.close()


@pytest.fixture
def made(case, tmp_path):
    """Return a function that makes a copy for review, with other choices of the version."""

    def make(password="", **choices):
        with case.change("Choose"):
            case.versions.save(replace(case.versions.get(0), **choices))
        wanted = Choices(made=MADE, password=password)
        return make_review_copy(
            plan_of(case, wanted), case, tmp_path / "dossier.pdf", wanted, Progress()
        )

    return make


def opened(path, password=None):
    return pypdfium2.PdfDocument(path, password=password)


def words(page):
    return " ".join(page.get_textpage().get_text_bounded().split())


def notice_on(page):
    """Give the place of the notice: left, bottom, right and top, in points from below."""
    text = page.get_textpage()
    found = text.search(NOTICE).get_next()
    boxes = [text.get_charbox(found[0] + index) for index in range(found[1])]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_every_page_says_that_it_is_not_to_be_sent_and_keeps_its_number(made):
    done, _build = made()
    pdf = opened(done.files[0].path)
    assert len(pdf) == done.bound.pages > 20
    for number, page in enumerate(pdf, start=1):
        assert words(page).count(NOTICE) == 1
        assert f"Dossier p. {number} of {len(pdf)}" in words(page)


def test_the_notice_lies_on_no_record_and_on_no_other_words(made):
    done, _build = made()
    first_record = done.layout.places[0].first_page
    for number, page in enumerate(opened(done.files[0].path), start=1):
        left, bottom, right, top = notice_on(page)
        wide, tall = page.get_size()
        assert 0 < left < right < wide
        assert top < tall - 8
        assert bottom > tall - HEADER_LINE + 9  # above the capitals of the header
        if number >= first_record:
            assert bottom > tall - FRAME_MARGINS[1]


def test_on_a_page_that_lies_sideways_the_notice_stands_at_the_upper_edge_too(case, made):
    done, _build = made()
    wide = [page for page in opened(done.files[0].path) if page.get_width() > page.get_height()]
    for page in wide:
        assert notice_on(page)[3] > page.get_height() - 24
    planned = [
        facts.wide for one in plan_of(case, Choices(made=MADE)).records for facts in one.facts
    ]
    assert len(wide) == sum(planned)


@pytest.mark.parametrize("fax", Fax)
def test_the_notice_arrives_by_fax(made, fax):
    done, _build = made()
    page = opened(done.files[0].path)[done.layout.places[0].first_page - 1]
    copy = faxed(page, fax)
    notice = [word for word in looked_at(page) if word.box.bottom > page.get_height() - 24]
    assert [word.text for word in notice] == NOTICE.split()
    for word in notice:
        assert copy.lost(word.box) <= 0.2, word.text
        assert copy.filled(word.box) <= 0.1, word.text


def test_nothing_can_switch_the_notice_off(made):
    done, _build = made()
    with pikepdf.open(done.files[0].path) as pdf:
        assert "/OCProperties" not in pdf.Root
        for page in pdf.pages:
            assert not any(one.Subtype != "/Link" for one in page.get("/Annots", []))
            drawn = pikepdf.parse_content_stream(page)
            assert not any("/OC" in map(str, one.operands) for one in drawn)


def test_title_and_name_of_the_file_say_it(made):
    done, _build = made()
    path = done.files[0].path
    assert path.name == "dossier for review.pdf"
    assert PdfReader(path).metadata.title.startswith("For review, not to be sent. Second opinion")


def test_all_else_is_as_in_the_dossier_itself(case, made, tmp_path):
    done, _build = made()
    export(case, tmp_path / "real.pdf", Choices(made=MADE), Progress())
    real = [words(page) for page in opened(tmp_path / "real.pdf")]
    seen = [words(page) for page in opened(done.files[0].path)]
    assert [" ".join(text.replace(NOTICE, "").split()) for text in seen] == real


def test_it_is_no_build_of_its_version_and_can_be_found_among_the_copies(case, made):
    before, last = case.builds.all(), case.builds.last(0)
    done, build = made()
    assert case.builds.all() == before
    assert case.builds.last(0) == last
    assert case.builds.count() == len(before) + 1
    [kept] = case.builds.for_review()
    assert (kept.id, kept.is_for_review, kept.number) == (build.id, True, 1)
    holds = fingerprint(plan_of(case, Choices(made=MADE)))
    assert reviewed(kept) == Reviewed(done.bound.sha256, 0, holds)
    again = case.builds.keep(last)
    assert case.builds.get(again).number == last.number + 1


def test_a_dossier_made_after_a_yes_remembers_who_said_it(case, made, tmp_path):
    done, _build = made()
    with case.change("Yes"):
        case.journey.approvals.add(
            Approval(0, 0, done.bound.sha256, True, "Margaret Ellis", "by phone", day(MADE))
        )
    export(case, tmp_path / "real.pdf", Choices(made=MADE), Progress())
    assert dict(case.builds.last(0).spec)[APPROVED] == "Margaret Ellis, 22-Nov-2026, by phone"
    with case.change("Change"):
        other_number(case)
    export(case, tmp_path / "real.pdf", Choices(made=MADE), Progress())
    assert APPROVED not in dict(case.builds.last(0).spec)


def test_each_volume_says_it_and_so_does_its_name(made):
    done, build = made(volumes=Volumes.BY_SIZE, most_megabytes=0.6)
    count = len(done.files)
    assert [one.path.name for one in done.files] == [
        f"dossier for review_vol{number}of{count}.pdf" for number in range(1, count + 1)
    ]
    assert count > 1
    for one in done.files:
        assert all(NOTICE in words(page) for page in opened(one.path))
        assert PdfReader(one.path).metadata.title.startswith("For review, not to be sent.")
    assert len(build.files) == count


def test_with_a_password_nobody_reads_it_without(made):
    done, build = made(password="oak river nine", locked=True)
    with pytest.raises(pypdfium2.PdfiumError):
        opened(done.files[0].path)
    assert all(NOTICE in words(page) for page in opened(done.files[0].path, "oak river nine"))
    assert dict(build.spec)["locked"] == "yes"


def test_a_name_that_must_not_be_in_it_stops_the_copy_as_it_stops_the_dossier(case, made, tmp_path):
    with pytest.raises(DossierFaulty, match="must not be in it"):
        made(identity=Identity.PSEUDONYM, pseudonym="Mrs A.")
    assert not (tmp_path / "dossier for review.pdf").exists()
    assert not case.builds.for_review()


def test_stopping_leaves_nothing_and_keeps_nothing(case, tmp_path):
    stopped, choices = Progress(), Choices(made=MADE)
    stopped.cancel()
    with pytest.raises(Cancelled):
        make_review_copy(plan_of(case, choices), case, tmp_path / "a.pdf", choices, stopped)
    assert [one.name for one in tmp_path.iterdir()] == ["case"]
    assert not case.builds.for_review()


@pytest.mark.parametrize(
    ("asked", "there", "given"),
    [
        ("Dossier.pdf", (), "Dossier for review.pdf"),
        ("Dossier For_Review.pdf", ("Dossier For_Review.pdf",), "Dossier For_Review.pdf"),
        ("a.pdf", ("a for review.pdf", "a for review 2.pdf"), "a for review 3.pdf"),
    ],
)
def test_the_name_says_it_and_takes_no_other_file_away(tmp_path, asked, there, given):
    for name in there:
        (tmp_path / name).touch()
    assert review_path(tmp_path / asked) == tmp_path / given


def test_a_dossier_has_no_notice(case):
    plan = plan_of(case, Choices(made=MADE))
    assert (plan.for_review, review_plan(plan).for_review) == (False, True)


def other_number(case):
    case.people.save(replace(case.people.patient(), record_number="77"))


def other_title(case):
    record = case.records.all()[0]
    case.records.save(replace(record, title=f"{record.title} (again)"))


def box(case):
    record = next(one for one in case.records.all() if one.document)
    case.versions.cover(0, CoverUp(0, record.id, 1, 0.1, 0.1, 0.4, 0.2))


def record_left_out(case):
    record = case.records.all()[0]
    case.records.save(replace(record, in_dossier=False, left_out_because="Not about this"))


def note_of_ones_own(case):
    record = case.records.all()[0]
    case.records.save(replace(record, note="Call them"))


def other_paper(case):
    case.versions.save(replace(case.versions.get(0), paper="LETTER"))


def consent(case):
    case.journey.consents.add(Consent(0, "Daniel Ellis"))


@pytest.mark.parametrize(
    ("change", "other"),
    [
        (other_number, True),
        (other_title, True),
        (box, True),
        (record_left_out, True),
        (note_of_ones_own, False),
        (other_paper, False),
        (consent, False),
    ],
)
def test_what_is_printed_makes_another_fingerprint_and_what_is_not_does_not(case, change, other):
    choices = Choices(made=MADE)
    before = fingerprint(plan_of(case, choices))
    with case.change("Change"):
        change(case)
    assert (fingerprint(plan_of(case, choices)) != before) is other
    case.undo()
    assert fingerprint(plan_of(case, choices)) == before


def test_on_another_day_it_holds_the_same(case):
    days = (MADE, date(2027, 3, 1))
    first, second = (fingerprint(plan_of(case, Choices(made=day))) for day in days)
    assert first == second


def test_the_first_version_is_there_for_a_patient_without_a_name(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        with case.change("Write"):
            case.people.save(Patient())
            case.records.add("My story", body="It began in May.")
        plan = plan_of(case, Choices(made=MADE, version=MAIN.id))
        assert review_plan(plan).title == "For review, not to be sent. Second opinion dossier"
