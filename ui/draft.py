"""The dossier as it would be now, kept up to date beside the window while a place shows it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.case.casefile import CaseFile
from app.dossier.export import Choices
from app.dossier.findings import Level, Line, why_kept
from app.dossier.plan import Paper
from app.dossier.proof import Proof, Proofs
from app.dossier.weight import lighter_by
from app.errors import CasepackError
from app.model.version import MAIN, Pictures
from app.progress import Cancelled, Progress
from app.worker.private import private_folder, release
from ui.jobs import Job, JobQueue
from ui.page_room import PdfSource

PAUSE = 400  # milliseconds after a change
PIECE = 1 << 20  # bytes

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A proof as a PDF: where it lies, and how many bytes it has."""

    path: Path
    size: int
    proof: Proof

    def source(self) -> PdfSource:
        """Give it to whoever shows its pages."""
        return PdfSource(self.path.stem, self._pieces)

    def _pieces(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece


class Draft(QObject):
    """Lays the dossier out and looks it through after each change, on a thread of its own.

    Nothing is made while nobody `watch`es it. `lines` and `proof` are of the
    case as it was when `looked` told of them; `stale` says that it changed
    since. `pdf` is made only while a watcher wants its pages.
    """

    looked = Signal()
    bound = Signal()
    failed = Signal(str)  # a sentence: there are no new pages

    def __init__(self, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._proofs = Proofs(case)
        self._jobs = JobQueue(self)
        self._jobs.failed.connect(self._fail)
        self._weighing = JobQueue(self)
        self._weighing.failed.connect(self._not_weighed)
        self._watchers: dict[object, bool] = {}
        self._running: list[Job] = []
        self._turn = 0  # what an earlier turn brings is not taken
        self._folder: Path | None = None
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self.paper = Paper.A4
        self.version = MAIN.id
        self.lines: tuple[Line, ...] | None = None
        self.proof: Proof | None = None
        self.pdf: Pdf | None = None
        self.stale = True

    @property
    def busy(self) -> bool:
        """Whether something new is on its way."""
        return self._jobs.busy or self._timer.isActive()

    @property
    def to_look_at(self) -> int | None:
        """How many lines want a look and are not kept, or None while that is not known."""
        if self.lines is None or self.stale:
            return None
        return sum(line.level is not Level.OK for line, why in self.judged if not why)

    @property
    def judged(self) -> tuple[tuple[Line, str], ...]:
        """The lines, each with why it is kept as it is; "" where it is not. No STOP is kept."""
        kept = self._case.versions.kept_findings(self.version)
        return tuple((line, why_kept(line, kept)) for line in self.lines or ())

    def watch(self, who: object, *, pages: bool = False) -> None:
        """Keep the proof up to date for `who`, and its PDF where `pages` says so."""
        self._watchers[who] = pages
        if self.stale or (pages and not self._pages_fit):
            self._begin_in(0)

    def unwatch(self, who: object) -> None:
        """Say that `who` no longer looks."""
        self._watchers.pop(who, None)
        if not self._watchers:
            self._timer.stop()
            self._stop()

    def mark(self) -> None:
        """Say that the case is another now."""
        self.stale = True
        if self._watchers:
            self._stop()
            self._begin_in(PAUSE)

    def take_paper(self, paper: Paper) -> None:
        """Use another paper from now on."""
        if paper is not self.paper:
            self.paper = paper
            self.mark()

    def take_version(self, version: int) -> None:
        """Look at another version of the dossier from now on."""
        if version != self.version:
            self.version = version
            self.mark()

    def weigh(self, pictures: Pictures, then: Callable[[int], object]) -> None:
        """Tell `then` how many bytes the proof would have with pictures as light as that.

        Not told where the case changes meanwhile, or where it cannot be found out.
        """
        proof, turn = self.proof, self._turn
        if proof is None or self._closed:
            return

        def work(progress: Progress) -> int:
            pieces = self._case.documents.pieces
            lost = lighter_by(proof.plan, pieces, pictures, progress)
            return max(0, proof.size - lost)

        def tell(size: int) -> None:
            if turn == self._turn:
                then(size)

        weighed = self._weighing.add(
            "", lambda progress: _wanted(lambda: work(progress), progress), tell
        )
        self._running.append(weighed)

    def close(self) -> None:
        """Stop; nothing is told from now on."""
        self._closed = True
        self._watchers.clear()
        self._timer.stop()
        self._stop()

    def clear(self) -> None:
        """Wait until the work has stopped and remove what it made.

        Only after `close`, and never on the window's thread.
        """
        self._jobs.wait()
        self._weighing.wait()
        if self._folder is not None:
            release(self._folder)
            self._folder = None

    @property
    def _pages_fit(self) -> bool:
        return self.proof is None or (self.pdf is not None and self.pdf.proof is self.proof)

    def _begin_in(self, pause: int) -> None:
        if not self._closed:
            self._timer.start(pause)

    def _stop(self) -> None:
        self._turn += 1
        for job in self._running:
            job.cancel()
        self._running.clear()

    @Slot()
    def _begin(self) -> None:
        self._stop()
        turn = self._turn
        choices = Choices(made=date.today(), paper=self.paper, version=self.version)

        def work(progress: Progress) -> tuple[Proof | None, tuple[Line, ...]]:
            return _wanted(lambda: self._proofs.make(choices, progress), progress)

        self._running.append(self._jobs.add("", work, lambda made: self._take(turn, *made)))

    def _take(self, turn: int, proof: Proof | None, lines: tuple[Line, ...]) -> None:
        if turn != self._turn:
            return
        self.stale = False
        self.proof, self.lines = proof, lines
        self.looked.emit()
        if proof is None:
            self.pdf = None
            self.bound.emit()
        elif any(self._watchers.values()):
            self._bind(turn, proof)

    def _bind(self, turn: int, proof: Proof) -> None:
        shown = self.pdf

        def work(progress: Progress) -> Pdf:
            return _wanted(lambda: self._made(proof, shown, progress), progress)

        self._running.append(self._jobs.add("", work, lambda pdf: self._keep(turn, pdf)))

    def _made(self, proof: Proof, shown: Pdf | None, progress: Progress) -> Pdf:  # on the thread
        if self._folder is None:
            self._folder = private_folder()
        target = self._folder / f"{uuid4().hex}.pdf"
        bound = self._proofs.bind(proof, target, progress)
        for older in self._folder.glob("*.pdf"):
            if older != target and not (shown and older == shown.path):
                older.unlink()
        return Pdf(target, bound.bytes, proof)

    def _keep(self, turn: int, pdf: Pdf) -> None:
        if turn == self._turn:
            self.pdf = pdf
            self.bound.emit()

    @Slot(object, object)
    def _not_weighed(self, _job: Job, error: BaseException) -> None:
        """Leave it untold: a dossier can be made without that number."""
        if not isinstance(error, CasepackError):
            raise error

    @Slot(object, object)
    def _fail(self, _job: Job, error: BaseException) -> None:
        if not isinstance(error, CasepackError):
            raise error
        self.failed.emit(str(error))


def _wanted(work: Callable[[], Answer], progress: Progress) -> Answer:
    """On the thread: what goes wrong after the work was stopped interests nobody."""
    try:
        return work()
    except Exception as problem:
        if progress.cancelled:  # the case may be closed already
            raise Cancelled from problem
        raise
