"""The window of one case: it places things and joins them; each thing does its own work."""

import logging
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.dossier.plan import Paper
from app.errors import CasepackError
from app.phrases import _
from ui.errors import sentence_of, show_bug
from ui.import_review import ImportReview
from ui.jobs import Job
from ui.pages.help import HelpPlace
from ui.pages.place import Place
from ui.pages.settings import SettingsPlace
from ui.session import CaseSession
from ui.shell import panes
from ui.shell.adding import Adding
from ui.shell.bars import Bars
from ui.shell.case_switch import CaseSwitch
from ui.shell.deeds import Deeds
from ui.shell.drop import DropHint
from ui.shell.leaving import Leaving
from ui.shell.locking import Locking
from ui.shell.menus import Menus
from ui.shell.pasting import local_files
from ui.shell.places import spots
from ui.shell.secret import Secret
from ui.shell.settings_store import SettingsStore
from ui.shell.stage import Stage
from ui.shell.surround import Surround
from ui.theme.looks import Looks

log = logging.getLogger(__name__)

USUAL = QSize(1280, 800)  # pixels at the usual size of text


class MainWindow(QMainWindow):
    """Shows one case; it closes when its session has let go of the file."""

    new_wanted = Signal()
    open_wanted = Signal()
    board_wanted = Signal()
    case_wanted = Signal(object)  # Path of a recent case

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        store: SettingsStore | None = None,
        secret: Secret | None = None,
    ) -> None:
        """Show the case of `session`; `secret` knows its password, if it has one."""
        super().__init__()
        self.session = session
        session.setParent(self)
        self.looks = looks
        self.store = store or SettingsStore(parent=self)
        self.spots = spots()
        self.bars = Bars(session.jobs, looks)
        self.bar, self.undo_bar, self.task = self.bars.bar, self.bars.undo, self.bars.task
        self.stage = Stage(session, looks, self.bars.tell, self.spots)
        self.deeds = Deeds(session, self.stage, self.bar, self)
        self.adding = Adding(session, looks, self.stage, self.bars.tell, self.deeds.undo, self)
        self.setAcceptDrops(True)
        session.draft.take_paper(Paper[self.store.now.paper])
        self._place(looks)
        secret = secret or Secret("")
        self.locking = Locking(session, secret, looks, self.store, self._whole, self.frame_)
        self.leaving = Leaving(session, self.stage, self.adding, self.locking, self.bar, self)
        self.actions_ = Menus(self)
        self.switch = CaseSwitch(self)
        self._connect()
        self._fit_screen()
        self.stage.count_all()
        self.stage.go(self.store.now.place if self._known(self.store.now.place) else "plan")
        self._update()

    @property
    def review(self) -> ImportReview | None:
        """The review that is open, if one is."""
        return self.adding.review

    def add(self, paths: list[Path]) -> None:
        """Look at files and folders, then show what was found; does nothing while one is open."""
        self.bar.hide()
        self.adding.add(paths)

    def lock(self) -> None:
        """Save, then hide everything that says whose case it is."""
        self.stage.leave()
        self.setWindowTitle(_("Locked – Casepack"))
        self.frame_.close_places()
        self.actions_.allow(False)
        self.locking.lock()

    def unlock(self) -> None:
        """Show the case again."""
        self.actions_.allow(True)
        self.switch.show_recent()
        self._update()
        self.stage.go(self.stage.here)

    def wear(self, theme: str) -> None:
        """Put on other colours, and remember them."""
        self.looks.wear(theme, self.looks.scale)
        self._remember(theme=theme)

    def help(self) -> None:
        """Show the help, which begins with the place that is shown."""
        place, page = self.stage.place, self.stage.made("help")
        if place is not None and place is not page and isinstance(page, HelpPlace):
            page.about(place.code, place.title())
        self.stage.go("help")

    def next_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window, or the one before it."""
        panes.step(self.frame_.head(), self.stage, (self.bar, self.task, self.undo_bar), step)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Close only when nothing is under way and the case file is put away."""
        if self.leaving.over:
            event.accept()
            return
        event.ignore()
        self.leaving.begin()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - a name of Qt's
        """Begin to notice whether anybody is there."""
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            self.locking.idle.watch(handle)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Close the innermost thing with Esc, when nothing inside did."""
        if event.key() == Qt.Key.Key_Escape:
            self._close_innermost()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - a name of Qt's
        """Say that files may be dropped here."""
        if self._may_add and local_files(event.mimeData()):
            event.acceptProposedAction()
            self._drop.invite(self.session.case.people.patient().name)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - a name of Qt's
        """Take the invitation away."""
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - a name of Qt's
        """Add what was dropped."""
        self._drop.hide()
        event.acceptProposedAction()
        self.add(local_files(event.mimeData()))

    @property
    def _may_add(self) -> bool:
        return self.adding.allowed and not self.locking.locked

    def _known(self, code: str) -> bool:
        return self.stage.has(code) and code not in ("help", "settings")

    def _place(self, looks: Looks) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in (self.bar, self.stage, self.task, self.undo_bar):
            column.addWidget(one)
        column.setStretch(1, 1)
        self.frame_ = Surround(middle, self.spots, self.session.unsaved, looks)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.frame_)
        self.setCentralWidget(self._whole)
        self._drop = DropHint(self)

    def _connect(self) -> None:
        session, sidebar = self.session, self.frame_.sidebar
        session.changed.connect(self._case_changed)
        session.jobs.failed.connect(self._say_failure)
        session.unsaved.stuck.connect(self._say_stuck)
        session.unsaved.changed.connect(self._update)
        self.adding.changed.connect(self._update)
        self.stage.went.connect(self._went)
        self.stage.went.connect(self.task.settle)
        self.task.told_elsewhere = self.stage.tells
        self.stage.arrived.connect(self._introduce)
        self.stage.counted.connect(sidebar.list.places.put_count)
        self.frame_.place_wanted.connect(lambda code, focus: self.stage.go(code, focus=focus))
        sidebar.lock.clicked.connect(self.lock)
        self.frame_.top.lock.clicked.connect(self.lock)
        sidebar.settings.clicked.connect(lambda: self.stage.go("settings"))
        sidebar.list.start(self.store.now.folded, lambda now: self._remember(folded=tuple(now)))
        self.locking.noticed.connect(self.lock)
        self.locking.opened.connect(self.unlock)
        self.locking.left.connect(self.open_wanted)
        self.looks.changed.connect(self._looks_changed)

    @Slot(object)
    def _introduce(self, place: Place) -> None:
        """Join a place that was just made to what only the window has."""
        if isinstance(place, SettingsPlace):
            place.store = self.store
        for name, act in (
            ("add_wanted", self.actions_.add.trigger),
            ("add_folder_wanted", self.actions_.add_folder.trigger),
            ("cover_wanted", self.deeds.cover_up_at),
            ("removal_wanted", self.leaving.go_for_good),
        ):
            wanted = getattr(place, name, None)
            if wanted is not None:
                wanted.connect(act)

    @Slot(object)
    def _case_changed(self, _tables: object) -> None:
        self.undo_bar.hide()
        self._update()

    @Slot(str)
    def _went(self, code: str) -> None:
        self.frame_.sidebar.list.choose(code)
        self._update()

    @Slot()
    def _looks_changed(self) -> None:
        self._remember(scale=self.looks.scale)
        self.actions_.show_theme(self.looks.theme)

    @Slot()
    def _update(self) -> None:
        if self.locking.locked or self.leaving.begun:
            return
        case = self.session.case
        self.setWindowTitle(f"{case.path.stem} – Casepack")
        name = case.people.patient().name or _("New case")
        place = self.stage.place
        self.frame_.say(name, case.path.stem, place.title() if place else _("Add records"))
        self.actions_.update_from(
            case.undo_label,
            case.redo_label,
            may_add=self._may_add,
            may_go_back=self.stage.may_go_back,
        )
        self.actions_.show_theme(self.looks.theme)

    @Slot(object, object)
    def _say_failure(self, job: Job, error: BaseException) -> None:
        self.leaving.failed(job)
        if sentence := sentence_of(error):
            self.bar.tell(sentence, done=False)
        else:
            show_bug(self, error)

    @Slot(str)
    def _say_stuck(self, sentence: str) -> None:
        words = _("We could not save your last change. Keep this window open. {why}")
        self.bar.tell(
            words.format(why=sentence), done=False, action=_("Save a copy"), act=self.deeds.back_up
        )

    def _close_innermost(self) -> None:
        if self.frame_.places_open:
            self.frame_.close_places()
        elif self.bar.isVisible():
            self.bar.hide()
            self.stage.go(self.stage.here)
        else:
            self.undo_bar.hide()

    def _fit_screen(self) -> None:
        now, most = self.store.now, self.screen().availableSize()
        wanted = QSize(now.width, now.height) if now.width and now.height else USUAL
        self.resize(wanted.boundedTo(most))

    def _remember(self, **chosen: object) -> None:
        try:
            self.store.change(**chosen)
        except CasepackError as failure:
            self.bar.tell(str(failure), done=False)

    def put_away(self) -> None:
        """Remember the size of the window and the place for the next time."""
        place = self.stage.here if self._known(self.stage.here) else self.store.now.place
        try:
            self.store.change(width=self.width(), height=self.height(), place=place)
        except CasepackError:
            log.warning("the settings could not be written")  # nobody is there to read more
