"""Numbers are read from results only where they are plainly numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.result import Result


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("7.2", 7.2),
        ("7,2", 7.2),
        ("-1.9", -1.9),
        ("−1.9", -1.9),
        ("<5", None),
        ("positive", None),
        ("1:40", None),
        ("", None),
    ],
)
def test_a_value_is_a_number_only_when_it_is_nothing_else(value, number):
    assert Result(1, "x", value).number == number


@pytest.mark.parametrize(
    ("reference", "bounds"),
    [
        ("4.0 - 5.6", (4.0, 5.6)),
        ("4.0–5.6 %", (4.0, 5.6)),
        ("12-16", (12, 16)),
        ("-2.5 to -1", (-2.5, -1)),
        (">= 60", (60, None)),
        ("≥60", (60, None)),
        ("< 5", (None, 5)),
        ("negative", (None, None)),
        ("", (None, None)),
        ("see 3 notes", (None, None)),
    ],
)
def test_a_printed_range_is_read_as_it_stands(reference, bounds):
    assert Result(1, "x", "1", reference=reference).bounds == bounds


@given(st.text(), st.text())
def test_no_text_makes_it_fail(value, reference):
    result = Result(1, "x", value, reference=reference)
    assert result.number is None or isinstance(result.number, float)
    low, high = result.bounds
    assert low is None or high is None or low <= high


def test_a_range_in_words_has_one_end():
    assert Result(1, "eGFR", "61", reference="60 or more").bounds == (60, None)
    assert Result(1, "CRP", "3", reference="5 or less").bounds == (None, 5)
