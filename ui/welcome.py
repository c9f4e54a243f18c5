"""The first thing anybody sees: what the program is for, and the ways to begin."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.content.piece import load_piece
from app.phrases import _
from ui.jobs import JobQueue
from ui.theme.colours import colours
from ui.theme.icons import pixmap
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.message_bar import MessageBar
from ui.widgets.reading_area import ReadingArea
from ui.widgets.spacing import space
from ui.widgets.task_row import TaskRow

_WIDE = 640  # pixels at the usual size of text
_BESIDE = 560  # pixels above which the buttons stand side by side


class Welcome(QWidget):
    """Says which way the person wants to begin; it opens nothing itself."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    board_wanted = Signal()
    case_wanted = Signal(object)  # Path of a recent case

    accessible_role = QAccessible.Role.Window  # a widget alone is none to a screen reader

    def __init__(self, jobs: JobQueue, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setWindowTitle("Casepack")
        self.setAccessibleName("Casepack")
        self.bar = MessageBar()
        self.task = TaskRow(jobs)
        self.new_button = PictureButton(_("Start a new case"), looks, "plus", "main")
        self.open_button = PictureButton(_("Open a case"), looks, "folder-open")
        self.example_button = PictureButton(_("Look at an example"), looks, "", "quiet")
        self.board_button = PictureButton(_("All cases of a folder"), looks, "layers", "quiet")
        self.board_button.clicked.connect(self.board_wanted)
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        jobs.started.connect(lambda _job: self._enable(False))
        jobs.finished.connect(lambda _job: self._enable(not jobs.busy))
        self._add_keys()
        self._lay_out()
        looks.changed.connect(self._dress)
        self._dress()
        self.resize(QSize(960, 680))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the cases that were opened lately, if they are remembered; names only."""
        while (place := self._recent.takeAt(0)) is not None:
            if (one := place.widget()) is not None:
                one.deleteLater()
        if paths:
            self._recent.addWidget(Heading(_("Recent cases"), 2))
        for path in paths:
            link = PictureButton(path.stem, self._looks, "file-text", "quiet")
            link.clicked.connect(lambda _checked=False, path=path: self.case_wanted.emit(path))
            self._recent.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the buttons below each other where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        self._inside = QWidget()
        self._column = space(QVBoxLayout(self._inside), self._looks, (24, 24, 24, 24), 10)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._inside)
        middle.addStretch(1)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self._say(self._column)
        self._area = ReadingArea(_("What this program is for"))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setWidget(inside)
        whole = space(QVBoxLayout(self), self._looks, (16, 16, 16, 16), 8)
        whole.addWidget(self.bar)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.task)

    def _say(self, column: QVBoxLayout) -> None:
        self._picture = QLabel()
        column.addWidget(self._picture)
        column.addWidget(
            Heading(
                "\n".join((_("Put your medical papers in order."), _("Ask for a second opinion."))),
                0,
            )
        )
        column.addWidget(
            label(
                _(
                    "Add letters, results and photos. Answer a few questions. "
                    "The program makes one clear PDF to send to another doctor."
                ),
                "quiet",
            )
        )
        self._buttons = space(QHBoxLayout(), self._looks, (0, 12, 0, 4), 10)
        for one in (self.new_button, self.open_button, self.example_button):
            self._buttons.addWidget(one)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addWidget(
            label(_("The example is made up. Nobody in it is a real person."), "small")
        )
        self._recent = space(QVBoxLayout(), self._looks, gap=2)
        column.addLayout(self._recent)
        column.addWidget(self.board_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._safety())

    def _safety(self) -> QFrame:
        frame, column = card(self._looks, gap=6)
        stays = _("Your file stays on this computer. No internet is used.")
        column.addWidget(label(stays, "strong"))
        for piece in ("safety.short", "safety.emergency"):
            column.addWidget(label(load_piece(piece).text))
        return frame

    def _enable(self, enabled: bool) -> None:
        for one in (self.new_button, self.open_button, self.example_button, self.board_button):
            one.setEnabled(enabled)

    def _add_keys(self) -> None:
        looks = self._looks
        for key, act in (
            ("Ctrl+Shift+N", self.new_button.click),
            ("Ctrl+Shift+O", self.open_button.click),
            ("Ctrl+Shift+B", self.board_button.click),
            (QKeySequence.StandardKey.ZoomIn, looks.larger),
            (QKeySequence.StandardKey.ZoomOut, looks.smaller),
            ("Ctrl+0", looks.usual),
            ("Ctrl+Q", self.close),
        ):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, act=act: act())
            self.addAction(action)

    @Slot()
    def _dress(self) -> None:
        side = round(48 * self._looks.scale)
        self._picture.setPixmap(
            pixmap("folder-input", side, colours().accent_text, self.devicePixelRatioF())
        )
        self._fit()

    def _fit(self) -> None:
        scale = self._looks.scale
        beside = self._area.verticalScrollBar().sizeHint().width() + round(36 * scale)
        self._inside.setFixedWidth(min(round(_WIDE * scale), max(1, self.width() - beside)))
        way = QHBoxLayout.Direction
        wide = self._inside.width() >= _BESIDE * scale
        self._buttons.setDirection(way.LeftToRight if wide else way.TopToBottom)
