"""Letters that ask for records: what they name, and what stays open to fill in by hand."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.dossier.plan import Paper
from app.dossier.prints.request_letter import letter_of, open_letters, print_letters
from app.model.journey.consent import Consent, Power
from app.model.journey.request import AskedFor, Outcome, Request
from app.model.journey.snapshot import Journey
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.partial_date import PartialDate, day
from app.model.person import Patient, Preparer
from app.model.record import Record, RecordDates
from app.model.story import CaseSnapshot, Event, EventKind

MADE = date(2026, 11, 22)
LAB = Request(1, "City Lab", "Records office", "1 High Street\nTown", pictures=True)
PATHOLOGY = Request(2, "Pathology", tissue=True, send_to="Dr L. Lindqvist, 5 Bay Road")


def case_with(*requests, asked=(), consents=(), preparer=Preparer()):
    return CaseSnapshot(
        patient=Patient("Margaret Ellis", day(date(1957, 3, 14)), phone="555-0101"),
        preparer=preparer,
        outside=(OutsideItem(1, "Slides", kind=OutsideKind.SLIDES, accession="S-77"),),
        journey=Journey(requests=requests, asked_for=asked, consents=consents),
    )


@pytest.fixture(params=Paper)
def read(request):
    def make(case, letters):
        pdf = pypdfium2.PdfDocument(print_letters(case, letters, made=MADE, paper=request.param))
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]

    return make


def test_a_letter_names_who_what_and_by_whom(read):
    asked = (AskedFor(1, 1, "MRI, 12-Sep-2026, with the report"),)
    case = case_with(LAB, asked=asked)
    [text] = read(case, [letter_of(case, LAB)])
    for words in (
        "Margaret Ellis", "14-Mar-1957", "City Lab", "Records office", "1 High Street",
        "1. MRI, 12-Sep-2026, with the report", "DICOM files", "PDF files", "22-Nov-2026",
        "all later additions", "555-0101", "Signature",
    ):  # fmt: skip
        assert words in text
    assert "slides" not in text


def test_what_is_not_known_is_a_line_to_fill_in(read):
    unknown = Request(1, "Somewhere")
    case = CaseSnapshot(journey=Journey(requests=(unknown,)))
    [text] = read(case, [letter_of(case, unknown)])
    assert "Patient: ____" in text
    assert "Date of birth: ____" in text
    assert "1. ____" in text


def test_only_the_forms_that_are_wanted_are_asked_for(read):
    no_pictures = Request(1, "Lab", pictures=False)
    case = case_with(no_pictures)
    [text] = read(case, [letter_of(case, no_pictures)])
    assert "PDF files for reports" in text
    assert "DICOM" not in text


def test_a_letter_for_tissue_names_the_case_and_who_gets_it(read):
    case = case_with(PATHOLOGY)
    [text] = read(case, [letter_of(case, PATHOLOGY)])
    assert "case number S-77 sent to Dr L. Lindqvist, 5 Bay Road" in text
    assert "how they will come back" in text
    assert "full copy" not in text


def test_without_a_number_of_the_slides_the_number_known_there_is_named(read):
    request = replace(PATHOLOGY, reference="S26-1042", send_to="")
    case = replace(case_with(request), outside=())
    [text] = read(case, [letter_of(case, request)])
    assert "tissue blocks for case number S26-1042 sent to me, and how" in text
    assert "by hand" not in text


def test_a_number_that_nobody_knows_is_a_line_to_write_on_by_hand(read):
    case = replace(case_with(PATHOLOGY), outside=())
    [text] = read(case, [letter_of(case, PATHOLOGY)])
    assert "case number ____________________ (to be filled in by hand) sent to Dr L." in text


def test_a_number_of_slides_and_blocks_is_named_once(read):
    two = [
        OutsideItem(1, "Slides", kind=OutsideKind.SLIDES, accession="S-77"),
        OutsideItem(2, "Blocks", kind=OutsideKind.BLOCKS, accession="S-77 "),
    ]
    case = replace(case_with(PATHOLOGY), outside=tuple(two))
    [text] = read(case, [letter_of(case, PATHOLOGY)])
    assert "case number S-77 sent to" in text


def test_a_helper_with_consent_is_named(read):
    helper = Preparer("Ann Ellis", phone="555-0202")
    consent = Consent(1, "Ann  Ellis".replace("  ", " "), Power.COLLECT)
    case = case_with(LAB, consents=(consent,), preparer=helper)
    [text] = read(case, [letter_of(case, LAB)])
    assert "Ann Ellis asks in the patient’s place, with consent" in text
    assert "555-0202" in text
    case = case_with(LAB, preparer=helper)
    assert "in the patient’s place" not in read(case, [letter_of(case, LAB)])[0]


def test_all_open_letters_come_with_a_list_of_envelopes(read):
    closed = Request(3, "Closed Clinic", outcome=Outcome.REFUSED)
    case = case_with(LAB, PATHOLOGY, closed)
    texts = read(case, open_letters(case))
    assert len(texts) == 3
    assert "Envelopes" in texts[-1]
    assert "City Lab" in texts[-1]
    assert "Pathology" in texts[-1]
    assert not any("Closed Clinic" in text for text in texts)


def test_a_parent_writes_for_a_child_and_says_as_what(read):
    father = Preparer("Tom Wren", "Father", phone="555-0303")
    consent = Consent(1, "Tom Wren, father", Power.GUARDIAN)
    case = case_with(LAB, consents=(consent,), preparer=father)
    [text] = read(case, [letter_of(case, LAB)])
    assert "Tom Wren Phone: 555-0303 City Lab" in text
    assert "Tom Wren, father asks for the patient, as parent or legal guardian." in text
    assert "with consent" not in text


def test_records_from_before_the_first_event_are_asked_for_too(read):
    asked = (AskedFor(1, 1, "All blood tests"),)
    case = replace(
        case_with(LAB, asked=asked),
        events=(Event(1, EventKind.SYMPTOM, PartialDate.from_stored("2023"), "First crisis"),),
        records=(
            Record(1, None, "Screening", RecordDates(PartialDate.from_stored("2022-05-19"))),
            Record(2, None, "No date"),
        ),
    )
    [text] = read(case, [letter_of(case, LAB)])
    assert "for the dates 19-May-2022 to" in text
