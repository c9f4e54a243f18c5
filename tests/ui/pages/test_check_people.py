"""The Check, when a record names somebody else than the patient."""

import hashlib

import pytest
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.dossier.findings import Level
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.record import Document, Kind, PageFacts
from app.model.same_person import OTHER_PERSON
from app.model.version import MAIN
from app.progress import Progress
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import pdf
from ui.pages.check import CheckPlace

JONES = "Patient: JONES, Peter DOB: 2-Feb-1961"


@pytest.fixture
def shown(tmp_path, looks, qtbot):
    """The place on a case with one paper, whose second page is somebody else's."""
    case = CaseFile.create(tmp_path / "ellis.casepack")
    data = pdf(tmp_path / "scan.pdf", ["words"], [JONES])
    facts = (PageFacts(400.0, 500.0),) * 2
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(sha256, "scan.pdf", "application/pdf", len(data), sha256, facts)
    source = Source(sha256, len(data), lambda: [data])
    case.documents.store(document, ("words", JONES), b"", source, None, Progress())
    with case.change("Add"):
        case.people.save(Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14")))
        case.records.add("Scan", document=sha256, kind=Kind.IMAGING)
    made = Shown(CheckPlace, case, looks, size=(900, 700))
    qtbot.waitUntil(lambda: bool(made.place.cards), timeout=20000)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


@pytest.fixture
def case(shown):
    return shown.session.case


def card_of(place):
    return next((one for one in place.cards if one.line.code == OTHER_PERSON), None)


def test_it_stops_and_offers_to_answer_or_to_leave_the_record_out(place):
    card = card_of(place)
    assert card.line.level is Level.STOP
    assert card.words.text().startswith("Page 2 of “Scan” names somebody else: “Patient: JONES,")
    assert card.anyway.text() == "It is right, because…"
    assert card.out.text() == "Leave the record out"
    assert {one.accessibleDescription() for one in (card.fix, card.anyway, card.out)} == {
        card.line.sentence
    }


def test_it_stops_no_more_once_somebody_says_why_it_is_right(place, case, qtbot):
    card = card_of(place)
    qtbot.mouseClick(card.anyway, Qt.MouseButton.LeftButton)
    assert card.why.row.findChild(type(card.words)) is not None
    qtbot.keyClick(card.why.why, Qt.Key.Key_Return)
    assert card.why.row.fault.text() == "Write a few words, such as “Her name at birth”."
    qtbot.keyClicks(card.why.why, "He is the donor")
    qtbot.keyClick(card.why.why, Qt.Key.Key_Return)
    assert list(case.versions.kept_findings(MAIN.id).values()) == ["He is the donor"]
    assert card_of(place) is None
    assert [one.why.text() for one in place.kept] == ["Your reason: He is the donor"]
    assert case.undo_label.startswith("It is right: Page 2 of “Scan”")
    case.undo()
    assert card_of(place) is not None


def test_leaving_the_record_out_takes_it_off_the_dossier_and_undo_brings_it_back(
    place, case, qtbot
):
    card_of(place).out.click()
    qtbot.waitUntil(lambda: card_of(place) is None, timeout=20000)
    (record,) = case.records.all()
    assert (record.in_dossier, record.left_out_because) == (False, "It is not about the patient.")
    case.undo()
    qtbot.waitUntil(lambda: card_of(place) is not None, timeout=20000)


def test_it_leads_to_the_page(place, shown):
    card_of(place).fix.click()
    assert shown.gone[-1][0] == "records"
