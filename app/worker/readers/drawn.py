"""What a page draws, in order, and which of its words may not show.

Only places and colours are looked at, nothing is painted: that says quickly
of most pages that all their words show. The ways of showing text are those of
ISO 32000-1, 9.3.6.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

import pypdfium2.raw as pdfium

from app.worker.readers import bare_calls as ask
from app.worker.readers.places import (
    Box,
    Matrix,
    Rows,
    growth,
    led,
    lies_over,
    reaches_out,
    then,
    within,
)

MOST_DRAWN = 20_000  # objects of one page that are looked at
MOST_COMPARED = 20_000  # pairs of places; past that, painting decides
_DEEPEST = 8  # forms inside forms
_FURTHEST = 1e7  # points; what lies beyond is a mistake
_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _SHADING = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING
_FORM = pdfium.FPDF_PAGEOBJ_FORM
_OUTLINED, _WITHOUT_INK = 1, 3  # recognised text below a scan is shown without ink
_TINY = 1.0  # points
_THIN = 3.0  # points; lines of a table cover no words
_SOLID = 230  # of 255; what lets more through hides nothing
_FAINT = 25  # of 255
_LIGHT = 225  # of 255, the darkest part of a colour that may be lost on paper
_ALIKE = 40  # of 255, by which colours must differ to be told apart for sure

Colour = tuple[int, int, int]
_WHITE: Colour = (255, 255, 255)


class Doubt(Enum):
    """Why the words of a text may not show."""

    NEVER = auto()  # no ink, or too small to see
    OUTSIDE = auto()  # some of it lies beyond what shows of the page
    PAINTED = auto()  # perhaps covered, or in the colour of what is below: painting it tells
    ON_SCAN = auto()  # recognised text of a scan on which something is painted


@dataclass(slots=True)
class Drawn:
    """The doubtful texts of a page, by their handles, and what is painted over scans."""

    shown: Box
    doubts: dict[int, Doubt] = field(default_factory=dict)
    covers: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cover:
    """Something painted that may hide what is below it; None is the colour of a picture."""

    box: Box
    colour: Colour | None
    picture: bool = False


def doubtful(page: int) -> Drawn:
    """Give the texts of a loaded page, given by its handle, whose words may not show."""
    return _Look(page).drawn


class _Look:
    """One look through the objects of a page, in the order in which they are painted."""

    def __init__(self, page: int) -> None:
        self.drawn = Drawn(_shown_part(page))
        self._inked = Rows()
        self._without_ink = Rows()
        self._recognised: list[tuple[int, Box]] = []
        self._below: list[_Cover] = []
        self._fills: dict[Colour, list[Box]] = {}
        self._pictures = Rows()
        self._compared = 0
        self._sides = ask.Numbers(ctypes.c_float)
        self._ink = ask.Numbers(ctypes.c_uint)
        for one, kind, matrix in _objects(page):
            if kind == _TEXT:
                self._take_text(one, matrix)
            elif kind == _PATH:
                self._take_path(one, matrix)
            elif kind in (_IMAGE, _SHADING) and (box := self._box(one, matrix)):
                if kind == _IMAGE:
                    self._pictures.add(one, box)
                self._cover(_Cover(box, None, picture=kind == _IMAGE))
        self._judge_without_ink()

    def _take_text(self, one: int, matrix: Matrix | None) -> None:
        box = self._box(one, matrix)
        if box is None:
            return
        mode = ask.way_of_text(one)
        if mode == _WITHOUT_INK:
            self._recognised.append((one, box))
            self._without_ink.add(one, box)
        else:
            self._inked.add(one, box)
        if min(box[2] - box[0], box[3] - box[1]) < _TINY and _size(one, matrix) < _TINY:
            self.drawn.doubts[one] = Doubt.NEVER
        elif mode != _WITHOUT_INK and self._may_be_lost(one, box, mode):
            self.drawn.doubts[one] = Doubt.PAINTED
        elif reaches_out(box, self.drawn.shown):
            self.drawn.doubts[one] = Doubt.OUTSIDE

    def _may_be_lost(self, one: int, box: Box, mode: int) -> bool:
        """Whether a text has the colour of what it stands on, as far as that is known."""
        ink = self._colour(one, outlined=mode == _OUTLINED)
        if ink is None:
            return False
        colour, strength = ink
        if strength < _FAINT:
            return True
        if min(colour) >= _LIGHT:
            return self._lost_in_light(colour, box)
        for other, boxes in self._fills.items():
            if _alike(colour, other):
                self._compared += len(boxes)
                if self._compared > MOST_COMPARED or any(within(lower, box) for lower in boxes):
                    return True
        return False

    def _lost_in_light(self, colour: Colour, box: Box) -> bool:
        for lower in reversed(self._below):
            self._compared += 1
            if self._compared > MOST_COMPARED:
                return True
            if within(lower.box, box):
                return lower.colour is None or _alike(colour, lower.colour)
        return _alike(colour, _WHITE)

    def _take_path(self, one: int, matrix: Matrix | None) -> None:
        box = self._box(one, matrix)
        if box is None or min(box[2] - box[0], box[3] - box[1]) < _THIN:
            return
        ways = ask.Numbers(ctypes.c_int, 2)
        ask.way_of_path(one, *ways.places)
        filled, stroked = ways.read()
        if not filled and not (stroked and _thickness(one, matrix) >= _THIN):
            return
        ink = self._colour(one, outlined=not filled)
        if ink is None:  # a pattern
            self._cover(_Cover(box, None))
        elif ink[1] >= _SOLID:
            self._cover(_Cover(box, ink[0]))

    def _cover(self, cover: _Cover) -> None:
        """Doubt the texts below what was painted now."""
        self._below.append(cover)
        if cover.colour is not None:
            self._fills.setdefault(cover.colour, []).append(cover.box)
        for one in self._under(cover.box, self._inked):
            self._doubt(one, Doubt.PAINTED)
        if cover.picture or not self._recognised:
            return
        recognised = self._under(cover.box, self._without_ink)
        for one in recognised:
            self._doubt(one, Doubt.ON_SCAN)
        if recognised:
            self.drawn.covers.append(cover.box)

    def _under(self, cover: Box, texts: Rows) -> list[int]:
        found = []
        for one, box in texts.near(cover):
            self._compared += 1
            if self._compared > MOST_COMPARED or lies_over(cover, box):
                found.append(one)
        return found

    def _doubt(self, one: int, why: Doubt) -> None:
        if self.drawn.doubts.get(one, Doubt.OUTSIDE) is Doubt.OUTSIDE:
            self.drawn.doubts[one] = why

    def _judge_without_ink(self) -> None:
        """Tell recognised text, which lies on the picture of its words, from words in secret."""
        for one, box in self._recognised:
            if self.drawn.doubts.get(one) is not Doubt.NEVER and not self._on_picture(box):
                self.drawn.doubts[one] = Doubt.NEVER

    def _on_picture(self, box: Box) -> bool:
        for _picture, place in self._pictures.near(box):
            self._compared += 1
            if within(place, box) or self._compared > MOST_DRAWN + MOST_COMPARED:
                return True
        return False

    def _box(self, one: int, matrix: Matrix | None) -> Box | None:
        if not ask.bounds_of(one, *self._sides.places):
            return None
        left, bottom, right, top = self._sides.read()
        if not (-_FURTHEST < left <= right < _FURTHEST and -_FURTHEST < bottom <= top < _FURTHEST):
            return None
        box = (left, bottom, right, top)
        return box if matrix is None else led(matrix, box)

    def _colour(self, one: int, *, outlined: bool) -> tuple[Colour, int] | None:
        """Give a colour and how solid it is, 0 to 255; None for a pattern."""
        call = ask.stroke_of if outlined else ask.fill_of
        if not call(one, *self._ink.places):
            return None
        red, green, blue, strength = self._ink.read()
        return (red, green, blue), strength


def _shown_part(page: int) -> Box:
    found = ask.Numbers(ctypes.c_float)  # an FS_RECTF: left, top, right, bottom
    ask.bounds_of_page(page, found.places[0])
    left, top, right, bottom = found.read()
    return (left, min(bottom, top), right, max(bottom, top))


def _objects(page: int) -> Iterator[tuple[int, int, Matrix | None]]:
    """Give what a page draws, and what its forms draw: the handle, the kind, the way to the page.

    Nothing leads to the page where an object lies on it itself.
    """
    room = MOST_DRAWN
    for index in range(min(ask.objects_of_page(page), room)):
        one = ask.object_of_page(page, index)
        kind = ask.kind_of(one)
        room -= 1
        if kind == _FORM:
            for found in _in_form(one, None, room, 1):
                yield found
                room -= 1
        else:
            yield one, kind, None
        if room <= 0:
            return


def _in_form(
    form: int, above: Matrix | None, room: int, deep: int
) -> Iterator[tuple[int, int, Matrix | None]]:
    matrix = then(_matrix(form), above)
    for index in range(min(max(0, ask.objects_of_form(form)), room)):
        one = ask.object_of_form(form, index)
        kind = ask.kind_of(one)
        if kind != _FORM:
            yield one, kind, matrix
            room -= 1
        elif deep < _DEEPEST:
            for found in _in_form(one, matrix, room, deep + 1):
                yield found
                room -= 1
        if room <= 0:
            return


def _matrix(one: int) -> Matrix:
    found = ask.Numbers(ctypes.c_float, 6)
    if not ask.matrix_of(one, found.places[0]):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    a, b, c, d, e, f = found.read()
    return (a, b, c, d, e, f)


def _size(one: int, matrix: Matrix | None) -> float:
    """Give the size of a text in points, as it is on the page."""
    size = ask.Numbers(ctypes.c_float, 1)
    ask.size_of_text(one, *size.places)
    return float(abs(size.read()[0])) * growth(_matrix(one)) * growth(matrix)


def _thickness(one: int, matrix: Matrix | None) -> float:
    """Give the thickness of a line in points, as it is on the page."""
    found = ask.Numbers(ctypes.c_float, 1)
    ask.stroke_width_of(one, *found.places)
    return float(found.read()[0]) * growth(_matrix(one)) * growth(matrix)


def _alike(one: Colour, other: Colour) -> bool:
    return (
        abs(one[0] - other[0]) < _ALIKE
        and abs(one[1] - other[1]) < _ALIKE
        and abs(one[2] - other[2]) < _ALIKE
    )
