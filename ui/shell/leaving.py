"""Closing a window without losing anything."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.errors import CasepackError
from app.phrases import _
from ui.jobs import Job
from ui.session import CaseSession
from ui.shell.adding import Adding
from ui.shell.locking import Locking
from ui.shell.stage import Stage
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from ui.main_window import MainWindow

log = logging.getLogger(__name__)


class Leaving(QObject):
    """Asks once where something would be lost, then lets go of the file and closes the window."""

    def __init__(
        self,
        session: CaseSession,
        stage: Stage,
        adding: Adding,
        locking: Locking,
        bar: MessageBar,
        window: "MainWindow",
    ) -> None:
        super().__init__(window)
        self._session = session
        self._stage = stage
        self._adding = adding
        self._locking = locking
        self._bar = bar
        self._window = window
        self._closing: Job | None = None
        self._for_good = False
        self.over = False
        """Whether the case file is put away, so that the window may go."""
        session.closed.connect(self._closed)

    @property
    def begun(self) -> bool:
        """Whether the case is being put away, and must not be read any more."""
        return self._closing is not None

    def begin(self) -> None:
        """Close, or ask first; does nothing when it was begun already."""
        if self.begun:
            return
        self._stage.leave()
        if not self._session.unsaved.flush():
            self._ask(
                _("Something you typed is not saved yet. Close without it?"),
                _("Close without it"),
            )
        elif self._session.jobs.busy:
            self._ask(
                _("The program is still at work. What was saved before is safe. Stop and close?"),
                _("Stop and close"),
            )
        elif self._adding.review is not None:
            self._ask(
                _("The files you looked at are not added yet. Close without them?"),
                _("Close without them"),
            )
        else:
            self.go()

    def go(self) -> None:
        """Stop all work, let go of the case file, and close the window when that is done."""
        self._window.put_away()
        self._adding.stop()
        self._window.frame_.setEnabled(False)
        self._closing = self._session.close()

    def go_for_good(self) -> None:
        """Do the same for a case that is removed then: it is no recent case any more."""
        self._for_good = True
        self.go()

    def failed(self, job: Job) -> None:
        """Hear that a job failed: where the case could not be tidied up, the next try only goes."""
        if job is self._closing:
            self.over = True
            self._window.frame_.setEnabled(True)

    def _ask(self, words: str, yes: str) -> None:
        bar = self._locking.page.bar if self._locking.locked else self._bar
        bar.tell(words, done=False, action=yes, act=self.go)
        bar.action.setFocus()

    @Slot()
    def _closed(self) -> None:
        self.over = True
        if self._for_good:
            self._forget()
        self._window.close()

    def _forget(self) -> None:
        try:
            self._window.store.forget_case(self._session.case.path)
        except CasepackError:
            log.warning("the settings could not be written")  # nobody is there to read more
