"""One line or box of a form that saves what is typed as one step of undo."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.record import Record
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.field import FieldRow


class Write(Protocol):
    """Writes fields of the record that a form shows.

    “{title}” in `step` stands for its name. Raises CasepackError when it cannot be saved.
    """

    def __call__(self, step: str, together: str = "", **fields: object) -> object:
        """Write, as a step of undo that goes together with others of the same `together`."""


class TextField(QWidget):
    """A field for words: `show_words` shows what the case says, `save` gets what was typed.

    `same` makes two spellings comparable, so that what is being typed is not
    rewritten under somebody's fingers because the case keeps it tidier.
    """

    def __init__(
        self,
        words: str,
        edit: QLineEdit | QPlainTextEdit,
        session: CaseSession,
        looks: Looks,
        save: Callable[[str, str], object],
        *,
        hint: str = "",
        same: Callable[[str], object] = str.strip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = edit
        self.row = FieldRow(words, edit, looks, hint)
        self._same = same
        self._auto = AutoSave(
            session,
            lambda together: save(self.words, together),
            self,
            wrong=self.row.say_wrong,
            right=self.row.clear_wrong,
        )
        self._auto.watch(edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    @property
    def words(self) -> str:
        """What stands there now."""
        edit = self.edit
        return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()

    def show_words(self, words: str) -> None:
        """Show what the case says, unless that is what stands there or somebody is typing."""
        if not self.edit.hasFocus() or self._same(self.words) != self._same(words):
            self._auto.fill(self.edit, words)

    def flush(self) -> bool:
        """Save what waits; what is typed after is a step of its own. False when it cannot be."""
        self._auto.close_step()
        return not self._auto.dirty


def tags_of(typed: str) -> tuple[str, ...]:
    """Give the words between commas, each once."""
    parts = (" ".join(part.split()) for part in typed.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def tag_words(record: Record) -> str:
    """Give the tags of a record the way they are typed."""
    return ", ".join(record.tags)
