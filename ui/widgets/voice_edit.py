"""Who says so: a record and its page, or somebody."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.record import Record
from app.model.voice import Cited, Said, Voice
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import em, label
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.radio import Radio
from ui.widgets.source_edit import SourceEdit
from ui.widgets.spacing import space

PAUSE = 1000  # milliseconds without a key


class VoiceEdit(QWidget):
    """Tells each new voice; until a record is chosen it stays with what somebody said."""

    changed = Signal(object)  # Voice

    def __init__(self, session: CaseSession, looks: Looks, *, dated: bool = True) -> None:
        """Offer the records of the case; `dated` asks also when somebody said it."""
        super().__init__()
        self._session = session
        self._records: list[Record] = []
        self._value: Voice = Said()
        self.said = Radio(_("Somebody said it"))
        self.cited = Radio(_("It is in a record"))
        ways = QButtonGroup(self)
        for one in (self.said, self.cited):
            ways.addButton(one)
        self.record = Combo()
        self.page = QLineEdit("1")
        self.pages = label("", wrap=False)
        self._most = QIntValidator(1, 1, self.page)
        self.page.setValidator(self._most)
        self.by = SourceEdit(session, [_("The patient"), _("The family")])
        self.on = PartialDateEdit(looks)
        self._lay_out(looks, dated=dated)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self.said.clicked.connect(self._switch)
        self.cited.clicked.connect(self._switch)
        self.record.activated.connect(self._record_chosen)
        self.page.textEdited.connect(lambda _page: self._timer.start(PAUSE))
        self.page.editingFinished.connect(self._tell)
        self.by.textEdited.connect(lambda _typed: self._timer.start(PAUSE))
        self.by.editingFinished.connect(self._tell)
        self.on.changed.connect(lambda _date: self._tell())
        self.setFocusProxy(self.said)
        looks.changed.connect(self._size)
        self._size()
        self.set_value(Said())

    def value(self) -> Voice:
        """Give the voice as it was told last."""
        return self._value

    def set_value(self, voice: Voice) -> None:
        """Show the voice of a fact, and the records that there are now."""
        if self._timer.isActive() and voice == self._value:
            return  # somebody is typing
        self._value = voice
        self._timer.stop()
        self._fill_records()
        for one in (self.page, self.by, self.on):
            one.blockSignals(True)
        if isinstance(voice, Cited):
            self._show_record(voice.record)
            self.page.setText(str(voice.page))
        else:
            self.by.setText(voice.by)
            self.on.refresh(voice.on)
        for one in (self.page, self.by, self.on):
            one.blockSignals(False)
        self._show_way(cited=isinstance(voice, Cited))

    def flush(self) -> None:
        """Take at once what stands there."""
        self.on.flush()
        self._tell()

    def _lay_out(self, looks: Looks, *, dated: bool) -> None:
        ways = space(QHBoxLayout(), looks, gap=16)
        ways.addWidget(self.said)
        ways.addWidget(self.cited)
        ways.addStretch(1)
        self._in_record = QWidget()
        row = space(QHBoxLayout(self._in_record), looks)
        row.addWidget(FieldRow(_("Record"), self.record, looks), 1)
        row.addWidget(FieldRow(_("Page"), self.page, looks))
        row.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignBottom)
        self._by_somebody = QWidget()
        lines = space(QVBoxLayout(self._by_somebody), looks)
        lines.addWidget(FieldRow(_("Who said it?"), self.by, looks))
        if dated:
            lines.addWidget(FieldRow(_("When?"), self.on, looks))
        else:
            self.on.setParent(self._by_somebody)
            self.on.hide()
        column = space(QVBoxLayout(self), looks)
        column.addLayout(ways)
        column.addWidget(self._in_record)
        column.addWidget(self._by_somebody)

    @Slot()
    def _size(self) -> None:
        self.page.setFixedWidth(4 * em(self))
        self.pages.setMinimumHeight(2 * em(self))

    def _fill_records(self) -> None:
        records = self._session.case.records.all()
        if records != self._records or not self.record.count():
            self._records = records
            self.record.clear()
            self.record.addItem(_("Choose a record"))
            self.record.addItems([_line(one) for one in records])
        self.cited.setEnabled(bool(records))

    def _show_record(self, record: int) -> None:
        places = [place for place, one in enumerate(self._records, 1) if one.id == record]
        self.record.setCurrentIndex(places[0] if places else 0)
        self._limit_pages()

    def _limit_pages(self) -> None:
        chosen = self._chosen()
        document = chosen.document if chosen else None
        most = max(1, len(document.pages)) if document else 1
        self._most.setTop(most)
        self.pages.setText(_("of {n}").format(n=most))

    def _chosen(self) -> Record | None:
        place = self.record.currentIndex()
        return self._records[place - 1] if place > 0 else None

    @Slot()
    def _switch(self) -> None:
        self._show_way(cited=self.cited.isChecked())
        self._tell()

    @Slot()
    def _record_chosen(self, *_place: object) -> None:
        self._limit_pages()
        self.page.setText("1")
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        voice = self._shown()
        if voice is not None and voice != self._value:
            self._value = voice
            self.changed.emit(voice)

    def _shown(self) -> Voice | None:
        if not self.cited.isChecked():
            return Said(self.by.text().strip(), self.on.value())
        chosen = self._chosen()
        whole = chosen is not None and self.page.hasAcceptableInput()
        return Cited(chosen.id, int(self.page.text())) if chosen and whole else None

    def _show_way(self, *, cited: bool) -> None:
        self.cited.setChecked(cited)
        self.said.setChecked(not cited)
        self._in_record.setVisible(cited)
        self._by_somebody.setVisible(not cited)


def _line(record: Record) -> str:
    when = record.dates.service
    return f"{record.title} · {when.shown()}" if when.known else record.title
