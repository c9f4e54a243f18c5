"""A list to choose from that opens; it never changes because somebody scrolls past it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.theme.colours import colours
from ui.theme.icons import draw_icon
from ui.widgets.labels import em

_BOX = QStyle.ComplexControl.CC_ComboBox
_TEXT = QStyle.SubControl.SC_ComboBoxEditField


class Combo(QComboBox):
    """A QComboBox with its arrow in the colours of the look.

    A label must be its buddy: on Linux its own name is what it shows.
    """

    def __init__(self, words: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "combo")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems(list(words))

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the widest words and the arrow."""
        hint = super().sizeHint()
        return QSize(hint.width() + em(self) // 2, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let long words be cut: all of them are in the list."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 8 * em(self)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let the page scroll instead."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the words, cut where there is no room, and the arrow."""
        side = 0.85 * em(self)
        place = QRectF(self.width() - side - em(self) / 2, (self.height() - side) / 2, side, side)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        inside = self.style().subControlRect(_BOX, option, _TEXT, self)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, inside.width() - em(self) // 4
        )
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawComplexControl(_BOX, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        told = colours()
        draw_icon(painter, "chevron-down", place, told.text2 if self.isEnabled() else told.text3)
        painter.end()
