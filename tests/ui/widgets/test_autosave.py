import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import DiskFull, NotUnderstood
from app.model.person import Patient
from ui.session import CaseSession
from ui.unsaved import SaveState
from ui.widgets import autosave
from ui.widgets.autosave import AutoSave


@pytest.fixture
def session(case, qtbot):
    made = CaseSession(case)
    yield made
    with qtbot.waitSignal(made.closed):
        made.close()


class Page(QWidget):
    """A name that is saved, and another place for the focus."""

    def __init__(self, session):
        super().__init__()
        self.session = session
        self.name, self.other = QLineEdit(), QPlainTextEdit()
        self.failure = None
        self.wrong = []
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addWidget(self.other)
        self.auto = AutoSave(session, self.save, self, self.wrong.append)
        self.auto.watch(self.name)

    def save(self, together):
        if self.failure:
            raise self.failure
        with self.session.case.change("Change the name", together=together):
            self.session.case.people.save(Patient(name=self.name.text()))


@pytest.fixture
def page(session, qtbot):
    made = Page(session)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.name.setFocus()
    return made


def saved(page):
    return page.session.case.people.patient().name


def test_words_are_saved_a_second_after_the_last_key(page, session, qtbot):
    qtbot.keyClicks(page.name, "Ann")
    assert session.unsaved.state is SaveState.SAVING
    assert saved(page) == ""
    qtbot.waitUntil(lambda: saved(page) == "Ann", timeout=3000)
    assert session.unsaved.state is SaveState.SAVED


def test_words_are_saved_when_the_focus_leaves(page, qtbot):
    qtbot.keyClicks(page.name, "Ann")
    page.other.setFocus()
    assert saved(page) == "Ann"


def test_all_that_is_typed_before_the_focus_leaves_is_one_step_of_undo(page, session, qtbot):
    for words in ("Ann", " Mary", " Smith"):
        qtbot.keyClicks(page.name, words)
        page.auto.flush()
    page.other.setFocus()
    page.name.setFocus()
    qtbot.keyClicks(page.name, "x")
    page.auto.flush()
    assert saved(page) == "Ann Mary Smithx"
    session.case.undo()
    assert saved(page) == "Ann Mary Smith"
    session.case.undo()
    assert saved(page) == ""
    session.case.redo()
    assert saved(page) == "Ann Mary Smith"


def test_a_full_disk_keeps_the_words_and_saving_is_tried_again(page, session, qtbot):
    told = []
    session.unsaved.stuck.connect(told.append)
    page.failure = DiskFull("There is no room left.")
    qtbot.keyClicks(page.name, "Ann")
    assert not page.auto.flush()
    assert session.unsaved.state is SaveState.STUCK
    assert told == ["There is no room left."]
    assert page.name.text() == "Ann"
    page.failure = None
    assert session.unsaved.flush()
    assert saved(page) == "Ann"
    assert session.unsaved.state is SaveState.SAVED


def test_what_cannot_be_understood_stays_and_is_told_beside_the_field(page, session, qtbot):
    page.failure = NotUnderstood("This is not a date.")
    qtbot.keyClicks(page.name, "x")
    assert not session.unsaved.flush()
    assert page.wrong == ["This is not a date."]
    assert page.name.text() == "x"


def test_showing_the_case_again_keeps_what_somebody_is_typing(page, qtbot):
    page.auto.fill(page.name, "From the case")
    assert page.name.text() == "From the case"
    assert not page.auto.dirty
    qtbot.keyClick(page.name, Qt.Key.Key_End)
    qtbot.keyClicks(page.name, " and more")
    page.auto.fill(page.name, "From the case")
    assert page.name.text() == "From the case and more"


def test_a_page_that_goes_leaves_nothing_waiting(session, qtbot):
    page = Page(session)
    page.name.setText("y")
    assert session.unsaved.state is SaveState.SAVING
    page.deleteLater()
    qtbot.waitUntil(lambda: session.unsaved.state is SaveState.SAVED)


def test_words_that_are_left_behind_are_not_saved_into_a_case_that_is_closing(
    session, qtbot, monkeypatch
):
    monkeypatch.setattr(autosave, "PAUSE", 1)
    page = Page(session)
    qtbot.addWidget(page)
    tried = []
    page.auto._save = tried.append
    with qtbot.waitSignal(session.closed):
        page.name.setText("Ann")
        session.close()
    qtbot.wait(20)
    assert tried == []
    assert page.auto.dirty
