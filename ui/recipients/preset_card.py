"""A kind of reader to start from, as a card that is a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.theme.colours import colours
from ui.widgets.card_words import CardWords, margin
from ui.widgets.check import draw_ring
from ui.widgets.labels import em


class PresetCard(QAbstractButton):
    """Shows a title and a line of help; a click, Space or Enter takes it."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._words = CardWords(title, hint)
        self._words.put_on(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the words on lines of a comfortable length."""
        return QSize(16 * em(self), self.heightForWidth(16 * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is little room."""
        return QSize(11 * em(self), self.heightForWidth(max(self.width(), 11 * em(self))))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        inner = width - 2 - 2 * margin(em(self))  # less the edges
        return self._words.height(inner, em(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let Enter take it, as it presses every other button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the card and its words."""
        told, line = colours(), em(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        over = self.underMouse()
        painter.setPen(QPen(QColor(told.text2 if over else told.edge), 1))
        ground = told.sunken if self.isDown() else told.surface2 if over else told.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(place, line / 2, line / 2)
        inner = place.width() - 2 * margin(line)
        self._words.draw(painter, margin(line), inner, line)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), line / 2)
        painter.end()
