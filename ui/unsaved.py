"""What was typed and is not in the case file yet."""

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class SaveState(Enum):
    """How it stands with the work of the person."""

    SAVED = "saved"
    SAVING = "saving"
    STUCK = "stuck"


class Pending(Protocol):
    """Something that holds words which are not saved yet."""

    def flush(self) -> bool:
        """Save now; give whether nothing is left to save."""


class Unsaved(QObject):
    """Knows who holds unsaved words, and whether saving them has failed."""

    changed = Signal()
    stuck = Signal(str)  # the sentence, when saving fails where it did not before

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: list[Pending] = []
        self._failed: list[Pending] = []

    @property
    def state(self) -> SaveState:
        """How it stands now."""
        if self._failed:
            return SaveState.STUCK
        return SaveState.SAVING if self._pending else SaveState.SAVED

    def begin(self, one: Pending) -> None:
        """Note that `one` holds something new."""
        if one not in self._pending:
            self._pending.append(one)
            self.changed.emit()

    def done(self, one: Pending) -> None:
        """Note that `one` holds nothing any more."""
        was = one in self._pending or one in self._failed
        self._pending = [other for other in self._pending if other is not one]
        self._failed = [other for other in self._failed if other is not one]
        if was:
            self.changed.emit()

    def fail(self, one: Pending, sentence: str) -> None:
        """Note that `one` could not be saved, and why."""
        first = not self._failed
        if one not in self._failed:
            self._failed.append(one)
        self.changed.emit()
        if first:
            self.stuck.emit(sentence)

    def flush(self) -> bool:
        """Save all of it now; give whether nothing is left to save."""
        left = [one for one in list(self._pending) if not one.flush()]
        return not left
