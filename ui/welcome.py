"""The first thing anybody sees: what the program is for, and three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.content.load import load_content
from app.phrases import _
from ui.jobs import JobQueue
from ui.widgets.labels import button, em, frame, label
from ui.widgets.message_bar import MessageBar
from ui.widgets.task_row import TaskRow


class Welcome(QWidget):
    """Says which way the person wants to begin; it opens nothing itself."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, jobs: JobQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Casepack")
        self.bar = MessageBar()
        self.task = TaskRow(jobs)
        self.new_button = button(_("Start a new case"), "main")
        self.open_button = button(_("Open a case"))
        self.example_button = button(_("Look at an example"), "quiet")
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        jobs.started.connect(lambda _job: self._enable(False))
        jobs.finished.connect(lambda _job: self._enable(not jobs.busy))
        self._add_key(QKeySequence.StandardKey.New, self.new_button.click)
        self._add_key(QKeySequence.StandardKey.Open, self.open_button.click)
        self._add_key("Ctrl+Q", self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * em(self),) * 4)
        column.setSpacing(em(self) // 2)
        column.addWidget(self.bar)
        column.addStretch(1)
        self._say(column)
        column.addStretch(1)
        column.addWidget(self.task)
        column.addWidget(_safety())
        self.resize(48 * em(self), 32 * em(self))

    def _say(self, column: QVBoxLayout) -> None:
        first, second = _("Put your medical papers in order."), _("Ask for a second opinion.")
        column.addWidget(label(f"{first}\n{second}", "display"))
        column.addWidget(
            label(
                _(
                    "Add letters, results and photos. Answer a few questions. "
                    "The program makes one clear PDF to send to another doctor."
                )
            )
        )
        buttons = QHBoxLayout()
        for one in (self.new_button, self.open_button, self.example_button):
            buttons.addWidget(one)
        buttons.addStretch(1)
        column.addSpacing(em(self))
        column.addLayout(buttons)
        column.addWidget(
            label(_("The example is made up. Nobody in it is a real person."), "small")
        )

    def _enable(self, enabled: bool) -> None:
        for one in (self.new_button, self.open_button, self.example_button):
            one.setEnabled(enabled)

    def _add_key(self, key: QKeySequence.StandardKey | str, act: object) -> None:
        action = QAction(self)
        action.setShortcut(key)
        action.triggered.connect(act)
        self.addAction(action)


def _safety() -> QFrame:
    card = frame("card")
    column = QVBoxLayout(card)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    content = load_content()
    column.addWidget(label(_("Your file stays on this computer. No internet is used."), "strong"))
    for piece in ("safety.short", "safety.emergency"):
        column.addWidget(label(content.piece(piece).text))
    return card
