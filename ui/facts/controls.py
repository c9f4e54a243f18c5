"""The controls of a form, each reading and showing one value of a fact."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.voice import Voice
from ui.facts.kind import Field, Number, OfRecord, Pick, Tick, When, Who, Words
from ui.facts.more_controls import NumberControl, RecordControl, TickControl
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow, text_box
from ui.widgets.labels import button
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.spacing import space
from ui.widgets.voice_edit import VoiceEdit


class Control(Protocol):
    """One field of a form."""

    @property
    def widget(self) -> QWidget:
        """The control with its words."""

    def value(self) -> object:
        """Give what stands there."""

    def show_value(self, value: object) -> None:
        """Show a value; what somebody is typing stays."""

    def flush(self) -> None:
        """Take at once what stands there, if it is whole."""


def make_control(
    field: Field, session: CaseSession, looks: Looks, auto: AutoSave, settle: Callable[[], None]
) -> Control:
    """Give the control of a field; `settle` is called when a choice or a date is whole."""
    match field:
        case Words():
            return WordsControl(field, session, looks, auto)
        case When():
            return WhenControl(field, looks, settle)
        case Pick():
            return PickControl(field, looks, settle)
        case Who():
            return WhoControl(field, session, looks, settle)
        case Tick():
            return TickControl(field, looks, settle)
        case Number():
            return NumberControl(field, looks, auto)
        case OfRecord():
            return RecordControl(field, session, looks, settle)


class WordsControl:
    """A line or a box for words."""

    def __init__(self, field: Words, session: CaseSession, looks: Looks, auto: AutoSave) -> None:
        self.edit: QLineEdit | QPlainTextEdit
        if field.lines > 1:
            self.edit = text_box(field.lines, 3 * field.lines)
        else:
            self.edit = QLineEdit()
            if field.offered:
                known = QCompleter(list(field.offered(session.case)), self.edit)
                known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                known.setFilterMode(Qt.MatchFlag.MatchContains)
                self.edit.setCompleter(known)
        self.widget = FieldRow(field.label, self.edit, looks, field.hint)
        self._auto = auto
        auto.watch(self.edit)

    def value(self) -> object:
        edit = self.edit
        return (edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()).strip()

    def show_value(self, value: object) -> None:
        self._auto.fill(self.edit, str(value))

    def flush(self) -> None:
        self._auto.flush()


class WhenControl:
    """A date, or a button that asks for one."""

    def __init__(self, field: When, looks: Looks, settle: Callable[[], None]) -> None:
        self._optional = bool(field.begins)
        self._on = not self._optional
        self._settle = settle
        self.edit = PartialDateEdit(looks)
        self.begin = button(field.begins)
        self.end = button(field.ends, "quiet")
        self.row = FieldRow(field.label, self.edit, looks, field.hint)
        self.widget = QWidget()
        column = space(QVBoxLayout(self.widget), looks, gap=4)
        column.addWidget(self.row)
        for one in (self.begin, self.end):
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.changed.connect(lambda _date: settle())
        self.begin.clicked.connect(lambda: self._turn(on=True))
        self.end.clicked.connect(lambda: self._turn(on=False))
        self._show()

    def value(self) -> object:
        return self.edit.value() if self._on else None

    def show_value(self, value: object) -> None:
        self._on = value is not None
        self.edit.refresh(value if isinstance(value, PartialDate) else NOT_KNOWN)
        self._show()

    def flush(self) -> None:
        if self._on:
            self.edit.flush()

    def _turn(self, *, on: bool) -> None:
        self._on = on
        if not on:
            self.edit.set_value(NOT_KNOWN)
        self._show()
        (self.edit if on else self.begin).setFocus()
        self._settle()

    def _show(self) -> None:
        self.row.setVisible(self._on)
        self.begin.setVisible(self._optional and not self._on)
        self.end.setVisible(self._optional and self._on)


class PickControl:
    """A list of a few values."""

    def __init__(self, field: Pick, looks: Looks, settle: Callable[[], None]) -> None:
        self._values = [value for value, _words in field.choices]
        self.combo = Combo([words for _value, words in field.choices])
        self.widget = FieldRow(field.label, self.combo, looks)
        self.combo.activated.connect(lambda _place: settle())

    def value(self) -> object:
        return self._values[self.combo.currentIndex()]

    def show_value(self, value: object) -> None:
        self.combo.setCurrentIndex(self._values.index(value))

    def flush(self) -> None:
        """Nothing waits here: a choice counts at once."""


class WhoControl:
    """A record and its page, or somebody."""

    def __init__(
        self, field: Who, session: CaseSession, looks: Looks, settle: Callable[[], None]
    ) -> None:
        self.edit = VoiceEdit(session, looks)
        self.widget = FieldRow(field.label, self.edit, looks)
        self.edit.changed.connect(lambda _voice: settle())

    def value(self) -> object:
        return self.edit.value()

    def show_value(self, value: object) -> None:
        assert isinstance(value, Voice)
        self.edit.set_value(value)

    def flush(self) -> None:
        self.edit.flush()
