"""A choice with room for a line of help, as a card that can be ticked."""

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.widgets.check import draw_box, draw_ring
from ui.widgets.labels import em, name
from ui.widgets.wrapped import draw_words, height_of


class ChoiceCard(QCheckBox):
    """A real QCheckBox (role, state, Space) painted as a card with a title and a line of help."""

    def __init__(self, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._hint = hint
        name(self, title)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        inner = width - 2 - self._indent() - self._margin()  # less the edges
        height = height_of(self._title, font_of("strong"), inner) + 2 * self._margin()
        if self._hint:
            height += height_of(self._hint, font_of("small"), inner) + em(self) / 6
        return ceil(height)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - a name of Qt's
        """Let a click anywhere count."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the card, its box and its words."""
        told, line, margin = colours(), em(self), self._margin()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ticked, over = self.isChecked(), self.underMouse() and self.isEnabled()
        edge = told.accent if ticked else told.edge if over else told.border
        painter.setPen(QPen(QColor(edge), 2 if ticked else 1))
        painter.setBrush(QColor(told.accent_soft if ticked else told.surface))
        painter.drawRoundedRect(place, line / 2, line / 2)
        box = QRectF(margin, margin - 0.1 * line, 1.2 * line, 1.2 * line)
        draw_box(painter, box, ticked=ticked, over=over)
        inner = QRectF(self._indent(), margin, place.width() - self._indent() - margin, 0)
        used = draw_words(painter, inner, self._title, font_of("strong"), told.text)
        if self._hint:
            inner.translate(0, used + line / 6)
            draw_words(painter, inner, self._hint, font_of("small"), told.text2)
        if self.hasFocus():
            inside = 3 if ticked else 0  # beside the edge, which may have the same colour
            ring = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            draw_ring(painter, ring, line / 2)
        painter.end()

    def _margin(self) -> float:
        return 0.75 * em(self)

    def _indent(self) -> float:
        return 0.75 * em(self) + 1.9 * em(self)
