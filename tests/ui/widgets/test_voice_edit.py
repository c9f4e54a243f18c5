import pytest
from PySide6.QtCore import Qt

from app.model.partial_date import PartialDate, Point
from app.model.record import Document, PageFacts
from app.model.voice import Cited, Said
from ui.session import CaseSession
from ui.widgets.source_edit import SourceEdit
from ui.widgets.voice_edit import VoiceEdit


@pytest.fixture
def session(case, qtbot):
    made = CaseSession(case)
    yield made
    with qtbot.waitSignal(made.closed):
        made.close()


@pytest.fixture
def record(case):
    with case.change("Add"):
        return case.records.add("MRI", source="City Imaging", body="x")


@pytest.fixture
def edit(qtbot, looks, session, record):
    made = VoiceEdit(session, looks)
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(made.told.append)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_somebody_said_it(edit, qtbot):
    qtbot.keyClicks(edit.by, "My sister")
    qtbot.keyClick(edit.by, Qt.Key.Key_Return)
    assert edit.told == [Said("My sister")]


def test_when_it_was_said_is_told_too(edit, qtbot):
    edit.set_value(Said("My sister"))
    edit.on.parts.year.setText("2026")
    edit.on.flush()
    assert edit.told == [Said("My sister", PartialDate(Point(2026)))]


def test_a_record_counts_only_when_one_was_chosen(edit, record):
    edit.cited.click()
    assert edit.told == []
    assert not edit.by.isVisible()
    edit.record.setCurrentIndex(1)
    edit.record.activated.emit(1)
    assert edit.told == [Cited(record, 1)]
    assert edit.pages.text() == "of 1"


def test_a_page_that_the_record_lacks_is_never_told(edit, record, monkeypatch):
    three = Document("a" * 64, "x.pdf", "application/pdf", 1, "a" * 64, (PageFacts(1, 1),) * 3)
    records = [type(edit._records[0])(id=record, kind=None, title="MRI", document=three)]
    monkeypatch.setattr(edit._session.case.records, "all", lambda: records)
    edit.set_value(Cited(record, 2))
    assert (edit.page.text(), edit.pages.text()) == ("2", "of 3")
    edit.page.setText("4")
    edit.flush()
    assert edit.told == []
    edit.page.setText("3")
    edit.flush()
    assert edit.told == [Cited(record, 3)]


def test_showing_a_voice_tells_nothing(edit, record):
    edit.set_value(Cited(record, 1))
    assert edit.cited.isChecked()
    edit.set_value(Said("The patient"))
    assert edit.by.text() == "The patient"
    assert edit.told == []


def test_going_back_to_somebody_takes_the_record_away(edit, record):
    edit.set_value(Cited(record, 1))
    edit.said.click()
    assert edit.told == [Said()]


def test_names_of_sources_in_the_case_are_offered(qtbot, session, record):
    edit = SourceEdit(session, ["The patient"])
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(lambda: edit.names() == ["The patient", "City Imaging"])
