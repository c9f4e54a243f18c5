"""When an answer to a request is due, by each rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.clock import DueDay, due_day, is_late, months_later
from app.model.journey.request import Clock, Outcome, Request
from app.model.partial_date import PartialDate, Point, day

DAYS = st.dates(date(2000, 1, 1), date(2080, 12, 31))
WEEKEND = 5


def asked(clock, received, **more):
    return Request(1, "City Lab", received_on=day(received), clock=clock, **more)


@pytest.mark.parametrize(
    ("clock", "received", "due"),
    [
        (Clock.HIPAA, date(2026, 1, 1), date(2026, 1, 31)),
        (Clock.UK_GDPR, date(2025, 8, 31), date(2025, 9, 30)),
        (Clock.UK_GDPR, date(2025, 9, 3), date(2025, 10, 3)),
        (Clock.UK_GDPR, date(2026, 9, 3), date(2026, 10, 5)),  # 3 October is a Saturday
        (Clock.UK_GDPR, date(2026, 11, 25), date(2026, 12, 29)),  # Christmas and the days after
        (Clock.EU_GDPR, date(2026, 9, 3), date(2026, 10, 5)),
        (Clock.EU_GDPR, date(2026, 11, 25), date(2026, 12, 25)),  # holidays differ, none is known
        (Clock.UK_GDPR, date(2027, 1, 31), date(2027, 3, 1)),  # 28 February is a Sunday
    ],
)
def test_an_answer_is_due_as_the_rule_says(clock, received, due):
    assert due_day(asked(clock, received)) == DueDay(due)


def test_a_longer_time_counts_from_the_same_day():
    longer = {"extended_on": day(date(2026, 1, 20))}
    assert due_day(asked(Clock.HIPAA, date(2026, 1, 1), **longer)).day == date(2026, 3, 2)
    assert due_day(asked(Clock.UK_GDPR, date(2026, 1, 1), **longer)).day == date(2026, 4, 1)


def test_days_of_ones_own_count_from_receipt():
    assert due_day(asked(Clock.DAYS, date(2026, 1, 1), days=10)).day == date(2026, 1, 11)


def test_where_only_the_sending_is_known_the_day_is_about_then():
    request = Request(1, "Lab", sent_on=day(date(2026, 1, 1)), clock=Clock.HIPAA)
    assert due_day(request) == DueDay(date(2026, 1, 31), about=True)


def test_a_month_counts_with_its_last_day_and_is_about_then():
    request = Request(1, "Lab", received_on=PartialDate(Point(2026, 1)), clock=Clock.HIPAA)
    assert due_day(request) == DueDay(date(2026, 3, 2), about=True)


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.OPEN, Outcome.PART_CAME}))
def test_a_closed_request_is_never_late(outcome):
    request = asked(Clock.HIPAA, date(2020, 1, 1), outcome=outcome)
    assert due_day(request) is None
    assert not is_late(request, date(2026, 1, 1))


def test_without_a_rule_or_a_date_nothing_is_due():
    assert due_day(asked(Clock.NONE, date(2026, 1, 1))) is None
    assert due_day(Request(1, "Lab", clock=Clock.HIPAA)) is None


def test_the_last_day_itself_is_not_late():
    request = asked(Clock.HIPAA, date(2026, 1, 1))
    assert not is_late(request, date(2026, 1, 31))
    assert is_late(request, date(2026, 2, 1))


@given(DAYS, st.sampled_from([Clock.UK_GDPR, Clock.EU_GDPR]))
def test_a_month_is_never_less_than_28_days_and_ends_on_a_working_day(received, clock):
    due = due_day(asked(clock, received)).day
    assert timedelta(days=28) <= due - received <= timedelta(days=38)
    assert due.weekday() < WEEKEND


@given(DAYS, st.integers(0, 30))
def test_months_later_keeps_the_day_or_is_the_last_of_a_shorter_month(start, months):
    later = months_later(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1
    assert later.day <= start.day
