"""Notes and diary: what the person writes down, saved while it is typed."""

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import CasepackError
from app.model.partial_date import NOT_KNOWN, PartialDate, day
from app.model.record import Kind, Record, RecordDates
from app.model.typed_date import say_date
from app.phrases import _
from ui.pages.place import Go, Place, Tell
from ui.records.bin_steps import BinSteps
from ui.records.empty_page import EmptyPage
from ui.records.note_form import NoteForm
from ui.records.note_tags import When, tags_with
from ui.records.panes import Room, room_for
from ui.records.record_list import RecordList
from ui.records.record_view import RecordView
from ui.records.shelf import TABLES, Shelf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton, back_button
from ui.widgets.heading import Heading
from ui.widgets.labels import frame
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space


class NotesPlace(Place):
    """The notes at the left, the one being written at the right; in little room one at a time."""

    code: ClassVar[str] = "notes"
    icon: ClassVar[str] = "notebook-pen"
    tables: ClassVar[frozenset[str]] = TABLES

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.shelf = Shelf(session, self)
        self.rows = RecordList()
        self.list = RecordView(_("Notes"), self.rows)
        self.form = NoteForm(session, looks, self.shelf, tell)
        self.bin = BinSteps(session, tell, self._after_bin)
        self.note_button = PictureButton(_("New note"), looks, "plus", "main", "Ctrl+N")
        self.diary_button = PictureButton(_("New diary entry"), looks, "calendar")
        self.back = back_button(_("All notes"), looks)
        self._writing = False  # in little room: the note is in sight, not the list
        self._place()
        self.list.went.connect(self._go_to_current)
        self.list.clicked.connect(lambda _index: self._show_form(True))
        self.list.opened.connect(self._open)
        self.list.ticked.connect(self.form.dossier.goes_in.toggle)
        self.list.removed.connect(self._remove)
        self.form.remove_wanted.connect(self._remove)
        self.note_button.clicked.connect(self.add_note)
        self.diary_button.clicked.connect(self.add_diary)
        self.back.clicked.connect(self._go_back)
        looks.changed.connect(self._fit)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Notes & diary")

    def count(self) -> int | None:
        """Give the number of notes."""
        return len(self._notes())

    def show_case(self) -> None:
        """Show what the case says now; the note that is shown stays where it can."""
        if self.shelf.writing:
            shown = self.form.record
            record = self.shelf.get(shown.id) if shown else None
            if record is not None:
                self.rows.put(record)
                self.form.show_record(record)
        else:
            self._show()

    def enter(self, record: int | None, page: int) -> None:  # noqa: ARG002 - a note has no pages
        """Come in; at a note where a link led there."""
        self._show()
        if record is not None and self.rows.row_of(record) is not None:
            self.list.choose(record)
            self._show_form(True)

    def leave(self) -> None:
        """Save what was typed."""
        self.form.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or what to do where nothing is in it."""
        return self.list if self.rows.rowCount() else self._first

    def panes(self) -> list[QWidget]:
        """Give the list and the note, as far as they are in sight."""
        return [one for one in (self.list, self.form) if one.isVisible()] or [self]

    def add_note(self) -> None:
        """Begin a note; what it is about may have happened at any time."""
        self._add(_("New note"), _("Add a note"), NOT_KNOWN, When.NOT_SAID)

    def add_diary(self) -> None:
        """Begin a page of the diary, of today."""
        today = day(date.today())
        title = _("Diary, {date}").format(date=say_date(today))
        self._add(title, _("Add a diary entry"), today, When.AT_THE_TIME)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+N for a new note while the keyboard is here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.New)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Begin a note with Ctrl+N; in little room, go back to the list with Esc."""
        if event.matches(QKeySequence.StandardKey.New):
            self.add_note()
        elif event.matches(QKeySequence.StandardKey.Cancel) and self.back.isVisible():
            self._go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Show one or both, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _place(self) -> None:
        top = QWidget()
        head = space(QHBoxLayout(top), self.looks, (24, 16, 24, 12))
        head.addWidget(Heading(self.title(), 1, wrap=False))
        head.addStretch(1)
        for one in (self.diary_button, self.note_button):
            head.addWidget(one)
        self._top = top
        way = QWidget()
        row = space(QHBoxLayout(way), self.looks, (12, 4, 12, 4))
        row.addWidget(self.back)
        row.addStretch(1)
        self._way = way
        listed = frame("pane")
        space(QVBoxLayout(listed), self.looks, (6, 6, 2, 6)).addWidget(self.list)
        self._listed = listed
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(listed)
        self._split.addWidget(self.form)
        self._split.setStretchFactor(1, 1)
        self._first = PictureButton(_("Write your first note"), self.looks, "plus", "main")
        self._first.clicked.connect(self.add_note)
        nothing = EmptyPage(
            self.looks,
            "notebook-pen",
            _("Nothing is written yet"),
            _("Write down what you feel and when. Your own words help the other doctor."),
            self._first,
        )
        self._stack = OneAtATime(self._split, nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for three in (top, frame("rule"), way):
            column.addWidget(three)
        column.addWidget(self._stack, 1)

    def _notes(self) -> list[Record]:
        """Give the notes: first those without a date, then the newest."""
        notes = [one for one in self.shelf.all() if one.is_note]
        key = [(one.dates.service.earliest or date.max, one.id, one) for one in notes]
        return [one for _date, _id, one in sorted(key, key=lambda row: row[:2], reverse=True)]

    def _show(self) -> None:
        number, row = self.list.number, max(self.list.currentIndex().row(), 0)
        self.rows.show(self._notes())
        self._stack.setCurrentIndex(0 if self.rows.rowCount() else 1)
        self.note_button.setVisible(self.rows.rowCount() > 0)
        self.list.choose(number, row)
        self._fit()

    def _add(self, title: str, step: str, about: PartialDate, when: When) -> None:
        if not self.form.flush():
            return
        case = self.session.case
        try:
            with case.change(step):
                number = case.records.add(
                    title, kind=Kind.PATIENT_NOTES, dates=RecordDates(service=about)
                )
                made = case.records.get(number)
                if made is not None:
                    case.records.save(replace(made, tags=tags_with((), when)))
        except CasepackError as failure:
            self.tell(str(failure), done=False)
            return
        self._show()
        self.list.choose(number)
        self._show_form(True)
        name = self.form.name.edit
        if when is When.NOT_SAID and isinstance(name, QLineEdit):
            name.setFocus()
            name.selectAll()  # the first key takes the place of the name that was lent to it
        else:
            self.form.body.edit.setFocus()

    def _remove(self) -> None:
        record = self.rows.record(self.list.currentIndex().row())
        if record is not None and self.form.flush():
            self.bin.remove(record.id, record.title)

    def _after_bin(self, came_back: int | None) -> None:
        self._show()
        if came_back is not None:
            self.list.choose(came_back)
        self._show_form(False)
        self.first_focus().setFocus()

    def _go_to_current(self) -> None:
        record, before = self.rows.record(self.list.currentIndex().row()), self.form.record
        other = before is not None and (record is None or record.id != before.id)
        if before and other and not self.form.flush() and self.shelf.get(before.id):
            self.list.choose(before.id)  # what cannot be saved now must not be lost
        elif record is not None:
            self.form.show_record(self.shelf.get(record.id) or record)

    def _open(self) -> None:
        self._show_form(True)
        self.form.body.edit.setFocus()

    def _go_back(self) -> None:
        self._show_form(False)
        self.list.setFocus()

    def _show_form(self, wanted: bool) -> None:
        self._writing = wanted
        self._fit()

    def _fit(self) -> None:
        narrow = room_for(self.window().width() / self.looks.scale) is Room.NARROW
        alone = narrow and self._writing and self.rows.rowCount() > 0
        self._listed.setVisible(not alone)
        self.form.setVisible(not narrow or alone)
        self._way.setVisible(alone)
        self._top.setVisible(not alone)
        self._listed.setMinimumWidth(0 if narrow else round(280 * self.looks.scale))
