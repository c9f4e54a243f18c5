import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.partial_date import MONTHS, NOT_KNOWN, PartialDate, Point, day


@st.composite
def points(draw):
    year, month = draw(st.integers(1, 9999)), draw(st.integers(1, 12))
    last = calendar.monthrange(year, month)[1]
    exact = Point(year, month, draw(st.integers(1, last)))
    return draw(st.sampled_from([exact, Point(year, month), Point(year)]))


@st.composite
def partial_dates(draw):
    start, end = sorted([draw(points()), draw(points())], key=lambda point: point.earliest)
    about = draw(st.booleans())
    return draw(
        st.sampled_from(
            [NOT_KNOWN, PartialDate(start, about=about), PartialDate(start, end, about=about)]
        )
    )


@given(partial_dates())
def test_a_date_is_read_back_from_the_case_file_as_it_was_stored(value):
    assert PartialDate.from_stored(value.stored()) == value


@given(partial_dates(), partial_dates())
def test_dates_sort_by_the_first_day_they_can_mean_and_unknown_ones_last(one, other):
    if one.known and other.known:
        assert (one.sort_key < other.sort_key) == (one.earliest < other.earliest)
    elif one.known:
        assert one.sort_key < other.sort_key


@given(partial_dates())
def test_the_first_day_a_date_can_mean_is_not_after_the_last(value):
    if value.known:
        assert value.earliest == value.start.earliest
        assert value.earliest <= value.latest
    else:
        assert value.earliest is None
        assert value.latest is None


@given(points())
def test_a_date_is_never_shown_more_exactly_than_it_was_given(point):
    parts = PartialDate(point).shown().split("-")
    assert int(parts[-1]) == point.year
    assert (len(parts) >= 2) == (point.month is not None)
    assert (len(parts) == 3) == (point.day is not None)
    if point.month is not None:
        assert parts[-2] == MONTHS[point.month - 1]


@given(partial_dates())
def test_what_is_only_about_right_says_so(value):
    assert value.shown().startswith("about ") == value.about
    assert value.stored().endswith("~") == value.about


@given(st.text(max_size=30))
def test_a_stored_form_is_either_read_exactly_or_refused(text):
    try:
        value = PartialDate.from_stored(text)
    except ValueError:
        return
    assert value.stored() == text


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("", "not known"),
        ("2026", "2026"),
        ("2026-09", "Sep-2026"),
        ("2026-09-02", "02-Sep-2026"),
        ("2024-10~", "about Oct-2024"),
        ("2025-01/2026-11", "Jan-2025 to Nov-2026"),
        ("2019~/2021~", "about 2019 to 2021"),
    ],
)
def test_a_stored_date_is_shown_with_the_month_as_a_word(stored, shown):
    assert PartialDate.from_stored(stored).shown() == str(PartialDate.from_stored(stored)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2026-00",
        "2026-01-00",
        "2026-13",
        "2026-02-29",
        "2026-9",
        "2026-09-12-01",
        "2026~~",
        "~",
        "~2026",
        "0000",
        "10000",
        "99999999999999999999",
        "2026/",
        "/2026",
        "2026~/2027",
        "2026/2027~",
        "2026/2027/2028",
        "2027/2026",
        "２０２６",
        "2026\n",
        " 2026",
        "12 September 2026",
    ],
)
def test_anything_but_a_stored_form_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.from_stored(text)


@pytest.mark.parametrize(
    ("year", "month", "of_month"),
    [
        (2026, None, 5),
        (2026, 0, None),
        (2026, 2, 0),
        (2025, 2, 29),
        (0, None, None),
        (10**20, 1, 1),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(year, month, of_month):
    with pytest.raises(ValueError, match=r".+"):
        Point(year, month, of_month)


def test_what_is_not_known_has_no_end_and_is_not_about():
    with pytest.raises(ValueError, match="not known"):
        PartialDate(end=Point(2026))
    with pytest.raises(ValueError, match="not known"):
        PartialDate(about=True)


def test_a_month_runs_from_its_first_to_its_last_day():
    assert Point(2024, 2).earliest == date(2024, 2, 1)
    assert Point(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(Point(2024), Point(2025, 4)).latest == date(2025, 4, 30)


@given(st.dates())
def test_a_day_of_the_calendar_is_kept_as_that_day(value):
    assert day(value).earliest == day(value).latest == value
    assert day(value).stored() == value.isoformat()
