"""Key results over time: every value as it was typed, with its page or who said it."""

from dataclasses import replace

import pytest

from app.model.partial_date import PartialDate
from app.model.result import Result
from app.model.voice import Cited, Said


def result(number, value, stored, name="HbA1c", unit="%", reference="", voice=None):
    when = PartialDate.from_stored(stored)
    return Result(number, name, value, unit, when, reference, voice or Cited(17, number))


@pytest.fixture
def page(laid, planned, spine):
    """Return a function that lays out a dossier with results; gives the words of their pages."""

    def read(*results):
        layout, texts = laid(planned(replace(spine, results=tuple(results))))
        shown = [text for text in texts[2:] if "Key results over time" in text]
        return layout, "\n".join(text for text in shown if "Index of records" not in text)

    return read


def test_a_case_without_results_has_no_such_page(laid, rich_plan):
    _layout, texts = laid(rich_plan)
    assert not any("Key results over time" in text for text in texts)


def test_results_stand_after_the_medicines(page):
    layout, _text = page(result(1, "8.4", "2025-01-14"), result(2, "7.9", "2025-07-22"))
    titles = [mark.title.rsplit(" (p.", 1)[0] for mark in layout.bookmarks if mark.level == 0]
    place = titles.index("Key results over time")
    assert titles[place - 1] == "Medicines, allergies and treatments"
    assert titles[place + 1] == "Not in this PDF"


def test_the_cover_names_the_page_of_the_results(laid, planned, spine):
    results = (result(1, "8.4", "2025-01-14"), result(2, "7.9", "2025-07-22"))
    _layout, texts = laid(planned(replace(spine, results=results)))
    assert any("Key results over time" in text for text in texts[:2])


def test_a_chart_shows_each_value_its_range_and_its_page(page):
    layout, text = page(
        result(1, "8.4", "2025-01-14", reference="4.0 - 5.6"),
        result(2, "7.9", "2025-07-22", reference="4.0 - 5.6"),
    )
    first = next(place for place in layout.places if place.record == 17).first_page
    for words in ("HbA1c", "8.4", "7.9", "4.0 - 5.6", "Jul-2025"):
        assert words in text
    assert f"p. {first}]" in text
    assert f"p. {first + 1}]" in text


def test_units_are_never_mixed_and_single_values_and_words_stand_in_a_table(page):
    _layout, text = page(
        result(1, "101", "2025", name="Glucose", unit="mg/dL"),
        result(2, "5.6", "2026", name="Glucose", unit="mmol/L"),
        result(3, "positive", "2026-02", name="Antibodies", unit="", voice=Said("Margaret Ellis")),
    )
    assert "101 mg/dL" in text
    assert "5.6 mmol/L" in text
    assert "positive" in text
    assert "Said by Margaret Ellis" in text
    assert "Other values" not in text  # there is nothing beside the table


def test_a_value_without_a_date_is_not_lost_from_a_charted_test(page):
    _layout, text = page(
        result(1, "8.4", "2025-01-14"), result(2, "7.9", "2025-07-22"), result(3, "6.6", "")
    )
    assert "Other values" in text
    assert "6.6 %" in text
    assert "not known" in text


def test_a_hundred_tests_go_on_over_pages_with_each_value_there(page):
    results = [
        result(number % 20 + 1, f"{number}.5", f"20{10 + year}", name=f"Test {number}")
        for number in range(100)
        for year in (0, 5)
    ]
    each = [replace(one, id=place) for place, one in enumerate(results, 1)]
    _layout, text = page(*each)
    assert all(f"Test {number}" in text for number in range(100))


def test_each_value_stands_at_its_dot_or_in_the_list(page):
    days = [f"2026-01-{day:02}" for day in range(1, 29, 3)]
    close = [result(n, f"7.{n}", day) for n, day in enumerate(days, 10)]
    far = [result(30, "8.1", "2020-01-01"), result(31, "8.2", "2021-01-01")]
    _layout, text = page(*close, *far)
    chart, _sentence, listed = text.partition("Dots without a number stand too close.")
    assert "8.1" in chart
    assert "8.2" in chart
    assert "Other values" in listed
    for one in close:
        assert (one.value in chart) != (one.value in listed), one.value


def test_a_long_range_does_not_run_out_of_its_chart(page):
    words = "60 or more, for adults who did not eat since the evening before the visit"
    long = f"≥ {words}"
    _layout, text = page(
        result(1, "70", "2025", reference=long), result(2, "75", "2026", reference=long)
    )
    assert "60 or more, for adults" in " ".join(text.split())
    assert "before the visit" not in " ".join(text.split())
