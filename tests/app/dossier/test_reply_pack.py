"""The reply to the first doctor, bound like a dossier and read back."""

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from app.case.casefile import CaseFile
from app.dossier.export import Choices, plan_of
from app.dossier.reply_pack import ABOUT, DECISION, ReplyWishes, make_reply_pack, reply_plan
from app.errors import DossierBlocked
from app.model.build import Sending
from app.model.journey.comparison import GridCell, Stance
from app.model.journey.decision import Decision
from app.model.journey.opinion import Opinion
from app.model.journey.sharing import copy_words, shared_in
from app.model.version import CoverUp
from app.progress import Cancelled, Progress
from app.sample.demo import make_demo

MADE = date(2026, 11, 22)


def pages(path):
    return [
        " ".join(page.get_textpage().get_text_bounded().split())
        for page in pypdfium2.PdfDocument(path)
    ]


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    return make_demo(folder, made=MADE, progress=Progress()).case


@pytest.fixture
def sample_case(sample_file, tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    case = CaseFile.open(Path(shutil.copy(sample_file, folder)))
    yield case
    case.close()


@pytest.fixture
def answered(sample_case):
    """The sample case with two opinions that differ, each with a record for its report."""
    case = sample_case
    first, second = [one for one in case.records.all() if one.document][:2]
    with case.change("opinions"):
        for shelf in (case.journey.opinions, case.journey.decisions, case.journey.open_points):
            for old in shelf.all():
                shelf.remove(old.id)
        one = case.journey.opinions.add(Opinion(0, "Dr Venn", record=first.id))
        two = case.journey.opinions.add(Opinion(0, "Dr Lindqvist", record=second.id))
        for opinion, text in ((one, "Fusion now"), (two, "Exercise first")):
            case.journey.grid_cells.add(
                GridCell(0, opinion, "plan", text, page=1, stance=Stance.DIFFER)
            )
        case.journey.decisions.add(Decision(0, made=True, considered="x", chosen="Wait a while"))
    return case, second


def test_the_reply_has_the_letter_the_comparison_and_the_pages_of_the_report_alone(
    answered, tmp_path
):
    case, report = answered
    target = tmp_path / "reply.pdf"
    made = make_reply_pack(reply_plan(case, ReplyWishes(), made=MADE), case, target, Progress())
    texts = pages(target)
    assert made.bound.pages == len(texts) == 2 + len(report.document.pages)
    assert "Dear Dr Venn," in texts[0]
    assert "what is still open" in texts[0]
    assert "Fusion now" in texts[1]
    assert "Exercise first" in texts[1]
    assert "Wait a while" not in " ".join(texts)
    assert [one.record.id for one in made.plan.records] == [report.id]
    titles = [one.title for one in PdfReader(target).outline if not isinstance(one, list)]
    assert titles[:2] == ["Letter (p. 1)", "Who said what (p. 2)"]


def test_every_footer_says_that_it_is_the_reply(answered, tmp_path):
    case, _report = answered
    target = tmp_path / "reply.pdf"
    made = make_reply_pack(reply_plan(case, ReplyWishes(), made=MADE), case, target, Progress())
    texts = pages(target)
    first_of_report = made.layout.places[0].first_page
    for text in texts[: first_of_report - 1]:
        assert "Reply to the first doctor · prepared 22-Nov-2026" in text
    assert not any("Second opinion dossier" in text for text in texts)
    for number, text in enumerate(texts, start=1):
        assert f"Reply p. {number} of {len(texts)}" in text


def test_the_reply_is_kept_among_what_was_made_and_is_no_build_of_a_version(answered, tmp_path):
    case, report = answered
    last, target = case.builds.last(0), tmp_path / "reply.pdf"
    wishes = ReplyWishes(decision=True)
    made = make_reply_pack(reply_plan(case, wishes, made=MADE), case, target, Progress())
    kept = case.builds.all()[0]
    assert kept.is_reply
    assert (kept.number, kept.recipient, kept.version_name) == (
        1,
        "Dr Venn",
        "Reply to the first doctor",
    )
    assert dict(kept.spec)[ABOUT] == "Dr Lindqvist"
    assert dict(kept.spec)[DECISION] == "yes"
    assert [one.record for one in kept.records] == [report.id]
    [file] = kept.files
    assert (file.name, file.pages) == ("reply.pdf", made.bound.pages)
    assert file.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert case.builds.last(0) == last
    with case.change("Sent"):
        case.sharing.add(Sending(0, kept.id, "Dr Venn"))
    assert plan_of(case, Choices(made=MADE)).replaces is None
    [shared] = [
        one for one in shared_in(case.sharing.all(), case.builds.all()) if one.build == kept
    ]
    assert copy_words(shared) == f"Reply to the first doctor, {file.pages} pages"


def test_the_person_says_which_opinion_it_is_about(answered, tmp_path):
    case, _report = answered
    with case.change("third"):
        paper = [one for one in case.records.all() if one.document][2]
        third = case.journey.opinions.add(Opinion(0, "Dr Holt", record=paper.id))
    second = case.journey.opinions.all()[1].id
    for number, title in ((second, None), (third, paper.title)):
        plan = reply_plan(case, ReplyWishes(number), made=MADE)
        if title:
            assert [one.record.title for one in plan.records] == [title]
        assert plan.reply.about == case.journey.opinions.get(number).doctor


def test_the_decision_goes_in_only_when_it_is_wanted(answered, tmp_path):
    case, _report = answered
    target = tmp_path / "reply.pdf"
    plan = reply_plan(case, ReplyWishes(decision=True), made=MADE)
    make_reply_pack(plan, case, target, Progress())
    texts = pages(target)
    assert "what I decided, and why" in texts[0]
    assert "Wait a while" in texts[2]


def test_what_the_first_version_covers_is_covered_here_too(answered):
    case, report = answered
    box = CoverUp(0, report.id, 1, 0.1, 0.1, 0.4, 0.2)
    with case.change("cover"):
        case.versions.cover(0, box)
    plan = reply_plan(case, ReplyWishes(), made=MADE)
    assert plan.records[0].covered == (0,)


def test_an_opinion_that_was_only_spoken_goes_without_a_report(answered, tmp_path):
    case, _report = answered
    target = tmp_path / "reply.pdf"
    with case.change("third"):
        third = case.journey.opinions.add(Opinion(0, "Dr Holt"))
        case.journey.grid_cells.add(GridCell(0, third, "plan", "Wait for a year"))
    plan = reply_plan(case, ReplyWishes(third, decision=True), made=MADE)
    made = make_reply_pack(plan, case, target, Progress())
    texts = pages(target)
    assert made.bound.pages == len(texts) == 3
    assert "What Dr Holt said stands here as I noted it." in texts[0]
    assert "the report:" not in texts[0]
    assert "Wait for a year" in texts[1]
    assert "Wait a while" in texts[2]
    assert case.builds.all()[0].records == ()


def test_a_spoken_opinion_of_which_nothing_is_noted_goes_as_a_letter_alone(answered, tmp_path):
    case, _report = answered
    target = tmp_path / "reply.pdf"
    with case.change("nothing noted"):
        for cell in case.journey.grid_cells.all():
            case.journey.grid_cells.remove(cell.id)
        for point in case.journey.points.all():
            case.journey.points.remove(point.id)
        third = case.journey.opinions.add(Opinion(0, "Dr Holt"))
    make_reply_pack(reply_plan(case, ReplyWishes(third), made=MADE), case, target, Progress())
    [text] = pages(target)
    assert "I asked Dr Holt for a second opinion. I have no written report of it." in text
    assert "as I noted it" not in text
    assert "With this letter you get" not in text


def test_the_usual_reply_is_about_the_last_opinion_with_a_report(answered):
    case, report = answered
    with case.change("third"):
        case.journey.opinions.add(Opinion(0, "Dr Holt"))
    plan = reply_plan(case, ReplyWishes(), made=MADE)
    assert [one.record.id for one in plan.records] == [report.id]


def test_a_report_in_the_bin_is_said_to_be_there(answered):
    case, report = answered
    with case.change("bin"):
        case.records.remove(report.id)
    with pytest.raises(DossierBlocked, match="report of “Dr Lindqvist” is in the bin"):
        reply_plan(case, ReplyWishes(), made=MADE)


def test_without_a_second_opinion_nothing_is_made(answered):
    case, _report = answered
    with pytest.raises(DossierBlocked, match="no second opinion"):
        reply_plan(case, ReplyWishes(99), made=MADE)


def test_stopping_leaves_what_was_there(answered, tmp_path):
    case, _report = answered
    target = tmp_path / "reply.pdf"
    target.write_bytes(b"before")
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        make_reply_pack(reply_plan(case, ReplyWishes(), made=MADE), case, target, stopped)
    assert target.read_bytes() == b"before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case", "reply.pdf"]
