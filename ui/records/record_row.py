"""How one record looks in the list: its kind as a picture, its name, its maker, its date."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.records.record_list import FACTS, GOES_IN, MARKS, NEED, PICTURE, SOURCE, STATE
from ui.theme.colours import Colours, colours
from ui.theme.icons import pixmap

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordRow(QStyledItemDelegate):
    """Paints three lines of plain text; names of files are never read as markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Give room for three lines."""
        line = option.fontMetrics.lineSpacing()
        return QSize(14 * line, round(4.1 * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is selected has an edge as well as a colour."""
        told = colours()
        font: QFont = option.font
        line = float(QFontMetrics(font).lineSpacing())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        _ground(painter, box, option.state, told, line)
        inside = box.adjusted(0.6 * line, 0.5 * line, -0.6 * line, -0.5 * line)
        _picture(painter, inside, str(index.data(PICTURE)), told, line)
        inside.setLeft(inside.left() + 2.5 * line)
        small = QFont(font)
        small.setPointSizeF(max(10.0, font.pointSizeF() * 0.91))
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        _write(painter, _line(inside, 0, line), strong, told.text, str(index.data()))
        _second_line(painter, _line(inside, 1, line), small, told, index)
        _last_line(painter, _line(inside, 2, line), small, told, index)
        painter.restore()


def _ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, told: Colours, line: float
) -> None:
    """Paint what a row stands on: its rule, its hover, its selection, the ring of the keyboard."""
    body = box.adjusted(2, 2, -2, -2)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(told.accent_soft if selected else told.surface2))
        painter.drawRoundedRect(body, line / 2, line / 2)
    else:
        painter.setPen(QPen(QColor(told.border), 1))
        bottom = box.bottom() - 0.5
        start, end = box.left() + 3.1 * line, box.right() - 0.6 * line
        painter.drawLine(QPointF(start, bottom), QPointF(end, bottom))
    if selected:
        focused = bool(state & QStyle.StateFlag.State_Active and state & _FOCUS)
        painter.setPen(QPen(QColor(told.focus if focused else told.accent), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, line / 2, line / 2)


_FOCUS = QStyle.StateFlag.State_HasFocus


def _picture(painter: QPainter, inside: QRectF, name: str, told: Colours, line: float) -> None:
    tile = QRectF(inside.left(), inside.top(), 1.9 * line, 1.9 * line)
    painter.setPen(QPen(QColor(told.border), 1))
    painter.setBrush(QColor(told.surface2))
    painter.drawRoundedRect(tile, line / 3, line / 3)
    side = round(1.1 * line)
    half = QPointF(side / 2, side / 2)
    painter.drawPixmap((tile.center() - half).toPoint(), _drawn(name, side, told.text2))


def _second_line(
    painter: QPainter, place: QRectF, font: QFont, told: Colours, index: Index
) -> None:
    """Write who made it at the left, and at the right what is marked, in half the room or less."""
    marks = str(index.data(MARKS) or "")
    if marks:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        shown = metrics.elidedText(marks, Qt.TextElideMode.ElideRight, int(place.width() * 0.55))
        room = metrics.horizontalAdvance(shown)
        painter.setFont(bold)
        painter.setPen(QColor(told.text2))
        painter.drawText(place, _RIGHT, shown)
        place = place.adjusted(0, 0, -room - place.height() / 2, 0)
    _write(painter, place, font, told.text2, str(index.data(SOURCE)))


def _last_line(painter: QPainter, place: QRectF, font: QFont, told: Colours, index: Index) -> None:
    """Write the facts at the left; at the right whether it goes in, and first what it needs."""
    need, state = str(index.data(NEED)), str(index.data(STATE))
    facts = str(index.data(FACTS))
    line = place.height()
    metrics = QFontMetrics(font)
    if need:
        used = _mark(painter, place, font, told, need)
        rest = place.adjusted(used + line / 2, 0, 0, 0)
        if metrics.horizontalAdvance(facts) <= rest.width():
            _write(painter, rest, font, told.text2, facts)
        return
    goes_in = bool(index.data(GOES_IN))
    room = metrics.horizontalAdvance(state) + (1.2 * line if goes_in else 0)
    _write(painter, place.adjusted(0, 0, -room - line / 2, 0), font, told.text2, facts)
    painter.setPen(QColor(told.ok if goes_in else told.text2))
    painter.drawText(place, _RIGHT, state)
    if goes_in:
        side = round(0.9 * line)
        at = QPointF(place.right() - room, place.center().y() - side / 2)
        painter.drawPixmap(at.toPoint(), _drawn("check", side, told.ok))


def _line(inside: QRectF, number: int, line: float) -> QRectF:
    return QRectF(inside.left(), inside.top() + number * line, inside.width(), line)


def _write(painter: QPainter, place: QRectF, font: QFont, colour: str, text: str) -> None:
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, _LEFT, shown)


def _mark(painter: QPainter, place: QRectF, font: QFont, told: Colours, text: str) -> float:
    """Write on a soft ground with a picture, so that it is seen without its colour; its width."""
    line = place.height()
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(bold)
    most = int(place.width() - 1.8 * line)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    width = metrics.horizontalAdvance(shown) + 1.8 * line
    body = QRectF(place.left(), place.top(), width, line * 1.1)
    painter.setPen(QPen(QColor(told.warn_soft), 1))
    painter.setBrush(QColor(told.warn_soft))
    painter.drawRoundedRect(body, line / 4, line / 4)
    side = round(0.85 * line)
    at = QPointF(body.left() + line / 3, body.center().y() - side / 2)
    painter.drawPixmap(at.toPoint(), _drawn("circle-alert", side, told.warn))
    painter.setFont(bold)
    painter.setPen(QColor(told.warn))
    painter.drawText(body.adjusted(1.45 * line, 0, 0, 0), _LEFT, shown)
    return width


def _drawn(name: str, side: int, colour: str) -> QPixmap:
    """Give a picture, from Qt's own store where it was drawn before."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    key = f"record {name} {side} {colour} {ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = pixmap(name, side, colour, ratio)
        QPixmapCache.insert(key, kept)
    return kept
