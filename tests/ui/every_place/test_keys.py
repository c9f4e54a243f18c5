"""Every place by keys alone: Tab comes everywhere and shows where it is, F6 and Esc keep faith."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from tests.ui.by_keys import focused, press
from tests.ui.every_place.pixels import picture, ring_of
from tests.ui.every_place.scenes import SMALL, insides, looks_of, places
from tests.ui.every_place.seen import seen, settle, stops, who
from ui.shell.panes import panes_of
from ui.shell.places import spots

Key = Qt.Key
FAR = 200  # presses of Tab after which the keyboard is caught
RING = 16  # pixels in the colour of the keyboard that can be seen
COLUMN = 120  # pixels; what stands higher than the part before it stands this far to its right
CODES = [spot.code for spot in spots()]
WORDS = "Words not to be lost"


@pytest.fixture
def shown(filled, make_window, qtbot):
    """A window that has the keyboard."""
    window = make_window(filled)
    window.resize(*SMALL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def walk(window):
    """Press Tab until it comes round; give what was reached, and what did not show it."""
    reached, dim = [], []
    at = focused()
    while at not in reached and len(reached) < FAR:
        reached.append(at)
        lit = ring_of(picture(at), main=at.property("kind") == "main")
        press(Key.Key_Tab)
        before, at = at, focused()
        if at is before:
            return reached, [*dim, f"{who(at)} holds the keyboard"]
        unlit = ring_of(picture(before), main=before.property("kind") == "main")
        if lit - unlit < RING:
            dim.append(f"{who(before)} does not show that it has the keyboard: {lit - unlit}")
    return reached, dim


def by_tab(window, shown, calm):
    """Tell, line by line, what Tab does not reach or show of what is brought into sight."""
    found = []
    for what in shown(window):
        window.resize(*SMALL)
        calm(window)
        if not window.isAncestorOf(QApplication.focusWidget()):
            window.stage.setFocus()
        wanted = stops(window)
        reached, faults = walk(window)
        missed = [who(one) for one in wanted if one not in reached and _a_stop(one)]
        faults += [f"{one} is not reached" for one in missed]
        found += [f"{what}: {fault}" for fault in faults]
    return "\n".join(found)


@pytest.mark.parametrize("look", **looks_of([("light", 1.0), ("contrast", 1.0)]), indirect=True)
def test_tab_reaches_everything_in_a_place_and_shows_where_it_is(look, shown, calm):
    assert by_tab(shown, places, calm) == ""


@pytest.mark.parametrize("look", **looks_of([("dark", 1.0)]), indirect=True)
def test_tab_reaches_everything_that_opens_in_a_place(look, shown, calm):
    assert by_tab(shown, insides, calm) == ""


def test_f6_goes_through_the_parts_of_every_place_as_they_stand_on_the_screen(shown, calm):
    for code in places(shown):
        calm(shown)
        panes = [one for one in panes_of(shown.stage) if one in stops(shown) or stops(one)]
        parts = [shown.frame_.head(), *panes]
        in_sight = [one for one in parts if not one.visibleRegion().isEmpty()]
        where = [one.mapTo(shown, QPoint(0, 0)) for one in in_sight]
        for one, then in pairwise(where):
            assert then.y() >= one.y() or then.x() > one.x() + COLUMN, (code, where)
        parts[0].setFocus()
        for part in (*parts[1:], parts[0]):
            press(Key.Key_F6)
            at = focused()
            assert at is part or part.isAncestorOf(at), (code, who(at))
        for part in parts[::-1]:
            press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
            at = focused()
            assert at is part or part.isAncestorOf(at), (code, who(at))


@pytest.mark.parametrize("code", CODES)
def test_esc_never_loses_what_was_typed(code, shown, calm):
    shown.stage.go(code)
    calm(shown)
    for edit in boxes(shown.stage.place):
        edit.setFocus()
        settle()
        if not isValid(edit) or not edit.isVisible():
            continue
        type_into(edit)
        if WORDS not in typed(edit):
            continue  # a field for a day or a year takes no such words
        press(Key.Key_Escape)
        calm(shown)
        shown.session.unsaved.flush()
        there = isValid(edit) and edit.isVisible() and WORDS in typed(edit)
        assert there or WORDS in str(shown.session.case.snapshot()), who(edit)


def test_esc_closes_what_lies_on_top_first(shown):
    shown.resize(890, 768)
    shown.stage.go("records")
    settle()
    shown.bar.tell("Something happened.", done=False)
    press(Key.Key_F9)
    assert shown.frame_.places_open
    press(Key.Key_Escape)
    assert not shown.frame_.places_open
    assert shown.bar.isVisible()
    press(Key.Key_Escape)
    assert not shown.bar.isVisible()
    assert shown.stage.here == "records"


def boxes(root):
    """Give the fields and boxes that somebody can write in."""
    return [
        one
        for kind in (QLineEdit, QPlainTextEdit)
        for one in seen(root, kind)
        if one.isEnabled() and not one.isReadOnly()
    ]


def typed(edit):
    """Give what stands in a field or a box."""
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def type_into(edit):
    """Type at the end of what stands there, as a hand does."""
    press(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    if isinstance(edit, QLineEdit):
        edit.insert(WORDS)
        edit.textEdited.emit(edit.text())
    else:
        edit.insertPlainText(WORDS)


def _a_stop(one):
    """Whether Tab alone must come there: of choices that exclude each other it comes to one."""
    return isValid(one) and one.isVisible() and bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
