"""The window of one case: it places things, names the actions, and says what happened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.errors import CasepackError
from app.phrases import _
from ui import file_choice
from ui.errors import sentence_of, show_bug
from ui.import_review import ImportReview
from ui.jobs import Job
from ui.note_box import NoteBox
from ui.password_box import PasswordBox
from ui.records_page import RecordsPage
from ui.session import Batch, CaseSession, Made, PasswordWanted
from ui.theme.looks import Looks
from ui.widgets.labels import em, label
from ui.widgets.message_bar import MessageBar
from ui.widgets.task_row import TaskRow
from ui.window_actions import WindowActions


class MainWindow(QMainWindow):
    """Shows one case; it closes when its session has let go of the file."""

    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, session: CaseSession, looks: Looks) -> None:
        super().__init__()
        self.session = session
        session.setParent(self)
        self._looking: Job | None = None
        self._review: ImportReview | None = None
        self._leaving = False
        self._closing: Job | None = None
        self._over = False
        self.setWindowTitle(f"{session.case.path.stem} – Casepack")
        self.setAcceptDrops(True)
        self.bar = MessageBar()
        self.records = RecordsPage(session)
        self.task = TaskRow(session.jobs)
        self.note = NoteBox(session.case, self)
        self._stack = QStackedWidget()
        self._place()
        self.actions_ = WindowActions(self, looks)
        self._connect()
        self._update()
        self.resize(60 * em(self), 40 * em(self))
        self.records.list.setFocus()

    @property
    def review(self) -> ImportReview | None:
        """The review that is open, if one is."""
        return self._review

    def add(self, paths: list[Path]) -> None:
        """Look at files and folders, then show what was found; does nothing while one is open."""
        if paths and self._may_add:
            self.bar.hide()
            self._looking = self.session.examine(paths)
            self._update()

    def ask_and_add(self, ask: Callable[[QWidget], list[Path]]) -> None:
        """Let `ask` find out which files, then add them."""
        if self._may_add:
            self.add(ask(self))

    def export(self) -> None:
        """Ask where the PDF should be and make it."""
        for target in file_choice.ask_where_to_export(self):
            self._try(partial(self.session.export, target))

    def undo(self) -> None:
        """Take back the newest step."""
        if self.session.case.undo_label is not None:
            self._try(self.session.case.undo)

    def redo(self) -> None:
        """Bring again what was taken back."""
        if self.session.case.redo_label is not None:
            self._try(self.session.case.redo)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Close only when nothing is under way and the case file is put away."""
        if self._over:
            event.accept()
            return
        event.ignore()
        if self._leaving:
            return
        if self.session.jobs.busy or self._review is not None:
            self._ask_whether_to_stop()
        else:
            self._leave()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - a name of Qt's
        """Say that files may be dropped here."""
        if self._may_add and _local_files(event):
            event.acceptProposedAction()
            self._drop.setGeometry(self.rect().adjusted(*(em(self),) * 2, *(-em(self),) * 2))
            self._drop.raise_()
            self._drop.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - a name of Qt's
        """Take the invitation away."""
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - a name of Qt's
        """Add what was dropped."""
        self._drop.hide()
        event.acceptProposedAction()
        self.add(_local_files(event))

    @property
    def _may_add(self) -> bool:
        return self._looking is None and self._review is None and not self._leaving

    def _place(self) -> None:
        self._stack.addWidget(self.records)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(em(self), em(self), em(self), em(self) // 2)
        for one in (self.bar, self._stack, self.task):
            column.addWidget(one)
        column.setStretch(1, 1)
        self.setCentralWidget(self._middle)
        self._drop = label(_("Drop to add to this case"), "drop")
        self._drop.setParent(self)
        self._drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop.hide()

    def _connect(self) -> None:
        session, jobs = self.session, self.session.jobs
        session.changed.connect(self._update)
        session.examined.connect(self._show_review)
        session.added.connect(self._say_added)
        session.exported.connect(self._say_exported)
        session.password_wanted.connect(self._ask_password)
        session.closed.connect(self._closed)
        jobs.failed.connect(self._say_failure)
        jobs.finished.connect(self._job_over)
        page = self.records
        page.add_button.clicked.connect(lambda: self.ask_and_add(file_choice.ask_for_papers))
        page.note_button.clicked.connect(self.note.open)
        page.export_button.clicked.connect(self.export)

    def _update(self, _tables: object = None) -> None:
        case = self.session.case
        self.actions_.update_from(case.undo_label, case.redo_label, may_add=self._may_add)
        self.records.add_button.setEnabled(self._may_add)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CasepackError as failure:
            self.bar.tell(str(failure), done=False)

    @Slot(object)
    def _show_review(self, batch: Batch) -> None:
        if self._leaving:
            self.session.leave_out(batch)
            return
        review = ImportReview(batch, self.session.case)
        review.accepted.connect(self._accept)
        review.left_out.connect(self._leave_out)
        review.put_back.connect(self._put_back)
        self._review = review
        self._stack.addWidget(review)
        self._stack.setCurrentWidget(review)
        (review.add_button if review.add_button.isEnabled() else review.cancel_button).setFocus()
        self._update()

    def _accept(self, batch: Batch, chosen: list[object]) -> None:
        self._end_review()
        self.session.add(batch, chosen)  # type: ignore[arg-type]  # proposals, from a signal

    def _leave_out(self, batch: Batch) -> None:
        self._end_review()
        self.session.leave_out(batch)

    def _put_back(self, record: int) -> None:
        def restore() -> None:
            with self.session.case.change(_("Put a record back")):
                self.session.case.records.restore(record)

        self._try(restore)

    def _end_review(self) -> None:
        if self._review is not None:
            self._stack.removeWidget(self._review)
            self._review.deleteLater()
            self._review = None
        self.records.list.setFocus()
        self._update()

    @Slot(int)
    def _say_added(self, count: int) -> None:
        words = _("1 record is added.") if count == 1 else _("{n} records are added.")
        self.bar.tell(words.format(n=count), done=True, action=_("Undo"), act=self.undo)

    @Slot(object)
    def _say_exported(self, made: Made) -> None:
        words = _(
            "Your dossier is ready: “{name}”, {pages} pages. "
            "Look through it once before you send it."
        ).format(name=made.target.name, pages=made.exported.bound.pages)
        address = QUrl.fromLocalFile(str(made.target))
        self.bar.tell(
            words, done=True, action=_("Open it"), act=lambda: QDesktopServices.openUrl(address)
        )

    @Slot(object, object)
    def _say_failure(self, job: Job, error: BaseException) -> None:
        if job is self._closing:  # the case could not be tidied up: the next try only leaves
            self._over = True
            self._middle.setEnabled(True)
        if sentence := sentence_of(error):
            self.bar.tell(sentence, done=False)
        else:
            show_bug(self, error)

    @Slot(object)
    def _job_over(self, job: Job) -> None:
        if job is self._looking:
            self._looking = None
            self._update()

    @Slot(object)
    def _ask_password(self, wanted: PasswordWanted) -> None:
        if self._leaving:
            wanted.answer(None)
            return
        text = (
            _("That password does not open “{name}”. Try again, or leave this file out.")
            if wanted.again
            else _("“{name}” is locked with a password. Type it, or leave this file out.")
        )
        box = PasswordBox(text.format(name=wanted.name), _("Leave it out"), self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: wanted.answer(box.password))
        box.rejected.connect(lambda: wanted.answer(None))
        box.open()

    def _ask_whether_to_stop(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("stop")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Casepack")
        box.setText(
            _("The program is still at work. Stop and close?")
            if self.session.jobs.busy
            else _("The files you looked at are not added yet. Close without them?")
        )
        box.setInformativeText(_("What was saved before is safe. Nothing half done is left."))
        box.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
        yes = box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        yes.clicked.connect(self._leave)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _leave(self) -> None:
        self._leaving = True
        self._middle.setEnabled(False)
        for box in self.findChildren(PasswordBox):
            box.reject()
        self._closing = self.session.close()
        self._update()

    @Slot()
    def _closed(self) -> None:
        self._over = True
        self.close()


def _local_files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
