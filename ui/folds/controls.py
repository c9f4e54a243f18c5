"""The controls of a folded form that other forms do not have."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.phrases import _
from ui.facts.controls import Control, make_control
from ui.folds.group import Field, Note, Number, Tick, Told, Value
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.labels import em, label
from ui.widgets.radio import Radio
from ui.widgets.spacing import space

MOST = 100_000  # of anything that is counted in a form


def control_of(
    field: Field, session: CaseSession, looks: Looks, auto: AutoSave, settle: Callable[[], None]
) -> Control:
    """Give the control of a field; `settle` is called when a choice or a date is whole."""
    match field:
        case Number():
            return NumberControl(field, looks, auto)
        case Tick():
            return TickControl(field, settle)
        case Told():
            return ToldControl(field, looks, settle)
        case Note():
            raise ValueError("a note is no control")
        case _:
            return make_control(field, session, looks, auto, settle)


class NumberControl:
    """A short line for a number; empty is none."""

    def __init__(self, field: Number, looks: Looks, auto: AutoSave) -> None:
        self._whole = field.whole
        self.edit = _ShortLine(looks)
        self.widget = FieldRow(field.label, self.edit, looks, field.hint)
        self._auto = auto
        auto.watch(self.edit)

    def value(self) -> object:
        """Give the number. Raises NotUnderstood for other words."""
        text = self.edit.text().strip().replace(",", ".")
        if not text:
            return 0 if self._whole else 0.0
        plain = text.replace(".", "", 0 if self._whole else 1)
        if not (plain.isascii() and plain.isdecimal() and float(text) <= MOST):
            raise NotUnderstood(_("Type a number, such as 20, or leave it empty."))
        return int(text) if self._whole else float(text)

    def show_value(self, value: object) -> None:
        words = f"{value:g}" if isinstance(value, int | float) and value else ""
        try:
            same = self.value() == value
        except NotUnderstood:
            same = False
        if not same:
            self._auto.fill(self.edit, words)

    def flush(self) -> None:
        self._auto.flush()


class TickControl:
    """A box to tick."""

    def __init__(self, field: Tick, settle: Callable[[], None]) -> None:
        self.widget = Check(field.label)
        self.widget.clicked.connect(lambda _on: settle())

    def value(self) -> object:
        return self.widget.isChecked()

    def show_value(self, value: object) -> None:
        self.widget.setChecked(bool(value))

    def flush(self) -> None:
        """Nothing waits here: a tick counts at once."""


class ToldControl:
    """Choices below one another, each with what comes of it."""

    def __init__(self, field: Told, looks: Looks, settle: Callable[[], None]) -> None:
        self.widget = ToldChoice(field, looks)
        self.widget.chosen.connect(settle)

    def value(self) -> object:
        return self.widget.value()

    def show_value(self, value: object) -> None:
        self.widget.show_value(value)

    def flush(self) -> None:
        """Nothing waits here: a choice counts at once."""


class ToldChoice(QWidget):
    """One of a few; a line below each choice says what it means."""

    chosen = Signal()

    accessible_role = QAccessible.Role.Grouping  # so that the question is read out

    def __init__(self, field: Told, looks: Looks) -> None:
        super().__init__()
        self.setAccessibleName(field.label)
        self._looks = looks
        self._group = QButtonGroup(self)
        self.buttons: dict[object, Radio] = {}
        self._indents = []
        column = space(QVBoxLayout(self), looks, gap=2)
        for value, words, line in field.choices:
            one = Radio(words)
            one.setAccessibleDescription(line)
            one.clicked.connect(lambda _on=False: self.chosen.emit())
            self._group.addButton(one)
            self.buttons[value] = one
            told = label(line, "small")
            self._indents.append(told)
            column.addWidget(one)
            column.addWidget(told)
        looks.changed.connect(self._indent)
        self._indent()

    def value(self) -> Value:
        """Give what is chosen; the first one where nothing was shown yet."""
        found = (value for value, one in self.buttons.items() if one.isChecked())
        return next(found, next(iter(self.buttons)))

    def show_value(self, value: object) -> None:
        """Show what is chosen."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def _indent(self) -> None:
        """Let each line begin where the words above it begin."""
        for one in self._indents:
            one.setContentsMargins(round(1.85 * em(self)), 0, 0, round(0.4 * em(self)))


class _ShortLine(QLineEdit):
    """As wide as a number needs."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        looks.changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self.setFixedWidth(7 * em(self))
