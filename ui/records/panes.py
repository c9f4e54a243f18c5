"""List, page and details: side by side, or one above another, or one at a time."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton, back_button
from ui.widgets.spacing import space

WIDE = 1150  # pixels of the window, at the usual size of text
NARROW = 900


class Room(StrEnum):
    """How much room there is."""

    WIDE = "wide"  # three panes side by side
    MIDDLE = "middle"  # the details below the page
    NARROW = "narrow"  # one pane at a time, with a way back


def room_for(width: float) -> Room:
    """Give how panes stand in a window of `width` pixels at the usual size of text."""
    return Room.WIDE if width >= WIDE else Room.MIDDLE if width >= NARROW else Room.NARROW


class ThreePanes(QWidget):
    """Holds three panes; where there is room for one, `show_pane` says which (0, 1 or 2)."""

    moved = Signal(int)
    """Another pane has come in sight, where there is room for only one."""
    arranged = Signal()
    """There is more or less room than before, or another pane is in sight."""

    def __init__(
        self,
        panes: tuple[QWidget, QWidget, QWidget],
        names: tuple[str, str, str],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.panes = panes
        self.room = Room.WIDE
        self.shown = 0
        self._names = names
        self._looks = looks
        self.back = back_button(names[0], looks)
        self.on = PictureButton(names[2], looks, "chevron-right", "quiet")
        self.on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._way = QWidget(self)
        way = space(QHBoxLayout(self._way), looks, (12, 4, 12, 4))
        way.addWidget(self.back)
        way.addStretch(1)
        way.addWidget(self.on)
        self._outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(panes[0])
        self._outer.addWidget(self._inner)
        for pane in panes[1:]:
            self._inner.addWidget(pane)
        for split in (self._outer, self._inner):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._way)
        column.addWidget(self._outer, 1)
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(lambda: self.show_pane(self.shown + 1))
        looks.changed.connect(self._fit)
        self._fit()

    def show_pane(self, number: int) -> None:
        """Bring a pane in sight; where all are, nothing changes."""
        number = min(max(number, 0), 2)
        if number != self.shown:
            self.shown = number
            self._show()
            if self.room is Room.NARROW:
                self.moved.emit(number)

    def go_back(self) -> None:
        """Go back by one pane."""
        self.show_pane(self.shown - 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for room for one pane: with less room than three need, they stand otherwise."""
        hint = super().minimumSizeHint()
        widest = max(pane.minimumSizeHint().width() for pane in self.panes)
        return QSize(min(hint.width(), widest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Place the panes anew where the window became wide or narrow."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look at the window's width when the panes come into it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.ParentChange):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = room_for(self.window().width() / self._looks.scale)
        self._least()
        if room is not self.room:
            self.room = room
            wide = room is not Room.MIDDLE
            self._inner.setOrientation(
                Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
            )
            self._share()
        self._show()

    def _share(self) -> None:
        """Give the page what the list and the details do not need."""
        unit = self._looks.scale
        whole = max(self.width(), 1)
        list_width = round(330 * unit)
        self._outer.setSizes([list_width, max(whole - list_width, 1)])
        if self.room is Room.WIDE:
            details = max(round(300 * unit), self.panes[2].minimumSizeHint().width())
            self._inner.setSizes([max(whole - list_width - details, 1), details])
        else:
            self._inner.setSizes([max(self.height() // 2, 1), max(self.height() // 2, 1)])

    def _least(self) -> None:
        narrow = self.room is Room.NARROW
        least = (0, 0, 0) if narrow else (250, 260, 0)
        for pane, width in zip(self.panes, least, strict=True):
            pane.setMinimumWidth(round(width * self._looks.scale))

    def _show(self) -> None:
        narrow = self.room is Room.NARROW
        for number, pane in enumerate(self.panes):
            pane.setVisible(not narrow or number == self.shown)
        self._inner.setVisible(not narrow or self.shown > 0)
        self._way.setVisible(narrow and self.shown > 0)
        self.on.setVisible(self.shown == 1)
        self.arranged.emit()
        to = self._names[max(self.shown - 1, 0)]
        self.back.say(_("Back to: {place}").format(place=to))
