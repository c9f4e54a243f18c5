"""The rows of a comparison and what the person's marks make of them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.comparison import ROW_CODES, GridCell, GridRow, OpenPoint, Stance
from app.model.journey.grid import (
    MOST,
    agreed_rows,
    cell_in,
    cells_of,
    compared,
    filled_rows,
    is_agreed,
    is_open,
    may_be_compared,
    open_point_of,
    open_rows,
    own_of,
    own_row,
    question_of,
    question_row,
    rows_of,
)
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.journey.row_words import cause_words, row_title, stance_words
from app.model.journey.snapshot import Journey
from app.model.story import Question

MARKS = st.lists(st.sampled_from(Stance), max_size=MOST)
VENN, LIND = Opinion(1, "Dr Venn"), Opinion(2, "Dr Lindqvist")


@given(st.integers(min_value=1))
def test_a_row_is_found_again_by_its_code(number):
    assert own_of(own_row(number)) == question_of(question_row(number)) == number
    assert own_of(question_row(number)) is None
    assert question_of(own_row(number)) is None


@given(st.text(max_size=8))
def test_a_code_that_nobody_made_is_no_row(text):
    for start, of, made in (("own-", own_of, own_row), ("q-", question_of, question_row)):
        found = of(start + text)
        assert found is None or made(found) == start + text


def test_the_rows_are_the_built_in_ones_then_own_then_questions():
    rows = rows_of([GridRow(7, "Driving")], [3, 1])
    assert rows == (*ROW_CODES, "own-7", "q-3", "q-1")


@given(MARKS)
def test_no_row_is_open_and_agreed_at_once(marks):
    assert not (is_open(marks) and is_agreed(marks))


@given(MARKS, st.randoms())
def test_whose_mark_it_is_makes_no_difference(marks, chance):
    other = marks[:]
    chance.shuffle(other)
    assert (is_open(marks), is_agreed(marks)) == (is_open(other), is_agreed(other))


def test_a_row_is_open_by_one_mark_and_agreed_by_two():
    assert is_open([Stance.AGREE, Stance.PARTLY])
    assert not is_open([Stance.AGREE, Stance.SILENT])
    assert is_agreed([Stance.AGREE, Stance.AGREE, Stance.SILENT])
    assert not is_agreed([Stance.AGREE, Stance.SILENT])
    assert not is_agreed([Stance.NOT_SAID, Stance.NOT_SAID])


def test_marks_of_a_sixth_opinion_count_for_nothing():
    six = tuple(Opinion(number, f"Dr {number}") for number in range(1, 7))
    journey = Journey(opinions=six, grid_cells=(GridCell(1, 6, "plan", "x", stance=Stance.DIFFER),))
    assert compared(six) == six[:5]
    assert open_rows(journey, ROW_CODES) == filled_rows(journey, ROW_CODES) == ()


def test_open_agreed_and_filled_rows_follow_the_order_of_the_rows():
    cells = (
        GridCell(1, 1, "plan", "Fusion", stance=Stance.DIFFER),
        GridCell(2, 1, "diagnosis", stance=Stance.AGREE),
        GridCell(3, 2, "diagnosis", stance=Stance.AGREE),
        GridCell(4, 2, "risks", "  "),
    )
    journey = Journey(opinions=(VENN, LIND), grid_cells=cells)
    assert filled_rows(journey, ROW_CODES) == ("diagnosis", "plan")
    assert open_rows(journey, ROW_CODES) == ("plan",)
    assert agreed_rows(journey, ROW_CODES) == ("diagnosis",)


def test_two_opinions_are_compared_once_both_say_something():
    journey = Journey(opinions=(VENN, LIND), grid_cells=(GridCell(1, 1, "plan", "Fusion"),))
    assert not may_be_compared(journey)
    point = Point(1, 2, OpinionPart.REPORT, "Exercise")
    assert may_be_compared(replace(journey, points=(point,)))
    assert not may_be_compared(replace(journey, grid_cells=(*journey.grid_cells,) * 2))


def test_a_cell_that_nobody_filled_is_empty():
    assert cell_in(cells_of([]), 4, "plan") == GridCell(0, 4, "plan")


def test_a_row_is_called_by_its_name_its_label_or_its_question():
    own, asked = [GridRow(7, "Driving")], [Question(5, "Why?"), Question(9, "When?")]
    assert row_title("plan", own, asked) == "Plan that is advised"
    assert row_title("own-7", own, asked) == "Driving"
    assert row_title("q-9", own, asked) == "Q2: When?"
    assert row_title("q-8", own, asked) == "q-8"
    assert all(row_title(code, (), ()) != code for code in ROW_CODES)


def test_every_mark_and_every_cause_has_words_that_take_no_side():
    words = [*stance_words().values(), *cause_words().values()]
    assert len(set(words)) == len(words) == 11
    for one in words:
        assert not set(one.lower().split()) & {"right", "wrong", "better", "best", "correct"}


def test_what_is_kept_of_an_open_row_is_found():
    point = OpenPoint(2, "plan", 5)
    assert open_point_of([OpenPoint(1, "risks"), point], "plan") is point
    assert open_point_of([point], "stage") is None
