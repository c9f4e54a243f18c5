"""The sample's story fits its papers: whatever it takes from a record stands there."""

from collections.abc import Iterator

import pypdf
import pytest

from app.model.series import series_of
from app.model.story import Asked, CaseSnapshot, Subject
from app.model.voice import Cited, Said
from app.sample.papers import make_papers
from app.sample.story import story

# fact, and words on the cited page that carry it
SHOWN = {
    "2026-12-14": "decision by 14 December 2026",
    "2027-01-12": "listed for 12 January 2027",
    "Severe L4–L5 spinal stenosis": "Severe L4-L5 spinal stenosis with grade 1",
    "L4–L5 decompression with instrumented": "L4-L5 decompression with instrumented fusion",
    "Type 2 diabetes (2015)": "Atrial fibrillation (2021)",
    "Low back pain and left leg": "no loss of bladder or bowel control",
    "Standing X-ray": "4 mm when standing",
    "Epidural steroid injection: relief": "Good relief of leg pain for about 3 weeks",
    "Physical therapy, 10 visits": "10 visits",
    "Pain clinic: no second": "A second injection is not planned",
    "MRI: severe": "worse on the left",
    "Rehabilitation doctor": "12 weeks of supervised exercise first",
    "Penicillin": "widespread rash (1998)",
    "Paracetamol": "paracetamol as needed",
    "Epidural steroid injection, L4": "relief for about three weeks",
    "On the diagnosis and the level": "surgery is a fair choice if walking gets worse",
}
BUDGET = {Subject.HEADLINE: 160, Subject.MATTERS: 180}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory):
    return make_papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def told(papers) -> CaseSnapshot:
    return story({paper.key: number for number, paper in enumerate(papers, 100)})


def facts(told: CaseSnapshot) -> Iterator[tuple[str, Cited | Said]]:
    for one in (*told.statements, *told.answers, *told.events):
        yield one.text, one.voice
    for one in (*told.medicines, *told.treatments):
        yield one.name, one.voice
    for one in told.results:
        yield one.name, one.voice
    for one in told.allergies:
        yield one.substance, one.voice


def test_every_citation_opens_a_page_of_a_paper(told, papers):
    for fact, voice in facts(told):
        if isinstance(voice, Cited):
            paper = papers[voice.record - 100]
            pages = 1
            if paper.path.suffix == ".pdf":
                pages = len(pypdf.PdfReader(paper.path, password=paper.password or None).pages)
            assert 1 <= voice.page <= pages, fact


@pytest.mark.parametrize("start", SHOWN)
def test_what_is_taken_from_a_record_stands_on_the_cited_page(told, papers, start):
    cited = [voice for fact, voice in facts(told) if fact.startswith(start)]
    assert cited
    for voice in cited:
        paper = papers[voice.record - 100]
        reader = pypdf.PdfReader(paper.path, password=paper.password or None)
        text = " ".join(reader.pages[voice.page - 1].extract_text().split())
        assert SHOWN[start] in text


@pytest.mark.parametrize("place", range(16))
def test_each_result_stands_on_its_page_with_its_date_and_range(told, papers, place):
    result = told.results[place]
    if isinstance(result.voice, Said):
        return
    paper = papers[result.voice.record - 100]
    reader = pypdf.PdfReader(paper.path)
    if paper.key == "walking_test":  # a photo: its words are no text
        assert (result.value, result.unit) == ("140", "metres")
        return
    text = " ".join(reader.pages[result.voice.page - 1].extract_text().split())
    assert result.value in text
    assert result.reference in text
    if paper.key == "labs":
        row = f"{result.name} {result.value}"
        assert f"Collected {result.date.shown()}" in text
        assert row in text


def test_three_tests_are_told_over_time_and_both_voices_are_heard(told):
    found = series_of(told.results)
    assert [len(one.points) for one in found] == [6, 6, 4]
    assert [one.bounds for one in found] == [(4.0, 5.6), (60.0, None), (None, None)]
    assert {type(one.voice) for one in found[2].results} == {Cited, Said}


def test_nothing_is_cited_from_a_paper_that_stays_behind(told, papers):
    behind = {n for n, paper in enumerate(papers, 100) if paper.left_out_because or paper.same_as}

    assert not [fact for fact, voice in facts(told) if getattr(voice, "record", 0) in behind]


def test_every_subject_is_spoken_of_once(told):
    assert sorted(said.subject for said in told.statements) == sorted(Subject)


def test_the_two_dates_are_those_of_the_case(told):
    assert told.statement(Subject.DECIDE_BY).text == "2026-12-14"
    assert told.statement(Subject.SURGERY_DATE).text == "2027-01-12"


def test_the_people_are_named(told):
    assert told.patient.name == "ELLIS, Margaret (Mrs)"
    assert told.patient.born.shown() == "14-Mar-1957"
    assert (told.preparer.name, told.preparer.role) == ("Daniel Ellis", "Son")
    assert told.recipient.name == "Dr H. Lindqvist"


def test_five_of_seven_questions_are_at_the_top(told):
    assert [question.top for question in told.questions] == [True] * 5 + [False] * 2
    assert [question.id for question in told.questions] == list(range(1, 8))


def test_dates_from_memory_stay_rough(told):
    shown = {event.text: event.date.shown() for event in told.events}

    assert shown["Leg pain on walking begins"] == "about Oct-2024"
    assert len(told.events) >= 8


def test_events_are_in_order_of_their_dates(told):
    keys = [event.date.sort_key for event in told.events]

    assert keys == sorted(keys)


def test_both_voices_are_heard_in_the_lists(told):
    for one in (told.events, told.medicines, told.allergies, told.treatments, told.answers):
        assert {type(entry.voice) for entry in one} == {Cited, Said}
    assert told.medicines_asked is told.allergies_asked is Asked.LISTED


def test_a_medicine_that_was_stopped_is_told_apart(told):
    assert [one.name for one in told.medicines if one.until] == ["Naproxen"]


def test_reasons_carry_words_and_papers_carry_only_known_reasons(told, papers):
    codes = {reason.code for reason in told.reasons}

    assert codes == {"conflicting_opinions", "surgery_proposed", "surgery_soon"}
    assert all(reason.words for reason in told.reasons)
    assert {code for paper in papers for code in paper.reasons} == codes
    assert {answer.prompt.partition(".")[0] for answer in told.answers} == codes


def test_sentences_keep_within_the_room_of_the_summary_page(told):
    for said in told.statements:
        assert len(said.text) <= BUDGET.get(said.subject, 260)
    assert all(len(question.text) <= 120 for question in told.questions)


def test_the_disc_is_named_among_what_is_not_in_the_file(told):
    assert any("DICOM" in item.what for item in told.outside)
    assert all(item.why and item.how_to_get for item in told.outside)


def test_a_paper_that_is_missing_is_noticed():
    with pytest.raises(KeyError):
        story({})
