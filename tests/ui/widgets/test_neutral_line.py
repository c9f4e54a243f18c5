"""The neutral sentence below a field: offered, never put in by itself, and easy to put away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from ui.session import CaseSession
from ui.widgets.field import FieldRow, text_box
from ui.widgets.neutral_line import PAUSE, offer_neutral

PATTERN = "Dr. ____ advised ____ on ____ (page ____). The reason given was ____."


@pytest.fixture
def field(qtbot, looks, case):
    """Return a function that shows a field with its line."""
    session, windows = CaseSession(case), []

    def show(edit):
        window, inside = QMainWindow(), QWidget()
        row = FieldRow("What was said", edit, looks)
        QVBoxLayout(inside).addWidget(row)
        line = offer_neutral(row, session, looks)
        window.setCentralWidget(inside)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        edit.setFocus()
        return line

    yield show
    session.close()
    qtbot.waitUntil(lambda: not session.jobs.busy)


def test_nothing_is_offered_in_the_middle_of_a_word_nor_without_blame(qtbot, field):
    edit = text_box()
    line = field(edit)
    qtbot.keyClicks(edit, "He advised a fusion, and what could go wrong was said.")
    qtbot.wait(PAUSE + 100)
    assert line.isHidden()
    qtbot.keyClicks(edit, " He ignored me")
    assert line.isHidden()
    qtbot.waitUntil(lambda: not line.isHidden())
    assert line.words.text() == (f"“ignored” can sound like blame. You could write: “{PATTERN}”")
    assert edit.toPlainText().endswith("He ignored me")


@pytest.mark.parametrize("make", [text_box, QLineEdit])
def test_the_sentence_is_put_behind_the_words_with_its_first_blank_chosen(qtbot, field, make):
    edit = make()
    line = field(edit)
    qtbot.keyClicks(edit, "Useless. ")
    line.look()
    qtbot.mouseClick(line.take, Qt.MouseButton.LeftButton)
    text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert text.startswith("Useless.")
    assert text.endswith(PATTERN)
    chosen = (
        edit.selectedText() if isinstance(edit, QLineEdit) else edit.textCursor().selectedText()
    )
    assert chosen == "____"
    assert line.isHidden()
    qtbot.keyClicks(edit, "Venn")
    text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert "Dr. Venn advised ____" in text


def test_an_offer_that_was_put_away_stays_away_for_this_text_and_comes_for_another_word(
    qtbot, field
):
    edit = text_box()
    line = field(edit)
    qtbot.keyClicks(edit, "He ignored me")
    line.look()
    line.leave.setFocus()
    qtbot.keyClick(line.leave, Qt.Key.Key_Space)
    assert line.isHidden()
    assert edit.window().focusWidget() is edit
    qtbot.keyClicks(edit, " and went on")
    line.look()
    assert line.isHidden()
    edit.appendPlainText("It was useless.")
    line.look()
    assert not line.isHidden()


def test_another_field_with_the_same_words_remembers_that_it_was_put_away(qtbot, field):
    first = text_box()
    line = field(first)
    first.setPlainText("He ignored me")
    line.look()
    line.leave.click()
    again = text_box()
    other = field(again)
    again.setPlainText("He ignored me")
    other.look()
    assert other.isHidden()
    again.setPlainText("She ignored me")
    other.look()
    assert not other.isHidden()


def test_both_buttons_have_names_and_the_sentence_is_read_out_with_the_first(qtbot, field):
    edit = text_box()
    line = field(edit)
    edit.setPlainText("He ignored me")
    line.look()
    for one, name in ((line.take, "Add this sentence"), (line.leave, "Leave my words")):
        told = QAccessible.queryAccessibleInterface(one)
        assert told.text(QAccessible.Text.Name) == name
        assert one.height() >= 32
    told = QAccessible.queryAccessibleInterface(line.take)
    assert told.text(QAccessible.Text.Description) == PATTERN
