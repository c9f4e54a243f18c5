"""The open case as the widgets see it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from app.case.casefile import CaseFile
from app.dossier.companion import Companion, pack_plan
from app.dossier.export import Choices, plan_of
from app.dossier.plan import Paper
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import Finding, Proposal
from app.intake.tray import Tray
from app.model.version import MAIN
from app.phrases import _
from app.progress import Cancelled, Progress
from app.worker.private import private_folder, release
from ui.draft import Draft
from ui.jobs import Job, JobQueue
from ui.made import Made, make_copy, make_pdf
from ui.page_pictures import PagePictures
from ui.unsaved import Unsaved


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found behind the paths of one import; its copies wait in the tray."""

    findings: tuple[Finding, ...]
    tray: Tray


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made, and where it lies: a folder or a ZIP."""

    target: Path
    companion: Companion


@dataclass(eq=False, slots=True)
class PasswordWanted:
    """A locked paper that waits for its password; `again` says that one was tried in vain."""

    name: str
    again: bool
    _answer: SimpleQueue[str | None] = field(default_factory=SimpleQueue)

    def answer(self, password: str | None) -> None:
        """Give the password, or None to leave the paper out."""
        self._answer.put(password)

    def wait(self, progress: Progress) -> str | None:
        """Wait for the answer, on the job's thread. Raises Cancelled when the work should stop."""
        while not progress.cancelled:
            try:
                return self._answer.get(timeout=0.1)  # seconds
            except Empty:
                continue
        raise Cancelled


class CaseSession(QObject):
    """One open case file, its jobs, and the news of its changes.

    Widgets get this and nothing else: they read `session.case`, write inside
    `session.case.change(…)`, and refresh when `changed` names their table.
    Every signal arrives on the window's thread.
    """

    changed = Signal(object)  # frozenset of names of tables
    examined = Signal(object)  # Batch
    added = Signal(int)  # how many records
    exported = Signal(object)  # Made
    packed = Signal(object)  # Packed
    password_wanted = Signal(object)  # PasswordWanted
    closing = Signal()  # from now on nothing reads the case any more
    closed = Signal()
    version_changed = Signal(int)  # the id of the version of the dossier that is worked on
    _announced = Signal(object)

    def __init__(self, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.jobs = JobQueue(self)
        self.pictures = PagePictures(self)
        self.unsaved = Unsaved(self)
        self.draft = Draft(case, self)
        self.finding = JobQueue(self)
        """Short reading that nobody needs to see."""
        self.while_closing: Callable[[], object] = lambda: None
        """What is done with the case just before it is closed, off the window's thread."""
        self.when_closed: Callable[[], object] = lambda: None
        """What is done last, off the window's thread, once the case is closed."""
        self._sought: tuple[int, str] | None = None
        self._to_note = 0
        self._trays: set[Tray] = set()
        self._announced.connect(self._pass_on)  # from the thread that made the change to ours
        case.on_change(self._announced.emit)

    @property
    def version(self) -> int:
        """The id of the version of the dossier that is worked on; 0 is the first."""
        return self.draft.version

    def use_version(self, version: int) -> None:
        """Work on another version of the dossier from now on."""
        if version != self.version:
            self.draft.take_version(version)
            self.version_changed.emit(version)

    def examine(self, paths: list[Path]) -> Job:
        """Look at files and folders; `examined` tells what was found. Nothing is saved."""
        return self.jobs.add(
            _("Looking at your files"),
            lambda progress: self._look(paths, progress),
            self.examined.emit,
        )

    def look_again(self, batch: Batch, path: Path, then: Callable[[Finding | None], object]) -> Job:
        """Look once more at a file of a batch that is still open, asking for its password.

        `then` gets what was found, and in the end None, also when it failed or was stopped.
        """

        def work(progress: Progress) -> Finding | None:
            return next(iter(self._examine([path], batch.tray, progress)), None)

        def over(done: Job) -> None:
            if done is job:
                self.jobs.finished.disconnect(over)
                then(None)

        job = self.jobs.add(_("Looking at your files"), work, then)
        self.jobs.finished.connect(over)
        return job

    def examine_made(self, name: str, write: Callable[[Path], object]) -> Job:
        """Look at a file called `name` that `write` makes in a private folder, on the job's thread.

        `examined` tells what was found; the file itself is gone by then.
        """

        def work(progress: Progress) -> Batch:
            folder = private_folder()
            try:
                write(folder / name)
                return self._look([folder / name], progress)
            finally:
                release(folder)

        return self.jobs.add(_("Looking at what you pasted"), work, self.examined.emit)

    def add(self, batch: Batch, chosen: Iterable[Proposal]) -> Job:
        """Add the chosen records as one step that can be undone; the batch is used up."""
        proposals = tuple(chosen)

        def work(progress: Progress) -> int:
            try:
                return len(confirm(self.case, proposals, batch.tray, progress))
            finally:
                self._put_away(batch.tray)

        return self.jobs.add(_("Adding your records"), work, self.added.emit)

    def leave_out(self, batch: Batch) -> None:
        """Drop a batch: nothing of it is added."""
        self._put_away(batch.tray)

    def export(
        self,
        target: Path,
        *,
        paper: Paper = Paper.A4,
        password: str = "",
        for_review: bool = False,
    ) -> Job:
        """Make the dossier of the case as it is now; `exported` tells when it is done.

        The case remembers the day and the number of pages, but not of a copy
        `for_review`. Raises DossierBlocked when there is nothing to put in.
        """
        # Decided here, on this thread: the job works on a value that editing cannot reach.
        choices = Choices(made=date.today(), paper=paper, password=password, version=self.version)
        plan = plan_of(self.case, choices)

        make = make_copy if for_review else make_pdf

        def work(progress: Progress) -> Made:
            return make(plan, self.case, target, choices, progress)

        return self.jobs.add(_("Making your PDF"), work, self.exported.emit)

    def pack(
        self, target: Path, version: int, *, paper: Paper, password: str = "", originals: bool
    ) -> Job:
        """Make a pack of a version as the case is now; `packed` tells when it is done.

        A `target` that ends in .zip is one file, any other a folder. Raises
        DossierBlocked when there is nothing to put in.
        """
        choices = Choices(made=date.today(), paper=paper, password=password, version=version)
        plan = plan_of(self.case, choices)

        def work(progress: Progress) -> Packed:
            made = pack_plan(plan, self.case, target, choices, progress, originals=originals)
            return Packed(target, made)

        return self.jobs.add(_("Making your pack"), work, self.packed.emit)

    def ask_about_sending(self, build: int) -> None:
        """Let a note be begun, where these are kept, that this build was sent."""
        self._to_note = build

    def take_build_to_note(self) -> int:
        """Give the id of the build to note as sent, once; 0 for none."""
        build, self._to_note = self._to_note, 0
        return build

    def seek(self, record: int, words: str) -> None:
        """Let these words be marked where the pages of `record` are shown next."""
        self._sought = record, words

    def take_sought(self, record: int) -> str:
        """Give the words to mark on the pages of `record`, once; "" for none."""
        if self._sought is None or self._sought[0] != record:
            return ""
        words = self._sought[1]
        self._sought = None
        return words

    def close(self) -> Job:
        """Stop all work, let go of the case file, then tell `closed`.

        What a job had not finished leaves nothing behind.
        """
        self.closing.emit()
        self.pictures.close()
        self.draft.close()
        self.finding.cancel()
        self.jobs.cancel()
        return self.jobs.add(_("Closing the case"), self._close, lambda _done: self.closed.emit())

    def _look(self, paths: list[Path], progress: Progress) -> Batch:
        tray = Tray()
        self._trays.add(tray)
        try:
            return Batch(tuple(self._examine(paths, tray, progress)), tray)
        except BaseException:
            self._put_away(tray)
            raise

    def _examine(self, paths: list[Path], tray: Tray, progress: Progress) -> Iterator[Finding]:
        def ask(name: str, again: bool) -> str | None:
            wanted = PasswordWanted(name, again)
            self.password_wanted.emit(wanted)
            return wanted.wait(progress)

        return examine(paths, self.case, tray, progress, today=date.today(), ask_password=ask)

    def _close(self, _progress: Progress) -> None:
        for tray in list(self._trays):
            self._put_away(tray)
        self.draft.clear()
        self.finding.wait()
        self.pictures.wait()
        self.while_closing()
        self.case.close()
        self.when_closed()

    def _put_away(self, tray: Tray) -> None:
        self._trays.discard(tray)
        tray.close()

    @Slot(object)
    def _pass_on(self, tables: frozenset[str]) -> None:
        if "version" in tables and self.case.versions.get(self.version) is None:
            self.use_version(MAIN.id)  # the one that was worked on is gone
        if tables - {"kept_finding"}:  # a reason kept for a finding changes no page
            self.draft.mark()
        self.changed.emit(tables)
