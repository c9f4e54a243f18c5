"""Locks a window: its case stays open, and nothing of it is seen."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from ui.session import CaseSession
from ui.shell.idle import Idle
from ui.shell.lock_page import LockPage
from ui.shell.secret import Secret
from ui.shell.settings_store import SettingsStore
from ui.theme.looks import Looks


class Locking(QObject):
    """Shows the lock instead of the case in `whole`, a stack of the window."""

    noticed = Signal()  # nobody has been there for a while
    opened = Signal()
    left = Signal()  # the person wants another case instead

    def __init__(
        self,
        session: CaseSession,
        secret: Secret,
        looks: Looks,
        store: SettingsStore,
        whole: QStackedWidget,
        case: QWidget,
    ) -> None:
        """Stand beside `case` in `whole`."""
        super().__init__(whole)
        self._session = session
        self._whole = whole
        self._case = case
        self._store = store
        self._hidden: list[QDialog] = []
        self.page = LockPage(secret, looks)
        whole.addWidget(self.page)
        self.idle = Idle(store.now.idle_minutes, self)
        self.idle.noticed.connect(self._nobody_there)
        self.page.opened.connect(self._open)
        self.page.left.connect(self.left)
        store.changed.connect(self._settings_changed)

    @property
    def locked(self) -> bool:
        """Whether the lock is shown."""
        return self._whole.currentWidget() is self.page

    def lock(self) -> None:
        """Save what was typed and hide the case, with every question that is open."""
        saved = self._session.unsaved.flush()
        boxes = self._whole.window().findChildren(QDialog)
        self._hidden = [box for box in boxes if box.isVisible()]
        for box in self._hidden:
            box.setVisible(False)
        self._whole.setCurrentWidget(self.page)
        self._whole.removeWidget(self._case)  # what is only hidden can still be read from outside
        self.page.begin(saved=saved)

    @Slot()
    def _open(self) -> None:
        self._whole.insertWidget(0, self._case)
        self._whole.setCurrentWidget(self._case)
        self.idle.start()
        self.opened.emit()
        for box in self._hidden:
            box.setVisible(True)
        self._hidden = []

    @Slot()
    def _nobody_there(self) -> None:
        if not self.locked:
            self.noticed.emit()

    @Slot()
    def _settings_changed(self) -> None:
        self.idle.wait(self._store.now.idle_minutes)
