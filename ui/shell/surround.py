"""What stands around the place: the sidebar beside it, or a bar above it where room is short."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shell.places import Spot
from ui.shell.sidebar import Sidebar
from ui.shell.top_bar import TopBar
from ui.theme.looks import Looks
from ui.unsaved import Unsaved
from ui.widgets.breadth import is_narrow
from ui.widgets.cards import rule


class Surround(QWidget):
    """Holds `middle`; below 900 pixels at the usual text size the sidebar opens over it."""

    place_wanted = Signal(str, bool)  # a code, and whether the keyboard goes along

    def __init__(
        self, middle: QWidget, spots: tuple[Spot, ...], unsaved: Unsaved, looks: Looks
    ) -> None:
        super().__init__()
        self._looks = looks
        self._narrow: bool | None = None
        self._back_to: QWidget | None = None
        self.sidebar = Sidebar(spots, unsaved, looks)
        self.top = TopBar(unsaved, looks)
        self._line = rule(upright=True)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(middle, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.sidebar)
        self._row.addWidget(self._line)
        self._row.addLayout(right, 1)
        places = self.sidebar.list
        places.shown.connect(lambda code: self.place_wanted.emit(code, False))
        places.entered_place.connect(self._enter)
        self.top.menu.clicked.connect(self.open_places)
        self.sidebar.closed.connect(self.close_places)
        looks.changed.connect(self._arrange)

    @property
    def narrow(self) -> bool:
        """Whether the sidebar is a menu now."""
        return bool(self._narrow)

    @property
    def places_open(self) -> bool:
        """Whether the menu of places lies over the page."""
        return self.narrow and self.sidebar.isVisible()

    def say(self, name: str, file: str, place: str) -> None:
        """Show whose case it is, the name of its file, and the place."""
        self.sidebar.case.say(name, file)
        self.top.say(name, place)

    def head(self) -> QWidget:
        """Give what F6 goes to first: the list of places, or the bar."""
        return self.sidebar.list if self.sidebar.isVisible() else self.top

    @Slot()
    def open_places(self) -> None:
        """Go to the list of places, opening it where it is a menu; once more closes it."""
        if self.places_open:
            self.close_places()
            return
        if self.narrow:
            self._back_to = self.window().focusWidget()
            self._cover()
            self.sidebar.show()
            self.sidebar.raise_()
        self.sidebar.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_places(self) -> None:
        """Close the menu of places and go back to where the keyboard was."""
        if self.places_open:
            self.sidebar.hide()
            if self._back_to is not None and self._back_to.isVisible():
                self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the sidebar beside the page or over it."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(str)
    def _enter(self, code: str) -> None:
        if self.narrow:
            self.sidebar.hide()
        self.place_wanted.emit(code, True)

    @Slot()
    def _arrange(self) -> None:
        narrow = is_narrow(self, self._looks)
        if narrow != self._narrow:
            self._narrow = narrow
            self.top.setVisible(narrow)
            self._line.setVisible(not narrow)
            self.sidebar.lie_over(narrow)
            if narrow:
                self._row.removeWidget(self.sidebar)
                self.sidebar.hide()
            else:
                self._row.insertWidget(0, self.sidebar)
                self.sidebar.show()
        if narrow:
            self._cover()

    def _cover(self) -> None:
        self.sidebar.setGeometry(0, 0, self.sidebar.width(), self.height())
