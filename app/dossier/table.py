"""Tables: a header that comes again on each page, rows that break only when they must.

No row stands alone on the last page of a table, nor a heading above nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dossier.drawing import TOP, Book
from app.dossier.sheet import AGAIN, Bar
from app.dossier.styles import CELL, CELL_HEAD, HAIR, RULE, TINT
from app.dossier.tags import Tag
from app.typesetting.style import Style
from app.typesetting.text import Line, Words, wrap

_PAD, _BAND_PAD = 3.4, 1.6
_GAP = 4.0  # points between a column's edge and its words
_UNDER_HEADING = 4.0
_MOST_KEPT = 110.0
"""How many points of a table's start are never parted."""
_Cells = list[list[Line]]


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


def number_column(
    book: Book, title: str, share: float, digits: int, style: Style = CELL, *, right: bool = False
) -> Column:
    """Give a column at least `share` points wide in which a number of `digits` never breaks."""
    need = book.fonts.width("0" * digits, style.face, style.size) + 2 * _GAP + 1
    return Column(title, max(share, need), right)


def table(book: Book, columns: Sequence[Column], rows: Sequence[Row], *, heading: str = "") -> None:
    """Draw a table over the whole width of the text, on as many pages as it takes.

    A `heading` of the second level is set above it, on the page where the table starts.
    """
    slots = _slots(book, columns)
    head = [
        wrap(c.title, CELL_HEAD, s.width, book.fonts, right=c.right)
        for c, s in zip(columns, slots, strict=True)
    ]
    if not rows:
        return
    set_rows = [_set(book, row, slots) for row in rows]
    talls = [_height(cells) for cells in set_rows]
    real = [place for place, row in enumerate(rows) if len(row.cells) > 1]
    few = real[2] if len(real) == 3 else real[min(1, len(real) - 1)] if real else 0
    start = _height(head) + min(sum(talls[: few + 1]), _MOST_KEPT)
    if heading:
        book.heading(heading, 2, with_next=_UNDER_HEADING + start)
        book.space(_UNDER_HEADING)
    else:
        book.room(start)
    whole = book.here.add("Table")
    _draw_head(book, slots, head, whole.add("TR"))
    tail, drawn = _last_two(rows, real), 0
    whole_page = book.floor - TOP - _height(head)
    for place, (row, cells) in enumerate(zip(rows, set_rows, strict=True)):
        need = talls[place]
        if len(row.cells) == 1 and place + 1 < len(rows):
            need += min(talls[place + 1], _MOST_KEPT)
        if place == tail and drawn > 1:
            need = max(need, sum(talls[tail:]))
        if book.flowing and drawn and book.y + need > book.floor and need < whole_page:
            book.new_page()
            _draw_head(book, slots, head)
            drawn = 0
        _draw(book, slots, head, cells, row, whole.add("TR"))
        drawn += len(row.cells) > 1


def _last_two(rows: Sequence[Row], real: Sequence[int]) -> int:
    """Give the place from which on all must stay on one page: the last two rows, with a band."""
    if len(real) < 3:
        return -1
    place = real[-2]
    while len(rows[place - 1].cells) == 1:
        place -= 1
    return place


def _slots(book: Book, columns: Sequence[Column]) -> list[_Slot]:
    unit = book.measure / sum(column.share for column in columns)
    slots, x = [], 0.0
    for column in columns:
        slots.append(_Slot(x + _GAP, column.share * unit - 2 * _GAP, column.right))
        x += column.share * unit
    return slots


def _set(book: Book, row: Row, slots: Sequence[_Slot]) -> _Cells:
    if len(row.cells) == 1:
        return [wrap(row.cells[0], CELL_HEAD, book.measure - 8, book.fonts)]
    return [
        wrap(cell, CELL, slot.width, book.fonts, right=slot.right)
        for cell, slot in zip(row.cells, slots, strict=True)
    ]


def _height(cells: Sequence[Sequence[Line]]) -> float:
    return max(sum(line.height for line in cell) for cell in cells) + 2 * _pad(cells)


def _pad(cells: Sequence[Sequence[Line]]) -> float:
    return _BAND_PAD if len(cells) == 1 else _PAD


def _draw_head(
    book: Book, slots: Sequence[_Slot], head: Sequence[Sequence[Line]], row: Tag | None = None
) -> None:
    """Draw the header as `row`; without one it is what was said before."""
    tall = _height(head)
    book.sheet.box(book.left, book.y, book.measure, tall, fill=TINT)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=RULE, thick=1)
    if row:
        _cells(book, slots, head, [row.add("TH", scope="Column") for _ in head])
    else:
        with book.sheet.within(AGAIN):
            _cells(book, slots, head, [None for _ in head])
    book.space(tall)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=RULE, thick=1)


def _cells(
    book: Book,
    slots: Sequence[_Slot],
    cells: Sequence[Sequence[Line]],
    tags: Sequence[Tag | None],
) -> None:
    for slot, cell, tag in zip(slots, cells, tags, strict=False):
        book.sheet.lines(book.left + slot.x, book.y + _pad(cells) - 0.5, cell, tag)


def _draw(
    book: Book,
    slots: Sequence[_Slot],
    head: Sequence[Sequence[Line]],
    cells: _Cells,
    row: Row,
    tag: Tag,
) -> None:
    """Draw one row; one that is longer than a page goes on on the next."""
    if len(cells) == 1:
        tags = [tag.add("TH", scope="Column", span=len(slots))]
    else:
        tags = [tag.add("TD") for _ in cells]
    while True:
        free = book.floor - book.y - 2 * _pad(cells)
        now = [_fitting(cell, free) if book.flowing else len(cell) for cell in cells]
        shown = [cell[:count] for cell, count in zip(cells, now, strict=True)]
        tall = _height(shown)
        if len(row.cells) == 1:
            book.sheet.box(book.left, book.y, book.measure, tall, fill=TINT)
        _cells(book, slots, shown, tags)
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
