"""Boxes on a page, and quick ways to find which of many lie over one another."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points
Matrix = tuple[float, float, float, float, float, float]

_ROW = 16.0  # points
_MOST_ROWS = 8  # of one text; one that runs up the page lies in all
_LEAST_LENGTH = 3.0  # points of a line that something must lie over to hide a letter


@dataclass(slots=True)
class Rows:
    """Handles with their boxes, found again by how high they stand on the page."""

    _new: list[tuple[int, Box]] = field(default_factory=list)
    _rows: dict[int, list[tuple[int, Box]]] = field(default_factory=dict)
    _long: list[tuple[int, Box]] = field(default_factory=list)

    def add(self, handle: int, box: Box) -> None:
        """Put one more in."""
        self._new.append((handle, box))

    def near(self, box: Box) -> Iterator[tuple[int, Box]]:
        """Give those that stand as high as `box`, some of them more than once."""
        self._sort_in()
        yield from self._long
        first, last = int(box[1] // _ROW), int(box[3] // _ROW)
        if last - first < len(self._rows):
            rows = [row for row in range(first, last + 1) if row in self._rows]
        else:
            rows = [row for row in self._rows if first <= row <= last]
        for row in rows:
            yield from self._rows[row]

    def _sort_in(self) -> None:
        for one in self._new:
            first, last = int(one[1][1] // _ROW), int(one[1][3] // _ROW)
            if last - first > _MOST_ROWS:
                self._long.append(one)
            else:
                for row in range(first, last + 1):
                    self._rows.setdefault(row, []).append(one)
        self._new.clear()


def within(outer: Box, box: Box) -> bool:
    """Whether the middle of a box lies in another."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= across <= outer[2] and outer[1] <= up <= outer[3]


def lies_over(cover: Box, text: Box) -> bool:
    """Whether something may hide letters of a text, whichever way the text runs."""
    across = min(cover[2], text[2]) - max(cover[0], text[0])
    up = min(cover[3], text[3]) - max(cover[1], text[1])
    if across <= 0 or up <= 0:
        return False
    wide, high = text[2] - text[0], text[3] - text[1]
    thin, long = (up, across) if wide >= high else (across, up)
    return thin >= 0.4 * min(wide, high) and long >= min(_LEAST_LENGTH, 0.4 * max(wide, high))


def reaches_out(box: Box, outer: Box) -> bool:
    """Whether a part of a box lies outside of another."""
    return box[0] < outer[0] or box[1] < outer[1] or box[2] > outer[2] or box[3] > outer[3]


def then(first: Matrix, second: Matrix | None) -> Matrix:
    """Give what leads where `first` and after it `second` lead."""
    if second is None:
        return first
    a, b, c, d, e, f = first
    across, up = _led(second, e, f)
    return (
        a * second[0] + b * second[2],
        a * second[1] + b * second[3],
        c * second[0] + d * second[2],
        c * second[1] + d * second[3],
        across,
        up,
    )


def led(matrix: Matrix, box: Box) -> Box:
    """Give the upright box around where a matrix leads a box."""
    corners = [_led(matrix, across, up) for across in (box[0], box[2]) for up in (box[1], box[3])]
    acrosses, ups = zip(*corners, strict=True)
    return (min(acrosses), min(ups), max(acrosses), max(ups))


def growth(matrix: Matrix | None) -> float:
    """Give how many times higher things become."""
    return 1.0 if matrix is None else math.hypot(matrix[2], matrix[3])


def _led(matrix: Matrix, across: float, up: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * across + c * up + e, b * across + d * up + f)
