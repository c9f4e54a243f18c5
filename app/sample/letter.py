"""The typed letters of the sample, as PDFs with text."""

import io
from collections.abc import Mapping
from typing import Any

from reportlab.lib.colors import black, grey
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from app.sample.letterhead import SIDE, Place, draw_head
from app.sample.texts import MARK

SIZE = 11.0
LEADING = 16.0
FLOOR = 60.0
"""Text ends at this height, in points; below it stands the small print."""


def draw_letter(letter: Mapping[str, Any], place: Place) -> bytes:
    """Give the PDF of one letter, the same bytes each time.

    Raises ValueError if a page of its text does not fit on a page of paper.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=place.size, invariant=1)
    canvas.setTitle(letter["heading"])
    canvas.setAuthor(place.name)
    pages = letter["pages"]
    for number, text in enumerate(pages, 1):
        height = draw_head(canvas, place)
        height = _write_top(canvas, place, letter["heading"], height)
        _write_body(canvas, place, text, height)
        _write_small_print(canvas, place, f"Page {number} of {len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write_top(canvas: Canvas, place: Place, heading: str, height: float) -> float:
    canvas.setFillColor(black)
    canvas.setFont(place.bold, 13)
    canvas.drawString(SIDE, height, heading)
    canvas.setFont(place.regular, 9.5)
    canvas.drawString(SIDE, height - 18, place.patient)
    return height - 42


def _write_body(canvas: Canvas, place: Place, text: str, height: float) -> None:
    for paragraph in text.strip().splitlines():
        bold = paragraph.startswith("# ")
        listed = paragraph.startswith("- ")
        font = place.bold if bold else place.regular
        left = SIDE + (12 if listed else 0)
        words = paragraph.removeprefix("# ").removeprefix("- ")
        height -= 5 if bold else 0
        canvas.setFont(font, SIZE)
        if listed:
            canvas.drawString(SIDE, height, "•")
        for line in simpleSplit(words, font, SIZE, place.size[0] - SIDE - left):
            if height < FLOOR:
                raise ValueError(f"the page does not fit: {place.name}, “{line}”")
            canvas.drawString(left, height, line)
            height -= LEADING
        height -= 1 if bold or listed else 5


def _write_small_print(canvas: Canvas, place: Place, page: str) -> None:
    canvas.setFillColor(grey)
    canvas.setFont(place.regular, 7.5)
    canvas.drawString(SIDE, 32, MARK)
    canvas.drawRightString(place.size[0] - SIDE, 32, page)
