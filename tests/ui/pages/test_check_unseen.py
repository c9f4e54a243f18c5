"""Words that nobody sees: the Check names their pages, covers them, or makes them pictures."""

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.model.record import Document, PageFacts
from app.model.version import MAIN
from app.progress import Progress
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import pdf
from ui.pages.check import CheckPlace
from ui.records.remarks import remark_lines


@pytest.fixture
def case(tmp_path):
    case = CaseFile.create(tmp_path / "smith.casepack")
    data = pdf(tmp_path / "a.pdf", ["one"], ["two"], ["three"])
    page = PageFacts(400, 500)
    pages = (page, replace(page, unseen=True), replace(page, unseen=True))
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(sha256, len(data), lambda: [data])
    document = Document(sha256, "a.pdf", "application/pdf", len(data), sha256, pages)
    case.documents.store(document, ("",) * 3, b"", source, None, Progress())
    with case.change("Add"):
        case.records.add("Letter", document=sha256)
    return case


@pytest.fixture
def place(case, looks, qtbot):
    made = Shown(CheckPlace, case, looks, size=(900, 700))
    qtbot.waitUntil(lambda: bool(made.place.cards), timeout=20000)
    yield made.place
    made.close(qtbot)


def card_of(place):
    return next((card for card in place.cards if card.line.code == "record.unseen"), None)


def test_the_pages_are_named_beside_the_record(case):
    (record,) = case.records.all()
    (line,) = remark_lines(record)
    assert line == (
        "Pages 2–3 have words that cannot be seen but can be copied out. "
        "Cover them up, or leave the pages out."
    )
    case.close()


def test_the_button_asks_to_cover_the_first_such_page(place, case, qtbot):
    (record,) = case.records.all()
    card = card_of(place)
    assert card.fix.text() == "Cover them up"
    with qtbot.waitSignal(place.cover_wanted) as wanted:
        qtbot.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert wanted.args == [record.id, 2]


def test_pages_become_pictures_in_one_step_that_can_be_taken_back(place, case, qtbot):
    (record,) = case.records.all()
    card = card_of(place)
    assert card.picture.text() == "Make them pictures"
    card.picture.setFocus()
    qtbot.keyClick(card.picture, Qt.Key.Key_Space)
    assert case.versions.get(MAIN.id).pictured(record.id) == (2, 3)
    qtbot.waitUntil(lambda: card_of(place) is None and bool(place.cards), timeout=20000)
    case.undo()
    assert case.versions.get(MAIN.id).pictured(record.id) == ()
    qtbot.waitUntil(lambda: card_of(place) is not None, timeout=20000)


def test_in_the_window_the_button_opens_the_page_to_cover_it(case, make_window, qtbot):
    window = make_window(case)
    (record,) = case.records.all()
    window.stage.go("check")
    qtbot.waitUntil(lambda: card_of(window.stage.place) is not None, timeout=20000)
    qtbot.mouseClick(card_of(window.stage.place).fix, Qt.MouseButton.LeftButton)
    assert window.stage.here == "records"
    records = window.stage.place
    qtbot.waitUntil(lambda: records.beside.covering, timeout=20000)
    assert records.beside.cover.record.id == record.id
    assert records.page.page == 2
