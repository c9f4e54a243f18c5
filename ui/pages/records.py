"""Records: the list, the page, and what is known of it."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.pages.place import Go, Place, Tell
from ui.records.beside import Beside
from ui.records.bin_steps import BinSteps
from ui.records.details import Details
from ui.records.mark_words import private_records
from ui.records.needs import Wanted, ordered, picked
from ui.records.nothing_here import NothingHere
from ui.records.panes import Room, ThreePanes
from ui.records.record_list import RecordList
from ui.records.record_view import RecordView
from ui.records.row_marks import RowMarks
from ui.records.shelf import TABLES, Shelf
from ui.records.top import RecordsTop
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.labels import frame
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space


class RecordsPlace(Place):
    """All records of the case; `add_wanted` asks the window which files to add.

    The list is there at once; the page and the details beside it are made in
    the turns after, or when somebody asks for them.
    """

    code: ClassVar[str] = "records"
    icon: ClassVar[str] = "files"
    tables: ClassVar[frozenset[str]] = TABLES

    add_wanted = Signal()
    add_folder_wanted = Signal()

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.shelf = Shelf(session, self)
        self.rows = RecordList()
        self._marks = RowMarks(session, self.rows, self)
        self.list = RecordView(_("Records"), self.rows)
        self.beside = Beside(session, looks, self.shelf, tell, self._join_details, self)
        self.binned = self.beside.binned
        self.top = RecordsTop(looks)
        self.filters = self.top.filters
        self.bin = BinSteps(session, tell, self._after_bin)
        self._binned: list[Record] = []
        self._place()
        self._connect()

    @property
    def page(self) -> PageView:
        """The page beside the list."""
        return self.beside.page

    @property
    def details(self) -> Details:
        """What is known of the record."""
        return self.beside.details

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Records")

    def count(self) -> int | None:
        """Give the number of records."""
        return len(self.shelf.all())

    def show_case(self) -> None:
        """Show what the case says now; the record that is shown stays where it can."""
        if self.shelf.writing:
            self._show_written()
        else:
            self._show()

    def enter(self, record: int | None, page: int) -> None:
        """Come in; at a record and one of its pages where a link led there."""
        self._show()
        if record is not None:
            self.show_record(record, page)

    def leave(self) -> None:
        """Save what was typed."""
        self.beside.stop_covering()
        self.beside.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or what to do where nothing is in it."""
        shown = self._stack.currentWidget()
        if shown is self.panes_:
            return self.list
        return self._empty.choose_files if shown is self._nothing else self._empty.show_all

    def panes(self) -> list[QWidget]:
        """Give list, page and details, as far as they are in sight."""
        three = (self.list, self.page, self.beside.right)
        return [one for one in three if one.isVisible()] or [self]

    def show_record(self, number: int, page: int | None = None) -> None:
        """Show a record at a page, also when the filter or the bin would hide it."""
        in_bin = self.session.case.records.is_in_bin(number)
        if self.rows.row_of(number) is None or in_bin != self.filters.in_bin:
            self.filters.show_all()
            self.filters.bin.setChecked(in_bin)
        if self.rows.row_of(number) is None:
            return
        self.list.choose(number)
        self.beside.then(partial(self._show_page, number, page))

    def remove(self) -> None:
        """Put the current record into the bin; it can be put back from the message."""
        record = self._current
        if record is None or self.filters.in_bin or not self.details.flush():
            return
        self.bin.remove(record.id, record.title)

    def cover_up(self) -> None:
        """Cover parts of the page that is shown; the page comes into sight for it."""
        record = self._current
        if record is None or self.filters.in_bin:
            self.tell(_("Choose a record first. Then cover parts of its pages."), done=False)
            return
        self.panes_.show_pane(1)
        self.beside.cover_up(self.shelf.get(record.id) or record)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - a name of Qt's
        """Begin to make what stands beside the list."""
        super().showEvent(event)
        self.beside.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let Esc end the covering, or go back by a pane where only one is in sight."""
        if event.key() == Qt.Key.Key_Escape:
            if self.beside.stop_covering():
                return
            if self.panes_.room is Room.NARROW and self.panes_.shown > 0:
                self.panes_.go_back()
                return
        super().keyPressEvent(event)

    @property
    def _current(self) -> Record | None:
        return self.rows.record(self.list.currentIndex().row())

    def _place(self) -> None:
        names = (_("Records"), _("Page"), _("Details"))
        self.panes_ = ThreePanes(
            (self._framed(self.list), self.beside.middle, self.beside.right), names, self.looks
        )
        self._empty = NothingHere(self.looks, self)
        self._nothing, self._none_fits = self._empty.first, self._empty.none_fits
        self._stack = OneAtATime(self.panes_, self._nothing, self._none_fits)
        column = space(QVBoxLayout(self), self.looks, gap=0)
        column.addWidget(self.top)
        column.addWidget(frame("rule"))
        column.addWidget(self._stack, 1)

    def _framed(self, view: QWidget) -> QWidget:
        space(QVBoxLayout(pane := frame("pane")), self.looks, (6, 6, 2, 6)).addWidget(view)
        return pane

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.list.went.connect(self._go_to_current)
        self.list.clicked.connect(lambda _index: self.panes_.show_pane(1))
        self.list.opened.connect(self._open)
        self.list.ticked.connect(self._tick)
        self.list.removed.connect(self.remove)
        self.binned.back_wanted.connect(self._put_current_back)
        self.top.bin_bar.empty_wanted.connect(self.bin.empty)
        self.panes_.moved.connect(self._follow)
        self.panes_.arranged.connect(self._give_room)
        self.top.add_button.clicked.connect(lambda: self.add_wanted.emit())
        self._empty.files_wanted.connect(self.add_wanted)
        self._empty.folder_wanted.connect(self.add_folder_wanted)
        self._empty.all_wanted.connect(self.filters.show_all)
        self.top.search_button.clicked.connect(lambda: self.go("search"))
        self.beside.cover_tool.clicked.connect(self.cover_up)
        self.beside.page_wanted.connect(lambda: self.panes_.show_pane(1))

    def _join_details(self, details: Details) -> None:
        details.remove_wanted.connect(self.remove)
        details.cover_wanted.connect(self.cover_up)
        details.note_wanted.connect(lambda number: self.go("notes", record=number))
        details.conflict_wanted.connect(
            lambda number: self.go("conflicts", record=number, page=self.page.page or 1)
        )

    def _show(self) -> None:
        """Show all afresh, at the same record; where it is gone, at the one that follows it."""
        number, row = self.list.number, max(self.list.currentIndex().row(), 0)
        self._binned = self.session.case.records.in_bin()
        case = self.session.case
        self.filters.show_reasons(case.reasons.all(), private_records(case))
        wanted = self.filters.wanted
        if self.filters.in_bin:
            self.rows.show(ordered(self._binned, wanted.sort), in_bin=True)
        else:
            self.rows.show(picked(self.shelf.all(), wanted))
        self._show_counts()
        self._show_stack(wanted)
        self.list.choose(number, row)

    def _show_written(self) -> None:
        """Show a record that was written here; its row stays, though it might not fit any more."""
        shown = self.details.record
        record = self.shelf.get(shown.id) if shown else None
        if record is not None:
            self.rows.put(record)
            self.details.show_record(record)
            self.page.show_record(record)
        self._show_counts()

    def _show_counts(self) -> None:
        self.top.show_counts(self.shelf.all(), len(self._binned))

    def _show_stack(self, wanted: Wanted) -> None:
        shown: QWidget = self.panes_
        if not self.rows.rowCount():
            empty = not self.shelf.all() and not self.filters.in_bin and wanted.whole
            shown = self._nothing if empty else self._none_fits
        first = self._nothing.isAncestorOf(self.window().focusWidget())
        self._stack.setCurrentWidget(shown)
        if first and shown is self.panes_:
            self.list.setFocus()  # the first record is there
        self.top.show_buttons(shown is not self._nothing)

    def _filter(self) -> None:
        if self.details.flush():
            self._show()
            if self._stack.currentWidget() is self._none_fits:
                self._empty.show_all.setFocus()

    def _after_bin(self, came_back: int | None) -> None:
        """Show what a step of the bin changed, whether or not the window tells of it as well."""
        if self.filters.in_bin and not self.session.case.records.in_bin():
            self.filters.show_all()
        self._show()
        if came_back is not None and not self.filters.in_bin:
            self.list.choose(came_back)
        self.panes_.show_pane(0)

    def _show_page(self, number: int, page: int | None) -> None:
        record = self._current
        if record is not None and record.id == number:
            self.page.show_record(record, page)
            self.panes_.show_pane(1)

    def _go_to_current(self) -> None:
        self.beside.then(self._show_current)

    def _show_current(self) -> None:
        record, before = self._current, self.details.record
        other = before is not None and (record is None or record.id != before.id)
        if before and other and not self.details.flush() and self.shelf.get(before.id):
            self.list.choose(before.id)  # what cannot be saved now must not be lost
            return
        if record is None:
            self.beside.show_nothing()
            return
        record = self.shelf.get(record.id) or record  # flushing may have changed it
        self.beside.show_record(record, in_bin=self.filters.in_bin)

    def _open(self) -> None:
        """Go to the details, or in little room to the page."""
        if self.panes_.room is Room.NARROW:
            self.panes_.show_pane(1)
        else:
            self.beside.way_in(in_bin=self.filters.in_bin).setFocus()

    def _follow(self, pane: int) -> None:
        """Take the keyboard along to the pane that came in sight."""
        of_right = self.beside.way_in(in_bin=self.filters.in_bin)
        (self.list, self.page.desk, of_right)[pane].setFocus()

    def _give_room(self) -> None:
        """Leave out what belongs to the list where only the page or the details are in sight."""
        self.top.setVisible(self.panes_.room is not Room.NARROW or self.panes_.shown == 0)
        self.list.scrollTo(self.list.currentIndex())

    def _tick(self) -> None:
        if not self.filters.in_bin:
            self.details.dossier.goes_in.toggle()

    def _put_current_back(self) -> None:
        record = self._current
        if record is not None:
            self.bin.put_back(record.id, record.title)
