"""Reads what a PDF brings along beside its pages: its outline, its inner links, stuck notes.

A rendition has none of it, so it is read from the source. Places are kept
in points from the upper left of the upright page that a rendition shows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pikepdf

from app.model.inside import (
    LONGEST_TITLE,
    MOST_LEVELS,
    MOST_LINES,
    MOST_LINKS,
    NOTHING_INSIDE,
    InnerLink,
    Inside,
    OutlineLine,
    moved_up,
)
from app.worker.readers.destinations import Destination, Destinations, number
from app.worker.readers.strings import Strings
from app.worker.readers.stuck_notes import notes
from app.worker.record_page import Fit, upright
from app.worker.sanitising import inherited

_MOST_MARKS = 50_000  # annotations of a document that are looked at
_MOST_ENTRIES = 20_000  # of an outline that are looked at
_HEADING, _BROKEN = -1, -2  # in place of a page
_HIDDEN = 2 | 32  # flags Hidden and NoView (ISO 32000-2, table 167)
_SHAPE = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")

_Box = tuple[float, float, float, float]


def look_inside(path: Path, password: str, sizes: Sequence[tuple[float, float]]) -> Inside:
    """Give what the PDF at `path` brings along.

    `sizes` are the upright sizes in points of the pages that stand for its
    own. What is broken is left out; of a file with other pages, or one that
    cannot be read this way, all is.
    """
    try:
        with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
            pages = [page.obj for page in pdf.pages]
            if len(pages) != len(sizes):
                return NOTHING_INSIDE
            return _found(pdf, pages, sizes)
    except Exception:  # whatever breaks here, the pages themselves were read
        return NOTHING_INSIDE


def _found(
    pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], sizes: Sequence[tuple[float, float]]
) -> Inside:
    outlines = pdf.Root.get("/Outlines")
    marks = list(_marks(pages))
    if not marks and not isinstance(outlines, pikepdf.Dictionary):
        return NOTHING_INSIDE
    strings = Strings()
    destinations = Destinations(pdf, pages, strings)
    links = _links(marks, destinations, _Sheets(pages, sizes))
    stuck, more = notes(marks, strings)
    return Inside(
        _outline(outlines, destinations, strings), tuple(islice(links, MOST_LINKS)), stuck, more
    )


def _marks(pages: Sequence[pikepdf.Object]) -> Iterator[tuple[int, pikepdf.Object]]:
    """Give every annotation with its page, the same one once a page."""
    room = _MOST_MARKS
    for page, obj in enumerate(pages):
        annotations = obj.get("/Annots")
        if not isinstance(annotations, pikepdf.Array):
            continue
        count = min(len(annotations), room)
        room -= count
        seen: set[tuple[int, int]] = set()
        for place in range(count):
            one = annotations[place]
            if isinstance(one, pikepdf.Dictionary) and one.objgen not in seen:
                if one.is_indirect:
                    seen.add(one.objgen)
                yield page, one


class _Sheets:
    """Leads from a page's own coordinates to the upright page."""

    def __init__(
        self, pages: Sequence[pikepdf.Object], sizes: Sequence[tuple[float, float]]
    ) -> None:
        self._pages = pages
        self._sizes = sizes
        self._fits: dict[int, Fit] = {}

    def box(self, page: int, value: object) -> _Box | None:
        """Give where a rectangle shows on the upright page; None where nothing of it does."""
        if not isinstance(value, pikepdf.Array) or len(value) != 4:
            return None
        ends = [end for one in value if (end := number(one)) is not None]
        if len(ends) != 4:
            return None
        one, other = self._spot(page, ends[0], ends[1]), self._spot(page, ends[2], ends[3])
        width, height = self._sizes[page]
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(one, other, strict=True))
        left, top = max(left, 0.0), max(top, 0.0)
        right, bottom = min(right, width), min(bottom, height)
        return (left, top, right, bottom) if left < right and top < bottom else None

    def top(self, goal: Destination) -> float | None:
        """Give the height on the upright page that `goal` asks for, from its upper edge."""
        place = self._fit(goal.page)
        needed = goal.left if place.matrix[1] else goal.top  # a turned page has its top at a side
        if needed is None:
            return None
        down = self._spot(goal.page, needed, needed)[1]
        return min(max(down, 0.0), self._sizes[goal.page][1])

    def _spot(self, page: int, x: float, y: float) -> tuple[float, float]:
        place = self._fit(page)
        a, b, c, d, e, f = place.matrix
        (wide, high), (width, height) = place.paper, self._sizes[page]
        return (a * x + c * y + e) * width / wide, (high - b * x - d * y - f) * height / high

    def _fit(self, page: int) -> Fit:
        if page not in self._fits:
            obj = self._pages[page]
            values = {key: inherited(obj, key) for key in _SHAPE}
            shape = {key: value for key, value in values.items() if value is not None}
            self._fits[page] = upright(pikepdf.Dictionary(shape))
        return self._fits[page]


def _links(
    marks: Sequence[tuple[int, pikepdf.Object]], destinations: Destinations, sheets: _Sheets
) -> Iterator[InnerLink]:
    for page, mark in marks:
        if mark.get("/Subtype") != pikepdf.Name.Link:
            continue
        flags = mark.get("/F", 0)
        if isinstance(flags, int) and flags & _HIDDEN:
            continue
        box = sheets.box(page, mark.get("/Rect"))
        goal = destinations.of(mark) if box else None
        if box and goal:
            yield InnerLink(page, box, goal.page, sheets.top(goal))


def _outline(
    outlines: object, destinations: Destinations, strings: Strings
) -> tuple[OutlineLine, ...]:
    """Give the lines of the outline; the children of one that leads nowhere move up.

    A mere heading leads to the page of the first line below it.
    """
    if not isinstance(outlines, pikepdf.Dictionary):
        return ()
    lines: list[OutlineLine] = []
    waiting: list[tuple[object, int]] = [(outlines.get("/First"), 0)]
    seen: set[tuple[int, int]] = set()
    while waiting and len(lines) < _MOST_ENTRIES:
        entry, level = waiting.pop()
        if not isinstance(entry, pikepdf.Dictionary) or entry.objgen in seen:
            continue
        if entry.is_indirect:
            seen.add(entry.objgen)
        waiting += [(entry.get("/Next"), level), (entry.get("/First"), level + 1)]
        goal = destinations.of(entry)
        nowhere = _BROKEN if "/Dest" in entry or "/A" in entry else _HEADING
        title = " ".join(strings.said(entry.get("/Title"), LONGEST_TITLE).split())
        page = goal.page if goal else nowhere
        lines.append(OutlineLine(title, page, min(level, MOST_LEVELS - 1)))
    return moved_up(_headed(lines), lambda line: bool(line.title) and line.page >= 0)[:MOST_LINES]


def _headed(lines: Sequence[OutlineLine]) -> list[OutlineLine]:
    """Give each mere heading the page of the first line below it that leads somewhere."""
    headed: list[OutlineLine] = []
    first: list[int] = []  # for each level, the first page in the part below it
    for line in reversed(lines):
        under = first[line.level + 1] if len(first) > line.level + 1 else _BROKEN
        page = under if line.page == _HEADING else line.page
        headed.append(replace(line, page=page))
        del first[line.level + 1 :]
        first += [_BROKEN] * (line.level + 1 - len(first))
        leads = page if page >= 0 else under
        first[line.level] = leads if leads >= 0 else first[line.level]
    return headed[::-1]
