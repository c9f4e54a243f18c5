"""The board on paper and as a table: what the headers tell, in their order."""

import csv
import io
from datetime import date
from pathlib import Path

import pypdfium2

from app.board.cases import Board, BoardCase
from app.board.use import Use
from app.dossier.prints.board import board_print, board_table
from app.model.journey.board_header import BoardHeader, DueTold
from app.model.journey.decision import Stage

TODAY = date(2026, 11, 23)
BOARD = Board(
    Path("/home/ann/clients"),
    TODAY,
    (
        BoardCase(
            Path("ellis.casepack"),
            BoardHeader("Client 7", Stage.SENT, DueTold(TODAY, date(2026, 12, 1), 2, 1)),
            use=Use.HERE,
        ),
        BoardCase(Path("=okoro.casepack"), broken=True),
    ),
    left_out=3,
)


def words_of(data):
    return " ".join(
        " ".join(page.get_textpage().get_text_bounded().split())
        for page in pypdfium2.PdfDocument(data)
    )


def test_the_pdf_says_what_each_header_tells_and_no_folder():
    words = words_of(board_print(BOARD))
    for part in (
        "What is due in my cases",
        "as of 23-Nov-2026",
        "3 more case files",
        "Client 7",
        "2 overdue",
        "next due 01-Dec-2026",
        "1 consent ends soon",
        "cannot be read",
    ):
        assert part in words, part
    assert "ellis" not in words  # the alias stands for the file
    assert "clients" not in words


def test_a_folder_without_cases_says_so():
    assert "There is no case in this folder." in words_of(board_print(Board(Path("x"), TODAY)))


def test_the_table_has_a_line_for_each_case_and_no_formula():
    head, first, second = csv.reader(io.StringIO(board_table(BOARD).decode("utf-8-sig")))
    assert dict(zip(head, first, strict=True)) == {
        "Case": "Client 7",
        "Stage": "sent",
        "Overdue": "2",
        "At least": "no",
        "Next due": "2026-12-01",
        "Consents that end soon": "1",
        "Counted on": "2026-11-23",
        "State": "open here",
    }
    assert second == ["'=okoro", "", "", "", "", "", "", "cannot be read"]
