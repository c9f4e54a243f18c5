"""What stands where nothing is: a picture, one sentence, and what to do first."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.colours import colours
from ui.theme.icons import draw_icon
from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.labels import em, label
from ui.widgets.spacing import space


class EmptyPage(QWidget):
    """Buttons are given by who makes it; the first one is what to do."""

    def __init__(
        self, looks: Looks, picture: str, head: str, words: str, *buttons: QWidget, hint: str = ""
    ) -> None:
        super().__init__()
        column = space(QVBoxLayout(self), looks, (24, 24, 24, 24), 12)
        column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        if picture:
            column.addWidget(_Picture(picture), 0, middle)
        for one in (Heading(head, 2), label(words, "quiet")):
            one.setAlignment(middle)
            column.addWidget(one)
        row = space(QHBoxLayout(), looks)
        row.addStretch(1)
        for two in buttons:
            row.addWidget(two)
        row.addStretch(1)
        column.addLayout(row)
        if hint:
            small = label(hint, "small")
            small.setAlignment(middle)
            column.addWidget(small)
        column.addStretch(3)


class _Picture(QWidget):
    """A large picture of resources/icons; it says nothing that the words do not."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give a square of some lines."""
        return QSize(3 * em(self), 3 * em(self))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint it in the colour of links."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._name, place, colours().accent_text)
        painter.end()
