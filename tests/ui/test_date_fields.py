"""A date in numbers is asked back in every field of the window; day and month are never swapped."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

import ui
from ui.widgets.partial_date_edit import PartialDateEdit

PLACES = ["about", "diagnosis", "notes", "records", "timeline", "medicines", "results"]


def open_forms(place, code):
    if code in ("notes", "records"):
        place.list.choose(place.session.case.records.all()[0].id)
    for name in ("add", "add_button"):
        if code in ("timeline", "results") and hasattr(place, name):
            getattr(place, name).click()
    if code == "medicines":
        place.sections["medicine"].add.click()


@pytest.mark.parametrize("code", PLACES)
def test_each_date_field_asks_back_and_takes_what_was_answered(window, case, qtbot, code):
    with case.change("Add"):
        case.records.add("Diary", body="x")
    window.stage.go(code)
    open_forms(window.stage.place, code)
    place = window.stage.place
    qtbot.waitUntil(lambda: bool(place.findChildren(PartialDateEdit)))
    for edit in place.findChildren(PartialDateEdit):
        told = []
        edit.changed.connect(told.append)
        before = edit.value()
        edit.swap.click()
        edit.typed.line.setText("12/9/26")
        qtbot.keyClick(edit.typed.line, Qt.Key.Key_Return)
        buttons = edit.typed.findChildren(QPushButton)
        answers = [one for one in buttons if not one.isHidden()]
        assert [one.text() for one in answers] == ["12 September 2026", "9 December 2026"]
        assert (told, edit.value()) == ([], before)
        answers[0].click()
        assert [one.stored() for one in told] == ["2026-09-12"]


def test_no_other_part_of_the_window_reads_typed_dates():
    readers = {
        path.name
        for path in Path(ui.__file__).parent.rglob("*.py")
        if "parse_date" in path.read_text(encoding="utf-8")
    }
    assert readers == {"typed_date_edit.py"}
