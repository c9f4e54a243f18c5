"""Finds words that can be copied out of a page although nobody sees them there.

First `drawn` names the texts of a page that may not show; only a page that has
such is painted, once with them and once without. Letters that make no
difference are hidden, whatever hides them. Recognised text below a scan is
meant to be so and is let be.
"""

import ctypes
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from app.worker.readers import bare_calls as ask
from app.worker.readers.drawn import Doubt, Drawn, doubtful
from app.worker.readers.places import Box, within

MOST_SECONDS = 60.0  # that painting may take for one file; then doubt is enough
PAGE_SECONDS = 2.0  # that painting one page may take
_DOTS = 100 / 72  # pixels a point
_MOST_PIXELS = 2_000_000
_SEEN = 24  # of 255, by which a letter changes the page so that an eye finds it
_FEWEST = 2  # letters or digits in a row that tell something
_MOST_LETTERS = 100_000  # of a page
_EVERY = 20  # pages between two steps


def pages_with_unseen(
    path: Path, password: str, wanted: list[bool], step: Callable[[int], None]
) -> frozenset[int]:
    """Give the pages, from 0, with words that cannot be seen but can be copied out.

    `wanted` says for each page whether it has text; `step` is told a page now
    and then, and before each page that is painted. A page that cannot be
    painted in time is given when there is doubt about it. Raises PdfiumError
    for a file that does not open.
    """
    found = set()
    until = time.monotonic() + MOST_SECONDS
    with pypdfium2.PdfDocument(path, password=password or None) as pdf:
        for index, has_text in enumerate(wanted):
            if index % _EVERY == 0:
                step(index)
            page = pdfium.FPDF_LoadPage(pdf, index) if has_text else None
            if not page:
                continue
            try:
                drawn = doubtful(ask.handle(page))
                if drawn.doubts:
                    step(index)
                    if _has_unseen(page, drawn, until):
                        found.add(index)
            finally:
                pdfium.FPDF_ClosePage(page)
    return frozenset(found)


def has_unseen(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has words that cannot be seen but can be copied out."""
    drawn = doubtful(ask.handle(page.raw))
    return bool(drawn.doubts) and _has_unseen(page.raw, drawn, math.inf)


@dataclass(frozen=True, slots=True)
class _Letter:
    box: Box
    doubt: Doubt


def _has_unseen(page: object, drawn: Drawn, until: float) -> bool:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return False
    try:
        letters = list(_letters(ask.handle(text), drawn.doubts))
    finally:
        pdfium.FPDFText_ClosePage(text)
    painted = _Painted(page, drawn, letters, min(until, time.monotonic() + PAGE_SECONDS))
    row = 0
    for letter in letters:
        row = row + 1 if _hidden(letter, drawn, painted) else 0
        if row >= _FEWEST:
            return True
    return False


def _letters(text: int, doubts: dict[int, Doubt]) -> Iterator[_Letter]:
    """Give the letters and digits of the doubtful texts of a page."""
    sides = ask.Numbers(ctypes.c_double)
    for index in range(min(max(0, ask.letters_of(text)), _MOST_LETTERS)):
        doubt = doubts.get(ask.object_of_letter(text, index))
        if doubt is None or not _tells(ask.sign_of_letter(text, index)):
            continue
        if ask.box_of_letter(text, index, *sides.places):
            left, right, bottom, top = sides.read()
            if left < right and bottom < top and math.isfinite(right - left + top - bottom):
                yield _Letter((left, bottom, right, top), doubt)


def _tells(sign: int) -> bool:
    half = 0xD800 <= sign < 0xE000  # of a letter outside the first 65,536
    return half or (sign <= 0x10FFFF and chr(sign).isalnum())


def _hidden(letter: _Letter, drawn: Drawn, painted: "_Painted") -> bool:
    if letter.doubt is Doubt.NEVER or not within(drawn.shown, letter.box):
        return True
    if letter.doubt is Doubt.PAINTED:
        return painted.changes_nothing(letter.box)
    if letter.doubt is Doubt.ON_SCAN:
        covered = any(within(cover, letter.box) for cover in drawn.covers)
        return covered and painted.is_even(letter.box)
    return False  # it lies inside, and nothing speaks against it


class _Painted:
    """The part of a page with doubtful letters, painted when first asked.

    Where that takes too long, all of them count as hidden.
    """

    def __init__(self, page: object, drawn: Drawn, letters: list[_Letter], until: float) -> None:
        self._page = page
        self._drawn = drawn
        self._until = until
        self._asked = False
        self._full: Image.Image | None = None
        self._change: Image.Image | None = None
        self._view = _view(drawn.shown, [letter.box for letter in letters])

    def changes_nothing(self, box: Box) -> bool:
        """Whether the page is the same with a doubtful letter and without."""
        self._paint()
        return self._change is None or self._range(self._change, box)[1] < _SEEN

    def is_even(self, box: Box) -> bool:
        """Whether there is but one colour at a place."""
        self._paint()
        if self._full is None:
            return True
        darkest, lightest = self._range(self._full, box)
        return lightest - darkest < _SEEN

    def _paint(self) -> None:
        if self._asked:
            return
        self._asked = True
        full = self._view.paint(self._page, self._until)
        if full is None:
            return
        self._full = full.convert("L")
        doubted = [one for one, why in self._drawn.doubts.items() if why is Doubt.PAINTED]
        if not doubted:
            return
        for one in doubted:
            ask.activate(one, 0)
        try:
            without = self._view.paint(self._page, self._until)
        finally:
            for one in doubted:
                ask.activate(one, 1)
        if without is not None:
            red, green, blue = ImageChops.difference(full, without).split()
            self._change = ImageChops.lighter(ImageChops.lighter(red, green), blue)

    def _range(self, picture: Image.Image, box: Box) -> tuple[int, int]:
        """Give the least and the most at a place, without the letters beside it."""
        part = self._view.pixels(box, picture.size)
        if part is None:
            return 0, 0
        least, most = picture.crop(part).getextrema()
        return int(least), int(most)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _View:
    """The window of a page that is painted: `area` of what shows, not turned."""

    shown: Box
    area: Box
    scale: float

    def pixels(self, box: Box, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
        """Give the pixels that lie in a box; None when the window has none of them."""
        left, top = self.area[0], self.area[3]
        x0, x1 = _inside((box[0] - left) * self.scale, (box[2] - left) * self.scale)
        y0, y1 = _inside((top - box[3]) * self.scale, (top - box[1]) * self.scale)
        part = (max(0, x0), max(0, y0), min(size[0], x1), min(size[1], y1))
        return part if part[0] < part[2] and part[1] < part[3] else None

    def paint(self, page: object, until: float) -> Image.Image | None:
        """Paint the window; None when it takes longer than `until`."""
        wide = max(1, math.ceil((self.area[2] - self.area[0]) * self.scale))
        high = max(1, math.ceil((self.area[3] - self.area[1]) * self.scale))
        bitmap = pdfium.FPDFBitmap_Create(wide, high, 0)
        if not bitmap:
            return None
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
            if not self._painted(page, bitmap, until):
                return None
            row = pdfium.FPDFBitmap_GetStride(bitmap)
            pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), row * high)
            return Image.frombytes("RGB", (wide, high), pixels, "raw", "BGRX", row)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def _painted(self, page: object, bitmap: object, until: float) -> bool:
        pause = pdfium.IFSDK_PAUSE(version=1)
        asked = type(pause.NeedToPauseNow)
        pause.NeedToPauseNow = asked(lambda _pause: int(time.monotonic() > until))
        state = pdfium.FPDF_RenderPageBitmap_Start(
            bitmap,
            page,
            round((self.shown[0] - self.area[0]) * self.scale),
            round((self.area[3] - self.shown[3]) * self.scale),
            max(1, round((self.shown[2] - self.shown[0]) * self.scale)),
            max(1, round((self.shown[3] - self.shown[1]) * self.scale)),
            -ask.turn_of_page(ask.handle(page)) % 4,
            0,
            ctypes.byref(pause),
        )
        pdfium.FPDF_RenderPage_Close(page)
        return bool(state == pdfium.FPDF_RENDER_DONE)


def _view(shown: Box, boxes: list[Box]) -> _View:
    """Give a window as small as the boxes, and no larger than what shows."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True) if boxes else [[side] for side in shown]
    area = (
        max(shown[0], min(lefts) - 1),
        max(shown[1], min(bottoms) - 1),
        min(shown[2], max(rights) + 1),
        min(shown[3], max(tops) + 1),
    )
    size = max(1.0, area[2] - area[0]) * max(1.0, area[3] - area[1])
    return _View(shown, area, min(_DOTS, math.sqrt(_MOST_PIXELS / size)))


def _inside(start: float, end: float) -> tuple[int, int]:
    """Give the whole pixels between two places, at least one."""
    first, last = math.ceil(start), math.floor(end)
    if last > first:
        return first, last
    middle = math.floor((start + end) / 2)
    return middle, middle + 1
