"""How far the work under way has come, and the button that stops it."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.phrases import _
from ui.jobs import Job, JobQueue
from ui.widgets.labels import button, frame, label


class TaskRow(QWidget):
    """Follows a queue: shows itself while a job runs, and hides when none does.

    It also hides while `told_elsewhere` says that the same can be seen, and
    stopped, in another part of the window; `settle` asks it again.
    """

    def __init__(self, jobs: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self.told_elsewhere: Callable[[Job], bool] = lambda _job: False
        card = frame("card")
        self.words = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far the work has come"))
        self.stop = button(_("Stop"))
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout()
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(card)
        row.addLayout(column, 1)
        row.addWidget(self.stop)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.hide()
        jobs.started.connect(self._begin)
        jobs.progressed.connect(self._go_on)
        jobs.finished.connect(self._end)

    @Slot(object)
    def _begin(self, job: Job) -> None:
        if not self.isVisible():
            self._say(job.title, 0, 0)
        self._job = job
        self.stop.setEnabled(True)
        self.settle()

    @Slot()
    def settle(self) -> None:
        """Show or hide itself, as things are now."""
        job = self._job
        self.setVisible(self._jobs.busy and job is not None and not self.told_elsewhere(job))

    @Slot(object, int, int, str)
    def _go_on(self, job: Job, done: int, total: int, what: str) -> None:
        self._job = job
        self.settle()
        self._say(f"{job.title}: {what}" if what else job.title, done, total)

    @Slot(object)
    def _end(self, _job: Job) -> None:
        if not self._jobs.busy:
            self._job = None
            self.hide()

    def _say(self, words: str, done: int, total: int) -> None:
        if self.stop.isEnabled():
            self.words.setText(words)
        while total > 1 << 30:  # the bar counts in 32 bits
            done, total = done >> 10, total >> 10
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _stop(self) -> None:
        self.words.setText(_("Stopping. Nothing half done is left."))
        self.stop.setEnabled(False)
        self._jobs.cancel()
