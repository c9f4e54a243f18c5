"""Paints the strip of the timeline: the lanes, the time below them, today, and the marks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.phrases import _
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.timeline.happenings import Happening
from ui.timeline.laid import HALF, Laid, Lane
from ui.timeline.marks import draw_mark, lane_title
from ui.widgets.labels import em


def paint_strip(
    painter: QPainter,
    on: QWidget,
    laid: Laid,
    found: Sequence[Happening],
    today: date,
    at: int | None,
) -> None:
    """Paint all of it; `at` is the mark that somebody has come to, which is painted last."""
    told, unit = colours(), em(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_time(painter, laid, told, on.width(), unit)
    _paint_today(painter, laid, told, on.width(), today)
    _paint_lanes(painter, laid, told)
    drawn: set[tuple[Lane, int, int]] = set()
    for place, spot in laid.spots.items():
        where = (found[place].lane, round(spot.x() / (HALF * unit)), round(spot.y()))
        if where not in drawn and place != at:  # where a lane is full, one stands for several
            drawn.add(where)
            _paint_mark(painter, found[place], spot, laid, told, unit)
    if at is not None:
        spot = laid.spots[at]
        _paint_mark(painter, found[at], spot, laid, told, unit)
        painter.setPen(QPen(QColor(told.focus if on.hasFocus() else told.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = 1.7 * HALF * unit
        painter.drawEllipse(spot, side, side)
    if on.hasFocus():
        painter.setPen(QPen(QColor(told.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(on.rect()).adjusted(1, 1, -1, -1), 6, 6)


def _paint_time(painter: QPainter, laid: Laid, told: Colours, wide: int, unit: float) -> None:
    small = font_of("small", digits=True)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    for x, words in laid.axis.ticks(4.8 * unit):
        painter.setPen(QPen(QColor(told.border), 1))
        painter.drawLine(QPointF(x, 0), QPointF(x, laid.bottom))
        painter.setPen(QColor(told.text2))
        left = min(x, wide - metrics.horizontalAdvance(words) - 4)
        painter.drawText(QPointF(left, laid.bottom + metrics.ascent() + 2), words)


def _paint_today(painter: QPainter, laid: Laid, told: Colours, wide: int, today: date) -> None:
    x = laid.axis.x(today)
    if not laid.axis.left <= x <= laid.axis.right:
        return
    metrics = QFontMetricsF(font_of("small", digits=True))
    painter.setPen(QPen(QColor(told.accent_text), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, 0), QPointF(x, laid.bottom))
    words = _("today")
    long = metrics.horizontalAdvance(words)
    left = min(max(0.0, x - long / 2), wide - long - 4)
    painter.setPen(QColor(told.accent_text))
    painter.drawText(QPointF(left, laid.bottom + metrics.height() + metrics.ascent() + 2), words)


def _paint_lanes(painter: QPainter, laid: Laid, told: Colours) -> None:
    small = font_of("small")
    painter.setFont(small)
    metrics = QFontMetricsF(small)
    for lane, y in laid.lanes.items():
        painter.setPen(QPen(QColor(told.border), 1))
        painter.drawLine(QPointF(laid.axis.left, y), QPointF(laid.axis.right, y))
        painter.setPen(QColor(told.text2))
        words = lane_title(lane) if lane else _("Records")
        painter.drawText(QPointF(6, y + metrics.ascent() / 2 - 1), words)


def _paint_mark(
    painter: QPainter, one: Happening, at: QPointF, laid: Laid, told: Colours, unit: float
) -> None:
    half = HALF * unit
    first, last = laid.axis.ends(one.when)
    if last - first > half:
        painter.setPen(QPen(QColor(told.edge), 2))
        start, end = max(first, laid.axis.left), min(last, laid.axis.right)
        painter.drawLine(QPointF(start, at.y()), QPointF(end, at.y()))
    if one.lane:
        ink = told.said if one.line.said else told.text
        draw_mark(painter, one.lane, at, half, ink, told.surface)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(told.text2))
        painter.drawRect(QRectF(at.x() - half / 2, at.y() - half / 2, half, half))
