"""Where boxes lie: in parts of the upright page, and on the page as it is shown.

An area is x0, y0, x1, y1 from 0.0 to 1.0, from the upper left corner of the
upright page. What a person does is done on the page as they see it, turned
and zoomed, and is led back from there.
"""

from PySide6.QtCore import QPointF, QRectF

from ui.widgets.page_text import Match, PageText
from ui.widgets.sheet import Sheet

Area = tuple[float, float, float, float]
Size = tuple[float, float]

MIDDLE: Area = (0.3, 0.46, 0.7, 0.54)
LEAST = 4.0  # points; a smaller box could not be seen or taken hold of
_ABOVE, _BELOW = 0.14, 0.08  # of a line's height: what a line box has free of ink
_ASIDE = 1.0  # points at the side of a word's box that no ink needs
_CLEAR = 0.02  # points between a box and words that it must not touch


def on_sheet(sheet: Sheet, area: Area) -> QRectF:
    """Give where an area lies in pixels."""
    x0, y0, x1, y1 = area
    return sheet.box(x0 * sheet.width, y0 * sheet.height, x1 * sheet.width, y1 * sheet.height)


def area_of(sheet: Sheet, box: QRectF) -> Area:
    """Give the area of a box in pixels; what reaches beyond the page is cut off.

    A box that is too small becomes as large as the least one, inside the page.
    """
    one, other = sheet.point(box.topLeft()), sheet.point(box.bottomRight())
    x0, x1 = _span(one.x(), other.x(), sheet.width)
    y0, y1 = _span(one.y(), other.y(), sheet.height)
    return x0, y0, x1, y1


def drawn(sheet: Sheet, start: QPointF, end: QPointF) -> Area:
    """Give the area between two places in pixels, whichever way somebody drew."""
    return area_of(sheet, QRectF(start, end).normalized())


def moved(sheet: Sheet, area: Area, across: float, down: float) -> Area:
    """Move an area by points to the right and down as the page is seen; it stays on the page."""
    box, page = on_sheet(sheet, area), sheet.place
    x, y = across * sheet.zoom, down * sheet.zoom
    x = min(max(x, page.left() - box.left()), page.right() - box.right())
    y = min(max(y, page.top() - box.top()), page.bottom() - box.bottom())
    return area_of(sheet, box.translated(x, y))


def pulled(sheet: Sheet, area: Area, sides: str, across: float, down: float) -> Area:
    """Move some sides ("l", "t", "r", "b" as the page is seen) by points to the right and down.

    A side stops before the one across from it and at the edge of the page.
    """
    box, page = on_sheet(sheet, area), sheet.place
    x, y, least = across * sheet.zoom, down * sheet.zoom, LEAST * sheet.zoom
    if "l" in sides:
        box.setLeft(max(page.left(), min(box.left() + x, box.right() - least)))
    if "r" in sides:
        box.setRight(min(page.right(), max(box.right() + x, box.left() + least)))
    if "t" in sides:
        box.setTop(max(page.top(), min(box.top() + y, box.bottom() - least)))
    if "b" in sides:
        box.setBottom(min(page.bottom(), max(box.bottom() + y, box.top() + least)))
    return area_of(sheet, box)


def lines_of(text: PageText, chosen: Match, size: Size) -> list[Area]:
    """Give an area for each line of the chosen words on a page of `size` points.

    Boxes of words reach a little beyond the ink, and those of two lines often
    overlap; where they do so by no more than that, the area stops short of
    the other line, which would count as covered otherwise.
    """
    areas: list[Area] = []
    index, last = chosen
    while index <= min(last, len(text.words) - 1):
        end = min(text.line_of(index)[1], last)
        areas.append(_around(text, index, end, size))
        index = end + 1
    return areas


def words_under(text: PageText, area: Area, size: Size) -> tuple[str, ...]:
    """Give the words that touch an area, those of one line together.

    The same words are looked for in the finished PDF.
    """
    x0, y0, x1, y1 = area[0] * size[0], area[1] * size[1], area[2] * size[0], area[3] * size[1]
    lines: dict[int, list[str]] = {}
    for index, word in enumerate(text.words):
        if word.x0 < x1 and word.x1 > x0 and word.y0 < y1 and word.y1 > y0:
            lines.setdefault(text.line_of(index)[0], []).append(word.text)
    return tuple(dict.fromkeys(" ".join(words) for words in lines.values()))


def words_cut(text: PageText, area: Area, size: Size) -> tuple[str, ...]:
    """Give the words of which a part sticks out of an area far enough to be read."""
    x0, y0, x1, y1 = area[0] * size[0], area[1] * size[1], area[2] * size[0], area[3] * size[1]
    found = []
    for word in text.words:
        if word.x0 < x1 and word.x1 > x0 and word.y0 < y1 and word.y1 > y0:
            high = word.y1 - word.y0
            aside = x0 - word.x0 > _ASIDE or word.x1 - x1 > _ASIDE
            above = y0 - word.y0 > _ABOVE * high + _CLEAR * 2
            below = word.y1 - y1 > _BELOW * high + _CLEAR * 2
            if aside or above or below:
                found.append(word.text)
    return tuple(dict.fromkeys(found))


def _around(text: PageText, first: int, last: int, size: Size) -> Area:
    words = text.words[first : last + 1]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    y0, y1 = min(word.y0 for word in words), max(word.y1 for word in words)
    top, bottom = y0, y1
    high = y1 - y0
    for index, other in enumerate(text.words):
        if first <= index <= last or other.x1 <= x0 or other.x0 >= x1:
            continue
        if y0 - _CLEAR < other.y1 <= y0 + _ABOVE * high:
            top = max(top, other.y1 + _CLEAR)
        if y1 - _BELOW * high <= other.y0 < y1 + _CLEAR:
            bottom = min(bottom, other.y0 - _CLEAR)
    (left, right), (upper, lower) = _span(x0, x1, size[0]), _span(top, bottom, size[1])
    return left, upper, right, lower


def _span(one: float, other: float, length: float) -> tuple[float, float]:
    """Give two sides in parts of `length`, in order, on the page and far enough apart."""
    low, high = sorted(min(max(side / length, 0.0), 1.0) for side in (one, other))
    least = min(LEAST / length, 1.0)
    if high - low >= least * 0.999:
        return low, high
    low = min(max((low + high - least) / 2, 0.0), 1.0 - least)
    return low, min(low + least, 1.0)
