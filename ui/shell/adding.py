"""Papers on their way into the case: chosen, dropped or pasted, looked at, added."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.errors import CasepackError
from app.intake.proposal import Proposal
from app.phrases import _
from ui.import_review import ImportReview
from ui.jobs import Job
from ui.pages.place import Tell
from ui.password_box import PasswordBox
from ui.session import Batch, CaseSession, PasswordWanted
from ui.shell.pasting import local_files, pasted_paper
from ui.shell.stage import Stage
from ui.theme.looks import Looks


class Adding(QObject):
    """One look at papers at a time; while it lasts nothing else can be added."""

    changed = Signal()  # whether papers may be added

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        stage: Stage,
        tell: Tell,
        undo: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._looks = looks
        self._stage = stage
        self._tell = tell
        self._undo = undo
        self._window = window
        self._looking: Job | None = None
        self._stopped = False
        self.review: ImportReview | None = None
        session.examined.connect(self._show_review)
        session.added.connect(self._say_added)
        session.password_wanted.connect(self._ask_password)
        session.jobs.finished.connect(self._job_over)

    @property
    def allowed(self) -> bool:
        """Whether papers may be added now."""
        return self._looking is None and self.review is None and not self._stopped

    def add(self, paths: list[Path]) -> None:
        """Look at files and folders, then show what was found; does nothing while one is open."""
        if paths and self.allowed:
            self._looking = self._session.examine(paths)
            self.changed.emit()

    def ask_and_add(self, ask: Callable[[QWidget], list[Path]]) -> None:
        """Let `ask` find out which files, then add them."""
        if self.allowed:
            self.add(ask(self._window))

    def paste(self) -> None:
        """Add what lies on the clipboard; where somebody types, it goes into the words instead."""
        edit = QApplication.focusWidget()
        if isinstance(edit, QLineEdit | QPlainTextEdit) and not edit.isReadOnly():
            edit.paste()
            return
        pasted = QGuiApplication.clipboard().mimeData()
        if files := local_files(pasted):
            self.add(files)
        elif (paper := pasted_paper(pasted)) is not None:
            if self.allowed:
                self._looking = self._session.examine_made(*paper)
                self.changed.emit()
        else:
            self._tell(_("There is no file, picture or text to paste. Copy one first."), done=False)

    def stop(self) -> None:
        """Take nothing more, and answer what is still asked: the window closes."""
        self._stopped = True
        for box in self._window.findChildren(PasswordBox):
            box.reject()
        self.changed.emit()

    @Slot(object)
    def _show_review(self, batch: Batch) -> None:
        if self._stopped:
            self._session.leave_out(batch)
            return
        unlock = self._session.look_again
        review = ImportReview(batch, self._session, self._looks, unlock=unlock)
        review.accepted.connect(self._accept)
        review.left_out.connect(self._leave_out)
        review.put_back.connect(self._put_back)
        self.review = review
        self._stage.take_in(review, "records")
        review.first_focus().setFocus()
        self.changed.emit()

    def _accept(self, batch: Batch, chosen: list[Proposal]) -> None:
        self._end_review()
        self._session.add(batch, chosen)

    def _leave_out(self, batch: Batch) -> None:
        self._end_review()
        self._session.leave_out(batch)

    def _put_back(self, record: int) -> None:
        try:
            with self._session.case.change(_("Put a record back")):
                self._session.case.records.restore(record)
        except CasepackError as failure:
            self._tell(str(failure), done=False)

    def _end_review(self) -> None:
        self.review = None
        self._stage.see_off()
        self.changed.emit()

    @Slot(int)
    def _say_added(self, count: int) -> None:
        words = _("1 record is added.") if count == 1 else _("{n} records are added.")
        self._tell(words.format(n=count), done=True, action=_("Undo"), act=self._undo)

    @Slot(object)
    def _ask_password(self, wanted: PasswordWanted) -> None:
        if self._stopped:
            wanted.answer(None)
            return
        text = (
            _("That password does not open “{name}”. Try again, or leave this file out.")
            if wanted.again
            else _("“{name}” is locked with a password. Type it, or leave this file out.")
        )
        box = PasswordBox(text.format(name=wanted.name), _("Leave it out"), self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: wanted.answer(box.password))
        box.rejected.connect(lambda: wanted.answer(None))
        box.open()

    @Slot(object)
    def _job_over(self, job: Job) -> None:
        if job is self._looking:
            self._looking = None
            self.changed.emit()
