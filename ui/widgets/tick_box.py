"""A tick box that grows with the text and has an edge that can be seen.

It paints itself: a style of ours in Python would be asked about widgets that
are just being destroyed, and a style sheet takes the tick away.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme.colours import colours
from ui.widgets.labels import em, name

_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))  # parts of the box's width and height


class TickBox(QCheckBox):
    """A real QCheckBox for keys and screen readers; “&” in its words is a letter."""

    def __init__(self, words: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name(self, words)
        self._words = words
        self.setProperty("kind", "strong" if strong else "")

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the box, the words and the ring of the keyboard."""
        line = em(self)
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 3 * line, 2 * line)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words be cut where there is no room for them."""
        return QSize(6 * em(self), 2 * em(self))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - a name of Qt's
        """Let a click anywhere count."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the box, the tick and the words."""
        told, line = colours(), em(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = 1.2 * line
        box = QRectF(line / 3, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        painter.setPen(QPen(QColor(told.accent if ticked else told.edge), 1.5))
        painter.setBrush(QColor(told.accent if ticked else told.surface))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            _tick(painter, box, told.on_accent)
        painter.setPen(QColor(told.text))
        words = self.rect().adjusted(2 * line, 0, -line // 3, 0)
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(told.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


def _tick(painter: QPainter, box: QRectF, colour: str) -> None:
    pen = QPen(QColor(colour), box.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
    painter.drawPolyline(QPolygonF(corners))
