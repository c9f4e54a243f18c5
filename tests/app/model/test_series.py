"""Results that can be drawn together, and the span of their chart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.result import Result
from app.model.series import scale_of, series_of


def result(number, value, stored="2026", name="HbA1c", unit="%", reference=""):
    return Result(number, name, value, unit, PartialDate.from_stored(stored), reference)


def test_one_name_and_unit_is_one_series_oldest_first():
    found = series_of([result(1, "7", "2026"), result(2, "8", "2025"), result(3, "9", "")])
    assert [[one.id for one in series.results] for series in found] == [[2, 1, 3]]


def test_capitals_and_spaces_in_a_name_make_no_other_series_but_units_do():
    found = series_of(
        [
            result(1, "7", name="Hba1c "),
            result(2, "7", name="HbA1c"),
            result(3, "53", unit="mmol/mol"),
        ]
    )
    assert [len(series.results) for series in found] == [2, 1]


def test_capitals_in_a_unit_are_kept_apart():
    assert len(series_of([result(1, "7", unit="mg"), result(2, "7", unit="Mg")])) == 2


def test_words_and_undated_values_are_no_points():
    [series] = series_of([result(1, "positive"), result(2, "<5"), result(3, "7", "")])
    assert series.points == ()
    assert not series.charted
    assert series.results[2].date == NOT_KNOWN


def test_ranges_that_differ_are_no_shared_range():
    [same] = series_of([result(1, "7", reference="4 - 6"), result(2, "8", "2025", reference="")])
    assert same.bounds == (4, 6)
    [other] = series_of([result(1, "7", reference="4 - 6"), result(2, "8", reference="4 - 5")])
    assert other.reference == ""
    assert other.bounds == (None, None)


def test_a_series_without_points_has_no_scale():
    [series] = series_of([result(1, "positive")])
    with pytest.raises(ValueError, match="no scale"):
        scale_of(series)


numbers = st.decimals(-100000, 100000, places=3, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=8), st.sampled_from(("", "4 - 5.6", ">= 60")))
def test_every_value_and_range_lies_inside_the_chart(values, reference):
    each = [result(number, f"{one}", reference=reference) for number, one in enumerate(values)]
    [series] = series_of(each)
    scale = scale_of(series)
    shown = [*map(float, values), *(one for one in series.bounds if one is not None)]
    assert all(-0.001 <= scale.up(one) <= 1.001 for one in shown)
    assert 2 <= len(scale.ticks) <= 8
    assert all(0 <= scale.across(one.date.earliest) <= 1 for one in series.points)


def test_ticks_are_round_and_as_fine_as_they_need():
    [series] = series_of([result(1, "0.12"), result(2, "0.31", "2025")])
    scale = scale_of(series)
    assert [scale.shown(one) for one in scale.ticks] == ["0.0", "0.1", "0.2", "0.3", "0.4"]
