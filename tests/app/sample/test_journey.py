"""The sample's way to a decision: every place has something, and nothing in it is made of thin air."""

from contextlib import closing
from datetime import date

import pypdf
import pytest

from app.case.casefile import CaseFile
from app.content.load import load_content
from app.content.wishes import case_gaps
from app.dossier.export import Choices, plan_of
from app.model.journey.due import due_list
from app.model.journey.grid import may_be_compared, rows_of
from app.model.journey.options import has_do_nothing
from app.model.journey.request import Outcome
from app.model.journey.wanted import WantedState
from app.model.voice import Cited
from app.progress import Progress
from app.sample.demo import fill
from app.sample.papers import make_papers
from app.sample.story import story
from app.sample.texts import texts

MADE = date(2026, 11, 22)
PICTURES = ("walking_test", "dexa", "anaesthesia", "medicine_list", "symptom_diary")
"""Papers without a text layer: what is taken from them stands in sheets.toml."""

# fact, and words of the cited page that carry it where the fact is not worded alike
CARRIED = {
    "A place is held": "A place in the supervised programme is held until 18 December 2026",
    "Most people walk": "most people walk with a stick for some weeks",
    "Surgery is a fair choice if": "surgery is a fair choice if walking gets worse",
    "Bleeding, infection, nerve injury": "bleeding, infection, nerve injury, a tear of the dura, "
    "non-union and disease of the next level",
    "No pacemaker": "No pacemaker and no metal implants",
    "eGFR 56": "eGFR (CKD-EPI 2021) 56",
    "24 ng/mL": "24 L ng/mL 30 - 100",
    "Grade 1 degenerative": "Grade 1 degenerative spondylolisthesis at L4-L5, 4 mm.",
    "The amended MRI and": "MRI of 12 September 2026, amended report of 16 September",
    "I walk 120 metres now": "Week of 16 November: 120 m.",
    "Stopped after 140": "140 metres, 3 min 05 s",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return make_papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def keys(papers):
    return dict(enumerate((paper.key for paper in papers), 100))


@pytest.fixture(scope="module")
def told(keys):
    return story({key: number for number, key in keys.items()})


@pytest.fixture(scope="module")
def pages(papers):
    """The words of every page of every paper, by its key; what is drawn as its source has it."""
    sheets = texts("sheets")
    found = {}
    for paper in papers:
        if paper.key in PICTURES:
            sheet = sheets[paper.key]
            each = sheet.get("pages", [sheet])
            found[paper.key] = [
                " ".join([one.get("text", ""), *one.get("lines", ())]).replace("|", " ")
                for one in each
            ]
        elif paper.path.suffix == ".pdf":
            reader = pypdf.PdfReader(paper.path, password=paper.password or None)
            fields = " ".join(
                str(field.get("/V")) for field in (reader.get_fields() or {}).values()
            )
            found[paper.key] = [f"{page.extract_text()} {fields}" for page in reader.pages]
    bare = {key: [text.replace("\x7f", " ") for text in each] for key, each in found.items()}
    return {key: [" ".join(text.split()) for text in each] for key, each in bare.items()}


@pytest.fixture(scope="module")
def case(papers, tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "sample.casepack"
    with closing(CaseFile.create(path)) as kept:
        fill(kept, papers, made=MADE, progress=Progress())
        yield kept


def cited(told):
    """Give every fact of the journey that a paper stands behind: words, record, page."""
    journey, opinions = told.journey, {one.id: one.record for one in told.journey.opinions}
    for one in (*journey.choice_cells, *journey.conflict_sides):
        yield one.text, one.voice
    for one in journey.tests:
        yield one.result, one.voice
    for one in journey.limits:
        yield one.words, one.voice
    for one in (*journey.points, *journey.answers, *journey.grid_cells):
        if one.page is not None:
            yield one.text, Cited(opinions[one.opinion], one.page)


def test_what_the_journey_takes_from_a_paper_stands_on_its_page(told, keys, pages):
    seen = 0
    for words, voice in cited(told):
        if isinstance(voice, Cited) and words:
            page = pages[keys[voice.record]][voice.page - 1]
            carried = [what for start, what in CARRIED.items() if words.startswith(start)]
            assert (carried[0] if carried else words.rstrip(".")) in page, words
            seen += 1
    assert seen > 30


def test_words_in_quotation_marks_are_the_doctors_own(told, keys, pages):
    reports = {one.id: keys[one.record] for one in told.journey.opinions}
    for one in (*told.journey.points, *told.journey.answers, *told.journey.grid_cells):
        if one.verbatim:
            assert one.text in pages[reports[one.opinion]][one.page - 1]


def test_each_option_has_a_good_a_bad_and_an_unknown_side(told):
    choices = told.journey.choices
    assert len(choices) == 4
    assert has_do_nothing(choices)
    for choice in choices:
        aspects = {
            cell.aspect.value for cell in told.journey.choice_cells if cell.choice == choice.id
        }
        assert {"good", "bad", "unknown"} <= aspects


def test_no_number_of_people_is_given_where_no_paper_gives_one(told):
    assert all(cell.of_100 is None for cell in told.journey.choice_cells)


def test_every_line_that_was_answered_is_on_the_merged_checklist(case):
    snapshot = case.snapshot()
    listed = {gap.code for gap in case_gaps(load_content(), snapshot)}
    assert {one.code for one in snapshot.journey.wanted} <= listed
    states = {one.state for one in snapshot.journey.wanted}
    assert {WantedState.HAVE, WantedState.ASKED, WantedState.DOES_NOT_EXIST} <= states


def test_requests_are_answered_or_due_after_the_dossier_was_made(case):
    snapshot = case.snapshot()
    outcomes = [one.outcome for one in snapshot.journey.requests]
    assert sorted(outcomes) == [Outcome.ALL_CAME, Outcome.OPEN, Outcome.OPEN]
    due = due_list(snapshot, ())
    assert {one.place for one in due} >= {"requests", "consents", "tests", "decision", "diagnosis"}
    assert not [one for one in due if one.is_overdue(MADE)]


def test_nothing_in_the_case_was_lost_on_the_way_from_the_texts(case, told):
    kept, meant = case.journey.all(), told.journey
    for name in meant.__dataclass_fields__:
        values, wanted = getattr(kept, name), getattr(meant, name)
        if name != "header":
            assert len(values) == len(wanted) > 0 or name == "grid_rows", name
    questions = [one.id for one in case.questions.all()]
    rows = set(rows_of((), questions))
    assert {one.row for one in (*kept.grid_cells, *kept.open_points, *kept.why_differ)} <= rows
    texts_of = {one.id: one.text for one in case.questions.all()}
    assert texts_of[kept.conflicts[0].question].startswith("The MRI report was changed")
    assert may_be_compared(kept)


def test_nothing_is_decided_and_the_second_opinion_has_not_come(case):
    journey = case.journey.all()
    assert [one.made for one in journey.decisions] == [False]
    considered = set(journey.decisions[0].considered.splitlines())
    assert considered == {one.name for one in journey.choices}
    asked = case.people.recipient().name
    assert asked not in {one.doctor for one in journey.opinions}


def test_what_a_relative_wants_kept_private_stays_out_of_the_dossier(case):
    private = [one.relative for one in case.journey.family.all() if one.private]
    assert private == ["Brother"]
    told = plan_of(case, Choices(made=MADE)).case.journey.family
    assert [one.relative for one in told] == ["Mother"]
