"""The rows of a comparison, and how a row stands by the person's own marks. Nobody is right here.

Nothing in here counts how often doctors agree: a number would look like a score.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.model.journey.comparison import ROW_CODES, GridCell, GridRow, OpenPoint, Stance
from app.model.journey.opinion import Opinion, Point
from app.model.journey.snapshot import Journey

LEAST, MOST = 2, 5
"""How many opinions a comparison has."""

OWN, ASKED = "own-", "q-"

Cells = Mapping[tuple[int, str], GridCell]
"""By the id of the opinion and the code of the row."""


def own_row(number: int) -> str:
    """Give the code of a row of the person's own by the id of its GridRow."""
    return f"{OWN}{number}"


def question_row(number: int) -> str:
    """Give the code of the row of a question by its id."""
    return f"{ASKED}{number}"


def own_of(row: str) -> int | None:
    """Give the id of the GridRow that a row stands for, or None."""
    return _number(row, OWN)


def question_of(row: str) -> int | None:
    """Give the id of the question that a row stands for, or None."""
    return _number(row, ASKED)


def _number(row: str, start: str) -> int | None:
    rest = row.removeprefix(start)
    known = row.startswith(start) and rest.isascii() and rest.isdigit() and rest == str(int(rest))
    return int(rest) if known else None


def rows_of(own: Iterable[GridRow], questions: Iterable[int]) -> tuple[str, ...]:
    """Give every row in its order: the built-in ones, the person's own, the questions by id."""
    return (
        *ROW_CODES,
        *(own_row(one.id) for one in own),
        *(question_row(number) for number in questions),
    )


def compared(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """Give the opinions that stand beside each other: the first MOST in the person's order."""
    return tuple(opinions[:MOST])


def cells_of(cells: Iterable[GridCell]) -> Cells:
    """Give the cells by their opinion and their row."""
    return {(one.opinion, one.row): one for one in cells}


def cell_in(cells: Cells, opinion: int, row: str) -> GridCell:
    """Give one cell; where there is none yet, an empty one with the id 0."""
    return cells.get((opinion, row)) or GridCell(0, opinion, row)


def says_something(cell: GridCell) -> bool:
    """Whether a cell has words or a mark."""
    return bool(cell.text.strip()) or cell.stance is not Stance.NOT_SAID


def stances(cells: Cells, opinions: Iterable[Opinion], row: str) -> tuple[Stance, ...]:
    """Give what the person marked in a row, in the order of the opinions."""
    return tuple(cell_in(cells, one.id, row).stance for one in opinions)


def is_open(marks: Iterable[Stance]) -> bool:
    """Whether a row is marked as one in which the doctors differ, wholly or in part."""
    return bool({Stance.PARTLY, Stance.DIFFER} & set(marks))


def is_agreed(marks: Iterable[Stance]) -> bool:
    """Whether at least two doctors are marked as agreeing in a row, and none as differing."""
    found = list(marks)
    return found.count(Stance.AGREE) >= LEAST and not is_open(found)


def open_rows(journey: Journey, rows: Iterable[str]) -> tuple[str, ...]:
    """Give the rows that are marked partly or differ, in the order of `rows`."""
    cells, doctors = cells_of(journey.grid_cells), compared(journey.opinions)
    return tuple(row for row in rows if is_open(stances(cells, doctors, row)))


def agreed_rows(journey: Journey, rows: Iterable[str]) -> tuple[str, ...]:
    """Give the rows on which they agree by the person's marks, in the order of `rows`."""
    cells, doctors = cells_of(journey.grid_cells), compared(journey.opinions)
    return tuple(row for row in rows if is_agreed(stances(cells, doctors, row)))


def filled_rows(journey: Journey, rows: Iterable[str]) -> tuple[str, ...]:
    """Give the rows in which at least one of the compared opinions has words or a mark."""
    cells, doctors = cells_of(journey.grid_cells), compared(journey.opinions)
    return tuple(
        row for row in rows if any(says_something(cell_in(cells, one.id, row)) for one in doctors)
    )


def speaking(journey: Journey) -> tuple[Opinion, ...]:
    """Give the compared opinions of which anything is written down: a cell or a point."""
    said = {one.opinion for one in journey.grid_cells if says_something(one)}
    said |= {one.opinion for one in journey.points}
    return tuple(one for one in compared(journey.opinions) if one.id in said)


def may_be_compared(journey: Journey) -> bool:
    """Whether there is something to lay side by side: at least LEAST opinions say something."""
    return len(speaking(journey)) >= LEAST


def open_point_of(points: Iterable[OpenPoint], row: str) -> OpenPoint | None:
    """Give what is kept of a row that is still open, or None."""
    return next((one for one in points if one.row == row), None)


def points_of(points: Iterable[Point], opinion: int) -> tuple[Point, ...]:
    """Give the points of one opinion in the order of adding."""
    return tuple(one for one in points if one.opinion == opinion)
