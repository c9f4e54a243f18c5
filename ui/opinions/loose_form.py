"""A few fields of a value that needs no words to be kept: saved as they are changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.facts.controls import Control, WordsControl, make_control
from ui.facts.kind import Fact, Field
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space


class LooseForm(QWidget):
    """Shows fields of `fact`; `write(fact, together)` gets each change and gives what is kept now.

    `write` saves inside `session.case.change(…, together=together)` and gives
    the value back, with its new id. The sentence of a NotUnderstood that it
    raises is shown at the first field of words.
    """

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        fields: Sequence[Field],
        fact: Fact,
        write: Callable[[Fact, str], Fact],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fact = fact
        self._session = session
        self._write = write
        self._auto = AutoSave(session, self._save, self, self._say_wrong, self._clear_wrong)
        self.controls: dict[str, Control] = {
            one.name: make_control(one, session, looks, self._auto, self._settle) for one in fields
        }
        column = space(QVBoxLayout(self), looks, gap=12)
        for control in self.controls.values():
            column.addWidget(control.widget)
        self._show()

    def refresh(self, fact: Fact) -> None:
        """Show what the case says now; words that somebody is typing stay."""
        if fact != self.fact:
            self.fact = fact
            self._show()

    def flush(self) -> None:
        """Save now what was typed."""
        for control in self.controls.values():
            control.flush()
        self._auto.close_step()

    def forget(self) -> None:
        """Drop what waits: what it is about was removed."""
        self._session.unsaved.done(self._auto)
        self._auto.deleteLater()

    def _show(self) -> None:
        for name, control in self.controls.items():
            control.show_value(getattr(self.fact, name))

    def _say_wrong(self, sentence: str) -> None:
        for row in self._rows():
            row.say_wrong(sentence)

    def _clear_wrong(self) -> None:
        for row in self._rows():
            row.clear_wrong()

    def _rows(self) -> list[FieldRow]:
        """Give the first field of words: what `write` may refuse."""
        found = (one.widget for one in self.controls.values() if isinstance(one, WordsControl))
        return list(found)[:1]

    def _settle(self) -> None:
        """Save a choice as a step of its own."""
        self._auto.close_step()
        self._auto.touch()
        self._auto.close_step()

    def _save(self, together: str) -> None:
        read = {name: control.value() for name, control in self.controls.items()}
        fact = replace(self.fact, **read)
        if fact != self.fact:
            self.fact = self._write(fact, together)
