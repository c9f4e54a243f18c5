"""The board of many cases as a small PDF and as a table: what their headers tell, and no more."""

from app.board.cases import Board, BoardCase
from app.board.words import (
    consent_words,
    counted_words,
    joined,
    left_out_words,
    next_words,
    overdue_words,
    stage_words,
    state_words,
)
from app.dossier.drawing import Book
from app.dossier.pack.cells import csv_bytes
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, SMALL
from app.dossier.table import Column, Row, table
from app.model.partial_date import day
from app.model.person import Patient
from app.phrases import _


def board_print(board: Board, *, paper: Paper = Paper.A4) -> bytes:
    """Give the PDF of a board, in its order."""
    title = _("What is due in my cases")

    def draw(book: Book) -> None:
        book.part(title, "board", bars=False)
        book.heading(title, 1)
        book.space(4)
        words = _("From what each case tells, as of {date}. No case was opened for it.")
        book.paragraph(words.format(date=day(board.today).shown()), SMALL)
        if more := left_out_words(board.left_out):
            book.paragraph(more, BODY)
        book.space(8)
        if not board.cases:
            book.paragraph(_("There is no case in this folder."), BODY)
            return
        columns = [
            Column(_("Case"), 140),
            Column(_("Stage"), 86),
            Column(_("Overdue"), 86),
            Column(_("What comes"), 184),
        ]
        table(book, columns, [_row(board, one) for one in board.cases])

    return printed(Print(title, Patient(), board.today, paper, header=False), draw)


def board_table(board: Board) -> bytes:
    """Give the same as a CSV table, a line for each case; what is not told stays empty."""
    head = (
        _("Case"),
        _("Stage"),
        _("Overdue"),
        _("At least"),
        _("Next due"),
        _("Consents that end soon"),
        _("Counted on"),
        _("State"),
    )
    return csv_bytes(head, [_cells(board, one) for one in board.cases])


def _row(board: Board, case: BoardCase) -> Row:
    today = board.today
    coming = joined(
        next_words(case, today),
        consent_words(case),
        counted_words(case, today),
        state_words(case),
    )
    return Row((case.name, stage_words(case), overdue_words(case, today), coming))


def _cells(board: Board, case: BoardCase) -> tuple[str, ...]:
    due = case.header.due if case.header else None
    told = ("", "", "", "", "")
    if due is not None:
        told = (
            str(due.overdue_on(board.today)),
            _("yes") if due.passed(board.today) else _("no"),
            due.next_due.isoformat() if due.next_due else "",
            str(due.expiring),
            due.as_of.isoformat(),
        )
    return (case.name, stage_words(case), *told, state_words(case))
