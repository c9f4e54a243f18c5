from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from app.dossier.findings import Level, Line
from app.model.partial_date import PartialDate
from app.model.story import Subject
from app.model.tasks import tasks
from ui.pages.plan import PlanPlace
from ui.story.plan_aside import DecideCard


def words(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_each_row_is_read_out_with_its_state_and_its_hint(shown, ana):
    place = shown(PlanPlace)
    names = {code: row.accessibleName() for code, row in place.rows.items()}
    assert names["about"] == "About you. Done. Name and birth date are there"
    assert names["diagnosis"] == (
        "Diagnosis and current plan. Started. What your doctor wants to do is still empty"
    )
    assert names["dossier"] == "Make the dossier. Not yet. Add a record first"
    role = QAccessible.queryAccessibleInterface(place.rows["about"]).role()
    assert role == QAccessible.Role.PushButton


def test_the_whole_row_leads_to_its_part(shown, ana, seen, qtbot):
    place = shown(PlanPlace)
    qtbot.mouseClick(place.rows["reasons"], Qt.MouseButton.LeftButton)
    place.rows["questions"].setFocus()
    qtbot.keyClick(place.rows["questions"], Qt.Key.Key_Space)
    assert seen.went == ["reasons", "questions"]


def test_a_part_that_must_wait_says_why_and_leads_to_what_comes_first(shown, ana, seen, qtbot):
    place = shown(PlanPlace)
    qtbot.mouseClick(place.rows["dossier"], Qt.MouseButton.LeftButton)
    assert seen.went == []
    told, action, act = seen.told[0]
    assert told == "The dossier is made from your records. Add a record first."
    assert action == "Go to Records"
    act()
    assert seen.went == ["records"]


def test_the_main_button_names_what_comes_next_and_goes_there(shown, ana, seen, qtbot):
    place = shown(PlanPlace)
    assert place.decide.on.text() == "Go on: Diagnosis && plan"
    assert place.decide.on.accessibleName() == "Go on: Diagnosis & plan"
    qtbot.mouseClick(place.decide.on, Qt.MouseButton.LeftButton)
    assert seen.went == ["diagnosis"]


def test_progress_is_told_in_words_and_follows_each_change(shown, ana):
    place = shown(PlanPlace)
    assert place.decide.done.text() == "3 of 9 parts done"
    assert (place.decide.bar.value(), place.decide.bar.maximum()) == (3, 9)
    with ana.change("Plan"):
        ana.statements.state(Subject.PLAN, "Fusion")
    assert place.decide.done.text() == "4 of 9 parts done"
    ana.undo()
    assert place.decide.done.text() == "3 of 9 parts done"


def test_an_empty_case_offers_to_start_and_to_set_a_date(shown, seen, qtbot):
    place = shown(PlanPlace)
    assert place.decide.on.text() == "Start: About you"
    assert place.decide.when.text() == "No date yet"
    qtbot.mouseClick(place.decide.set_date, Qt.MouseButton.LeftButton)
    assert seen.went == ["diagnosis"]


@pytest.mark.parametrize(
    ("stored", "head", "left"),
    [
        ("2026-12-14", "14 December 2026", "In 22 days."),
        ("2026-11-22", "22 November 2026", "Today."),
        ("2026-11-19", "19 November 2026", "3 days ago."),
        ("2026-12", "December 2026", ""),
        ("soon", "soon", ""),
    ],
)
def test_the_date_to_decide_by_says_how_far_it_is(qtbot, looks, case, stored, head, left):
    card = DecideCard(looks)
    qtbot.addWidget(card)
    with case.change("Date"):
        case.statements.state(Subject.DECIDE_BY, stored)
    told = case.snapshot()
    card.show_case(told, tasks(told), today=date(2026, 11, 22))
    assert (card.when.text(), card.left.text()) == (head, left)
    with case.change("Surgery"):
        case.statements.state(Subject.SURGERY_DATE, PartialDate.from_stored("2027-01-12").stored())
    told = case.snapshot()
    card.show_case(told, tasks(told), today=date(2026, 11, 22))
    assert card.left.text().endswith("Surgery is listed for 12 January 2027.")
    case.close()


def test_safety_lines_of_the_chosen_reasons_stand_beside_the_list(shown, ana):
    place = shown(PlanPlace)
    assert "Do not cancel, delay or stop anything on your own." in words(place)
    assert "Call your local emergency number." in words(place)
    assert "It does not give medical advice." in words(place)
    assert "Nothing leaves this computer unless you send it." in words(place)
    with ana.change("Drop"):
        ana.reasons.drop("surgery_soon")
    assert "Do not cancel" not in words(place)


def test_the_card_stands_beside_the_list_or_above_it_where_there_is_no_room(shown, ana, qtbot):
    place = shown(PlanPlace)
    first = place.rows["about"]

    def at(widget):
        return widget.mapTo(place, widget.rect().topLeft())

    assert at(place.decide).x() > at(first).x() + first.width()
    place.window().resize(640, 768)
    qtbot.waitUntil(lambda: at(first).y() > at(place.decide).y() + place.decide.height())
    assert at(place.decide).x() == at(first).x() - 1


def test_a_dossier_that_was_made_counts_also_the_next_time_the_case_is_opened(shown, ana):
    with ana.change("Record"):
        ana.records.add("Note", body="x")
    place = shown(PlanPlace)
    assert "Make the dossier. To do" in place.rows["dossier"].accessibleName()
    ana.made.remember(date(2026, 11, 22), 12)
    place.session.exported.emit(None)
    assert "Make the dossier. Done" in place.rows["dossier"].accessibleName()
    assert "Check. Done" in place.rows["check"].accessibleName()
    again = shown(PlanPlace)
    assert "Make the dossier. Done" in again.rows["dossier"].accessibleName()


def test_what_the_check_finds_after_a_dossier_was_made_is_still_told(shown, ana):
    with ana.change("Record"):
        ana.records.add("Note", body="x")
    ana.made.remember(date(2026, 11, 22), 12)
    place = shown(PlanPlace)
    draft = place.session.draft
    draft.lines, draft.stale = (Line("a", Level.LOOK, "x"), Line("b", Level.STOP, "y")), False
    draft.looked.emit()
    assert place.rows["check"].accessibleName() == (
        "Check. Done. 2 things to look at before you send"
    )


def test_the_state_stands_below_the_words_where_a_row_is_narrow(shown, ana):
    place = shown(PlanPlace)
    row = place.rows["about"]
    assert row.heightForWidth(row.fontMetrics().height() * 20) > row.heightForWidth(700)
    assert row.heightForWidth(700) >= 32


def test_what_the_check_found_is_counted_until_something_changes(shown, ana):
    place = shown(PlanPlace)
    with ana.change("Record"):
        ana.records.add("Note", body="x")
    assert "Look it over once" in place.rows["check"].accessibleName()
    draft = place.session.draft
    draft.lines, draft.stale = (Line("a", Level.LOOK, "x"), Line("b", Level.OK, "y")), False
    draft.looked.emit()
    assert place.rows["check"].accessibleName() == (
        "Check. To do. 1 thing to look at before you send"
    )
    with ana.change("Question"):
        ana.questions.add("Another?")
    assert "Look it over once" in place.rows["check"].accessibleName()
