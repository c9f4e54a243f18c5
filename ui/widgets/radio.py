"""One of several choices, with an edge that can be seen and words that break."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.theme.colours import colours
from ui.widgets.check import choice_height, choice_size, draw_choice
from ui.widgets.labels import em, name


class Radio(QRadioButton):
    """A real QRadioButton for keys and screen readers; “&” in its words is a letter."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        name(self, words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the circle and the words on one line."""
        return choice_size(self, self._words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is no room for one line."""
        return QSize(7 * em(self), choice_height(self, self._words, max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        return choice_height(self, self._words, width)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - a name of Qt's
        """Let a click anywhere count."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the circle, its dot and the words."""
        told = colours()
        painter = QPainter(self)
        box = draw_choice(painter, self, self._words).adjusted(1, 1, -1, -1)
        chosen, over = self.isChecked(), self.underMouse() and self.isEnabled()
        painter.setPen(
            QPen(QColor(told.accent if chosen else told.text2 if over else told.edge), 2)
        )
        painter.setBrush(QColor(told.surface))
        painter.drawEllipse(box)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(told.accent))
            painter.drawEllipse(box.center(), box.width() / 4, box.width() / 4)
        painter.end()
