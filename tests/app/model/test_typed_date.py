from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotUnderstood
from app.model.partial_date import NOT_KNOWN, PartialDate, Point, day
from app.model.typed_date import (
    DateAmbiguous,
    DateNotUnderstood,
    Order,
    parse_date,
    read_date,
    say_date,
)

TODAY = date(2026, 11, 22)


def read(text):
    return parse_date(text, today=TODAY).stored()


def outcome(text):
    try:
        return parse_date(text, today=TODAY), (), ""
    except NotUnderstood as refusal:
        return None, getattr(refusal, "choices", ()), str(refusal)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2026", "2026"),
        ("Sep 2026", "2026-09"),
        ("September 2026", "2026-09"),
        ("sept. 2026", "2026-09"),
        ("Sep '26", "2026-09"),
        ("2026 September", "2026-09"),
        ("12 September 2026", "2026-09-12"),
        ("  12   SEPTEMBER  2026. ", "2026-09-12"),
        ("12 Sep 26", "2026-09-12"),
        ("12SEP2026", "2026-09-12"),
        ("12-Sep-2026", "2026-09-12"),
        ("12-Sep-26", "2026-09-12"),
        ("Sept 12, 2026", "2026-09-12"),
        ("September 12th 2026", "2026-09-12"),
        ("the 12th of September 2026", "2026-09-12"),
        ("Saturday, 12 September 2026", "2026-09-12"),
        ("2026-09-12", "2026-09-12"),
        ("2026/09/12", "2026-09-12"),
        ("20260912", "2026-09-12"),
        ("2026/09", "2026-09"),
        ("2026-09", "2026-09"),
        ("09/2026", "2026-09"),
        ("12. März 2026", "2026-03-12"),
        ("12. Maerz 2026", "2026-03-12"),
        ("3. Dez. 2025", "2025-12-03"),
        ("1er août 2026", "2026-08-01"),
        ("12 de septiembre de 2026", "2026-09-12"),
        ("29 February 2024", "2024-02-29"),
        ("today", "2026-11-22"),
        ("Yesterday", "2026-11-21"),
        ("gestern", "2026-11-21"),
    ],
)
def test_what_people_type_is_read_as_exactly_as_they_typed_it(typed, stored):
    assert read(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("about 2019", "2019~"),
        ("ca. March 2019", "2019-03~"),
        ("ca 2019", "2019~"),
        ("c. 2019", "2019~"),
        ("~2019", "2019~"),
        ("around 12 March 2019", "2019-03-12~"),
        ("etwa 2019", "2019~"),
        ("early 2019", "2019~"),
        ("mid-2019", "2019~"),
        ("Late 2019", "2019~"),
        ("end of March 2019", "2019-03~"),
        ("spring 2020", "2020~"),
        ("about winter 2020", "2020~"),
        ("Frühling 2020", "2020~"),
    ],
)
def test_a_rough_date_is_kept_as_about(typed, stored):
    assert read(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Jan 2025 to Nov 2026", "2025-01/2026-11"),
        ("from January 2025 until November 2026", "2025-01/2026-11"),
        ("Jan 2025 – Nov 2026", "2025-01/2026-11"),
        ("between 2019 and 2021", "2019/2021"),
        ("2019-2021", "2019/2021"),
        ("2019/2021", "2019/2021"),
        ("2026-01/2026-03", "2026-01/2026-03"),
        ("Jan to Nov 2026", "2026-01/2026-11"),
        ("8 June to 24 August 2026", "2026-06-08/2026-08-24"),
        ("12–15 September 2026", "2026-09-12/2026-09-15"),
        ("about 2019 to 2021", "2019~/2021~"),
        ("25/8/2026 to 3/9/2026", "2026-08-25/2026-09-03"),
        ("du 3 au 5 mars 2026", "2026-03-03/2026-03-05"),
    ],
)
def test_from_one_date_to_another_is_a_range(typed, stored):
    assert read(typed) == stored


@pytest.mark.parametrize(
    "typed", ["", "   ", "not known", "Unknown", "?", "I don’t know", "not sure", "unbekannt"]
)
def test_nothing_or_not_known_is_not_known(typed):
    assert parse_date(typed, today=TODAY) is NOT_KNOWN


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("12/9/2026", ["2026-09-12", "2026-12-09"]),
        ("9/12/2026", ["2026-09-12", "2026-12-09"]),
        ("12.9.26", ["2026-09-12", "2026-12-09"]),
        ("12 / 9 / 26", ["2026-09-12", "2026-12-09"]),
        ("12-09-2026", ["2026-09-12", "2026-12-09"]),
        ("12-09-26", ["2012-09-26", "2026-09-12", "2026-12-09"]),
        ("about 12/9/2026", ["2026-09-12~", "2026-12-09~"]),
        ("1/9/2026 - 3/9/2026", ["2026-01-09/2026-03-09", "2026-09-01/2026-09-03"]),
    ],
)
def test_a_date_that_could_be_swapped_is_asked_back(typed, choices):
    with pytest.raises(DateAmbiguous) as asked:
        read(typed)
    assert [choice.stored() for choice in asked.value.choices] == choices


def test_the_question_says_both_days_in_full_words():
    with pytest.raises(DateAmbiguous) as asked:
        read("12/9/2026")
    assert str(asked.value) == (
        "“12/9/2026” could mean 12 September 2026 or 9 December 2026. Type the month as a word."
    )
    with pytest.raises(DateAmbiguous) as asked:
        read("12-09-26")
    assert "26 September 2012, 12 September 2026 or 9 December 2026." in str(asked.value)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("25/9/2026", "2026-09-25"),
        ("9/25/2026", "2026-09-25"),
        ("9/9/2026", "2026-09-09"),
        ("14/3/57", "1957-03-14"),
        ("12.9.2026", "2026-09-12"),
        ("12. 9. 2026", "2026-09-12"),
        ("25.9.26", "2026-09-25"),
    ],
)
def test_numbers_that_leave_one_reading_are_read(typed, stored):
    assert read(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "tomorrow",
        "last week",
        "Smarch 2026",
        "31 February 2026",
        "29 Feb 2026",
        "31/31/2026",
        "9.25.2026",
        "12 Sep",
        "Sep 26",
        "September",
        "12",
        "12/9",
        "12/9-2026",
        "1849",
        "2200",
        "0000",
        "Monday 12 September 2026",
        "early 12 March 2020",
        "Nov to Jan 2026",
        "2021-2019",
        "12 Sep 2026 and 14 Sep 2026",
        "since 2019",
        "12 Sep 2026 14:30",
        "-",
        "to",
        "<b>2026</b>",
        "2026" * 500,
    ],
)
def test_anything_else_is_not_a_date(typed):
    with pytest.raises(DateNotUnderstood):
        read(typed)


def test_the_refusal_names_what_was_typed_and_what_to_type():
    with pytest.raises(DateNotUnderstood) as refused:
        read("soon {x}")
    assert str(refused.value) == (
        "This is not a date: “soon {x}”. Try 12 September 2026, or just 2026."
    )
    with pytest.raises(DateNotUnderstood) as refused:
        read("very " * 300)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 1, 1), 2031), (date(2025, 12, 31), 1931), (date(1999, 1, 1), 1931)],
)
def test_two_digits_mean_the_latest_year_at_most_five_years_ahead(today, year):
    assert parse_date("12 Sep 31", today=today).start == Point(year, 9, 12)


def test_the_order_of_numbers_can_be_told():
    assert read_date("12/9/2026", Order.DAY_FIRST, today=TODAY) == day(date(2026, 9, 12))
    assert read_date("12/9/2026", Order.MONTH_FIRST, today=TODAY) == day(date(2026, 12, 9))
    assert read_date("25/9/2026", Order.MONTH_FIRST, today=TODAY) is None


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("", "not known"),
        ("2026-09-02", "2 September 2026"),
        ("2026-09", "September 2026"),
        ("2019~", "about 2019"),
        ("2025-01/2026-11", "January 2025 to November 2026"),
    ],
)
def test_a_date_is_said_in_full_words(stored, said):
    assert say_date(PartialDate.from_stored(stored)) == said


@st.composite
def values(draw):
    days = sorted([draw(st.dates(date(1850, 1, 1), date(2199, 12, 31))) for _ in "12"])
    start, end = (
        Point(*draw(st.sampled_from([(d.year,), (d.year, d.month), (d.year, d.month, d.day)])))
        for d in days
    )
    ranged = draw(st.booleans()) and end.latest >= start.earliest
    return PartialDate(start, end if ranged else None, draw(st.booleans()))


@given(values())
def test_what_is_shown_or_said_can_be_typed_again(value):
    assert parse_date(say_date(value), today=TODAY) == value
    assert parse_date(value.shown(), today=TODAY) == value


@given(st.dates(date(1850, 1, 1), date(2199, 12, 31)))
def test_a_numeric_day_is_either_the_day_meant_or_asked_back(value):
    for typed in (
        f"{value.day}/{value.month}/{value.year}",
        f"{value.month}/{value.day}/{value.year}",
    ):
        read, choices, _sentence = outcome(typed)
        assert read == day(value) or (day(value) in choices and value.day <= 12)


_PIECES = st.sampled_from(
    [
        "12",
        "9",
        "2026",
        "'26",
        "/",
        "-",
        ".",
        " ",
        ",",
        "sep",
        "märz",
        "about ",
        " to ",
        "early ",
        "~",
        "of ",
        "spring ",
    ]
)


@given(st.text(max_size=120) | st.lists(_PIECES, max_size=9).map("".join))
def test_any_text_is_a_date_or_a_sentence(text):
    value, _choices, sentence = outcome(text)
    if value is None:
        assert sentence.startswith(("This is not a date: “", "“"))
    else:
        assert PartialDate.from_stored(value.stored()) == value
        assert value.start is None or value.start.year in range(1850, 2200)
