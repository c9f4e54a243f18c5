"""Further controls of a form: a tick, a whole number, a record of the case."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.phrases import _
from ui.facts.kind import Number, OfRecord, Tick
from ui.records.mark_words import record_title
from ui.records.record_chooser import RecordChooser
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, em, label
from ui.widgets.spacing import space


class TickControl:
    """A tick box with its hint."""

    def __init__(self, field: Tick, looks: Looks, settle: Callable[[], None]) -> None:
        self.widget = QWidget()
        self.check = Check(field.label, parent=self.widget)
        self.check.setAccessibleDescription(field.hint)
        column = space(QVBoxLayout(self.widget), looks, gap=2)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        if field.hint:
            column.addWidget(label(field.hint, "small"))
        self.check.clicked.connect(lambda _checked: settle())

    def value(self) -> object:
        return self.check.isChecked()

    def show_value(self, value: object) -> None:
        self.check.setChecked(bool(value))

    def flush(self) -> None:
        """Nothing waits here: a tick counts at once."""


class NumberControl:
    """A line for a whole number; while it holds none that fits, there is none."""

    def __init__(self, field: Number, looks: Looks, auto: AutoSave) -> None:
        self._field = field
        self._auto = auto
        self.edit = QLineEdit()
        self.edit.setMaximumWidth(8 * em(self.edit))
        self.edit.setValidator(QIntValidator(field.least, field.most, self.edit))
        self.widget = FieldRow(field.label, self.edit, looks, field.hint)
        auto.watch(self.edit)

    def value(self) -> object:
        typed = self.edit.text().strip()
        return int(typed) if typed and self.edit.hasAcceptableInput() else self._field.empty

    def show_value(self, value: object) -> None:
        self._auto.fill(self.edit, "" if value == self._field.empty else str(value))

    def flush(self) -> None:
        self._auto.flush()


class RecordControl:
    """The title of a record, with a list to choose another one from."""

    def __init__(
        self, field: OfRecord, session: CaseSession, looks: Looks, settle: Callable[[], None]
    ) -> None:
        self._field = field
        self._session = session
        self._looks = looks
        self._settle = settle
        self._number: int | None = None
        self.widget = QWidget()
        self.title = label("", "")
        self.choose = button("", "quiet")
        self.take_away = button(_("Take it away"), "quiet")
        self.take_away.setAccessibleName(f"{field.label}: {_('Take it away')}")
        self.chooser: RecordChooser | None = None
        self._buttons = QWidget(self.widget)
        row = space(QHBoxLayout(self._buttons), looks)
        row.addWidget(self.choose)
        row.addWidget(self.take_away)
        row.addStretch(1)
        self._column = space(QVBoxLayout(self.widget), looks, gap=4)
        self._column.addWidget(label(field.label, "strong"))
        if field.hint:
            self._column.addWidget(label(field.hint, "small"))
        self._column.addWidget(self.title)
        self._column.addWidget(self._buttons)
        self.choose.clicked.connect(self._open)
        self.take_away.clicked.connect(lambda: self._take(None))
        self.show_value(None)

    def value(self) -> object:
        return self._number

    def show_value(self, value: object) -> None:
        self._number = value if isinstance(value, int) else None
        there = self._number is not None
        case = self._session.case
        self.title.setText(
            record_title(case.records.get(self._number))
            if self._number is not None
            else _("No record is chosen.")
        )
        self.choose.setText(_("Choose another") if there else _("Choose the record"))
        self.choose.setAccessibleName(f"{self._field.label}: {self.choose.text()}")
        self.take_away.setVisible(there)

    def flush(self) -> None:
        """Nothing waits here: a choice counts at once."""

    def _open(self) -> None:
        if self.chooser is None:
            self.chooser = RecordChooser(self._field.label, self._looks)
            self._column.addWidget(self.chooser)
            self.chooser.chosen.connect(self._take)
            self.chooser.left.connect(self._leave)
        self.chooser.show()
        self._buttons.hide()
        self.chooser.offer(self._session.case.records.all())

    def _leave(self) -> None:
        if self.chooser is not None:
            self.chooser.hide()
        self._buttons.show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, number: int | None) -> None:
        self.show_value(number)
        self._settle()
        self._leave()
