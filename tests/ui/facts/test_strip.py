"""The drawing of the timeline: no mark hides another, and years can become months, by keys."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from app.model.partial_date import PartialDate
from app.model.story import EventKind
from ui.facts.line import Line
from ui.timeline.happenings import Happening
from ui.timeline.stacking import MOST, stack
from ui.timeline.strip import Strip
from ui.timeline.zoom import Zoom
from ui.timeline.zoom_row import ZoomRow
from ui.widgets.labels import em

TODAY = date(2026, 11, 22)


def happening(number, stored, lane=EventKind.VISIT):
    line = Line("event", number, f"Visit {number}", "Visit", lead=stored)
    return Happening(PartialDate.from_stored(stored), lane, line)


@pytest.fixture
def strip(qtbot, looks):
    made = Strip()
    made.row = ZoomRow(made, looks)
    qtbot.addWidget(made.row)
    qtbot.addWidget(made)
    made.told = []
    made.chosen.connect(lambda line: made.told.append(line.id))
    made.opened.connect(lambda line: made.told.append(("open", line.id)))
    made.resize(900, made.sizeHint().height())
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


reaches = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 40)).map(lambda one: (one[0], sum(one))),
    max_size=40,
)


@given(reaches)
def test_marks_of_one_row_never_touch_while_there_are_rows_enough(marks):
    rows = stack(marks, 3, most=len(marks) + 1)
    for one, two in combinations(range(len(marks)), 2):
        if rows[one] == rows[two]:
            first, second = sorted((marks[one], marks[two]))
            assert second[0] - first[1] >= 3


@given(reaches)
def test_a_lane_never_grows_without_end(marks):
    assert all(0 <= row < MOST for row in stack(marks, 3))


def test_marks_that_would_touch_stand_below_one_another_and_the_strip_grows(strip):
    alone = strip.sizeHint().height()
    days = ("2026-03-11", "2026-03-12", "2026-03-13")
    strip.show_found([happening(one, day) for one, day in enumerate(days)], TODAY)
    strip.show_found([happening(0, "2010"), *strip.found], TODAY)
    spots = strip.laid.spots
    for one, two in combinations(spots.values(), 2):
        assert (one - two).manhattanLength() > 0.84 * em(strip)
    assert len({round(spot.y()) for spot in spots.values()}) == 3
    assert strip.sizeHint().height() > alone


def test_two_lanes_stand_apart_however_many_marks_the_upper_one_has(strip):
    many = [happening(one, f"2026-03-{one + 1:02}", EventKind.SYMPTOM) for one in range(20)]
    visits = [happening(30, "2026-03-05"), happening(31, "2010")]
    strip.show_found([*many, *visits], TODAY)
    upper = [y.y() for place, y in strip.laid.spots.items() if place < 20]
    assert max(upper) + 0.42 * em(strip) < strip.laid.lanes[EventKind.VISIT] - 0.42 * em(strip)


def test_plus_and_minus_go_from_years_to_months_and_back(strip, qtbot):
    strip.show_found([happening(1, "2004-05-01"), happening(2, "2026-03-11")], TODAY)
    whole = strip.zoom.span
    days = []
    while not strip.zoom.nearest:
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
        start, end = strip.zoom.span
        days.append((end - start).days)
    assert days == [3653, 1826, 731, 366, 184, 92]
    qtbot.keyClick(strip, Qt.Key.Key_Plus)
    assert (strip.zoom.span[1] - strip.zoom.span[0]).days == 92
    qtbot.keyClick(strip, Qt.Key.Key_Minus)
    assert (strip.zoom.span[1] - strip.zoom.span[0]).days == 184
    qtbot.keyClick(strip, Qt.Key.Key_0)
    assert strip.zoom.span == whole


def test_zooming_keeps_the_mark_in_sight_and_arrows_bring_the_next_one(strip, qtbot):
    found = [happening(1, "2004-05-01"), happening(2, "2015-07-02"), happening(3, "2026-03-11")]
    strip.show_found(found, TODAY)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    for _turn in range(6):
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
    assert list(strip.laid.spots) == [0]
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.told[-1] == 2
    assert list(strip.laid.spots) == [1]
    assert (strip.zoom.span[1] - strip.zoom.span[0]).days == 92
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert list(strip.laid.spots) == [2]
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert strip.told[-1] == ("open", 3)


def test_the_buttons_do_what_the_keys_do_and_say_what_is_shown(strip):
    strip.show_found([happening(1, "2004-05-01"), happening(2, "2026-03-11")], TODAY)
    row = strip.row
    assert not row.out.isEnabled()
    assert not row.later.isEnabled()
    row.into.click()
    start, end = strip.zoom.span
    assert (end - start).days == 3653
    assert str(start.year) in row.words.text()
    assert str(end.year) in row.words.text()
    row.earlier.click()
    assert strip.zoom.span[0] < start
    row.all.click()
    assert not row.all.isEnabled()
    names = [one.accessibleName() for one in (row.earlier, row.later, row.out, row.into, row.all)]
    assert len(set(names)) == 5
    assert all(names)


def test_each_mark_is_read_out_when_somebody_comes_to_it(strip, qtbot):
    strip.show_found([happening(1, "2004-05-01"), happening(2, "2026-03-11")], TODAY)
    assert strip.accessibleDescription().startswith("2 marks.")
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert "Visit 1" in strip.accessibleDescription()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert "Visit 2" in strip.accessibleDescription()


@given(st.integers(0, 9000), st.lists(st.sampled_from([-1, 1, 2, -2]), max_size=12))
def test_what_is_shown_never_leaves_the_time_that_there_is(days, steps):
    first = date(2000, 1, 1)
    zoom = Zoom(first, first + timedelta(days=days))
    for step in steps:
        zoom = zoom.by(step, None) if abs(step) == 1 else zoom.moved(step // 2)
        start, end = zoom.span
        assert zoom.first <= start <= end <= zoom.last
