import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from ui.widgets.partial_date_edit import PartialDateEdit


@pytest.fixture
def edit(qtbot, looks):
    made = PartialDateEdit(looks)
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(made.told.append)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def typed(edit, qtbot, words):
    edit.swap.click()
    edit.typed.line.clear()
    qtbot.keyClicks(edit.typed.line, words)
    qtbot.keyClick(edit.typed.line, Qt.Key.Key_Return)


def answers(edit):
    return [one for one in edit.typed.findChildren(QPushButton) if one.isVisible()]


def test_a_year_alone_is_enough(edit, qtbot):
    qtbot.keyClicks(edit.parts.year, "2024")
    qtbot.keyClick(edit.parts.year, Qt.Key.Key_Return)
    assert edit.told == [PartialDate(Point(2024))]


def test_half_a_year_is_not_told_while_somebody_types(edit, qtbot):
    edit.set_value(PartialDate(Point(2025)))
    edit.parts.year.setFocus()
    edit.parts.year.selectAll()
    qtbot.keyClicks(edit.parts.year, "20")
    edit._settle()
    assert edit.told == []
    qtbot.keyClicks(edit.parts.year, "24")
    qtbot.waitUntil(lambda: edit.told == [PartialDate(Point(2024))], timeout=3000)


def test_day_month_and_year_with_the_best_guess(edit, qtbot):
    edit.parts.year.setText("2026")
    edit.parts.month.setCurrentIndex(9)
    edit.parts.day.setText("12")
    edit.parts.guess.click()
    assert edit.told == [PartialDate(Point(2026, 9, 12), about=True)]


def test_a_day_that_no_calendar_has_is_told_beside_the_fields(edit, qtbot):
    edit.parts.day.setText("31")
    edit.parts.month.setCurrentIndex(2)
    edit.parts.year.setText("2026")
    edit.flush()
    assert edit.told == []
    assert edit.fault.text() == "There is no 31 February 2026. Look at the day again."
    assert edit.fault.isVisible()


def test_emptying_all_fields_means_not_known(edit):
    edit.set_value(PartialDate(Point(2026, 9)))
    edit.parts.year.clear()
    edit.parts.month.setCurrentIndex(0)
    edit.flush()
    assert edit.told == [NOT_KNOWN]


def test_words_are_taken_at_once_and_said_back(edit, qtbot):
    typed(edit, qtbot, "Sep 2026")
    assert edit.told == [PartialDate(Point(2026, 9))]
    assert edit.typed.told.text() == "Taken as September 2026."


def test_numbers_that_can_mean_two_days_are_asked_back_and_never_swapped(edit, qtbot):
    typed(edit, qtbot, "12/9/2026")
    assert edit.told == []
    assert [one.text() for one in answers(edit)] == ["12 September 2026", "9 December 2026"]
    answers(edit)[0].click()
    assert edit.told == [PartialDate(Point(2026, 9, 12))]


def test_numbers_that_can_mean_one_day_are_asked_back_as_well(edit, qtbot):
    typed(edit, qtbot, "25/12/2025")
    assert edit.told == []
    assert edit.typed.told.text() == "25 December 2025. Is that right?"
    answers(edit)[0].click()
    assert edit.told == [PartialDate(Point(2025, 12, 25))]


def test_a_range_is_shown_in_words(edit):
    value = PartialDate.from_stored("2025-01/2026-11")
    edit.set_value(value)
    assert edit.typed.line.text() == "January 2025 to November 2026"
    assert edit.typed.isVisible()
    assert edit.told == []
    assert edit.value() == value


def test_what_is_no_date_is_told_and_nothing_changes(edit, qtbot):
    edit.set_value(PartialDate(Point(2026)))
    typed(edit, qtbot, "soonish")
    assert "This is not a date" in edit.fault.text()
    assert edit.value() == PartialDate(Point(2026))


def test_showing_the_case_again_does_not_take_half_a_date_away(edit, qtbot):
    edit.parts.day.setFocus()
    qtbot.keyClicks(edit.parts.day, "12")
    edit.refresh(NOT_KNOWN)
    assert edit.parts.day.text() == "12"


def test_half_a_date_of_one_thing_never_stays_when_another_is_shown(edit, qtbot):
    edit.parts.day.setFocus()
    qtbot.keyClicks(edit.parts.day, "12")
    edit.set_value(NOT_KNOWN)
    assert edit.parts.day.text() == ""
    edit.flush()
    assert edit.told == []


def test_a_question_about_one_thing_is_never_answered_for_another(edit, qtbot):
    typed(edit, qtbot, "12/9/26")
    assert answers(edit)
    edit.set_value(NOT_KNOWN)
    assert answers(edit) == []
    edit.swap.click()
    assert edit.typed.line.text() == ""
    edit.flush()
    assert edit.told == []


def test_a_question_stays_while_the_same_thing_is_shown_again(edit, qtbot):
    typed(edit, qtbot, "12/9/26")
    edit.refresh(NOT_KNOWN)
    assert answers(edit)[-1].text() == "9 December 2026"
    assert edit.typed.line.text() == "12/9/26"


def test_eight_numbers_in_a_row_are_asked_back(edit, qtbot):
    typed(edit, qtbot, "20260912")
    assert edit.told == []
    assert edit.typed.told.text() == "12 September 2026. Is that right?"
