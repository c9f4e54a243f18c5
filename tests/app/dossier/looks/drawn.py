"""What stands on a page and where, read back by PDFium; lengths in points from the lower left."""

from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle around ink."""

    left: float
    bottom: float
    right: float
    top: float

    def over(self, other: "Box") -> float:
        """Give by how many points two boxes lie over one another, in the lesser direction."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return min(across, along)

    def around(self, other: "Box") -> "Box":
        """Give the box around both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class Words:
    """Some words that were set at once, or one word, and the box around their ink."""

    text: str
    box: Box
    ink: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """What is drawn with a pen: its corners, how thick the pen is, and whether it is lifted.

    What is not `straight` has curves between its corners.
    """

    corners: tuple[tuple[float, float], ...]
    thick: float
    ink: Colour
    dashed: bool
    straight: bool

    @property
    def upright(self) -> bool:
        """Whether it goes straight up or down."""
        return len({round(x, 2) for x, _y in self.corners}) == 1

    @property
    def length(self) -> float:
        """How long it is, from corner to corner."""
        return sum(hypot(to_x - x, to_y - y) for (x, y), (to_x, to_y) in pairwise(self.corners))

    def edges(self) -> Iterator[Box]:
        """Give the box of each of its straight parts."""
        half = self.thick / 2
        for (x, y), (to_x, to_y) in pairwise(self.corners):
            yield Box(
                min(x, to_x) - half, min(y, to_y) - half, max(x, to_x) + half, max(y, to_y) + half
            )

    def underlines(self, box: Box) -> bool:
        """Whether it is a line close below the words in `box`."""
        (left, y), (right, _y) = self.corners[0], self.corners[-1]
        return left < box.left + 2 and right > box.right - 2 and -3 < box.bottom - y < 4

    def spots(self) -> Iterator[tuple[float, float]]:
        """Give a place on it for every half point."""
        for (x, y), (to_x, to_y) in pairwise(self.corners):
            steps = max(1, int(hypot(to_x - x, to_y - y) * 2))
            for step in range(steps + 1):
                part = step / steps
                yield x + (to_x - x) * part, y + (to_y - y) * part


def runs(page: pypdfium2.PdfPage) -> list[Words]:
    """Give all words, as they were set: a line in one style is one."""
    words = page.get_textpage()
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        box = Box(*one.get_bounds())
        if box.right - box.left > 0.01 and box.top - box.bottom > 0.01:  # no mere space
            found.append(
                Words(_text_of(one, words), box, _colour(one, pdfium.FPDFPageObj_GetFillColor))
            )
    return found


def words(page: pypdfium2.PdfPage) -> list[Words]:
    """Give every word; what stands between blanks, or after a gap in the line, is one."""
    text = page.get_textpage()
    found: list[Words] = []
    going_on = False
    for place in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, place))
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, place) == 1:
            going_on = False
            continue
        box = Box(*text.get_charbox(place))
        if going_on and box.left - found[-1].box.right < 4:
            found[-1] = Words(found[-1].text + character, found[-1].box.around(box))
        else:
            found.append(Words(character, box))
        going_on = True
    return found


def strokes(page: pypdfium2.PdfPage) -> list[Stroke]:
    """Give all lines, and the edges of shapes that have one."""
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        fill, stroke, thick = c_int(), c_int(), c_float()
        pdfium.FPDFPath_GetDrawMode(one, fill, stroke)
        pdfium.FPDFPageObj_GetStrokeWidth(one, thick)
        if stroke.value:
            ink = _colour(one, pdfium.FPDFPageObj_GetStrokeColor)
            dashed = pdfium.FPDFPageObj_GetDashCount(one) > 0
            corners = tuple(_corners(one))
            found.append(Stroke(corners, thick.value, ink, dashed, _is_straight(one)))
    return found


def _corners(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float]]:
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        x, y = c_float(), c_float()
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, place), x, y)
        yield x.value, y.value


def _is_straight(path: pypdfium2.PdfObject) -> bool:
    segments = (
        pdfium.FPDFPath_GetPathSegment(path, place)
        for place in range(pdfium.FPDFPath_CountSegments(path))
    )
    return pdfium.FPDF_SEGMENT_BEZIERTO not in map(pdfium.FPDFPathSegment_GetType, segments)


def _colour(one: pypdfium2.PdfObject, ask) -> Colour:
    red, green, blue, opaque = (c_uint() for _ in range(4))
    ask(one, red, green, blue, opaque)
    return red.value, green.value, blue.value


def _text_of(one: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(one, text, None, 0)
    room = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFTextObj_GetText(one, text, room, size)
    return bytes(room).decode("utf-16-le", "replace").rstrip("\0")
