"""What is known of one person, field by field; saved as it is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer, Recipient
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.columns import Columns
from ui.widgets.field import FieldRow, text_box
from ui.widgets.filling import fill, typed
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.spacing import space

Person = Patient | Preparer | Recipient


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: its name in the model, its words, a hint, and whether it may be long."""

    field: str
    words: str
    hint: str = ""
    long: bool = False
    date: bool = False


class PersonCard(QFrame):
    """The fields of the patient, of the helper, or of who is asked.

    `read` gives the person as the case knows them now.
    """

    def __init__(
        self, session: CaseSession, looks: Looks, read: Callable[[], Person], every: Sequence[Asked]
    ) -> None:
        super().__init__()
        self._session = session
        self._read = read
        self.edits: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.dates: dict[str, PartialDateEdit] = {}
        self._savings: dict[str, AutoSave] = {}
        self.setProperty("kind", "card")
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 16), 14)
        short: list[QWidget] = []
        for one in every:
            row = FieldRow(one.words, self._edit(looks, one), looks, one.hint)
            if one.long or one.date:
                _add_all(column, looks, short)
                column.addWidget(row)
            else:
                short.append(row)
        _add_all(column, looks, short)

    def refresh(self) -> None:
        """Show what the case knows now; what is being typed stays."""
        person = self._read()
        for field, edit in self.edits.items():
            fill(self._savings[field], edit, str(getattr(person, field)))
        for field, date in self.dates.items():
            date.refresh(getattr(person, field))

    def _edit(self, looks: Looks, asked: Asked) -> QWidget:
        if asked.date:
            date = PartialDateEdit(looks)
            date.changed.connect(partial(self._take_date, asked))
            self.dates[asked.field] = date
            return date
        edit = text_box(2, 6) if asked.long else QLineEdit()
        saving = AutoSave(self._session, partial(self._save, asked), self)
        saving.watch(edit)
        self.edits[asked.field] = edit
        self._savings[asked.field] = saving
        return edit

    def _save(self, asked: Asked, together: str) -> None:
        self._write(asked, typed(self.edits[asked.field]), together)

    def _take_date(self, asked: Asked, value: PartialDate) -> None:
        self._write(asked, value)

    def _write(self, asked: Asked, value: str | PartialDate, together: str = "") -> None:
        step = _("Change “{field}”").format(field=asked.words)
        with self._session.case.change(step, together=together):
            self._session.case.people.save(replace(self._read(), **{asked.field: value}))  # type: ignore[arg-type]  # the field is of the person's own


def _add_all(column: QVBoxLayout, looks: Looks, rows: list[QWidget]) -> None:
    if rows:
        column.addWidget(Columns(looks, rows, gap=14))
        rows.clear()
