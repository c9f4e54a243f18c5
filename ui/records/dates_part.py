"""The date of a record, and the other dates that a paper can carry."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.record import Record, RecordDates
from app.phrases import _
from ui.records.text_field import Write
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.field import FieldRow
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.spacing import space


class DatesPart(QWidget):
    """Writes each date as soon as it is whole; without `more`, there is only the first one."""

    def __init__(
        self, looks: Looks, write: Write, words: str, hint: str = "", *, more: bool = True
    ) -> None:
        super().__init__()
        self._write = write
        self._looks = looks
        self._record: Record | None = None
        self.edits: dict[str, PartialDateEdit] = {}
        self._more = QWidget()
        self.more_button = PictureButton("", looks, "calendar", "quiet")
        column = space(QVBoxLayout(self), looks, gap=4)
        self._hint = hint
        self._main = self._field("service", words, hint)
        column.addWidget(self._main)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        self.more_button.setVisible(more)
        self._below = space(QVBoxLayout(self._more), looks, gap=12)
        self.more_button.clicked.connect(lambda: self._open(self._more.isHidden()))
        self._open(False)

    def show_record(self, record: Record) -> None:
        """Show the dates of a record; a date being typed stays while the record is the same."""
        other = self._record is None or self._record.id != record.id
        self._record = record
        for code, edit in self.edits.items():
            show = edit.set_value if other else edit.refresh
            show(getattr(record.dates, code))
        self._main.hint.setVisible(bool(self._hint) and not record.dates.service.known)
        self._open(not other and not self._more.isHidden())

    def flush(self) -> None:
        """Write what stands there, if it is whole."""
        for edit in self.edits.values():
            edit.flush()

    def _field(self, code: str, words: str, hint: str = "") -> FieldRow:
        edit = PartialDateEdit(self._looks)
        self.edits[code] = edit
        edit.changed.connect(partial(self._take, code))
        return FieldRow(words, edit, self._looks, hint)

    def _take(self, code: str, value: PartialDate) -> None:
        if self._record is None or getattr(self._record.dates, code) == value:
            return
        step = _("Change the date of {title}")
        if code != "service":
            step = _("Change another date of {title}")
        elif value == NOT_KNOWN:
            step = _("Take away the date of {title}")
        self._write(step, dates=replace(self._record.dates, **{code: value}))

    def _make_more(self) -> None:
        """Make the other fields when they are first wanted: few papers need them."""
        others = (
            ("signed", _("Signed on")),
            ("printed", _("Printed on")),
            ("received", _("You got it on")),
        )
        for code, words in others:
            self._below.addWidget(self._field(code, words))
            if self._record is not None:
                self.edits[code].set_value(getattr(self._record.dates, code))

    def _open(self, wanted: bool) -> None:
        if wanted and not self._below.count():
            self._make_more()
        self._more.setVisible(wanted)
        dates = self._record.dates if self._record else RecordDates()
        known = sum(one.known for one in (dates.signed, dates.printed, dates.received))
        words = _("More dates ({n})").format(n=known) if known else _("More dates")
        self.more_button.say(_("Fewer dates") if wanted else words)
