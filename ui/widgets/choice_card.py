"""A choice with room for a line of help, as a card that can be ticked."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.theme.colours import colours
from ui.widgets.card_words import CardWords, margin
from ui.widgets.check import draw_box, draw_ring
from ui.widgets.labels import em


class ChoiceCard(QCheckBox):
    """A real QCheckBox (role, state, Space) painted as a card with a title and a line of help."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = CardWords(title, hint)
        self._words.put_on(self)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the words on lines of a comfortable length."""
        return QSize(18 * em(self), self.heightForWidth(18 * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is little room."""
        return QSize(11 * em(self), self.heightForWidth(max(self.width(), 11 * em(self))))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        inner = width - 2 - self._indent() - margin(em(self))  # less the edges
        return self._words.height(inner, em(self))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - a name of Qt's
        """Let a click anywhere count."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the card, its box and its words."""
        told, line = colours(), em(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ticked, over = self.isChecked(), self.underMouse() and self.isEnabled()
        edge = told.accent if ticked else told.edge if over else told.border
        painter.setPen(QPen(QColor(edge), 2 if ticked else 1))
        painter.setBrush(QColor(told.accent_soft if ticked else told.surface))
        painter.drawRoundedRect(place, line / 2, line / 2)
        box = QRectF(margin(line), margin(line) - 0.1 * line, 1.2 * line, 1.2 * line)
        draw_box(painter, box, ticked=ticked, over=over)
        inner = place.width() - self._indent() - margin(line)
        self._words.draw(painter, self._indent(), inner, line)
        if self.hasFocus():
            inside = 3 if ticked else 0  # beside the edge, which may have the same colour
            ring = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            draw_ring(painter, ring, line / 2)
        painter.end()

    def _indent(self) -> float:
        return margin(em(self)) + 1.9 * em(self)
