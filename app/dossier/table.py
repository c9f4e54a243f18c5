"""Tables: a header that comes again on each page, rows that break only when they must."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dossier.drawing import Book
from app.dossier.sheet import Bar
from app.dossier.styles import CELL, CELL_HEAD, HAIR, RULE, TINT
from app.dossier.text import Line, Words, wrap

_PAD = 4.5


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `share` is its width against the others."""

    title: str
    share: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; one of a single cell runs over all columns and heads the rows after it."""

    cells: tuple[Words, ...]
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a column's words stand: from the left edge of the text, in points."""

    x: float
    width: float
    right: bool


def table(book: Book, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Draw a table over the whole width of the text, on as many pages as it takes."""
    slots = _slots(book, columns)
    head = [
        wrap(c.title, CELL_HEAD, s.width, book.fonts, right=c.right)
        for c, s in zip(columns, slots, strict=True)
    ]
    first = _height(_set(book, rows[0], slots)) if rows else 0.0
    book.room(_height(head) + min(first, 60.0))
    _draw_head(book, slots, head)
    for place, row in enumerate(rows):
        cells = _set(book, row, slots)
        need = _height(cells)
        if len(row.cells) == 1 and place + 1 < len(rows):
            need += min(_height(_set(book, rows[place + 1], slots)), 60.0)
        if book.flowing and book.y + need > book.floor and need < _whole_page(book, head):
            book.new_page()
            _draw_head(book, slots, head)
        _draw(book, slots, head, cells, row)


def _slots(book: Book, columns: Sequence[Column]) -> list[_Slot]:
    unit = book.measure / sum(column.share for column in columns)
    slots, x = [], 0.0
    for column in columns:
        slots.append(_Slot(x + 4, column.share * unit - 8, column.right))
        x += column.share * unit
    return slots


def _set(book: Book, row: Row, slots: Sequence[_Slot]) -> list[list[Line]]:
    if len(row.cells) == 1:
        return [wrap(row.cells[0], CELL_HEAD, book.measure - 8, book.fonts)]
    return [
        wrap(cell, CELL, slot.width, book.fonts, right=slot.right)
        for cell, slot in zip(row.cells, slots, strict=True)
    ]


def _height(cells: Sequence[Sequence[Line]]) -> float:
    return max(sum(line.height for line in cell) for cell in cells) + 2 * _PAD


def _whole_page(book: Book, head: Sequence[Sequence[Line]]) -> float:
    return book.floor - 62.0 - _height(head)


def _draw_head(book: Book, slots: Sequence[_Slot], head: Sequence[Sequence[Line]]) -> None:
    tall = _height(head)
    book.sheet.box(book.left, book.y, book.measure, tall, fill=TINT)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=RULE, thick=1)
    _cells(book, slots, head)
    book.space(tall)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=RULE, thick=1)


def _cells(book: Book, slots: Sequence[_Slot], cells: Sequence[Sequence[Line]]) -> None:
    for slot, cell in zip(slots, cells, strict=False):
        book.sheet.lines(book.left + slot.x, book.y + _PAD - 0.5, cell)


def _draw(
    book: Book,
    slots: Sequence[_Slot],
    head: Sequence[Sequence[Line]],
    cells: list[list[Line]],
    row: Row,
) -> None:
    """Draw one row; one that is longer than a page goes on on the next."""
    while True:
        free = book.floor - book.y - 2 * _PAD
        now = [_fitting(cell, free) if book.flowing else len(cell) for cell in cells]
        shown = [cell[:count] for cell, count in zip(cells, now, strict=True)]
        tall = _height(shown)
        if len(row.cells) == 1:
            book.sheet.box(book.left, book.y, book.measure, tall, fill=TINT)
        _cells(book, slots, shown)
        book.sheet.line(book.left, book.y + tall, book.right, book.y + tall, ink=HAIR, thick=0.6)
        if row.bar:
            book.sheet.bar(book.left - 6, book.y + 2, book.y + tall - 2, row.bar)
        book.space(tall)
        cells = [cell[count:] for cell, count in zip(cells, now, strict=True)]
        if not any(cells):
            return
        book.new_page()
        _draw_head(book, slots, head)


def _fitting(cell: Sequence[Line], free: float) -> int:
    """Count the lines that fit into `free` points."""
    used = 0.0
    for count, line in enumerate(cell):
        used += line.height
        if used > free:
            return count
    return len(cell)
