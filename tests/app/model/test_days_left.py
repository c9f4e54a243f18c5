from datetime import date

import pytest

from app.model.days_left import days_left
from app.model.partial_date import PartialDate

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("stored", "words"),
    [
        ("2026-12-14", "In 22 days"),
        ("2026-11-23", "Tomorrow"),
        ("2026-11-22", "Today"),
        ("2026-11-21", "Yesterday"),
        ("2026-11-19", "3 days ago"),
    ],
)
def test_a_date_known_to_the_day_says_how_many_days(stored, words):
    assert days_left(PartialDate.from_stored(stored), today=TODAY) == words


@pytest.mark.parametrize("stored", ["", "2026-12", "2026", "2026-12-14~", "2026-12-01/2026-12-14"])
def test_a_rough_date_is_never_counted_to_the_day(stored):
    assert days_left(PartialDate.from_stored(stored), today=TODAY) == ""


@pytest.mark.parametrize("stored", ["2026-10", "2025", "2026-11-01/2026-11-14", "2026-11-01~"])
def test_a_rough_date_that_is_wholly_over_is_in_the_past(stored):
    assert days_left(PartialDate.from_stored(stored), today=TODAY) == "This is in the past"
