"""Notes and diary, as a person writes them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from app.model.partial_date import NOT_KNOWN, day
from app.model.record import Kind
from tests.ui.opened_place import Shown
from ui.pages.notes import NotesPlace

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(case, looks, qtbot):
    made = Shown(NotesPlace, case, looks)
    yield made
    made.close(qtbot)


@pytest.fixture
def place(shown):
    return shown.place


def titles(place):
    return [place.rows.index(row).data() for row in range(place.rows.rowCount())]


def test_the_first_note_is_begun_with_one_button(place, case, qtbot):
    qtbot.keyClick(place.first_focus(), KEY.Key_Space)
    assert place.form.name.edit.hasFocus()
    qtbot.keyClicks(place.form.name.edit, "My leg")
    qtbot.keyClick(place.form.name.edit, KEY.Key_Tab)
    qtbot.keyClicks(place.form.body.edit, "It hurts at night.")
    place.leave()
    (note,) = case.records.all()
    assert (note.title, note.body, note.kind) == (
        "My leg",
        "It hurts at night.",
        Kind.PATIENT_NOTES,
    )
    assert note.dates.service == NOT_KNOWN
    assert titles(place) == ["My leg"]


def test_a_diary_entry_carries_the_day_it_is_written_and_says_so(place, case, qtbot):
    place.diary_button.click()
    assert place.form.body.edit.hasFocus()
    (note,) = case.records.all()
    assert note.dates.service == day(date.today())
    assert note.tags == ("written at the time",)
    assert place.form.when.currentText() == "At the time it happened"
    assert place.form.date.edits["service"].parts.year.text() == str(date.today().year)
    assert case.undo_label == "Add a diary entry"
    place.form.when.setFocus()
    qtbot.keyClick(place.form.when, KEY.Key_Down)
    assert case.records.get(note.id).tags == ("from memory",)


def test_words_are_saved_while_they_are_typed_and_undone_as_one_step(place, case, qtbot):
    place.diary_button.click()
    edit = place.form.body.edit
    qtbot.keyClicks(edit, "Slept 4 hours.")
    qtbot.waitUntil(lambda: case.records.all()[0].body == "Slept 4 hours.", timeout=4000)
    qtbot.keyClicks(edit, " Pain 6.")
    place.leave()
    assert case.records.all()[0].body == "Slept 4 hours. Pain 6."
    assert case.undo_label.startswith("Change the words of Diary")
    case.undo()
    assert case.records.all()[0].body == ""
    assert edit.toPlainText() == ""


def test_ctrl_n_begins_a_note_also_where_the_window_has_that_key(shown, place, case, qtbot):
    place.diary_button.click()
    taken = []
    action = shown.window.addAction("New case")
    action.setShortcut("Ctrl+N")
    action.triggered.connect(lambda: taken.append(1))
    assert isinstance(shown.window, QMainWindow)
    qtbot.keyClick(place.form.body.edit, KEY.Key_N, CTRL)
    assert len(case.records.all()) == 2
    assert taken == []
    assert place.form.name.edit.hasFocus()


def test_a_note_is_removed_and_put_back(shown, place, case, qtbot):
    place.diary_button.click()
    place.list.setFocus()
    qtbot.keyClick(place.list, KEY.Key_Delete)
    assert case.records.all() == []
    assert place.first_focus().isVisible()
    shown.acts[-1][1]()
    assert len(case.records.all()) == 1


def test_space_leaves_a_note_out_of_the_dossier(place, case, qtbot):
    place.diary_button.click()
    place.list.setFocus()
    qtbot.keyClick(place.list, KEY.Key_Space)
    assert not case.records.all()[0].in_dossier


def test_in_little_room_the_note_has_a_way_back_to_the_list(shown, place, qtbot):
    shown.window.resize(800, 700)
    place.diary_button.click()
    qtbot.waitUntil(place.back.isVisible)
    assert not place.list.isVisible()
    qtbot.keyClick(place.form.body.edit, KEY.Key_Escape)
    assert place.list.isVisible()
    qtbot.keyClick(place.list, KEY.Key_Return)
    assert place.form.body.edit.hasFocus()


def test_papers_are_not_among_the_notes(place, case):
    with case.change("A note"):
        case.records.add("Mine", body="x")
    assert place.count() == 1
    assert titles(place) == ["Mine"]
