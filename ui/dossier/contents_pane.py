"""The list of what goes in, with what changes it: ticks, order, pages."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.dossier.proof import Proof
from app.errors import NotUnderstood
from app.model.record import Record
from app.phrases import _
from ui.dossier.content_row import ContentRow
from ui.dossier.contents import PAGE, Contents, Row, Sort
from ui.records.page_choice import read_pages, write_pages
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow, room
from ui.widgets.buttons import PictureButton
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, frame
from ui.widgets.spacing import space

_FOUR = 480  # pixels at the usual size of text, above which four buttons stand in a row


class ContentsPane(QWidget):
    """Shows the contents and tells what somebody wants; it writes nothing itself."""

    shown = Signal(int)  # a page of the dossier, from 1
    ticked = Signal(int, bool)
    moved = Signal(int, int)  # record, number in its group from 0
    by_date = Signal()
    pages_wanted = Signal()
    """Somebody wants to see the pages, where they are not in sight."""
    pages_chosen = Signal(int, object)  # record, pages from 1, () for all

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.model = Contents()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ContentRow(self.list))
        self.list.setProperty("kind", "bare")
        self.list.setAccessibleName(_("What goes in, in order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.up = PictureButton(_("Up"), looks, "arrow-up", "quiet", "Alt+Up")
        self.down = PictureButton(_("Down"), looks, "arrow-down", "quiet", "Alt+Down")
        self.sort = PictureButton(_("Sort by date"), looks, kind="quiet")
        self.choose = PictureButton(_("Choose pages"), looks, kind="quiet")
        self.typed = QLineEdit()
        self.pages = FieldRow(_("Which pages go in?"), self.typed, looks)
        self.take = button(_("Use these pages"))
        self.all_pages = button(_("All pages"), "quiet")
        self.see_pages = PictureButton(_("See the pages"), looks, "chevron-right", "quiet")
        self._grid = space(QGridLayout(), looks, gap=4)
        self._across = 0
        self._chooser = self._make_chooser(looks)
        foot = frame("foot")
        rows = space(QVBoxLayout(foot), looks, (8, 6, 8, 6), 4)
        rows.addWidget(self._chooser)
        rows.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self._connect()
        self._allow()
        looks.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the buttons in as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def show_contents(self, records: Sequence[Record], proof: Proof | None) -> None:
        """Show these records at the pages of the proof; the chosen row stays chosen."""
        chosen = self._row()
        at = self.list.currentIndex().row()
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show(records, proof)
            if chosen and chosen.record:
                found = self.model.row_of(chosen.record.id)
                at = at if found is None else found
            if 0 <= at < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(at))
            elif self.model.rowCount() > 1:
                self.list.setCurrentIndex(self.model.index(1))
        self.list.viewport().update()
        self._allow()

    def show_page(self, page: int) -> None:
        """Choose the row that the page of the dossier belongs to."""
        best, most = None, 0
        for at in range(self.model.rowCount()):
            first = int(self.model.index(at).data(PAGE) or 0)
            if most < first <= page:
                best, most = at, first
        if best is not None and best != self.list.currentIndex().row():
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(self.model.index(best))
            self.list.viewport().update()
            self._allow()

    def shift(self, step: int) -> None:
        """Ask for the chosen record to go up (-1) or down (1) in its group."""
        row = self._row()
        if row and row.record and (row.spot + step) >= 0:
            self.moved.emit(row.record.id, row.spot + step)

    def _make_chooser(self, looks: Looks) -> QWidget:
        made = QWidget()
        column = space(QVBoxLayout(made), looks, (8, 4, 8, 4), 6)
        column.addWidget(self.pages)
        row = space(QHBoxLayout(), looks, gap=4)
        row.addWidget(self.take)
        row.addWidget(self.all_pages)
        row.addStretch(1)
        column.addLayout(row)
        made.hide()
        return made

    def _connect(self) -> None:
        self.model.ticked.connect(self.ticked)
        self.model.dragged.connect(self.moved)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.sort.clicked.connect(self.by_date)
        self.see_pages.clicked.connect(self.pages_wanted)
        self.list.activated.connect(self.pages_wanted)
        self.choose.clicked.connect(self._open_chooser)
        self.take.clicked.connect(self._take_pages)
        self.typed.returnPressed.connect(self._take_pages)
        self.all_pages.clicked.connect(self._take_all)
        for keys, act in (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)
        shut = QShortcut(QKeySequence("Escape"), self._chooser)
        shut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shut.activated.connect(self._shut_chooser)

    @Slot()
    def _fit(self) -> None:
        across = 4 if room(self, self._looks) >= _FOUR else 2
        if across != self._across:
            self._across = across
            for at, one in enumerate((self.up, self.down, self.sort, self.choose, self.see_pages)):
                self._grid.removeWidget(one)
                self._grid.addWidget(one, at // across, at % across)
        self.see_pages.setVisible(is_narrow(self, self._looks))

    def _row(self) -> Row | None:
        return self.model.row(self.list.currentIndex())

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self._shut_chooser(focus=False)
        self._allow()
        page = int(index.data(PAGE) or 0) if index.isValid() else 0
        if page:
            self.shown.emit(page)

    def _allow(self) -> None:
        row = self._row()
        record = row.record if row and row.sort is Sort.RECORD else None
        self.up.setEnabled(record is not None and row is not None and row.spot > 0)
        self.down.setEnabled(record is not None and self._has_next())
        several = record is not None and record.document and len(record.document.pages) > 1
        self.choose.setEnabled(bool(several))

    def _has_next(self) -> bool:
        at = self.list.currentIndex().row()
        row, below = self._row(), self.model.row(self.model.index(at + 1))
        return bool(row and below and below.record and below.group == row.group)

    @Slot()
    def _open_chooser(self) -> None:
        row = self._row()
        if row is None or row.record is None or row.record.document is None:
            return
        name = _("Which pages of “{title}” go in?").format(title=row.record.title)
        self.pages.label.setText(name)
        self.typed.setAccessibleName(name)
        count = len(row.record.document.pages)
        hint = _("It has {n} pages. Write them like this: 1, 3-5.").format(n=count)
        self.pages.hint.setText(hint)
        self.pages.hint.show()
        self.pages.clear_wrong()
        self.typed.setText(write_pages(row.record.pages))
        self._chooser.show()
        self.typed.setFocus()
        QTimer.singleShot(0, self, self._keep_in_sight)

    @Slot()
    def _keep_in_sight(self) -> None:
        """Scroll to the row that is asked about: the list has become lower."""
        self.list.scrollTo(self.list.currentIndex())

    @Slot()
    def _take_pages(self) -> None:
        row = self._row()
        if row is None or row.record is None or row.record.document is None:
            return
        try:
            pages = read_pages(self.typed.text(), len(row.record.document.pages))
        except NotUnderstood as wrong:
            self.pages.say_wrong(str(wrong))
            return
        self._shut_chooser()
        self.pages_chosen.emit(row.record.id, pages)

    @Slot()
    def _take_all(self) -> None:
        self.typed.clear()
        self._take_pages()

    def _shut_chooser(self, *, focus: bool = True) -> None:
        if self._chooser.isVisible():
            self._chooser.hide()
            if focus:
                self.list.setFocus()
