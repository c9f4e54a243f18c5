"""One page of a PDF as it shows: its pixels, and its words with their boxes."""

import ctypes
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from app.worker.cleaning import clean
from app.worker.orders import LONGEST_WORD, MOST_WORDS, PageWords, Word
from app.worker.page_frames import MOST_PIXELS
from app.worker.protocol import LONGEST_SIDE

_HYPHENS = (0x02, 0xFFFE)  # how PDFium gives the hyphen of a word divided at a line's end

_Box = tuple[float, float, float, float]


def draw(source: Path, target: Path, page: int, width: int, password: str) -> tuple[int, int]:
    """Draw page `page`, from 0, `width` pixels wide, as rows of blue, green, red and one more.

    Gives the width and height in pixels, fewer where there would be more than
    MOST_PIXELS. Raises PdfiumError and IndexError when there is no such page.
    """
    with _page(source, page, password) as opened:
        across, up = opened.get_size()
        most = math.sqrt(MOST_PIXELS / max(1.0, across * up)) * 0.999
        wanted = max(1, width) - 0.01  # sides are rounded up
        scale = min(wanted / max(across, 0.01), most)
        bitmap = opened.render(scale=scale, prefer_bgrx=True, may_draw_forms=True)
        with target.open("wb") as written:
            row = 4 * bitmap.width
            pixels = memoryview(bitmap.buffer).cast("B")
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride):
                written.write(pixels[start : start + row])
        return bitmap.width, bitmap.height


def words(source: Path, page: int, password: str) -> PageWords:
    """Give the words that show on page `page`, from 0; raises what `draw` raises."""
    with _page(source, page, password) as opened:
        width, height = (min(max(side, 0.01), LONGEST_SIDE) for side in opened.get_size())
        upright = _upright(opened.get_bbox(), opened.get_rotation(), width, height)
        text = pdfium.FPDFText_LoadPage(opened)
        if not text:
            return PageWords(width, height, ())
        try:
            return PageWords(width, height, tuple(_shown(text, upright)))
        finally:
            pdfium.FPDFText_ClosePage(text)


@contextmanager
def _page(source: Path, page: int, password: str) -> Iterator[pypdfium2.PdfPage]:
    with pypdfium2.PdfDocument(source, password=password or None) as document:
        document.init_forms()
        if not 0 <= page < len(document):
            raise IndexError
        opened = document[page]
        try:
            yield opened
        finally:
            opened.close()


def _upright(shown: _Box, turn: int, width: float, height: float) -> Callable[[_Box], _Box | None]:
    """Give what leads from a box in the page's own coordinates to the upright page.

    `shown` is the part of the page that shows, `turn` its rotation clockwise.
    A box outside of it gives None; one that reaches out is cut.
    """
    left, bottom, right, top = shown

    def lead(box: _Box) -> _Box | None:
        x0, y0, x1, y1 = box
        ax, ay, bx, by = {
            0: (x0 - left, top - y1, x1 - left, top - y0),
            90: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
            180: (right - x1, y0 - bottom, right - x0, y1 - bottom),
            270: (top - y1, right - x1, top - y0, right - x0),
        }[turn]
        ax, ay, bx, by = max(ax, 0.0), max(ay, 0.0), min(bx, width), min(by, height)
        return (ax, ay, bx, by) if ax < bx and ay < by else None

    return lead


def _shown(text: object, upright: Callable[[_Box], _Box | None]) -> Iterator[Word]:
    """Give the words that show, up to MOST_WORDS."""
    given = 0
    for letters, box in _runs(text):
        word = clean(letters).strip()
        place = upright(box)
        if word and place is not None:
            yield Word(word[:LONGEST_WORD], *place)
            given += 1
            if given == MOST_WORDS:
                return


def _runs(text: object) -> Iterator[tuple[str, _Box]]:
    """Give what stands between white space, with the box around it in the page's coordinates."""
    units: list[int] = []
    boxes: list[_Box] = []
    for index in range(max(0, pdfium.FPDFText_CountChars(text))):
        unit = pdfium.FPDFText_GetUnicode(text, index)
        hyphen = unit in _HYPHENS
        space = not hyphen and (unit <= 0x20 or unit == 0xA0 or unit > 0x10FFFF)
        if not space:
            units.append(ord("-") if hyphen else unit)
            boxes += _boxes(text, index)
        if (space or hyphen or len(units) == LONGEST_WORD) and units:
            if boxes:
                yield _spelt(units), _around(boxes)
            units, boxes = [], []
    if boxes:
        yield _spelt(units), _around(boxes)


def _boxes(text: object, index: int) -> list[_Box]:
    """Give the box of a letter: as high as its line or, where the font is silent, as its ink."""
    loose = pdfium.FS_RECTF()
    if pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose)):
        box = (loose.left, min(loose.bottom, loose.top), loose.right, max(loose.bottom, loose.top))
        if _sound(box):
            return [box]
    sides = [ctypes.c_double() for _side in range(4)]  # left, right, bottom, top
    if pdfium.FPDFText_GetCharBox(text, index, *(ctypes.byref(side) for side in sides)):
        left, right, bottom, top = (side.value for side in sides)
        if _sound((left, bottom, right, top)):
            return [(left, bottom, right, top)]
    return []


def _sound(box: _Box) -> bool:
    return all(map(math.isfinite, box)) and box[0] < box[2] and box[1] < box[3]


def _around(boxes: list[_Box]) -> _Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _spelt(units: list[int]) -> str:
    """Put letters together; one outside the first 65,536 may have come in two halves."""
    halves = "".join(map(chr, units))
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
