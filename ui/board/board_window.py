"""The cases of a folder, what is overdue first; a line opens the case in a window of its own."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.board.cases import Board, BoardCase, board_of
from app.board.words import left_out_words
from app.dossier.plan import Paper
from app.dossier.prints.board import board_print, board_table
from app.dossier.prints.printing import save_print
from app.errors import CasepackError
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.board.lines import lines_of
from ui.dossier.show_file import show_file
from ui.errors import sentence_of, show_bug
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.facts.section import Page
from ui.jobs import Job, JobQueue
from ui.records.flow import Flow
from ui.shell.settings_store import SettingsStore
from ui.theme.looks import Looks
from ui.widgets.breakable import breakable
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.message_bar import MessageBar
from ui.widgets.spacing import space

_LEAST = 220  # pixels of the list at the usual size of text; where there is less, all scrolls
_LONGEST = 60  # characters of the folder's name


class BoardWindow(QWidget):
    """Shows what the headers of the cases tell; it opens no case itself.

    `here` gives the case files that this program has open. What is shown is
    read anew whenever somebody comes to the window.
    """

    case_wanted = Signal(object)  # Path of a case
    new_wanted = Signal()

    accessible_role = QAccessible.Role.Window  # a widget alone is none to a screen reader

    def __init__(self, looks: Looks, store: SettingsStore, here: Callable[[], list[Path]]) -> None:
        super().__init__()
        self._looks, self._store, self._here = looks, store, here
        self._numbers: dict[Path, int] = {}
        self._folder = Path(store.now.board) if store.now.board else None
        self._reading: Job | None = None
        self.board: Board | None = None
        self.jobs = JobQueue(self)
        self.jobs.failed.connect(self._failed)
        self.setWindowTitle(_("Cases – Casepack"))
        self.setAccessibleName(_("Cases"))
        self.bar = MessageBar(self)
        if (inner := self.bar.layout()) is not None:
            space(inner, looks, (16, 12, 16, 0), 0)
        self.page = Page(looks)
        self.view = LineView(_("Cases"), looks)  # lays out many lines in slices
        self.choose = PictureButton(_("Choose a folder"), looks, "folder-open", "main")
        self.new = PictureButton(_("New case"), looks, "plus")
        self.remember = Check(_("Remember this folder on this computer"))
        self.pdf = PictureButton(_("Save as PDF"), looks, "printer")
        self.table = PictureButton(_("Save as a table"), looks, "table-properties")
        self.again = PictureButton(_("Look again"), looks, "rotate-cw", "quiet")
        self.where, self.nothing, self.more = label("", "strong"), label("", "quiet"), label("")
        self._lay_out()
        self._connect()
        looks.changed.connect(self._fit)
        self._fit()
        self._show(None)
        self.resize(QSize(960, 720))

    def refresh(self) -> None:
        """Read the headers anew, in a job; the list stays until that is done."""
        if (folder := self._folder) is None:
            return
        here = self._here()

        def work(_progress: Progress) -> Board:
            return board_of(folder, date.today(), here)

        if self._reading is not None:
            self._reading.cancel()  # one that has not begun yet need not begin
        self._reading = self.jobs.add(_("Reading the folder"), work, self._take)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - a name of Qt's
        """Read anew when somebody comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def first_focus(self) -> QWidget:
        """Give the list, or the button that fills it."""
        return self.view if self.view.isVisibleTo(self) else self.choose

    def _lay_out(self) -> None:
        column = self.page.column
        column.addWidget(Heading(_("Cases")))
        about = _(
            "Of each case only what it was allowed to tell: see “About you” in the case. "
            "No case is opened for this list."
        )
        column.addWidget(label(about, "quiet"))
        top = QWidget(self.page)
        row = Flow(top, self._looks)
        for one in (self.choose, self.new, self.again):
            row.addWidget(one)
        column.addWidget(top)
        column.addWidget(self.where)
        column.addWidget(self.remember, 0, Qt.AlignmentFlag.AlignLeft)
        self._card, inside = card(self._looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        column.addWidget(self._card, 1)
        for widget in (self.nothing, self.more):
            column.addWidget(widget)
        self._saving = QWidget(self.page)
        row = Flow(self._saving, self._looks)
        row.addWidget(self.pdf)
        row.addWidget(self.table)
        column.addWidget(self._saving)
        column.addStretch(0)
        outer = space(QVBoxLayout(self), self._looks, (0, 0, 0, 0), 0)
        outer.addWidget(self.bar)
        outer.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_for_folder)
        self.new.clicked.connect(self.new_wanted)
        self.again.clicked.connect(self.refresh)
        self.remember.clicked.connect(self._remember)
        self.pdf.clicked.connect(self._save_pdf)
        self.table.clicked.connect(self._save_table)
        self.view.opened.connect(self._open)
        self.view.gone_into.connect(self._open)
        self.view.chosen.connect(lambda _line: self.page.bring(self.view))
        looks = self._looks
        for key, act in (
            ("F5", self.refresh),
            ("Ctrl+Shift+O", self._ask_for_folder),
            (QKeySequence.StandardKey.ZoomIn, looks.larger),
            (QKeySequence.StandardKey.ZoomOut, looks.smaller),
            ("Ctrl+0", looks.usual),
            ("Ctrl+W", self.close),
            ("Ctrl+Q", QApplication.closeAllWindows),
        ):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)

    @Slot()
    def _fit(self) -> None:
        self.view.setMinimumHeight(round(_LEAST * self._looks.scale))

    @Slot(object)
    def _take(self, board: Board) -> None:
        if board.folder == self._folder:
            self._show(board)

    def _show(self, board: Board | None) -> None:
        first = self.board is None
        self.board = board
        cases = board.cases if board else ()
        self.view.show_lines(lines_of(board, self._number) if board else [])
        self.where.setText(breakable(_folder_words(board.folder)) if board else "")
        nothing = (
            _("There is no case in this folder.")
            if board
            else _("Choose the folder where the case files lie.")
        )
        self.nothing.setText(nothing)
        self.more.setText(left_out_words(board.left_out) if board else "")
        for one in (self._card, self._saving):
            one.setVisible(bool(cases))
        self.nothing.setVisible(not cases)
        self.more.setVisible(bool(board and board.left_out))
        for one in (self.where, self.remember, self.again):
            one.setVisible(board is not None)
        self.remember.setChecked(bool(board) and self._store.now.board == str(self._folder))
        if first and cases:
            if self.view.line is None:
                self.view.choose("case", self._number(cases[0]))
            self.view.setFocus()

    def _number(self, case: BoardCase) -> int:
        return self._numbers.setdefault(case.path, len(self._numbers))

    @Slot(object)
    def _open(self, line: Line) -> None:
        self.bar.hide()
        paths = [path for path, number in self._numbers.items() if number == line.id]
        for path in paths:
            self.case_wanted.emit(path)

    @Slot()
    def _ask_for_folder(self) -> None:
        for folder in file_choice.ask_for_folder_of_cases(self):
            self.bar.hide()
            self._folder = folder
            if self._store.now.board:
                self._keep(str(folder))
            self._show(None)
            self.refresh()

    @Slot()
    def _remember(self) -> None:
        self._keep(str(self._folder) if self.remember.isChecked() else "")

    def _keep(self, folder: str) -> None:
        try:
            self._store.change(board=folder)
        except CasepackError as failure:
            self.bar.tell(str(failure), done=False)

    @Slot()
    def _save_pdf(self) -> None:
        if board := self.board:
            paper = Paper[self._store.now.paper]
            targets = file_choice.ask_where_to_print(self, _("What is due"))
            self._save(targets, partial(board_print, board, paper=paper))

    @Slot()
    def _save_table(self) -> None:
        if board := self.board:
            name = _("What is due") + ".csv"
            targets = file_choice.ask_where_to_save(self, _("Save as a table"), name)
            self._save(targets, partial(board_table, board))

    def _save(self, targets: list[Path], make: Callable[[], bytes]) -> None:
        for target in targets:

            def work(_progress: Progress, target: Path = target) -> Path:
                save_print(make(), target)
                return target

            self.jobs.add(_("Saving “{name}”").format(name=target.name), work, self._saved)

    @Slot(object)
    def _saved(self, target: Path) -> None:
        words = _("“{name}” is saved.").format(name=target.name)
        self.bar.tell(words, done=True, action=_("Open"), act=lambda: show_file(target))

    @Slot(object, object)
    def _failed(self, _job: Job, error: BaseException) -> None:
        if sentence := sentence_of(error):
            self.bar.tell(sentence, done=False)
        else:
            show_bug(self, error)


def _folder_words(folder: Path) -> str:
    name = folder.name or str(folder)
    shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return _("Folder “{name}”").format(name=shown)
