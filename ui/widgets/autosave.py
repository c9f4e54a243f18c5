"""Saves what somebody types: a second after the last key, and when they go on."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from app.errors import CasepackError, NotUnderstood
from ui.session import CaseSession

PAUSE = 1000  # milliseconds without a key, after which is saved
AGAIN = 5000  # milliseconds until another try, when saving failed


class AutoSave(QObject):
    """Calls `save` for the edits it watches; there is no button for it.

    `save(together)` writes what the edits show, inside
    `session.case.change(…, together=together)`: all that is typed before the
    focus leaves is then one step of undo. When it raises NotUnderstood,
    `wrong` gets the sentence and the words wait for the next key; any other
    CasepackError is told by the window, and saving is tried again.
    `right` is called after each success.
    """

    def __init__(
        self,
        session: CaseSession,
        save: Callable[[str], object],
        owner: QWidget,
        wrong: Callable[[str], object] = lambda sentence: None,  # noqa: ARG005
        right: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(owner)
        self._unsaved = session.unsaved
        self._save = save
        self._wrong = wrong
        self._right = right
        self._together = uuid4().hex
        self._dirty = False
        self._filling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        session.closing.connect(self._timer.stop)  # who closes has asked what is to become of it
        owner.destroyed.connect(self._forget)

    def watch(self, *edits: QLineEdit | QPlainTextEdit) -> None:
        """Save what is typed into these."""
        for edit in edits:
            edit.textChanged.connect(self.touch)
            edit.installEventFilter(self)

    def fill(self, edit: QLineEdit | QPlainTextEdit, words: str) -> None:
        """Show what the case says; words that somebody is typing right now stay.

        Undo and refreshing both come this way, so the cursor stays where it
        is when nothing differs.
        """
        if self._dirty:
            return
        old = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
        if old == words:
            return
        self._filling = True
        try:
            if isinstance(edit, QLineEdit):
                edit.setText(words)
            else:
                edit.setPlainText(words)
        finally:
            self._filling = False

    @Slot()
    def touch(self, *_words: object) -> None:
        """Note that there is something new to save."""
        if self._filling:
            return
        self._dirty = True
        self._unsaved.begin(self)
        self._timer.start(PAUSE)

    @property
    def dirty(self) -> bool:
        """Whether something waits to be saved."""
        return self._dirty

    @Slot()
    def flush(self) -> bool:
        """Save now what waits; give whether nothing is left to save."""
        self._timer.stop()
        if not self._dirty:
            return True
        self._dirty = False  # what `save` shows again must not count as typed
        try:
            self._save(self._together)
        except NotUnderstood as fault:
            self._dirty = True
            self._wrong(str(fault))
            return False
        except CasepackError as failure:
            self._dirty = True
            self._unsaved.fail(self, str(failure))
            self._timer.start(AGAIN)
            return False
        self._unsaved.done(self)
        self._right()
        return True

    def close_step(self) -> None:
        """Save what waits; what is typed after this is another step of undo."""
        self.flush()
        self._together = uuid4().hex

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Save when the focus leaves an edit."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_step()
        return super().eventFilter(watched, event)

    @Slot()
    def _forget(self) -> None:
        if isValid(self._unsaved):
            self._unsaved.done(self)
