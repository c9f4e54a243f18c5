"""The list of what goes in, with what changes it: ticks, order, pages."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.dossier.proof import Proof
from app.phrases import _
from ui.dossier.chosen import Group
from ui.dossier.content_row import ContentRow
from ui.dossier.contents import PAGE, Contents, Row, Sort
from ui.dossier.page_chooser import PageChooser
from ui.dossier.why_left import WhyLeft
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow, room
from ui.widgets.buttons import PictureButton
from ui.widgets.keep_in_sight import KeepInSight
from ui.widgets.labels import frame
from ui.widgets.spacing import space

_FOUR = 480  # pixels at the usual size of text, above which four buttons stand in a row


class ContentsPane(QWidget):
    """Shows the contents and tells what somebody wants; it writes nothing itself."""

    shown = Signal(int)  # a page of the dossier, from 1
    ticked = Signal(int, bool)
    group_ticked = Signal(object, bool)  # records
    moved = Signal(int, int)  # record, number in its group from 0
    by_date = Signal()
    pages_wanted = Signal()
    """Somebody wants to see the pages, where they are not in sight."""
    pages_chosen = Signal(int, object)  # record, pages from 1, () for all

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.model = Contents()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ContentRow(self.list))
        self.list.setProperty("kind", "bare")
        KeepInSight(self.list)
        self.list.setAccessibleName(_("What goes in, in order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.up = PictureButton(_("Up"), looks, "arrow-up", "quiet", "Alt+Up")
        self.down = PictureButton(_("Down"), looks, "arrow-down", "quiet", "Alt+Down")
        self.sort = PictureButton(_("Sort by date"), looks, kind="quiet")
        self.choose = PictureButton(_("Choose pages"), looks, kind="quiet")
        self.all_of_it = PictureButton(_("All of this group"), looks, kind="quiet")
        self.none_of_it = PictureButton(_("None of this group"), looks, kind="quiet")
        self.chooser = PageChooser(looks)
        self.typed, self.pages = self.chooser.typed, self.chooser.row
        self.take, self.all_pages = self.chooser.take, self.chooser.all
        self.why = WhyLeft(looks)
        self.see_pages = PictureButton(_("See the pages"), looks, "chevron-right", "quiet")
        self._grid = space(QGridLayout(), looks, gap=4)
        self._across = 0
        foot = frame("foot")
        rows = space(QVBoxLayout(foot), looks, (8, 6, 8, 6), 4)
        rows.addWidget(self.chooser)
        rows.addWidget(self.why)
        self._tools_row = QWidget()
        self._tools_row.setLayout(self._grid)
        rows.addWidget(self._tools_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        self._fit()  # first: a button without a place would become a window
        self._connect()
        self._allow()
        looks.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the buttons in as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for no room for a question below the list: it makes no window higher."""
        hint = super().minimumSizeHint()
        asked = self.why.minimumSizeHint().height() if self.why.isVisible() else 0
        return QSize(hint.width(), hint.height() - asked)

    def show_contents(self, groups: Sequence[Group], proof: Proof | None) -> None:
        """Show these records at the pages of the proof; the chosen row stays chosen."""
        chosen = self._row()
        at = before = self.list.currentIndex().row()
        with QSignalBlocker(self.list.selectionModel()):
            self.model.show(groups, proof)
            if chosen and chosen.record:
                found = self.model.row_of(chosen.record.id)
                at = at if found is None else found
            if 0 <= at < self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(at))
            elif self.model.rowCount() > 1:
                self.list.setCurrentIndex(self.model.index(1))
        if self.list.hasFocus() or self.list.currentIndex().row() != before:
            self.list.scrollTo(self.list.currentIndex())  # the keyboard stays in sight
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
            self._keep_in_sight()
            self.list.viewport().update()
            self._allow()

    def shift(self, step: int) -> None:
        """Ask for the chosen record to go up (-1) or down (1) in its group."""
        row = self._row()
        if row and row.record and (row.spot + step) >= 0:
            self.moved.emit(row.record.id, row.spot + step)

    def _connect(self) -> None:
        self.model.ticked.connect(self.ticked)
        self.model.group_ticked.connect(self.group_ticked)
        self.model.dragged.connect(self.moved)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.up.clicked.connect(lambda: self.shift(-1))
        self.down.clicked.connect(lambda: self.shift(1))
        self.sort.clicked.connect(self.by_date)
        self.see_pages.clicked.connect(self.pages_wanted)
        self.list.activated.connect(self.pages_wanted)
        self.choose.clicked.connect(self._open_chooser)
        self.all_of_it.clicked.connect(lambda: self._tick_group(True))
        self.none_of_it.clicked.connect(lambda: self._tick_group(False))
        self.chooser.chosen.connect(self.pages_chosen)
        self.chooser.closed.connect(self._chooser_closed)
        for keys, act in (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
        ):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    @Slot()
    def _fit(self) -> None:
        across = 4 if room(self, self._looks) >= _FOUR else 2
        if across != self._across:
            self._across = across
            for at, one in enumerate(self._tools()):
                self._grid.removeWidget(one)
                self._grid.addWidget(one, at // across, at % across)
        self.see_pages.setVisible(is_narrow(self, self._looks))
        # rather a low list than a window higher than the screen
        self.list.setMinimumHeight(2 * self.list.fontMetrics().lineSpacing())

    def _tools(self) -> tuple[PictureButton, ...]:
        whole = (self.all_of_it, self.none_of_it)
        return (self.up, self.down, *whole, self.sort, self.choose, self.see_pages)

    def _row(self) -> Row | None:
        return self.model.row(self.list.currentIndex())

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        self.chooser.hide()
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
        head = bool(row and row.inside)
        for one in (self.all_of_it, self.none_of_it):
            one.setVisible(head)
        for one in (self.up, self.down):
            one.setVisible(not head)
        self._say_why()

    def _has_next(self) -> bool:
        at = self.list.currentIndex().row()
        row, below = self._row(), self.model.row(self.model.index(at + 1))
        return bool(row and below and below.record and below.group == row.group)

    @Slot()
    def _open_chooser(self) -> None:
        row = self._row()
        if row is not None and row.record is not None:
            self.why.hide()
            self.chooser.ask(row.record)
            QTimer.singleShot(0, self, self._keep_in_sight)

    @Slot()
    def _keep_in_sight(self) -> None:
        """Scroll to the row that is asked about: the list has become lower."""
        self.list.scrollTo(self.list.currentIndex())

    @Slot()
    def _chooser_closed(self) -> None:
        self.list.setFocus()
        self._say_why()

    def _say_why(self) -> None:
        """Show why the chosen record stays behind, unless its pages are asked for."""
        row = self._row()
        was = self.why.isVisible()
        self.why.show_chosen(row.chosen if row and not self.chooser.isVisible() else None)
        self._tools_row.setVisible(self.why.isHidden() or not is_narrow(self, self._looks))
        if self.why.isVisible() and not was:
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _tick_group(self, goes_in: bool) -> None:
        row = self._row()
        if row is not None and row.inside:
            self.group_ticked.emit(tuple(one.record.id for one in row.inside), goes_in)
