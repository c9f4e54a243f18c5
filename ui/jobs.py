"""Long work off the window's thread: one job at a time, with progress and a way to stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from app.progress import Cancelled, Progress

Work = Callable[[Progress], object]

PAUSE = 0.05  # seconds between two reports of the same thing


@dataclass(eq=False, slots=True)
class Job:
    """A piece of work under way.

    `work` runs on another thread and must not touch widgets. `then` gets its
    result on the window's thread.
    """

    title: str
    work: Work
    then: Callable[[Any], object]
    progress: Progress = field(default_factory=Progress)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()


class JobQueue(QObject):
    """Runs jobs one after another and tells how they fare.

    A job is a plain object and every signal belongs to the queue, which
    outlives its thread: a QObject for each job would have to die on one
    thread while the other may still be inside its signal.
    """

    started = Signal(object)
    progressed = Signal(object, int, int, str)
    failed = Signal(object, object)
    finished = Signal(object)
    _returned = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._returned.connect(self._take_back)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def add(self, title: str, work: Work, then: Callable[[Any], object]) -> Job:
        """Queue `work` and return its job, so that it can be stopped."""
        job = Job(title, work, then)
        job.progress = Progress(self._reporter(job))
        self._jobs.append(job)
        self.started.emit(job)
        self._pool.start(lambda: self._run(job))
        return job

    def cancel(self) -> None:
        """Ask every job to stop, without waiting for it."""
        for job in self._jobs:
            job.cancel()

    def stop(self) -> None:
        """Ask every job to stop and wait until all have; `then` is not called for what came late.

        Only for the very end: it keeps the window from answering.
        """
        self.cancel()
        self._pool.waitForDone()

    def wait(self) -> None:
        """Wait until the work of every job has ended. Never on the window's thread."""
        self._pool.waitForDone()

    def _reporter(self, job: Job) -> Callable[[int, int, str], None]:
        last, told = 0.0, ""

        def report(done: int, total: int, what: str) -> None:  # on the pool's thread
            nonlocal last, told
            now = monotonic()
            if what != told or now - last >= PAUSE:
                last, told = now, what
                self.progressed.emit(job, done, total, what)

        return report

    def _run(self, job: Job) -> None:  # on the pool's thread
        result = error = None
        try:
            if job.progress.cancelled:  # stopped while it waited: it never starts
                raise Cancelled
            result = job.work(job.progress)
        except BaseException as caught:  # handed over whole, to be shown or reported
            error = caught
        self._returned.emit(job, result, error)

    @Slot(object, object, object)
    def _take_back(self, job: Job, result: object, error: BaseException | None) -> None:
        self._jobs.remove(job)
        try:
            if error is None:
                job.then(result)
            elif not isinstance(error, Cancelled):
                self.failed.emit(job, error)
        finally:
            self.finished.emit(job)
