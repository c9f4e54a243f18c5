"""What is wrong with a page at first sight: words over words, or where none may be."""

from collections.abc import Iterable, Iterator

import pypdfium2

from app.dossier.styles import FAXED
from tests.app.dossier.looks.drawn import Box, Stroke, Words, runs, strokes

LEFT, RIGHT, TOP, BOTTOM = 54.0, 45.0, 62.0, 58.0
"""The margins, in points. Above the upper one is the header, below the lower one the footer."""

HEADER, FOOTER = (24.0, 41.0), (46.0, 22.0)
"""Between which heights these stand: from the top edge, and from the bottom edge."""

_SLACK = 1.0  # points: how far ink may stand out of the box of its letter
_OVER = 0.8  # points: letters that stand close
_DRAWN = "timeline", "key-results"
"""Parts with pictures, in which lines run where words stand."""


def faults(name: str, page: pypdfium2.PdfPage) -> list[str]:
    """Give a sentence about each fault of a page."""
    found = runs(page)
    width, height = page.get_size()
    wrong = [
        f"{name}: “{one.text[:40]}” stands outside, at {_told(one.box)}"
        for one in found
        if not _is_inside(one.box, width, height)
    ]
    wrong += [f"{name}: “{a.text[:40]}” lies over “{b.text[:40]}”" for a, b in _over(found)]
    if not name.startswith(_DRAWN):
        wrong += [
            f"{name}: a line goes through “{one.text[:40]}”"
            for one in _crossed(found, strokes(page))
        ]
    return wrong


def _told(box: Box) -> str:
    return f"{box.left:.0f} to {box.right:.0f}, {box.bottom:.0f} to {box.top:.0f}"


def _is_inside(box: Box, width: float, height: float) -> bool:
    """Whether a box lies within the margins, in the header or in the footer."""
    if box.left < LEFT - _SLACK or box.right > width - RIGHT + _SLACK:
        return False
    down = (height - box.top, height - box.bottom)
    places = (
        (TOP, height - BOTTOM),
        HEADER,
        (height - FOOTER[0], height - FOOTER[1]),
    )
    return any(first - _SLACK <= down[0] and down[1] <= last + _SLACK for first, last in places)


def _over(found: Iterable[Words]) -> Iterator[tuple[Words, Words]]:
    """Give each two that lie over one another."""
    above: list[Words] = []
    for one in sorted(found, key=lambda run: -run.box.top):
        above = [other for other in above if other.box.bottom < one.box.top]
        yield from ((other, one) for other in above if other.box.over(one.box) > _OVER)
        above.append(one)


def _crossed(found: Iterable[Words], lines: Iterable[Stroke]) -> Iterator[Words]:
    """Give what a bar or the edge of a frame goes through."""
    edges = [
        edge for one in lines if one.thick > FAXED - 0.05 and one.straight for edge in one.edges()
    ]
    for one in found:
        if any(one.box.over(edge) > _OVER for edge in edges):
            yield one
