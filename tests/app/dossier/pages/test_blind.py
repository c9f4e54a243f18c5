"""A version that is blind to the first opinion names its doctor nowhere and does not quote them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.dossier.blind_checks import check_blind
from app.dossier.findings import Level
from app.dossier.pack.originals import choose_originals
from app.dossier.pack.tables import make_tables
from app.dossier.planning import plan_dossier
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion
from app.model.journey.request import AskedFor, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate
from app.model.recipient_profile import FirstOpinion
from app.model.record import Kind, Record
from app.model.result import Result
from app.model.story import (
    Allergy,
    Answer,
    Event,
    EventKind,
    Medicine,
    Question,
    Reason,
    Statement,
    Subject,
    Treatment,
)
from app.model.version import MAIN
from app.model.voice import Cited, Said

TODAY = date(2026, 11, 22)
MAY = PartialDate.from_stored("2026-05-02")
BLIND = replace(MAIN, first_opinion=FirstOpinion.BLIND)
VENN = Said("Dr. Rita Venn")
SAYS = "Dr Venn says FUSION"


def journey():
    return Journey(
        tests=(
            MedicalTest(1, "Nerve study", state=TestState.WANTED, wanted_by="Dr Venn"),
            MedicalTest(2, "CT for Dr R. Venn", "Spine", TestState.DONE, MAY, "Venn, Rita’s office",
                        "As expected, writes Rita Venn"),
        ),
        limits=(TestLimit(1, "metal", "", LimitAnswer.YES, "a clip, put in by Dr Venn"),),
        family=(FamilyIllness(1, "Aunt", "Stroke", note="seen by Dr Venn", private=False,
                              voice=VENN),),
        requests=(Request(1, "Dr Venn’s office", "Rita Venn", sent_on=MAY),),
        asked_for=(AskedFor(1, 1, "Letters of Dr Venn"),),
        choices=(Choice(1, "Exercise", "Ms Adebayo"), Choice(2, "What Dr Venn wants")),
        choice_cells=(ChoiceCell(1, 1, Aspect.GOOD, "Dr Venn doubts it", voice=Cited(12, 1)),),
        opinions=(Opinion(1, "Dr Rita Venn", "Spine surgery"),),
    )  # fmt: skip


@pytest.fixture
def told(spine):
    """The spine case with the first doctor's name in every kind of fact."""
    letter = next(one for one in spine.records if one.id == 11)
    kept = [one for one in spine.records if one.id != 11]
    mri = replace(kept[1], title="Scan ordered by Dr Venn", source="Rita Venn, Hill Hospital")
    out = replace(kept[2], in_dossier=False, left_out_because="Dr Venn has it")
    return replace(
        spine,
        records=(letter, kept[0], mri, out, *kept[3:]),
        first_opinion={11: (2,)},
        statements=(
            Statement(Subject.HEADLINE, "A slip. Dr Venn wants to operate."),
            Statement(Subject.PROBLEM, "FUSION is needed", VENN),
            Statement(Subject.DIAGNOSIS, "Stenosis", VENN),
            Statement(Subject.SURGERY_DATE, "2027-01-12"),
            Statement(Subject.DECIDE_BY, "2026-12-14"),
        ),
        reasons=(Reason("own-1", "Dr Venn rushed me", "Rita Venn gave me six weeks."),),
        answers=(Answer("p", SAYS, VENN), Answer("q", "I asked Dr Venn twice.")),
        questions=(Question(1, "Is Dr Venn right?"), Question(2, "Can I wait?")),
        events=(
            Event(1, EventKind.VISIT, MAY, "FUSION advised", VENN),
            Event(2, EventKind.VISIT, MAY, "First visit at Dr Venn"),
        ),
        medicines=(Medicine(1, "Apixaban", "5 mg", purpose="from Dr Venn", voice=VENN),),
        allergies=(Allergy(1, "Penicillin", "rash, says Dr Venn", voice=VENN),),
        treatments=(Treatment(1, "Exercise", result="less pain", stopped_because="Dr Venn did"),),
        results=(Result(1, "Iron (Dr Venn)", "12", voice=VENN),),
        outside=(OutsideItem(1, "Disc", shows="for Rita Venn", location="At Dr. Venn’s"),),
        journey=journey(),
    )  # fmt: skip


def flat(texts):
    return " ".join(" ".join(texts).split())


def test_no_page_and_no_table_of_a_blind_version_names_the_first_doctor(told, laid):
    plan = plan_dossier(told, made=TODAY, version=BLIND)
    layout, texts = laid(plan)
    tables = make_tables(plan, layout, choose_originals(plan, locked=False))
    text = flat([*texts, *(table.data.decode("utf-8-sig") for table in tables)])
    assert not re.search(r"\bvenn\b", text, re.IGNORECASE)
    assert "FUSION" not in text
    assert "venn" not in " ".join(mark.title for mark in layout.bookmarks).casefold()
    for words in ("Apixaban", "Penicillin", "Nerve study", "Said by a doctor", "Can I wait?"):
        assert words in text
    assert "– What else the first doctor said" in text
    assert "First visit at [name left out]" in text
    assert "12-Jan-2027" not in text
    assert "14-Dec-2026" in text


def test_a_version_that_tells_all_leaves_nothing_out(told, laid):
    _layout, texts = laid(plan_dossier(told, made=TODAY))
    text = flat(texts)
    assert "name left out" not in text
    for words in ("FUSION advised", "Wanted by", "Dr Venn says FUSION", "12-Jan-2027"):
        assert words in text


def test_the_page_of_tests_has_no_column_for_who_wanted_one(told, laid):
    told = replace(
        told, journey=replace(told.journey, opinions=()), statements=(), first_opinion={}
    )
    _layout, texts = laid(plan_dossier(told, made=TODAY, version=BLIND))
    page = next(text for text in texts if "Tests that are still open" in text)
    assert "Wanted by" not in page
    assert "Venn" not in page.partition("Tests that are still open")[2].partition("What is not")[0]


def lines(case, texts=lambda _sha256: ()):
    plan = plan_dossier(case, made=TODAY, version=BLIND)
    return [line for line in check_blind(plan, texts) if line.code.startswith("blind.")]


def test_a_last_name_that_stands_alone_stops_until_a_person_says_why(told):
    asked = replace(told, questions=(Question(1, "What if Venn is wrong?"),))
    (line,) = [one for one in lines(asked) if one.level is Level.STOP]
    assert (line.code, line.detail, line.answerable) == ("blind.words", "Venn", True)
    assert line.sentence.startswith("“Venn” stands in what you wrote.")
    assert [one for one in lines(told) if one.level is Level.STOP] == []


def test_a_typed_record_that_names_the_doctor_stops_and_keeps_its_words(told):
    diary = Record(90, Kind.PATIENT_NOTES, "Diary", body="Dr Venn wants to operate.")
    case = replace(told, records=(*told.records, diary))
    (line,) = [one for one in lines(case) if one.level is Level.STOP]
    assert (line.code, line.record) == ("blind.note", 90)
    plan = plan_dossier(case, made=TODAY, version=BLIND)
    assert plan.planned(90).record.body == "Dr Venn wants to operate."


def test_pages_that_name_the_doctor_are_told_once_for_each_record(told):
    sha256 = next(one for one in told.records if one.id == 11).document.sha256
    found = lines(told, lambda one: ("Dr Venn", "Dr Venn") if one == sha256 else ("none",))
    (line,) = [one for one in found if one.code == "blind.page"]
    assert (line.level, line.record, line.pages) == (Level.LOOK, 11, (1,))


def test_it_is_said_when_there_is_no_name_to_look_for(spine):
    case = replace(spine, statements=(), journey=Journey(), first_opinion={})
    assert "blind.nobody" in {one.code for one in lines(case)}


def test_the_reader_is_not_hidden_from_themselves(told):
    reader = replace(told.recipient, name="Dr Rita Venn")
    case = replace(told, recipient=reader, statements=(), first_opinion={})
    assert plan_dossier(case, made=TODAY, version=BLIND).first_doctors == ()


FUSION = (
    Statement(Subject.DIAGNOSIS, "Narrow spinal canal", VENN),
    Statement(Subject.PLAN, "A fusion with screws. The doctor would do it soon.", VENN),
)


def given(case, texts=lambda _sha256: ()):
    return [one for one in lines(case, texts) if one.code.startswith("blind.told")]


def test_words_that_give_the_first_opinion_away_are_named(told):
    asks = (Question(1, "Do I need the Fusion, or could a smaller operation help, doctor?"),)
    (line,) = given(replace(told, statements=FUSION, questions=asks, answers=(), events=()))
    assert (line.code, line.level, line.detail) == ("blind.told", Level.LOOK, "fusion")
    assert line.sentence == (
        "“fusion” stands in the first opinion and in what you wrote. "
        "Look if it gives the first opinion away."
    )


def test_several_words_are_one_line_in_the_order_of_the_opinion(told):
    asks = (Question(1, "Are the screws needed?"), Question(2, "What is a fusion?"))
    (line,) = given(replace(told, statements=FUSION, questions=asks, answers=(), events=()))
    assert line.sentence.startswith("“fusion”, “screws” stand in the first opinion")


def test_words_of_papers_that_go_in_give_nothing_away(told):
    asks = (Question(1, "Do I need the fusion?"),)
    case = replace(told, statements=FUSION, questions=asks, answers=(), events=())
    assert given(case, lambda _sha256: ("Fusions of the lower spine: none.",) * 2) == []


def test_a_note_that_gives_the_first_opinion_away_is_named_itself(told):
    diary = Record(90, Kind.PATIENT_NOTES, "Diary", body="I dream of screws.")
    case = replace(
        told, statements=FUSION, records=(*told.records, diary), questions=(), answers=(), events=()
    )
    (line,) = given(case)
    assert (line.code, line.record, line.detail) == ("blind.told_note", 90, "screws")


def test_a_version_that_tells_all_has_nothing_to_give_away(told):
    plan = plan_dossier(replace(told, statements=FUSION), made=TODAY)
    assert plan.concluded == ()


def test_the_day_to_decide_by_stays_when_it_was_read_in_the_first_opinion(told, laid):
    by = Statement(Subject.DECIDE_BY, "2026-12-14", Cited(11, 2))
    case = replace(told, statements=(*FUSION, by))
    plan = plan_dossier(case, made=TODAY, version=BLIND)
    assert plan.case.statement(Subject.DECIDE_BY).voice == Said("a doctor")
    _layout, texts = laid(plan)
    assert "14-Dec-2026" in flat(texts)
