"""A form of groups that saves one value as it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotUnderstood
from ui.facts.controls import WhenControl
from ui.folds.group import Group, Value
from ui.folds.part import GroupPart
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space


class FoldedForm(QWidget):
    """Shows a value in groups, and has each change written at once.

    `write(value, step, together)` keeps the value inside `case.change` and
    gives it as it is kept; None says that it waits for more.
    """

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        groups: Sequence[Group],
        value: Value,
        write: Callable[[Value, str, str], Value | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.value = value
        self._write = write
        self._session = session
        self._auto = AutoSave(session, self._save, self, self._say_wrong, self._clear_wrong)
        self._fault: QWidget | None = None
        self.parts = [
            GroupPart(group, value, session, looks, self._auto, self._settle, self)
            for group in groups
        ]
        column = space(QVBoxLayout(self), looks, gap=6)
        for part in self.parts:
            column.addWidget(part)

    def control(self, name: str) -> QWidget:
        """Give the control of a field, whose group is opened for it."""
        for part in self.parts:
            if any(field.name == name for field in part.group.fields):
                part.open()
                control = part.controls[name]
                if isinstance(control, WhenControl):
                    return control.edit
                widget = control.widget
                return widget.control if isinstance(widget, FieldRow) else widget
        raise KeyError(name)

    def refresh(self, value: Value) -> None:
        """Show what the case says now; words that somebody is typing stay."""
        if value != self.value:
            self.value = value
            for part in self.parts:
                part.show_value(value)

    def show_other(self, value: Value) -> bool:
        """Save what was typed and show another value; False where words are left that are wrong.

        Then it still shows the value from before.
        """
        self.flush()
        if self._auto.dirty:
            return False
        self.value = value
        for part in self.parts:
            part.show_other(value)
        return True

    def flush(self) -> None:
        """Save now what was typed."""
        for part in self.parts:
            part.flush()
        self._auto.close_step()

    def forget(self) -> None:
        """Drop what waits: the value is gone."""
        self._session.unsaved.done(self._auto)
        self._auto.deleteLater()

    def _settle(self) -> None:
        """Save a choice or a date as a step of its own."""
        self._auto.close_step()
        self._auto.touch()
        self._auto.close_step()

    def _save(self, together: str) -> None:
        value, step, faults = self.value, "", []
        for part in self.parts:
            read, wrong = part.read(value)
            if wrong is not None:
                faults.append(wrong)
            if read != value and not step:
                step = part.group.step
            value = read
        if value != self.value:
            self._keep(value, step, together)
            for part in self.parts:
                part.follow(value)
        if faults:
            self._fault, sentence = faults[0]
            raise NotUnderstood(sentence)

    def _keep(self, value: Value, step: str, together: str) -> None:
        """Have a value written; who is told of the change finds it here already."""
        before, self.value = self.value, value
        kept = None
        try:
            kept = self._write(value, step, together)
        finally:
            self.value = before if kept is None else kept

    def _say_wrong(self, sentence: str) -> None:
        self._clear_wrong()
        if isinstance(self._fault, FieldRow):
            self._fault.say_wrong(sentence)

    def _clear_wrong(self) -> None:
        for part in self.parts:
            part.clear_wrong()
