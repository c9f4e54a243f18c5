"""Changing to another case: a new one, one on the disk, or one that was open lately."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMenu

from app.phrases import _

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class CaseSwitch(QObject):
    """The menu of the button with the case's name, and the recent cases in the File menu."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.frame_.sidebar.case.clicked.connect(self.offer)
        window.store.changed.connect(self.show_recent)
        self.show_recent()

    @Slot()
    def show_recent(self) -> None:
        """List the recent cases in the File menu, if they are remembered; none while locked."""
        if self._window.locking.locked:
            return
        here = self._window.session.case.path
        recent = [path for path in map(Path, self._window.store.now.recent) if path != here]
        self._window.actions_.show_recent(
            [(path.name, partial(self._window.case_wanted.emit, path)) for path in recent]
        )

    @Slot()
    def offer(self) -> None:
        """Open the menu below the button."""
        button = self._window.frame_.sidebar.case
        self.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Give the menu as it is now; it goes when it is closed."""
        window = self._window
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("New case…")).triggered.connect(lambda: window.new_wanted.emit())
        menu.addAction(_("Open a case…")).triggered.connect(lambda: window.open_wanted.emit())
        menu.addAction(_("All cases of a folder…")).triggered.connect(
            lambda: window.board_wanted.emit()
        )
        if recent := window.actions_.recent.actions():
            menu.addSeparator()
            menu.addActions(recent)
        return menu
