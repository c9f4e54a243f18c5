"""Cells of a table are words and numbers, never formulas."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.dossier.pack.cells import cell, csv_bytes


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+49 170 1234", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", " \n=1", "=cmd|' /C calc'!A0",
        "＝1+1", "＠x", "-", "--1", "-1e5;", "\u202e=1",
    ],
)  # fmt: skip
def test_what_could_run_as_a_formula_starts_with_an_apostrophe(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-2.5", "+3", "-1,5", "12", "<5", "4.0 - 5.6", "5 mg = 1 tablet"])
def test_numbers_and_words_stay_as_they_are(text):
    assert cell(text) == text


@pytest.mark.parametrize("text", ["a;=1+1", "a; @x", 'a;"=1+1', "a\n-2+3", "a\r\n=1"])
def test_no_formula_starts_inside_where_a_program_parts_cells_in_another_way(text):
    assert "'" in cell(text)


@given(some.lists(some.lists(some.text(max_size=30), min_size=3, max_size=3), max_size=5))
def test_a_table_comes_back_as_it_was_cleaned(rows):
    data = csv_bytes(["a", "b", "c"], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    back = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert back == [["a", "b", "c"], *([cell(one) for one in row] for row in rows)]
    assert text.endswith("\r\n")
    assert all(one[:1] not in tuple("=@\t\r") for row in back for one in row)
