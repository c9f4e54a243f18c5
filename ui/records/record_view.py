"""The list of records with its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.records.record_list import RecordList
from ui.records.record_row import RecordRow
from ui.widgets.keep_in_sight import KeepInSight
from ui.widgets.labels import em

Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordView(QListView):
    """Up and Down go through the list, Enter opens, Space ticks, Delete removes."""

    opened = Signal()
    ticked = Signal()
    removed = Signal()
    went = Signal()
    """Another record is the current one, or none is."""

    def __init__(self, name: str, rows: RecordList) -> None:
        super().__init__()
        self.rows = rows
        self._quiet = False
        self.setProperty("kind", "bare")
        KeepInSight(self)
        self.setAccessibleName(name)
        self.setItemDelegate(RecordRow(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setModel(rows)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the list be low where a window is, rather than make the window too high."""
        return QSize(super().minimumSizeHint().width(), 2 * em(self))

    @property
    def number(self) -> int | None:
        """The id of the current record, or None."""
        record = self.rows.record(self.currentIndex().row())
        return record.id if record else None

    def choose(self, number: int | None, row: int = 0) -> None:
        """Make a record the current one; where it is not shown, the one at `row` or before it."""
        found = self.rows.row_of(number)
        at = min(row, self.rows.rowCount() - 1) if found is None else found
        self._quiet = True
        try:
            self.setCurrentIndex(self.rows.index(at) if at >= 0 else QModelIndex())
        finally:
            self._quiet = False
        self.went.emit()

    def dataChanged(  # noqa: N802 - a name of Qt's
        self, first: Index, last: Index, roles: Sequence[int] = ()
    ) -> None:
        """Paint what changed; the list's own way would measure all rows, which are all alike."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell that somebody went to another record."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.went.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Take the keys of the list; all others mean what they mean in any list."""
        if self.currentIndex().isValid() and not event.modifiers() & _WITH:
            if event.key() in _ENTER:
                self.opened.emit()
                return
            if event.key() == Qt.Key.Key_Space:
                self.ticked.emit()
                return
            if event.key() == Qt.Key.Key_Delete:
                self.removed.emit()
                return
        super().keyPressEvent(event)


_WITH = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
