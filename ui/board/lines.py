"""A case as a line of the board's list."""

from collections.abc import Callable

from app.board.cases import Board, BoardCase
from app.board.words import (
    consent_words,
    counted_words,
    joined,
    next_words,
    overdue_words,
    stage_words,
    state_words,
)
from app.model.partial_date import day
from app.phrases import _
from ui.facts.line import Line


def lines_of(board: Board, number: Callable[[BoardCase], int]) -> list[Line]:
    """Give the lines in the order of the board, in up to three groups.

    `number` tells a case apart from the others, also when they stand in another order.
    """
    lines, before = [], ""
    for one in board.cases:
        head = _head(board, one)
        lines.append(_line(board, one, number(one), "" if head == before else head))
        before = head
    return lines


def _head(board: Board, case: BoardCase) -> str:
    if case.overdue(board.today):
        return _("Overdue")
    return _("Coming up") if case.next_due else _("Nothing due, or not told")


def _line(board: Board, case: BoardCase, number: int, head: str) -> Line:
    today = board.today
    overdue = overdue_words(case, today)
    coming = "" if overdue or case.next_due is None else day(case.next_due).shown()
    more = joined(
        stage_words(case),
        "" if coming else next_words(case, today),
        consent_words(case),
        counted_words(case, today),
        state_words(case),
    )
    return Line("case", number, case.name, more, overdue or coming, head=head)
