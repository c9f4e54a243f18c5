"""How one record looks in the list: its name, who made it, when and how long."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.records_model import FACTS, LOOK, SOURCE
from ui.theme.colours import colours

Index = QModelIndex | QPersistentModelIndex


class RecordRow(QStyledItemDelegate):
    """Paints three lines of plain text; names of files are never read as markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Give room for three lines."""
        line = option.fontMetrics.lineSpacing()
        return QSize(16 * line, 3 * line + line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is selected has an edge as well as a colour."""
        told = colours()
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        font: QFont = option.font
        line = QFontMetrics(font).lineSpacing()
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(told.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), QColor(told.accent))
        else:
            painter.setPen(QPen(QColor(told.border), 1))
            painter.drawLine(box.left() + line, box.bottom(), box.right() - line, box.bottom())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(told.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        inside = box.adjusted(line, line // 2, -line, -line // 2)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        _write(painter, inside, 0, strong, told.text, str(index.data()))
        _write(painter, inside, 1, font, told.text2, str(index.data(SOURCE)))
        facts, look = str(index.data(FACTS)), str(index.data(LOOK))
        used = _write(painter, inside, 2, font, told.text2, facts)
        if look:
            gap = line if facts else 0
            _mark(painter, inside.adjusted(used + gap, 0, 0, 0), strong, look)
        painter.restore()


def _write(
    painter: QPainter, inside: QRect, number: int, font: QFont, colour: str, text: str
) -> int:
    metrics = QFontMetrics(font)
    line = metrics.lineSpacing()
    place = QRect(inside.left(), inside.top() + number * line, inside.width(), line)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)


def _mark(painter: QPainter, inside: QRect, font: QFont, text: str) -> None:
    told, metrics = colours(), QFontMetrics(font)
    line = metrics.lineSpacing()
    width = metrics.horizontalAdvance(text) + line
    place = QRect(inside.left(), inside.top() + 2 * line, width, line + line // 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(told.warn_soft))
    painter.drawRoundedRect(place, 4, 4)
    painter.setFont(font)
    painter.setPen(QColor(told.warn))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
