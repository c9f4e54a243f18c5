"""How a page lies on the desk: how large, which way up, and where."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

LEAST, MOST = 0.2, 5.0  # pixels to a point
STEP = 1.25


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of `width` x `height` points, upright, as it is shown.

    It is turned clockwise by `turn` (0, 90, 180 or 270 degrees) and `zoom`
    pixels large to a point; `left` and `top` are where its upper left corner,
    as it is shown, lies in pixels.
    """

    width: float
    height: float
    turn: int = 0
    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def lying(self) -> tuple[float, float]:
        """The width and height in points as it is turned."""
        sides = (self.width, self.height)
        return sides if self.turn in (0, 180) else (self.height, self.width)

    @property
    def size(self) -> QSizeF:
        """The width and height in pixels as it is shown."""
        across, down = self.lying
        return QSizeF(across * self.zoom, down * self.zoom)

    @property
    def place(self) -> QRectF:
        """Where it lies in pixels."""
        return QRectF(QPointF(self.left, self.top), self.size)

    def transform(self) -> QTransform:
        """Give what leads from points of the upright page to pixels."""
        made = QTransform()
        made.translate(self.left, self.top)
        made.scale(self.zoom, self.zoom)
        corner = {
            0: (0.0, 0.0),
            90: (self.height, 0.0),
            180: (self.width, self.height),
            270: (0.0, self.width),
        }[self.turn]
        made.translate(*corner)
        made.rotate(self.turn)
        return made

    def box(self, x0: float, y0: float, x1: float, y1: float) -> QRectF:
        """Give where a box of the upright page, in points, lies in pixels."""
        return self.transform().mapRect(QRectF(x0, y0, x1 - x0, y1 - y0))

    def point(self, place: QPointF) -> QPointF:
        """Give the point of the upright page that lies at a place in pixels."""
        back, _can = self.transform().inverted()
        return back.map(place)


class Fit(Enum):
    """How large a page is shown."""

    WIDTH = "width"
    WHOLE = "whole"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class Arranged:
    """The zoom of a page, how far it can be scrolled, and the desk's size; all but zoom in pixels.

    `reach` and `room` are across and down.
    """

    zoom: float
    reach: tuple[int, int]
    room: tuple[int, int]


def arrange(
    lying: tuple[float, float],
    fit: Fit,
    zoom: float,
    room: tuple[int, int],
    *,
    margin: int,
    bar: int,
) -> Arranged:
    """Find how a page of `lying` points fits into `room` pixels with `margin` on each side.

    `zoom` holds where `fit` is ZOOM. A scroll bar, where one is needed, takes
    `bar` pixels of the other way.
    """
    across, down = (max(1, side - 2 * margin) for side in room)
    if fit is Fit.WHOLE:
        zoom = _bounded(min(across / lying[0], down / lying[1]))
    elif fit is Fit.WIDTH:
        zoom = _bounded(across / lying[0])
        if lying[1] * zoom > down + 1:
            zoom = _bounded(max(1, across - bar) / lying[0])
    width, height = lying[0] * zoom, lying[1] * zoom
    high = height > down + 1
    wide = width > across - bar * high + 1
    high = height > down - bar * wide + 1
    left = (room[0] - bar * high, room[1] - bar * wide)
    reach = (
        round(width + 2 * margin - left[0]) if wide else 0,
        round(height + 2 * margin - left[1]) if high else 0,
    )
    return Arranged(zoom, (max(0, reach[0]), max(0, reach[1])), left)


def stepped(zoom: float, steps: float) -> float:
    """Give the zoom some steps larger, or smaller where `steps` is below 0."""
    factor: float = STEP**steps
    return min(max(zoom * factor, LEAST), MOST)


def _bounded(zoom: float) -> float:
    """Let a huge page be smaller than a person would zoom it, so that it fits."""
    return min(max(zoom, 0.001), MOST)
