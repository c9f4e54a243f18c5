"""What a menu does to a whole case: undo, the PDF, a copy, the bin."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.errors import CasepackError
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.made import Made
from ui.pages.conflicts import ConflictsPlace
from ui.pages.dossier import DossierPlace
from ui.pages.notes import NotesPlace
from ui.pages.records import RecordsPlace
from ui.pages.sent import SentPlace
from ui.session import CaseSession, Packed
from ui.shell.stage import Stage
from ui.widgets.message_bar import MessageBar


class Deeds(QObject):
    """Each tells in the message bar how it went."""

    def __init__(
        self, session: CaseSession, stage: Stage, bar: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._stage = stage
        self._bar = bar
        self._window = window
        session.exported.connect(self._say_exported)
        session.packed.connect(self._say_packed)

    def undo(self) -> None:
        """Take back the newest step, after what is still being typed is saved as one."""
        self._stage.settle()
        self._session.unsaved.flush()
        if self._session.case.undo_label is not None:
            self.attempt(self._session.case.undo)

    def redo(self) -> None:
        """Bring again what was taken back."""
        if self._session.case.redo_label is not None:
            self.attempt(self._session.case.redo)

    def export(self) -> None:
        """Go to the dossier, ask where the PDF should be, and make it."""
        self._session.unsaved.flush()
        self._stage.go(DossierPlace.code)
        dossier = self._stage.place
        if isinstance(dossier, DossierPlace):
            dossier.make()

    def write_note(self) -> None:
        """Go to the notes and begin a new one."""
        self._stage.go(NotesPlace.code)
        notes = self._stage.place
        if isinstance(notes, NotesPlace):
            notes.add_note()

    def cover_up(self) -> None:
        """Go to the records and cover parts of the page that is shown there."""
        self._stage.go(RecordsPlace.code)
        records = self._stage.place
        if isinstance(records, RecordsPlace):
            records.cover_up()

    @Slot(int, int)
    def cover_up_at(self, record: int, page: int) -> None:
        """Go to a page of a record, from 1, and cover parts of it."""
        self._stage.go(RecordsPlace.code, record=record, page=page)
        records = self._stage.place
        if isinstance(records, RecordsPlace):
            records.beside.then(records.cover_up)

    def note_conflict(self) -> None:
        """Begin to note that two papers do not agree: from a record, with its page as one side."""
        records, number, page = self._stage.place, None, 1
        if isinstance(records, RecordsPlace) and not records.filters.in_bin:
            number, page = records.list.number, records.page.page or 1
        self._stage.go(ConflictsPlace.code, record=number, page=page)
        conflicts = self._stage.place
        if number is None and isinstance(conflicts, ConflictsPlace):
            conflicts.start()

    def back_up(self) -> None:
        """Ask where a copy of the case should be and write it."""
        self._session.unsaved.flush()
        name = self._session.case.path.name
        for target in file_choice.ask_where_to_copy(self._window, name):

            def work(_progress: Progress, target: Path = target) -> Path:
                self._session.case.back_up(target)
                return target

            self._session.jobs.add(_("Saving a copy"), work, self._say_copied)

    def ask_to_empty_the_bin(self) -> None:
        """Ask once, in the bar, whether the records in the bin may be erased."""
        count = len(self._session.case.records.in_bin())
        if count == 0:
            self._bar.tell(_("The bin is empty."), done=True)
            return
        words = (
            _("Erase the record in the bin for good? This cannot be undone.")
            if count == 1
            else _("Erase {n} records in the bin for good? This cannot be undone.")
        )
        self._bar.tell(
            words.format(n=count), done=False, action=_("Erase"), act=self._empty_the_bin
        )

    def attempt(self, act: Callable[[], object]) -> None:
        """Do it, and say what stood in the way if it fails."""
        try:
            act()
        except CasepackError as failure:
            self._bar.tell(str(failure), done=False)

    def _empty_the_bin(self) -> None:
        self._bar.hide()

        def work(_progress: Progress) -> int:
            return self._session.case.empty_bin()

        self._session.jobs.add(_("Emptying the bin"), work, self._say_erased)

    def _say_erased(self, count: int) -> None:
        words = _("1 record is erased.") if count == 1 else _("{n} records are erased.")
        self._bar.tell(words.format(n=count), done=True)

    def _say_copied(self, target: Path) -> None:
        self._bar.tell(_("A copy is saved as “{name}”.").format(name=target.name), done=True)

    @Slot(object)
    def _say_exported(self, made: Made) -> None:
        if self._stage.here == DossierPlace.code:  # it says so itself, and more
            return
        words = _(
            "Your dossier is ready: “{name}”, {pages} pages. "
            "Look through it once before you send it."
        )
        if made.for_review:
            words = _("The copy for review is ready: “{name}”, {pages} pages.")
        words = words.format(name=made.exported.files[0].path.name, pages=made.exported.bound.pages)
        self._bar.tell(
            words,
            done=True,
            action=_("Go to the dossier"),
            act=lambda: self._stage.go(DossierPlace.code),
        )

    @Slot(object)
    def _say_packed(self, packed: Packed) -> None:
        place = self._stage.place
        if isinstance(place, DossierPlace | SentPlace) and place.shows_pack():
            return
        words = _("Your pack is ready: “{name}”").format(name=packed.target.name)
        self._bar.tell(words, done=True)
