"""An open case: one SQLite file, and the only way into it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from app.case import backup, schema
from app.case.allergies import Allergies
from app.case.asked import AskedAbout
from app.case.builds import Builds, SharingLog
from app.case.documents import Documents
from app.case.engine import CaseDatabase, connect, make_empty, told_apart
from app.case.journey import JourneyRooms
from app.case.made import MadeDossiers
from app.case.marks import Marks
from app.case.medicines import Medicines
from app.case.people import People
from app.case.questions import Questions
from app.case.reasons import Reasons
from app.case.recipients import Recipients
from app.case.records import Records
from app.case.results import Results
from app.case.search import Search
from app.case.shelf import Shelf
from app.case.statements import Statements
from app.case.timeline import Timeline
from app.case.treatments import Treatments
from app.case.undo import Step, UndoLog
from app.case.versions import Versions
from app.errors import CaseDamaged, CaseTooNew, NotACaseFile
from app.model.outside_item import OutsideItem
from app.model.story import CaseSnapshot, Treatment
from app.phrases import _

SUFFIX = ".casepack"

Listener = Callable[[frozenset[str]], None]


class CaseFile:
    """An open case.

    Reading is free. Writing happens inside `change`, which is at once a
    transaction, an undo step and one announcement to the listeners; outside
    it SQLite itself refuses to write.
    """

    def __init__(self, db: CaseDatabase, path: Path) -> None:
        self.path = path
        self._db = db
        self._listeners: list[Listener] = []
        self._undo = UndoLog(db, schema.UNDOABLE)
        self._depth = 0
        self._closed = False
        self.records = Records(db)
        self.documents = Documents(db, self._writing)
        self.people = People(db)
        self.statements = Statements(db)
        self.reasons = Reasons(db)
        self.questions = Questions(db)
        self.timeline = Timeline(db)
        self.medicines = Medicines(db)
        self.allergies = Allergies(db)
        self.asked = AskedAbout(db)
        self.treatments = Treatments(db, "treatment", Treatment)
        self.results = Results(db)
        self.outside = Shelf(db, "outside", OutsideItem)
        self.search = Search(db)
        self.made = MadeDossiers(db, self._unlisted)
        self.recipients = Recipients(db)
        self.versions = Versions(db)
        self.marks = Marks(db)
        self.builds = Builds(db, self._unlisted)
        self.sharing = SharingLog(db)
        self.journey = JourneyRooms(db)
        self._allow_writing(False)

    @classmethod
    def create(cls, path: Path, password: str = "") -> Self:
        """Make a new, empty case file; the path must be free.

        Raises FolderNotWritable or DiskFull; then no file is left behind.
        """
        make_empty(path)
        try:
            db = connect(path, password, fresh=True)
            try:
                with told_apart(path):
                    schema.migrations.apply(db)
            except BaseException:
                db.close()
                raise
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return cls(db, path)

    @classmethod
    def open(cls, path: Path, password: str = "") -> Self:
        """Open an existing case file, bringing its schema up to date.

        Raises NotACaseFile (also for a wrong password), CaseTooNew,
        CaseOpenElsewhere, FolderNotWritable, DiskFull or CaseDamaged. A copy
        is kept beside the file before its schema is changed.
        """
        if not path.is_file():  # SQLite would make an empty one
            raise NotACaseFile(_("There is no file “{name}”.").format(name=path.name))
        db = connect(path, password)
        try:
            with told_apart(path):
                _check_shape(db, path)
                if pending := schema.migrations.pending(db):
                    backup.keep_copy(db, path, f"before-{pending[0].name}")
                    schema.migrations.apply(db)
            case = cls(db, path)
            case.documents.sweep_unfinished()
        except BaseException:
            db.close()
            raise
        return case

    def close(self) -> None:
        """Erase what no record refers to any more and let go of the file; twice does no harm."""
        with self._db.lock:
            if not self._closed:
                self.documents.sweep()
                self._db.close()
                self._closed = True

    @property
    def has_password(self) -> bool:
        """Whether the file is encrypted: `cipher_status` of SQLCipher says so."""
        row = self._db.row("PRAGMA cipher_status")
        return row is not None and row["cipher_status"] == "1"

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the names of the tables after each change.

        It is called on the thread that made the change.
        """
        self._listeners.append(listener)

    @contextmanager
    def change(self, label: str, *, together: str = "") -> Iterator[None]:
        """Make one change, whole or not at all, that can be undone as `label`.

        Changes that follow each other with the same `together` are undone as
        one step: the pauses while somebody types are no steps of their own.
        """
        with self._writing():
            yield
            step = self._undo.close_step(label, together)
        if step:
            self._undo.push(step)
            self._announce(step.tables)

    @property
    def undo_label(self) -> str | None:
        """The words of the step that `undo` would take back."""
        return self._undo.done[-1].label if self._undo.done else None

    @property
    def redo_label(self) -> str | None:
        """The words of the step that `redo` would bring again."""
        return self._undo.undone[-1].label if self._undo.undone else None

    def undo(self) -> None:
        """Take back the newest change. Raises IndexError when there is none."""
        self._move(self._undo.done, self._undo.undone)

    def redo(self) -> None:
        """Bring again what was taken back last. Raises IndexError when there is nothing."""
        self._move(self._undo.undone, self._undo.done)

    def empty_bin(self) -> int:
        """Erase the records in the bin for good and give how many; this cannot be undone.

        What cited them is kept and says that its record was removed.
        """
        binned = self.records.in_bin()
        with self._writing():
            for record in binned:
                for table in schema.CITING:
                    self._db.run(
                        f"UPDATE {table} SET voice = 'said', record = NULL, page = NULL,"
                        " said_by = ? WHERE record = ?",
                        (
                            _("a record that was removed: {title}").format(title=record.title),
                            record.id,
                        ),
                    )
                self.records.erase(record.id)
            self._undo.close_step("")
            self._undo.forget()
        self.documents.sweep()
        self._announce(frozenset({"record", *schema.CITING}))
        return len(binned)

    def snapshot(self) -> CaseSnapshot:
        """Give all that the case says now, as one value."""
        with self._db.lock:
            return CaseSnapshot(
                patient=self.people.patient(),
                preparer=self.people.preparer(),
                recipient=self.people.recipient(),
                records=tuple(self.records.all()),
                statements=tuple(self.statements.all()),
                reasons=tuple(self.reasons.all()),
                answers=tuple(self.statements.answers()),
                questions=tuple(self.questions.all()),
                events=tuple(self.timeline.all()),
                medicines_asked=self.asked.get("medicine"),
                medicines=tuple(self.medicines.all()),
                allergies_asked=self.asked.get("allergy"),
                allergies=tuple(self.allergies.all()),
                treatments=tuple(self.treatments.all()),
                results=tuple(self.results.all()),
                outside=tuple(self.outside.all()),
                sensitivities=self.marks.sensitivities(),
                first_opinion=self.marks.first_opinion(),
                related=self.marks.related(),
                other_namings=self.people.other_namings(),
                journey=self.journey.all(),
                example=self.people.is_example(),
            )

    def back_up(self, target: Path, *, off_board: bool = False) -> None:
        """Write a whole, checked copy of the case to `target`; the password stays the same.

        With `off_board` the copy writes no header beside itself where it is opened.
        """
        backup.back_up(self._db, target, off_board=off_board)

    def _move(self, source: list[Step], target: list[Step]) -> None:
        step = source[-1]
        with self._writing():
            reverse = self._undo.replay(step)
        source.pop()
        target.append(reverse)
        self._announce(step.tables)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock and one transaction; a failure takes back all of it."""
        with self._db.lock, told_apart(self.path):
            self._depth += 1
            self._allow_writing(True)
            try:
                with self._db.atomic():
                    yield
            finally:
                self._depth -= 1
                self._allow_writing(self._depth > 0)

    @contextmanager
    def _unlisted(self, table: str) -> Iterator[None]:
        """Write to `table` what is no step of the person's: undo leaves it alone."""
        with self._writing():
            yield
            self._undo.close_step("")
        self._announce(frozenset({table}))

    def _allow_writing(self, allowed: bool) -> None:
        self._db.run(f"PRAGMA query_only = {'OFF' if allowed else 'ON'}")

    def _announce(self, tables: frozenset[str]) -> None:
        self.records.catch_up()  # here, so that whoever is told need not wait for it
        for listener in self._listeners:
            listener(tables)


def _check_shape(db: CaseDatabase, path: Path) -> None:
    applied = [step.name for step in schema.migrations.applied(db)]
    if set(applied) - set(schema.known()):
        raise CaseTooNew(
            _(
                "“{name}” was made by a newer version of Casepack. "
                "Install the newest version to open it. The file was not changed."
            ).format(name=path.name)
        )
    if schema.fingerprint(db) != schema.shipped(applied):
        raise CaseDamaged(
            _(
                "“{name}” was changed by another program and may not be safe. "
                "Open a backup copy of it instead."
            ).format(name=path.name)
        )
