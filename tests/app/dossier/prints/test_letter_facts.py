"""The facts for a doctor's letter, read back."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.dossier.prints.letter_facts import letter_facts
from app.errors import DossierBlocked
from app.model.journey.comparison import GridCell
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.journey.tests import LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.partial_date import PartialDate
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.result import Result
from app.model.sensitivity import Sensitivity
from app.model.story import Asked, CaseSnapshot, Event, EventKind, Reason
from app.model.version import MAIN
from app.model.voice import Cited, Said
from tests.app.dossier.pages.conftest import on, spine_case, spine_records

MADE = date(2026, 11, 22)


def words(data):
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def told_case():
    case = spine_case()
    journey = replace(
        case.journey,
        opinions=(
            Opinion(1, "Dr R. Venn", "Spine surgery", date=on(2026, 10, 2), record=11),
            Opinion(2, "Dr S. Iyer"),
        ),
        grid_cells=(
            GridCell(1, 1, "diagnosis", "Severe stenosis", verbatim=True, page=1),
            GridCell(2, 2, "plan", "more exercise first"),
        ),
        points=(
            Point(1, 1, OpinionPart.HISTORY, "Severe stenosis"),
            Point(2, 1, OpinionPart.CHOICES, "Two levels"),
        ),
        tests=(
            MedicalTest(1, "Nerve test", "Nerves", date=on(2026, 5), result="normal"),
            MedicalTest(2, "Gene panel", state=TestState.WAITING, due=on(2027, 1)),
            MedicalTest(3, "Biopsy", state=TestState.NOT_DONE, wanted_by="Dr Venn"),
        ),
        family=(
            FamilyIllness(1, "Aunt", "Hidden illness"),
            FamilyIllness(2, "Mother", "Broken hip", private=False),
        ),
        limits=(
            TestLimit(1, "dye", answer=LimitAnswer.NO),
            TestLimit(2, "metal", answer=LimitAnswer.NOT_SURE),
        ),
    )
    return replace(case, records=spine_records(), journey=journey)


def test_the_story_stands_in_the_order_of_its_dates_each_with_its_source():
    events = (
        Event(1, EventKind.VISIT, on(2026, 10, 2), "Saw the surgeon", Cited(11, 2)),
        Event(2, EventKind.SYMPTOM, on(2024, 10, about=True), "Leg pain", Said("Ann", on(2026, 1))),
        Event(3, EventKind.VISIT, PartialDate(), "One more visit"),
    )
    text = words(letter_facts(replace(told_case(), events=events), made=MADE))
    first = "about Oct-2024: Leg pain [as told by Ann, Jan-2026]"
    second = "02-Oct-2026: Saw the surgeon [“Spine surgery clinic letter”, 02-Oct-2026, page 2]"
    third = "not known: One more visit [as told by the patient or family]"
    places = [text.index(one) for one in (first, second, third)]
    assert places == sorted(places)


def test_each_doctor_is_quoted_as_said_with_the_report_and_nothing_twice():
    text = words(letter_facts(told_case(), made=MADE))
    assert (
        "Dr R. Venn · Spine surgery · 02-Oct-2026: Name of the illness: “Severe stenosis” "
        "[“Spine surgery clinic letter”, 02-Oct-2026, page 1]" in text
    )
    assert "Dr R. Venn: Two levels [“Spine surgery clinic letter”, 02-Oct-2026]" in text
    assert "Dr S. Iyer: Plan that is advised: more exercise first [as told by" in text
    assert "“more exercise first”" not in text
    assert text.count("Severe stenosis") == 1


def test_ordinary_open_and_undone_tests_are_all_there():
    text = words(letter_facts(told_case(), made=MADE))
    assert "Nerve test · Nerves · May-2026: normal" in text
    assert "Gene panel: Done, waiting for the result · expected Jan-2027" in text
    assert "Biopsy: It was decided not to do it · wanted by Dr Venn" in text


def test_of_values_the_newest_stands_there_and_the_others_are_counted():
    values = (
        Result(1, "eGFR", "56", "mL/min", on(2026, 11, 5), "60 or more"),
        Result(2, "eGFR", "70", "mL/min", on(2025, 1, 5)),
        Result(3, "eGFR", "61", "mL/min"),
        Result(4, "Vitamin D", "24"),
    )
    text = words(letter_facts(replace(told_case(), results=values), made=MADE))
    assert (
        "eGFR: 56 mL/min (range on the report: 60 or more) · 05-Nov-2026 "
        "· 2 other values in the case" in text
    )
    assert "Vitamin D: 24 · no date [" in text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked.NOT_ASKED, "Allergies: not asked yet"),
        (Asked.NONE_KNOWN, "No known allergies"),
        (Asked.NOT_SURE, "Allergies: not sure"),
        (Asked.LISTED, "None are listed."),
    ],
)
def test_none_known_and_not_asked_are_told_apart(asked, sentence):
    case = replace(told_case(), allergies_asked=asked, allergies=())
    assert f"Allergies and reactions {sentence}" in words(letter_facts(case, made=MADE))


def test_limits_keep_no_not_sure_and_not_asked_apart():
    text = words(letter_facts(told_case(), made=MADE))
    assert "A bad reaction to contrast dye: No [" in text
    assert "Metal or a device in the body: Not sure [" in text
    assert "Not asked: A blood thinner; Kidney trouble;" in text


def test_private_illnesses_of_the_family_are_not_in_it():
    text = words(letter_facts(told_case(), made=MADE))
    assert "Mother: Broken hip" in text
    assert "Aunt" not in text
    assert "Hidden illness" not in text


def test_a_private_record_is_neither_named_nor_told():
    events = (Event(1, EventKind.VISIT, on(2026), "Went to a shelter", Cited(12)),)
    tagged = {12: frozenset({Sensitivity.ABUSE_SAFETY})}
    case = replace(told_case(), events=events, sensitivities=tagged)
    text = words(letter_facts(case, made=MADE))
    assert "shelter" not in text
    assert "Referral letter" not in text


def test_a_version_that_is_blind_to_the_first_opinion_tells_no_opinion():
    version = replace(MAIN, first_opinion=FirstOpinion.BLIND)
    text = words(letter_facts(told_case(), made=MADE, version=version))
    assert "What was told by whom, as said Not written down." in text
    assert "Severe stenosis" not in text
    assert "Two levels" not in text
    assert "Dr R. Venn" not in text


def test_under_another_name_the_name_is_not_in_it():
    case = replace(told_case(), records=tuple(one for one in spine_records() if one.id != 21))
    version = replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Rose")
    case = replace(case, statements=(), answers=(), questions=(), reasons=())
    text = words(letter_facts(case, made=MADE, version=version))
    assert "Rose" in text
    assert "ellis" not in text.casefold()


def test_a_name_that_people_wrote_themselves_stops_a_version_without_it():
    reason = Reason("own-1", "Mine", "Margaret wants to know")
    version = replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Rose")
    with pytest.raises(DossierBlocked, match="Margaret"):
        letter_facts(replace(told_case(), reasons=(reason,)), made=MADE, version=version)


def test_a_case_with_nothing_in_it_says_so_in_each_part():
    text = words(letter_facts(CaseSnapshot(), made=MADE))
    assert "The story in dates Not written down." in text
    assert "Tests that were done, in the words of the report Not written down." in text
    assert "Illnesses in the family Not written down, or not shared." in text
    assert "Medicines taken now Medicines: not asked yet" in text
    assert "Papers that do not agree" not in text


def test_a_long_story_takes_more_pages_and_loses_no_line():
    events = tuple(
        Event(number, EventKind.VISIT, on(2026), f"Visit number {number}.")
        for number in range(1, 301)
    )
    data = letter_facts(replace(told_case(), events=events), made=MADE)
    text = words(data)
    assert all(f"Visit number {number}." in text for number in range(1, 301))
    assert f"p. 1 of {len(pypdfium2.PdfDocument(data))}" in text
