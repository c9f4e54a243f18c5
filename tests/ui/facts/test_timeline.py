"""The timeline: what happened and what is planned, oldest first, as a list and as a drawing."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.record import Record, RecordDates
from app.model.story import Event, EventKind, Statement, Subject
from app.model.voice import Cited, Said
from ui.pages.timeline import TimelinePlace
from ui.timeline.axis import Axis, span
from ui.timeline.happenings import happenings, with_years

TODAY = date(2026, 11, 22)
ROLE = Qt.ItemDataRole.AccessibleTextRole


def when(stored):
    return PartialDate.from_stored(stored)


def event(number, stored, text="Something", kind=EventKind.VISIT, voice=Said()):
    return Event(number, kind, when(stored), text, voice)


def record(number, stored):
    return Record(number, None, f"Record {number}", RecordDates(when(stored)))


def test_all_comes_oldest_first_with_rough_dates_as_given_and_undated_events_last():
    events = [event(1, ""), event(2, "2026-05"), event(3, "2024-10~")]
    found = happenings(events, [], {7: record(7, "2025"), 8: record(8, "")}, today=TODAY)
    assert [(one.line.kind, one.line.lead) for one in found] == [
        ("event", "about Oct-2024"),
        ("record", "2025"),
        ("event", "May-2026"),
        ("event", "date not known"),
    ]
    heads = [line.head for line in with_years(found)]
    assert heads == ["2024", "2025", "2026", "No date yet"]


def test_a_record_stands_with_the_event_of_its_date_that_cites_it():
    events = [event(1, "2026-03-11", voice=Cited(7))]
    both = {7: record(7, "2026-03-11"), 8: record(8, "2026-03-11")}
    found = happenings(events, [], both, today=TODAY)
    assert [(one.line.kind, one.line.id) for one in found] == [("event", 1), ("record", 8)]


def test_planned_dates_of_the_plan_are_there_unless_an_event_of_that_date_names_them():
    said = [
        Statement(Subject.DECIDE_BY, "2026-12-14"),
        Statement(Subject.SURGERY_DATE, "2027-01-12"),
        Statement(Subject.PLAN, "2027-02-01"),
    ]
    events = [event(1, "2027-01-12", "Surgery is listed", EventKind.DECISION)]
    found = happenings(events, said, {}, today=TODAY)
    assert [one.line.title for one in found] == ["Decision needed", "Surgery is listed"]
    assert all(one.line.more == "Decision, planned" for one in found)


def test_only_what_lies_ahead_is_called_planned():
    found = happenings([event(1, "2026-11-22"), event(2, "2026-11-23")], [], {}, today=TODAY)
    assert [one.line.more for one in found] == ["Visit", "Visit, planned"]


def test_the_strip_spans_all_dates_and_today_or_the_last_years():
    dates = [when("2010"), when("2025-06-01"), when("2027-01-12")]
    first, last = span(dates, TODAY, 0)
    assert first < date(2010, 1, 1)
    assert last > date(2027, 1, 12)
    first, last = span(dates, TODAY, 2)
    assert date(2024, 12, 1) < first < date(2025, 1, 2)
    assert last > date(2027, 1, 12)


def test_the_strip_stands_the_earliest_and_the_latest_year_of_the_calendar():
    first, last = span([when("0001"), when("9999")], TODAY, 0)
    axis = Axis(first, last, 0, 100)
    assert axis.ticks(30)
    assert axis.middle(when("9999")) > 90


def test_marks_lie_amid_all_days_that_a_rough_date_can_mean():
    axis = Axis(date(2026, 1, 1), date(2027, 1, 1), 0, 365)
    assert axis.middle(when("2026-01-11")) == pytest.approx(10)
    assert axis.middle(when("2026")) == pytest.approx(182, abs=1)


def test_words_of_the_time_keep_their_distance():
    axis = Axis(date(1990, 1, 1), date(2026, 1, 1), 0, 400)
    places = [x for x, _words in axis.ticks(60)]
    assert min(after - before for before, after in pairwise(places)) >= 59


def test_an_event_typed_by_keys_is_in_the_case_and_in_the_list(qtbot, show, case):
    place = show(TimelinePlace)
    assert place.empty.isVisible()
    qtbot.mouseClick(place.add, Qt.MouseButton.LeftButton)
    form = place.desk.form
    assert form.first.hasFocus()
    qtbot.keyClicks(form.first, "Leg pain begins")
    date_edit = form.controls["date"].edit
    qtbot.keyClicks(date_edit.parts.year, "2024")

    place.leave()

    assert case.timeline.all() == [
        Event(1, EventKind.SYMPTOM, when("2024"), "Leg pain begins", Said())
    ]
    assert place.view.line.sentence == "2024. 2024. Leg pain begins. Symptom. said."


def test_a_record_with_a_date_is_there_by_itself_and_opens(qtbot, show, record, went):
    place = show(TimelinePlace)
    place.view.setFocus()
    assert place.view.line.title == "Blood tests"
    qtbot.keyClick(place.view, Qt.Key.Key_Return)
    assert went == [("records", record, 1)]


def test_only_one_lane_is_shown_when_that_is_asked_for(qtbot, show, case, record):
    with case.change("Add"):
        case.timeline.add(event(0, "2026", "Referral"))
        case.timeline.add(event(0, "2026", "X-ray", EventKind.TEST))
    place = show(TimelinePlace)
    assert place.view.lines.rowCount() == 3
    place.lane.setFocus()
    qtbot.keyClick(place.lane, Qt.Key.Key_T)  # goes to “Tests”
    assert place.lane.currentText() == "Tests"
    assert [one.title for one in place.view.lines.lines] == ["X-ray"]
    assert [one.line.title for one in place.strip.found] == ["X-ray"]


def test_arrow_keys_go_from_mark_to_mark_and_the_list_and_the_form_follow(qtbot, show, case):
    with case.change("Add"):
        case.timeline.add(event(0, "2025", "Second"))
        case.timeline.add(event(0, "2024", "First"))
    place = show(TimelinePlace)
    place.strip.setFocus()
    qtbot.keyClick(place.strip, Qt.Key.Key_Right)
    assert place.view.line.title == "First"
    qtbot.keyClick(place.strip, Qt.Key.Key_Right)
    assert place.view.line.title == "Second"
    assert place.desk.form.first.toPlainText() == "Second"
    assert "Second" in place.strip.accessibleDescription()


def test_a_click_on_a_mark_shows_its_event(qtbot, show, case):
    with case.change("Add"):
        case.timeline.add(event(0, "2024-02-03", "First"))
    place = show(TimelinePlace)
    at = place.strip.laid.spots[0]
    qtbot.mouseClick(
        place.strip, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y()))
    )
    assert place.desk.form.first.toPlainText() == "First"


def test_delete_takes_an_event_away_but_never_a_record(qtbot, show, case, record):
    with case.change("Add"):
        case.timeline.add(event(0, "2020", "First"))
    place = show(TimelinePlace)
    place.view.setFocus()
    qtbot.keyClick(place.view, Qt.Key.Key_Delete)
    assert case.timeline.all() == []
    assert place.view.line.kind == "record"
    qtbot.keyClick(place.view, Qt.Key.Key_Delete)
    assert [one.id for one in case.records.all()] == [record]


def test_an_undated_event_has_no_mark_but_a_line(show, case):
    with case.change("Add"):
        case.timeline.add(Event(0, EventKind.VISIT, NOT_KNOWN, "Some day"))
    place = show(TimelinePlace)
    assert place.view.lines.rowCount() == 1
    assert place.strip.found == []


def test_names_that_look_like_markup_stay_words(show, case):
    with case.change("Add"):
        case.timeline.add(event(0, "2024", "<b>bold</b>"))
    place = show(TimelinePlace)
    assert "<b>bold</b>" in place.view.lines.index(0).data(ROLE)
