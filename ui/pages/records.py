"""Records: the list, the page, and what is known of it."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _
from ui.pages.place import Go, Place, Tell
from ui.records.bin_parts import BinnedRecord
from ui.records.bin_steps import BinSteps
from ui.records.details import Details
from ui.records.empty_page import EmptyPage
from ui.records.needs import Wanted, ordered, picked
from ui.records.panes import Room, ThreePanes
from ui.records.record_list import RecordList
from ui.records.record_view import RecordView
from ui.records.shelf import TABLES, Shelf
from ui.records.top import RecordsTop
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import frame
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space


class RecordsPlace(Place):
    """All records of the case; `add_wanted` asks the window which files to add."""

    code: ClassVar[str] = "records"
    icon: ClassVar[str] = "files"
    tables: ClassVar[frozenset[str]] = TABLES

    add_wanted = Signal()
    add_folder_wanted = Signal()

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.shelf = Shelf(session, self)
        self.rows = RecordList()
        self.list = RecordView(_("Records"), self.rows)
        self.page = PageView(session, looks)
        self.details = Details(session, looks, self.shelf, self.tell)
        self.binned = BinnedRecord(looks)
        self.top = RecordsTop(looks)
        self.filters = self.top.filters
        self.bin = BinSteps(session, tell, self._after_bin)
        self._binned: list[Record] = []
        self._place()
        self._connect()

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
            self.shelf.forget()
            self._show()

    def enter(self, record: int | None, page: int) -> None:
        """Come in; at a record and one of its pages where a link led there."""
        self._show()
        if record is not None:
            self.show_record(record, page)

    def leave(self) -> None:
        """Save what was typed."""
        self.details.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or what to do where nothing is in it."""
        shown = self._stack.currentWidget()
        if shown is self.panes_:
            return self.list
        return self._choose_files if shown is self._nothing else self._show_all

    def panes(self) -> list[QWidget]:
        """Give list, page and details, as far as they are in sight."""
        return [one for one in (self.list, self.page, self._right) if one.isVisible()] or [self]

    def show_record(self, number: int, page: int | None = None) -> None:
        """Show a record at a page, also when the filter or the bin would hide it."""
        in_bin = self.session.case.records.is_in_bin(number)
        if self.rows.row_of(number) is None or in_bin != self.filters.in_bin:
            self.filters.show_all()
            if in_bin:
                self.filters.bin.setChecked(True)
        if self.rows.row_of(number) is None:
            return
        self.list.choose(number)
        record = self._current
        if record is not None:
            self.page.show_record(record, page)
            self.panes_.show_pane(1)

    def remove(self) -> None:
        """Put the current record into the bin; it can be put back from the message."""
        record = self._current
        if record is None or self.filters.in_bin or not self.details.flush():
            return
        self.bin.remove(record.id, record.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let Esc go back by a pane where only one is in sight."""
        if (
            event.key() == Qt.Key.Key_Escape
            and self.panes_.room is Room.NARROW
            and self.panes_.shown > 0
        ):
            self.panes_.go_back()
            return
        super().keyPressEvent(event)

    @property
    def _current(self) -> Record | None:
        return self.rows.record(self.list.currentIndex().row())

    def _place(self) -> None:
        self._right = QStackedWidget()
        for two in (self.details, self.binned):
            self._right.addWidget(two)
        names = (_("Records"), _("Page"), _("Details"))
        self.panes_ = ThreePanes(
            (self._framed(self.list), self.page, self._right), names, self.looks
        )
        self._choose_files = PictureButton(_("Choose files"), self.looks, "file-text", "main")
        self._choose_folder = PictureButton(_("Choose a folder"), self.looks, "folder-open")
        self._nothing = EmptyPage(
            self.looks,
            "folder-input",
            _("Add your first record"),
            _(
                "Letters, test results, scans, photos of paper. Add what you have. "
                "You can sort it out later."
            ),
            self._choose_files,
            self._choose_folder,
            hint=_("Or drag files onto this window. Your originals are copied, never changed."),
        )
        self._show_all = PictureButton(_("Show all records"), self.looks)
        self._none_fits = EmptyPage(
            self.looks, "", _("No record fits"), _("Nothing is lost."), self._show_all
        )
        self._stack = QStackedWidget()
        for three in (self.panes_, self._nothing, self._none_fits):
            self._stack.addWidget(three)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(frame("rule"))
        column.addWidget(self._stack, 1)

    def _framed(self, view: QWidget) -> QWidget:
        pane = frame("pane")
        space(QVBoxLayout(pane), self.looks, (6, 6, 2, 6)).addWidget(view)
        return pane

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self.list.went.connect(self._go_to_current)
        self.list.clicked.connect(lambda _index: self.panes_.show_pane(1))
        self.list.opened.connect(self._open)
        self.list.ticked.connect(self._tick)
        self.list.removed.connect(self.remove)
        self.details.remove_wanted.connect(self.remove)
        self.details.note_wanted.connect(lambda number: self.go("notes", record=number))
        self.binned.back_wanted.connect(self._put_current_back)
        self.top.bin_bar.empty_wanted.connect(self.bin.empty)
        self.panes_.moved.connect(self._follow)
        self.panes_.arranged.connect(self._give_room)
        self.top.add_button.clicked.connect(lambda: self.add_wanted.emit())
        self._choose_files.clicked.connect(lambda: self.add_wanted.emit())
        self._choose_folder.clicked.connect(lambda: self.add_folder_wanted.emit())
        self.top.search_button.clicked.connect(lambda: self.go("search"))
        self._show_all.clicked.connect(self.filters.show_all)

    def _show(self) -> None:
        """Show all afresh, at the same record; where it is gone, at the one that follows it."""
        number, row = self.list.number, max(self.list.currentIndex().row(), 0)
        self._binned = self.session.case.records.in_bin()
        self.filters.show_reasons(self.session.case.reasons.all())
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
        self._stack.setCurrentWidget(shown)
        self.top.show_buttons(shown is not self._nothing)

    def _filter(self) -> None:
        if self.details.flush():
            self._show()
            if self._stack.currentWidget() is self._none_fits:
                self._show_all.setFocus()

    def _after_bin(self, came_back: int | None) -> None:
        """Show what a step of the bin changed, whether or not the window tells of it as well."""
        self.shelf.forget()
        if self.filters.in_bin and not self.session.case.records.in_bin():
            self.filters.show_all()
        self._show()
        if came_back is not None and not self.filters.in_bin:
            self.list.choose(came_back)
        self.panes_.show_pane(0)

    def _go_to_current(self) -> None:
        record, before = self._current, self.details.record
        other = before is not None and (record is None or record.id != before.id)
        if before and other and not self.details.flush() and self.shelf.get(before.id):
            self.list.choose(before.id)  # what cannot be saved now must not be lost
            return
        if record is None:
            self.page.show_nothing()
            return
        record = self.shelf.get(record.id) or record  # flushing may have changed it
        self._right.setCurrentWidget(self.binned if self.filters.in_bin else self.details)
        if self.filters.in_bin:
            self.binned.show_record(record)
        else:
            self.details.show_record(record)
        self.page.show_record(record)

    def _open(self) -> None:
        """Go to the details, or in little room to the page."""
        if self.panes_.room is Room.NARROW:
            self.panes_.show_pane(1)
        elif self.filters.in_bin:
            self.binned.back.setFocus()
        else:
            self.details.name.edit.setFocus()

    def _follow(self, pane: int) -> None:
        """Take the keyboard along to the pane that came in sight."""
        of_right = self.binned.back if self.filters.in_bin else self.details.name.edit
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
