"""Papers that do not agree, as a person notes them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.journey.conflict import Conflict, ConflictSide
from app.model.voice import Cited, Said
from tests.ui.every_place.seen import (
    cut,
    faults,
    leading_on,
    settle,
    sideways,
    small,
    unnamed,
    unspoken_rows,
    untitled,
)
from ui.pages.conflicts import ConflictsPlace

EVERY = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.fixture
def noted(case, record):
    with case.change("Add"):
        number = case.journey.conflicts.add(Conflict(0, "Which level is it?"))
        case.journey.conflict_sides.add(ConflictSide(0, number, "L4–L5", Cited(record, 2)))
        case.journey.conflict_sides.add(ConflictSide(0, number, "L5–S1", Said("Dr Iyer")))
    return number


def sides(case):
    return [(one.text, one.voice) for one in case.journey.conflict_sides.all()]


def test_two_statements_are_noted_with_their_sources_by_keys(qtbot, show_place, case, record):
    place = show_place(ConflictsPlace).place
    click(qtbot, place.first)
    form = place.desk.form
    assert form.first.hasFocus()
    qtbot.keyClicks(form.first, "Which side")
    qtbot.keyClicks(form.controls["one"].edit, "left")
    who = form.controls["one_voice"].edit
    click(qtbot, who.cited)
    who.record.setFocus()
    QTest.keyClick(who.record, Qt.Key.Key_Down)
    qtbot.keyClicks(form.controls["other"].edit, "right")
    qtbot.keyClicks(form.controls["other_voice"].edit.by, "Dr Iyer")
    place.leave()
    [kept] = case.journey.conflicts.all()
    assert (kept.about, kept.settled) == ("Which side", False)
    assert sides(case) == [("left", Cited(record, 1)), ("right", Said("Dr Iyer"))]
    settle()
    assert place.view.line.title == "Which side"


def test_without_its_first_words_nothing_is_saved_and_nothing_lost(qtbot, show_place, case):
    place = show_place(ConflictsPlace).place
    click(qtbot, place.first)
    qtbot.keyClicks(place.desk.form.first, "Which side")
    place.leave()
    assert case.journey.conflicts.all() == []
    assert place.desk.form.first.text() == "Which side"


def test_the_line_reads_out_both_sides(show_place, noted):
    place = show_place(ConflictsPlace).place
    line = place.view.lines.lines[0]
    assert line.sentence == (
        "Which level is it? Report of Dr Venn, page 2: “L4–L5”. Dr Iyer: “L5–S1”."
    )


def test_a_button_makes_one_question_of_it(qtbot, show_place, case, noted):
    shown = show_place(ConflictsPlace)
    place = shown.place
    assert not place.ask.isVisible()
    place.view.setFocus()
    QTest.keyClick(place.view, Qt.Key.Key_Return)
    settle()
    place.ask.setFocus()
    QTest.keyClick(place.ask, Qt.Key.Key_Space)
    [question] = case.questions.all()
    assert question.text == (
        "Which level is it? Report of Dr Venn, page 2 says: “L4–L5.” Dr Iyer says: “L5–S1.” "
        "Which of them holds, and how can we be sure?"
    )
    assert case.journey.conflicts.all()[0].question == question.id
    assert not place.ask.isVisible()
    assert "Q1: Which level is it?" in place.asked.text()
    assert shown.told == ["It stands at the end of your questions."]
    with case.change("Remove"):
        case.questions.remove(question.id)
    assert place.ask.isVisible()


def test_a_change_keeps_the_question_and_the_second_side(qtbot, show_place, case, noted, record):
    place = show_place(ConflictsPlace).place
    QTest.keyClick(place.view, Qt.Key.Key_Return)
    settle()
    place.make_question()
    place.desk.form.controls["settled"].check.click()
    edit = place.desk.form.controls["one"].edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "L3")
    place.leave()
    [kept] = case.journey.conflicts.all()
    assert kept.settled
    assert kept.question == case.questions.all()[0].id
    assert sides(case) == [("L3", Cited(record, 2)), ("L5–S1", Said("Dr Iyer"))]
    settle()
    assert place.view.lines.lines[0].source == "Settled"


def test_it_is_removed_with_delete_and_comes_back_whole(show_place, case, noted):
    shown = show_place(ConflictsPlace)
    shown.place.view.setFocus()
    QTest.keyClick(shown.place.view, Qt.Key.Key_Delete)
    assert case.journey.conflicts.all() == sides(case) == []
    shown.acts[-1][1]()
    assert len(sides(case)) == 2


def test_from_a_page_of_a_record_a_new_point_begins_with_that_page(qtbot, show_place, case, record):
    place = show_place(ConflictsPlace).place
    place.enter(record, 2)
    settle()
    assert place.first_focus() is place.desk.form.first
    qtbot.keyClicks(place.desk.form.first, "The date")
    qtbot.keyClicks(place.desk.form.controls["one"].edit, "3 May")
    place.leave()
    assert sides(case) == [("3 May", Cited(record, 2))]


@pytest.mark.parametrize(("width", "scale"), [(1150, 1.0), (1366, 2.0), (520, 1.0)])
def test_everything_has_a_name_and_room(show_place, looks, noted, width, scale):
    looks.wear("light", scale)
    try:
        shown = show_place(ConflictsPlace, width)
        settle(10)
        assert faults(shown.window, *EVERY) == []
        shown.place.view.gone_into.emit(shown.place.view.lines.line(0))
        settle(10)
        assert faults(shown.window, unnamed, unspoken_rows, small, cut, sideways) == []
    finally:
        looks.wear()
