"""The way in: it opens and makes cases, and gives each a window of its own.

Everything that only a case needs is loaded on the job that opens one: the
welcome page is painted before that, and answers meanwhile.
"""

from __future__ import annotations

import gc
import shutil
from datetime import date
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import CasepackError, NotACaseFile
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.errors import sentence_of, show_bug, show_sentence
from ui.jobs import Job, JobQueue
from ui.shell.secret import Secret
from ui.shell.settings_store import SettingsStore
from ui.shell.whose_case import Turns, WhoseCase
from ui.theme.looks import Looks
from ui.welcome import Welcome

if TYPE_CHECKING:
    from app.case.casefile import CaseFile
    from ui.board.board_window import BoardWindow
    from ui.main_window import MainWindow


class FrontDoor(QObject):
    """Shows the welcome page until a case is open; knows every open window."""

    def __init__(
        self, looks: Looks, example: Path | None = None, store: SettingsStore | None = None
    ) -> None:
        """Stand ready. `example` is the folder of the sample case, made when it is asked for."""
        super().__init__()
        self._looks = looks
        self._store = store or SettingsStore(parent=self)
        self._example = example or _own_folder() / "example"
        self.jobs = JobQueue(self)
        self.welcome = Welcome(self.jobs, looks)
        self.windows: list[MainWindow] = []
        self.board: BoardWindow | None = None
        """The list of the cases of a folder, once somebody asked for it."""
        self._turns = Turns()
        self.welcome.new_wanted.connect(self.ask_for_new)
        self.welcome.open_wanted.connect(self.ask_for_case)
        self.welcome.example_wanted.connect(self.show_example)
        self.welcome.board_wanted.connect(self.show_board)
        self.welcome.case_wanted.connect(self.open)
        self.jobs.failed.connect(self._failed)

    def begin(self, paths: list[Path]) -> None:
        """Show the welcome page, and open the cases that were named."""
        self.welcome.show_recent([Path(one) for one in self._store.now.recent])
        self.welcome.show()
        self.welcome.new_button.setFocus()
        for path in paths:
            self.open(path)

    def ask_for_new(self) -> None:
        """Ask where a new case should be, and make it."""
        for path in file_choice.ask_for_new_case(self._front()):
            self.jobs.add(_("Making a new case"), partial(_created, path), self.show)

    def ask_for_case(self) -> None:
        """Ask which case, and open it."""
        for path in file_choice.ask_for_case(self._front()):
            self.open(path)

    def open(self, path: Path, password: str = "") -> None:
        """Open a case; one that is open here already comes to the front."""
        for window in self.windows:
            if _same(window.session.case.path, path):
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
                window.activateWindow()
                return
        self.jobs.add(
            _("Opening the case"),
            lambda _progress: _opened(path, password),
            lambda found: (
                self.show(found, password) if found else self._ask_password(path, bool(password))
            ),
        )

    def show_example(self) -> None:
        """Open the sample case; it is made first when it is not there yet."""
        self.jobs.add(_("Making the example"), self._made_example, self.open)

    def show_board(self) -> None:
        """Show the list of the cases of a folder, in a window of its own."""
        if self.board is not None:
            self._bring_board(self.board)
            return
        self.jobs.add(
            _("Loading the list of cases"), lambda _progress: _load_board(), self._begin_board
        )

    def stop(self) -> None:
        """Wait for work under way; what it opened late is closed again."""
        self.jobs.stop()
        if self.board is not None:
            self.board.jobs.stop()

    def _made_example(self, progress: Progress) -> Path:
        from app.case.engine import file_told_apart
        from app.sample.demo import CASE, make_demo  # draws letters and pictures: heavy

        case = self._example / CASE
        if not case.exists():
            half = self._example.with_name(self._example.name + ".part")
            with file_told_apart(self._example):
                shutil.rmtree(half, ignore_errors=True)
                shutil.rmtree(self._example, ignore_errors=True)
                make_demo(half, made=date.today(), progress=progress)
                half.rename(self._example)
        return case

    def show(self, case: CaseFile, password: str = "") -> None:
        """Show an open case in a window of its own, in place of the welcome page."""
        from ui.header_keeping import HeaderKeeping
        from ui.main_window import MainWindow
        from ui.session import CaseSession

        window = MainWindow(CaseSession(case), self._looks, self._store, Secret(password))
        self.windows.append(window)
        window.case_wanted.connect(self.open)
        window.board_wanted.connect(self.show_board)
        HeaderKeeping(window.session).failed.connect(
            lambda sentence: window.bar.tell(sentence, done=False)
        )
        WhoseCase(window, self._turns)
        self._remember(window)
        window.new_wanted.connect(self.ask_for_new)
        window.open_wanted.connect(self.ask_for_case)
        window.session.closed.connect(lambda: self._gone(window))
        window.show()
        self.welcome.close()
        self.welcome.show_recent([])  # hidden words can still be read from outside

    def _begin_board(self, kind: type[BoardWindow]) -> None:
        if self.board is None:
            self.board = kind(self._looks, self._store, self._opened_here)
            self.board.case_wanted.connect(self.open)
            self.board.new_wanted.connect(self.ask_for_new)
        self._bring_board(self.board)

    def _bring_board(self, board: BoardWindow) -> None:
        board.setWindowState(board.windowState() & ~Qt.WindowState.WindowMinimized)
        board.show()
        board.activateWindow()
        board.first_focus().setFocus()
        board.refresh()

    def _opened_here(self) -> list[Path]:
        return [window.session.case.path for window in self.windows]

    def _remember(self, window: MainWindow) -> None:
        try:
            self._store.remember_case(window.session.case.path)
        except CasepackError as failure:
            window.bar.tell(str(failure), done=False)

    def _gone(self, window: MainWindow) -> None:
        self.windows.remove(window)
        window.deleteLater()
        if self.board is not None and self.board.isVisible():
            self.board.refresh()  # it is not open here any more

    def _ask_password(self, path: Path, again: bool) -> None:
        text = (
            _("That password does not open “{name}”. Try again.")
            if again
            else _("“{name}” asks for its password, or it is not a case file.")
        )
        from ui.password_box import PasswordBox

        box = PasswordBox(text.format(name=path.name), _("Do not open it"), self._front())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(lambda: self.open(path, box.password))
        box.open()

    @Slot(object, object)
    def _failed(self, _job: Job, error: BaseException) -> None:
        sentence = sentence_of(error)
        if sentence is None:
            show_bug(self._front(), error)
        elif self.board is not None and self.board.isActiveWindow():
            self.board.bar.tell(sentence, done=False)
        elif self.welcome.isVisible():
            self.welcome.bar.tell(sentence, done=False)
        else:
            show_sentence(self._front(), sentence)

    def _front(self) -> QWidget:
        shown: list[QWidget] = [self.welcome, *self.windows]
        if self.board is not None and self.board.isVisible():
            shown.append(self.board)
        return QApplication.activeWindow() or shown[-1]


def _own_folder() -> Path:
    data = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(data)) / "casepack"


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file; links and capital letters can hide it."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is gone: then only the names can tell
        return one == other


@cache
def _load() -> None:
    """Load the window of a case, its places and their words, on the thread of a job."""
    from app.content.load import load_content
    from ui.shell.places import spots

    import_module("ui.main_window")
    spots()
    load_content()
    if not gc.isenabled():  # see ui/tidying.py
        gc.freeze()  # it all stays: looking at it again costs time


def _load_board() -> type[BoardWindow]:
    """Load the list of cases, on the thread of a job."""
    from ui.board.board_window import BoardWindow

    return BoardWindow


def _created(path: Path, _progress: Progress) -> CaseFile:
    from app.case.casefile import CaseFile

    _load()
    return CaseFile.create(path)


def _opened(path: Path, password: str) -> CaseFile | None:
    """Open a case; None when a password may help."""
    from app.case.casefile import SUFFIX, CaseFile

    _load()
    try:
        case = CaseFile.open(path, password)
        case.records.all()  # the first reading takes longest: here nobody waits for it
        return case
    except NotACaseFile:
        if path.is_file() and path.suffix == SUFFIX:
            return None
        raise
