"""Keeps what stands beside a case for a board right, and never in the way of saving."""

import logging
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.case.header_file import TABLES, bring_header
from app.errors import CasepackError
from app.progress import Progress
from ui.errors import sentence_of, show_bug
from ui.jobs import Job, JobQueue
from ui.session import CaseSession

PAUSE = 1500  # milliseconds after a change; typing makes many

log = logging.getLogger(__name__)


class HeaderKeeping(QObject):
    """Brings the header of one case in jobs: after opening, after changes, and at closing."""

    failed = Signal(str)  # the sentence, when it could not be written or removed

    def __init__(self, session: CaseSession) -> None:
        super().__init__(session)
        self._case = session.case
        self._jobs = JobQueue(self)
        self._jobs.failed.connect(self._say)
        self._closing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._bring)
        session.changed.connect(self._changed)
        session.closing.connect(self._stop)
        session.while_closing = self._finish
        self._timer.start()

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self._timer.isActive() or self._jobs.busy

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._closing:
            self._timer.start()

    @Slot()
    def _stop(self) -> None:
        self._closing = True
        self._timer.stop()

    @Slot()
    def _bring(self) -> None:
        self._jobs.add("", self._work, lambda _told: None)

    def _work(self, _progress: Progress) -> None:
        bring_header(self._case, date.today())

    def _finish(self) -> None:  # on the thread that closes the case
        self._jobs.wait()
        try:
            bring_header(self._case, date.today())
        except CasepackError:
            log.warning("the header for a board could not be written")  # nobody is there any more

    @Slot(object, object)
    def _say(self, _job: Job, error: BaseException) -> None:
        if sentence := sentence_of(error):
            self.failed.emit(sentence)
        else:
            show_bug(None, error)
