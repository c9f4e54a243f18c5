"""What rows that are painted by hand have in common: their ground, their focus, a line of text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle

from ui.theme.colours import colours
from ui.widgets.check import draw_ring

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
STEP = 1.05  # from one line of text to the next, in heights of a line


def paint_ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, line: float, *, ruled: bool = False
) -> None:
    """Paint what lies under a row; what is chosen has an edge as well as a colour.

    `line` is the height of a line of text; with `ruled`, a row that is not
    chosen has a thin line below it.
    """
    told, body = colours(), box.adjusted(2, 1, -2, -1)
    flag = QStyle.StateFlag
    selected = bool(state & flag.State_Selected)
    if selected or state & flag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(told.accent_soft if selected else told.surface2))
        painter.drawRoundedRect(body, line / 2, line / 2)
    if selected and state & flag.State_HasFocus and state & flag.State_Active:
        draw_ring(painter, body, line / 2)
    elif selected:
        painter.setPen(QPen(QColor(told.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, line / 2, line / 2)
    elif ruled:
        painter.setPen(QPen(QColor(told.border), 1))
        bottom = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left() + 0.6 * line, bottom), QPointF(box.right(), bottom))


def two_lines(inside: QRectF, line: float) -> tuple[QRectF, QRectF]:
    """Give the places of the first and the second line of text inside a row."""
    first = QRectF(inside.left(), inside.top(), inside.width(), line)
    return first, first.translated(0, STEP * line)


def write(painter: QPainter, place: QRectF, font: QFont, colour: str, text: str) -> None:
    """Write one line of plain text, cut at its end where it is too long."""
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, LEFT, shown)
