"""A tick box that grows with the text, breaks its words and has an edge that can be seen.

It paints itself: a style of ours in Python would be asked about widgets that
are just being destroyed, and a style sheet takes the tick away.
"""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from ui.theme.colours import colours
from ui.widgets.labels import em, name
from ui.widgets.wrapped import draw_words, height_of

_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))  # parts of the box's width and height
BOX = 1.15  # the side of the box, in heights of a line


class Check(QCheckBox):
    """A real QCheckBox for keys and screen readers; “&” in its words is a letter."""

    def __init__(self, words: str, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._heights: dict[int, int] = {}  # by width: a layout asks again and again
        self.setProperty("kind", "strong" if strong else "")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self._heights.clear()
        name(self, words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the box and the words on one line."""
        return choice_size(self, self._words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is no room for one line."""
        return QSize(7 * em(self), self.heightForWidth(max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = choice_height(self, self._words, width)
        return found

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - a name of Qt's
        """Measure the words anew where their letters may have changed."""
        self._heights.clear()
        super().changeEvent(event)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - a name of Qt's
        """Let a click anywhere count."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the box, the tick and the words."""
        painter = QPainter(self)
        box = draw_choice(painter, self, self._words)
        over = self.underMouse() and self.isEnabled()
        draw_box(painter, box, ticked=self.isChecked(), over=over)
        painter.end()


def choice_size(button: QAbstractButton, words: str) -> QSize:
    """Give the size in pixels of a choice with its words on one line."""
    width = ceil(_indent(button) + button.fontMetrics().horizontalAdvance(words)) + em(button)
    return QSize(width, _least(button))


def choice_height(button: QAbstractButton, words: str, width: float) -> int:
    """Give the height in pixels of a choice whose words break to `width` pixels."""
    inner = height_of(words, button.font(), width - _indent(button) - em(button) / 3)
    return max(_least(button), ceil(inner + em(button) / 2))


def draw_choice(painter: QPainter, button: QAbstractButton, words: str) -> QRectF:
    """Draw the words and the ring of the keyboard; give the place of the box or circle."""
    told, line = colours(), em(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = button.width() - _indent(button) - line / 3
    height = height_of(words, button.font(), width)
    top = (button.height() - height) / 2
    side = BOX * line
    place = QRectF(_indent(button), top, width, height)
    draw_words(
        painter, place, words, button.font(), told.text if button.isEnabled() else told.text3
    )
    if button.hasFocus():
        draw_ring(painter, QRectF(button.rect()), line / 3)
    return QRectF(line / 5, top + (min(height, line) - side) / 2, side, side)


def _indent(button: QAbstractButton) -> float:
    return (BOX + 0.7) * em(button)


def _least(button: QAbstractButton) -> int:
    return max(32, ceil(1.8 * em(button)))


def draw_box(painter: QPainter, box: QRectF, *, ticked: bool, over: bool = False) -> None:
    """Draw the box of a choice and its tick; `over` says that the mouse is on it."""
    told = colours()
    edge = told.accent if ticked else told.text2 if over else told.edge
    painter.setPen(QPen(QColor(edge), 1.75))
    painter.setBrush(QColor(told.accent if ticked else told.surface))
    radius = box.width() / 5
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    if ticked:
        pen = QPen(QColor(told.on_accent), box.width() / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(QPolygonF(corners))


def draw_ring(painter: QPainter, place: QRectF, radius: float) -> None:
    """Draw the ring of the keyboard just inside `place`."""
    painter.setPen(QPen(QColor(colours().focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), radius, radius)
