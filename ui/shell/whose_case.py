"""Whose case a window shows, said for a moment when somebody came from another one."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.phrases import _
from ui.widgets.breakable import breakable
from ui.widgets.labels import label
from ui.widgets.spacing import space

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SECONDS = 5
_ABOVE = 8  # pixels at the usual size of text
_WIDEST = 0.8  # of the window


@dataclass(slots=True)
class Turns:
    """Which case was worked with last, in any window."""

    last: Path | None = None


class WhoseCase(QFrame):
    """Lies over the top of the case, takes no room and no click, and goes by itself.

    It stands inside what a lock takes away, so that a locked window says no name.
    """

    def __init__(self, window: "MainWindow", turns: Turns) -> None:
        super().__init__(window.frame_)
        self._window = window
        self._turns = turns
        self.setProperty("kind", "ok")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "strong", parent=self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = space(QVBoxLayout(self), window.looks, (16, 10, 16, 10), 0)
        column.addWidget(self.words)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end)
        self.hide()
        window.installEventFilter(self)
        window.locking.opened.connect(self._come)
        window.looks.changed.connect(self._put)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Notice that somebody came to this window, and keep in the middle of it."""
        if event.type() == QEvent.Type.WindowActivate:
            self._come()
        elif event.type() == QEvent.Type.Resize:
            self._put()
        return super().eventFilter(watched, event)

    @Slot()
    def _come(self) -> None:
        if self._window.locking.locked or self._window.leaving.begun:
            return
        case = self._window.session.case
        before, self._turns.last = self._turns.last, case.path
        if before not in (None, case.path):
            alias = case.journey.header().alias
            self._say(alias or case.people.patient().name.strip() or case.path.stem)

    def _say(self, name: str) -> None:
        words = _("You are in {name}’s case now.").format(name=name)
        self.words.setText(breakable(words))
        self.show()
        self._put()
        self.raise_()
        self._timer.start(SECONDS * 1000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def _end(self) -> None:
        self.hide()
        self.words.setText("")

    @Slot()
    def _put(self) -> None:
        if self.isHidden():
            return
        around, scale = self._window.frame_, self._window.looks.scale
        most = round(_WIDEST * around.width())
        self.words.setWordWrap(False)
        width = min(most, self.sizeHint().width())
        self.words.setWordWrap(True)
        self.resize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))
        self.move((around.width() - width) // 2, round(_ABOVE * scale))
