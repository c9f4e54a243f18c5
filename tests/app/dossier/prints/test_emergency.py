"""The page for emergencies and its card, read back."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.content.load import load_content
from app.dossier.plan import Paper
from app.dossier.prints.emergency import emergency_page
from app.model.journey.comparison import GridCell
from app.model.journey.consent import Consent, Power
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion
from app.model.journey.tests import LimitAnswer, MedicalTest, TestLimit, TestState
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer
from app.model.sensitivity import Sensitivity
from app.model.story import (
    Allergy,
    Asked,
    CaseSnapshot,
    Medicine,
    Reason,
    Statement,
    Subject,
)
from app.model.voice import Cited, Said
from tests.app.dossier.pages.conftest import on, spine_records

MADE = date(2026, 11, 22)
PAGE, CARD = 0, 1


def pages(data):
    found = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in found]


def ill_child():
    """A child with two parents, two doctors, and records of which one is private."""
    return CaseSnapshot(
        patient=Patient("Mia Berg", on(2022, 5, 1), phone=""),
        preparer=Preparer("Ann Berg", "Mother", "555-0199"),
        records=spine_records(),
        statements=(Statement(Subject.CONDITIONS, "Asthma", Cited(12)),),
        reasons=(Reason("getting_worse", ""),),
        medicines_asked=Asked.LISTED,
        medicines=(
            Medicine(1, "Vigabatrin", "250 mg", "twice a day", voice=Cited(20)),
            Medicine(2, "Old syrup", until=PartialDate()),
            Medicine(3, "Vitamin B6"),
        ),
        allergies_asked=Asked.LISTED,
        allergies=(Allergy(1, "Penicillin", "rash", voice=Said("Ann Berg")),),
        journey=replace(
            CaseSnapshot().journey,
            opinions=(
                Opinion(1, "Dr Venn", date=on(2026, 10, 2), record=11),
                Opinion(2, "Dr Iyer", date=on(2026, 10, 21)),
            ),
            grid_cells=(
                GridCell(1, 1, "diagnosis", "Mitochondrial illness", verbatim=True, page=2),
                GridCell(2, 2, "diagnosis", "no name yet"),
            ),
            limits=(
                TestLimit(1, "metal", answer=LimitAnswer.YES, words="feeding tube"),
                TestLimit(2, "dye", answer=LimitAnswer.NO),
                TestLimit(3, "kidney", answer=LimitAnswer.NOT_SURE),
            ),
            consents=(
                Consent(1, "Ann Berg", Power.GUARDIAN),
                Consent(2, "Old Proxy", Power.DECIDE, until=on(2020)),
                Consent(3, "A Helper", Power.COLLECT),
            ),
            family=(FamilyIllness(1, "Sister", "Hidden illness"),),
            tests=(MedicalTest(1, "Gene panel", state=TestState.WAITING, due=on(2027, 1)),),
        ),
    )


def test_the_page_says_who_it_is_whom_to_call_and_when_it_was_made():
    for text in pages(emergency_page(ill_child(), made=MADE)):
        assert "Mia Berg, born 01-May-2022" in text
        assert "Ann Berg (Mother) · 555-0199" in text
        assert "Made on 22-Nov-2026. Things change: ask the family for the newest copy." in text


def test_medicines_stand_as_written_and_those_stopped_do_not():
    page, card = pages(emergency_page(ill_child(), made=MADE))
    dose = "Vigabatrin: 250 mg, twice a day"
    assert f"{dose} [“Medicine list <b>a & b</b>”, 03-Nov-2026, page 1]" in page
    assert f"{dose}; Vitamin B6: dose not written down" in card
    assert "Old syrup" not in page + card


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Asked.NOT_ASKED, "Allergies: not asked yet"),
        (Asked.NONE_KNOWN, "No known allergies"),
        (Asked.NOT_SURE, "Allergies: not sure"),
    ],
)
def test_no_allergies_and_not_asked_are_told_apart_on_page_and_card(asked, sentence):
    case = replace(ill_child(), allergies_asked=asked, allergies=())
    assert all(sentence in text for text in pages(emergency_page(case, made=MADE)))


def test_an_allergy_that_is_listed_beside_none_known_is_told_with_the_doubt():
    case = replace(ill_child(), allergies_asked=Asked.NONE_KNOWN)
    for text in pages(emergency_page(case, made=MADE)):
        assert "Marked as “No known allergies”, but something is listed." in text
        assert "Penicillin: rash" in text


def test_each_illness_says_which_doctor_told_it_and_when():
    page, card = pages(emergency_page(ill_child(), made=MADE))
    letter = "as told by Dr Venn, in “Spine surgery clinic letter”, 02-Oct-2026, page 2"
    assert f"“Mitochondrial illness” [{letter}]" in page
    assert f"“Mitochondrial illness” ({letter})" in card
    assert "no name yet [as told by Dr Iyer, 21-Oct-2026]" in page
    assert "Asthma [as told by Dr A. Okafor, Brookfield Family Medicine, in “Referral" in page


def test_a_report_that_the_diagnosis_is_from_is_not_told_twice():
    said = (Statement(Subject.DIAGNOSIS, "Illness of the cells", Cited(11)),)
    page = pages(emergency_page(replace(ill_child(), statements=said), made=MADE))[PAGE]
    assert "Illness of the cells" in page
    assert "Mitochondrial" not in page
    assert "no name yet" in page


def test_devices_and_limits_keep_yes_no_not_sure_and_not_asked_apart():
    for text in pages(emergency_page(ill_child(), made=MADE)):
        assert "Yes: feeding tube" in text
        assert "Not sure: Kidney trouble" in text
        assert "No: A bad reaction to contrast dye" in text
        assert "Not asked: A blood thinner" in text


def test_on_the_card_what_is_not_so_never_runs_on_behind_what_is():
    card = pypdfium2.PdfDocument(emergency_page(ill_child(), made=MADE))[CARD]
    lines = card.get_textpage().get_text_bounded().splitlines()
    starts = [one.strip() for one in lines if "dye" in one or one.startswith("Not asked")]
    assert starts[0].startswith("No: A bad reaction to contrast dye")
    assert starts[1].startswith("Not asked: A blood thinner")


def test_only_those_who_may_decide_today_are_named():
    text = " ".join(pages(emergency_page(ill_child(), made=MADE)))
    assert "Ann Berg · parent or legal guardian" in text
    assert "Old Proxy" not in text
    assert "A Helper" not in text


def test_the_lines_of_safety_are_those_of_the_content():
    page, card = pages(emergency_page(ill_child(), made=MADE))
    content = load_content()
    first = content.piece("safety.emergency").text
    assert first in page
    assert first in card
    assert content.piece("safety.wait").text in page
    [line] = content.safety_lines(["getting_worse"])
    assert line in page


def test_the_time_of_waiting_has_its_open_tests_and_room_for_the_doctor():
    page, card = pages(emergency_page(ill_child(), made=MADE))
    assert "Gene panel: Done, waiting for the result · expected Jan-2027" in page
    asked = ("What should we do while we wait?", "What are we watching for?", "What would make us")
    assert all(one in page for one in asked)
    assert "Gene panel" not in card


def test_private_illnesses_and_private_records_are_not_in_it():
    tagged = {number: frozenset({Sensitivity.PRIVATE_NOTE}) for number in (12, 20)}
    case = replace(ill_child(), sensitivities=tagged)
    text = " ".join(pages(emergency_page(case, made=MADE)))
    assert "Sister" not in text
    assert "Hidden illness" not in text
    assert "Asthma" not in text
    assert "Referral letter" not in text
    assert "Medicine list" not in text
    assert "Vigabatrin: 250 mg, twice a day" in text, "no medicine is lost"
    assert "from a record that is not handed on" in text


def test_a_case_with_nothing_in_it_invents_nothing():
    page, card = pages(emergency_page(CaseSnapshot(), made=MADE))
    for text in (page, card):
        assert "Name not written down, born not written down" in text
        assert "Allergies: not asked yet" in text
        assert "Medicines: not asked yet" in text
        assert "Not asked" in text
    assert page.count("Not written down.") == 4  # whom to call, illnesses, deciding, open tests
    assert card.count("Not written down.") == 3


@pytest.mark.parametrize("paper", list(Paper))
def test_a_usual_case_is_one_page_and_a_card_of_half_a_page(paper):
    data = emergency_page(ill_child(), made=MADE, paper=paper)
    card = pypdfium2.PdfDocument(data)
    assert len(card) == 2
    text = card[CARD].get_textpage()
    lowest = min(
        text.get_rect(number)[1]
        for number in range(text.count_rects())
        if "Cut along" not in text.get_text_bounded(*text.get_rect(number))
        and "prepared" not in text.get_text_bounded(*text.get_rect(number))
        and text.get_rect(number)[1] > 60
    )
    assert lowest > paper.value[1] / 2


def test_more_than_fits_goes_on_on_the_next_page_and_loses_nothing():
    names = [f"Medicine number {number}." for number in range(1, 121)]
    medicines = tuple(Medicine(number, name) for number, name in enumerate(names, 1))
    found = pages(emergency_page(replace(ill_child(), medicines=medicines), made=MADE))
    text = " ".join(found)
    assert len(found) > 3
    assert all(text.count(name) == 2 for name in names), "on the page and on the card"
