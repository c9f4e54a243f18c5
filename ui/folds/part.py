"""One group of a folded form: its heading or its fold, and the fields inside."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.partial_date import NOT_KNOWN
from ui.facts.controls import Control, WhenControl
from ui.facts.kind import Words
from ui.folds.controls import control_of
from ui.folds.group import Group, Note, Value, put, taken
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.disclosure import Disclosure
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

_WORDS = 34  # pixels at the usual size of text, from the left of a fold to its words


class GroupPart(QWidget):
    """Shows one group of a value; its fields are made when it is first opened."""

    def __init__(
        self,
        group: Group,
        value: Value,
        session: CaseSession,
        looks: Looks,
        auto: AutoSave,
        settle: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group = group
        self.controls: dict[str, Control] = {}
        self._session = session
        self._looks = looks
        self._auto = auto
        self._settle = settle
        self._value = value
        self._said: list[tuple[Note, QLabel]] = []
        self.fold: Disclosure | None = None
        self.summary = label("", "small")
        column = space(QVBoxLayout(self), looks, gap=0 if not group.open else 8)
        if group.open:
            if group.title:
                column.addWidget(Heading(group.title, 2))
            column.addWidget(self._fields())
        else:
            self.fold = Disclosure(looks, group.title, self._fields, self)
            self.fold.opener.clicked.connect(self._say)
            column.addWidget(self.fold)
            column.addWidget(self.summary)
        looks.changed.connect(self._indent)
        self._indent()
        self.show_value(value)

    def open(self) -> None:
        """Unfold it."""
        if self.fold is not None:
            self.fold.open(True)
            self._say()

    def show_value(self, value: Value) -> None:
        """Show another state of the value; what somebody is typing stays."""
        self._value = value
        for name, control in self.controls.items():
            control.show_value(taken(value, name))
        self._say()

    def show_other(self, value: Value) -> None:
        """Show another value; what was half typed goes."""
        for control in self.controls.values():
            if isinstance(control, WhenControl):
                control.edit.set_value(NOT_KNOWN)
        self.clear_wrong()
        self.show_value(value)

    def read(self, value: Value) -> tuple[Value, tuple[QWidget, str] | None]:
        """Give `value` with what stands here, and the first field that is wrong with its fault.

        What is wrong stays in the value as it was.
        """
        wrong: tuple[QWidget, str] | None = None
        for name, control in self.controls.items():
            try:
                value = put(value, name, self._read(name, control))
            except NotUnderstood as fault:
                wrong = wrong or (control.widget, str(fault))
        return value, wrong

    def follow(self, value: Value) -> None:
        """Let the lines that follow the value say what it is now; the fields stay as they are."""
        self._value = value
        self._say()

    def flush(self) -> None:
        """Take at once what stands in the fields, as far as it is whole."""
        for control in self.controls.values():
            control.flush()

    def clear_wrong(self) -> None:
        """Take all faults away."""
        for control in self.controls.values():
            if isinstance(control.widget, FieldRow):
                control.widget.clear_wrong()

    def _read(self, name: str, control: Control) -> object:
        found = control.value()
        must = next(
            (one.must for one in self.group.fields if isinstance(one, Words) and one.name == name),
            "",
        )
        if must and not found:
            raise NotUnderstood(must)
        return found

    def _fields(self) -> QWidget:
        inside = QWidget(self.fold or self)
        left = 0 if self.group.open else _WORDS
        column = space(QVBoxLayout(inside), self._looks, (left, 0, 0, 8 if left else 0), 14)
        if self.group.hint:
            column.addWidget(label(self.group.hint, "small"))
        for field in self.group.fields:
            if isinstance(field, Note):
                line = label("", "small")
                self._said.append((field, line))
                column.addWidget(line)
                continue
            control = control_of(field, self._session, self._looks, self._auto, self._settle)
            control.show_value(taken(self._value, field.name))
            self.controls[field.name] = control
            column.addWidget(control.widget)
        self._say()
        return inside

    def _indent(self) -> None:
        self.summary.setContentsMargins(round(_WORDS * self._looks.scale), 0, 0, 0)

    def _say(self) -> None:
        words = self.group.summary(self._value)
        self.summary.setText(words)
        opened = self.fold is None or self.fold.opened
        self.summary.setVisible(bool(words) and not opened)
        for note, line in self._said:
            told = note.words(self._value)
            line.setText(told)
            line.setVisible(bool(told))
        for name, wanted in self.group.only_if:
            if name in self.controls:
                self.controls[name].widget.setVisible(wanted(self._value))
