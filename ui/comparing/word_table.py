"""A table of words that break, gone through by arrow keys; the first column names the row."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.theme.looks import Looks
from ui.widgets.labels import em
from ui.widgets.wrapped import draw_words, height_of

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()
_CELL = Qt.ItemDataRole.UserRole
_FIRST = 0.26
"""The part of the width that the first column has."""


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in one cell: words, and smaller ones below them."""

    text: str = ""
    small: str = ""


class TableWords(QAbstractTableModel):
    """Rows of cells under the names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = ()
        self.rows: tuple[tuple[Told, ...], ...] = ()

    def show(self, columns: Sequence[str], rows: Sequence[Sequence[Told]]) -> None:
        """Show other rows; where only words changed, the cells stay."""
        new, kept = tuple(tuple(row) for row in rows), tuple(columns)
        if (kept, new) == (self.columns, self.rows):
            return
        if kept == self.columns and len(new) == len(self.rows):
            self.rows = new
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(kept) - 1))
            return
        self.beginResetModel()
        self.columns, self.rows = kept, new
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the cell, its words, or the sentence that is read out."""
        cell = self.rows[index.row()][index.column()]
        if role == _CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(index.row(), index.column())
        return None

    def headerData(  # noqa: N802 - a name of Qt's
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Give the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _sentence(self, row: int, column: int) -> str:
        cell = self.rows[row][column]
        parts = [cell.text, cell.small]
        if column:
            parts = [self.rows[row][0].text, self.columns[column], *parts]
        return ". ".join(part.replace("\n", ". ") for part in parts if part)


class WordTable(QTableView):
    """As high as its rows: what is around it scrolls."""

    chosen = Signal(int, int)  # row and column that somebody came to
    gone_into = Signal(int, int)  # by Enter or by the mouse: the focus is to go into it

    def __init__(self, name: str, looks: Looks) -> None:
        super().__init__()
        self.words = TableWords()
        self.words.setParent(self)
        self.setModel(self.words)
        self.setItemDelegate(_CellRow(self))
        self.setAccessibleName(name)
        self.setProperty("kind", "bare")
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = _Names(self)
        self.setHorizontalHeader(head)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.words.modelReset.connect(self.again)
        self.words.dataChanged.connect(lambda *_places: self.again())
        self.clicked.connect(lambda index: self.gone_into.emit(index.row(), index.column()))
        looks.changed.connect(self.again)

    def choose(self, row: int, column: int) -> None:
        """Come to a cell."""
        self.setCurrentIndex(self.words.index(row, column))

    def again(self) -> None:
        """Measure all rows anew, once what is around is laid out."""
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Give the columns their width, and be as high as all rows."""
        count = self.words.columnCount()
        if not count:
            return
        whole = self.viewport().width()
        first = round(_FIRST * whole) if count > 1 else whole
        rest = (whole - first) // max(1, count - 1)
        for column in range(count):
            self.setColumnWidth(column, rest if column else first)
        head = self.horizontalHeader()
        names = self.words.columns
        widths = [self.columnWidth(column) - em(self) for column in range(count)]
        tall = [
            height_of(name, font_of("strong"), wide)
            for name, wide in zip(names, widths, strict=True)
        ]
        head.setFixedHeight(ceil(max(tall) + 0.8 * em(self)))
        self.resizeRowsToContents()
        rows = range(self.words.rowCount())
        self.setFixedHeight(head.height() + sum(self.rowHeight(row) for row in rows) + 4)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which cell it is now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row(), current.column())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Break the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let Enter go into the cell."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.gone_into.emit(index.row(), index.column())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - a name of Qt's
        """Come to the first cell, without telling: nobody has chosen it yet."""
        if not self.currentIndex().isValid() and self.words.rowCount():
            self.blockSignals(True)
            self.choose(0, min(1, self.words.columnCount() - 1))
            self.blockSignals(False)
        super().focusInEvent(event)


class _Names(QHeaderView):
    """The names of the columns, over several lines where they are long."""

    def __init__(self, table: WordTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)

    def paintSection(  # noqa: N802 - a name of Qt's
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        """Paint one name on the ground of the table, with a line below."""
        told, line = colours(), em(self)
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, QColor(told.surface2))
        painter.setPen(QPen(QColor(told.edge), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        inner = box.adjusted(line / 2, 0.4 * line, -line / 2, 0)
        draw_words(painter, inner, name, font_of("strong"), told.text)
        painter.restore()


class _CellRow(QStyledItemDelegate):
    """Paints one cell; the one that somebody came to has an edge as well as a colour."""

    def __init__(self, table: WordTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give room for all words at the width of the column."""
        line = option.fontMetrics.height()
        inner = self._table.columnWidth(index.column()) - line
        cell: Told = index.data(_CELL)
        tall = height_of(cell.text, self._font(index), inner) if cell.text else line
        tall += height_of(cell.small, font_of("small"), inner) if cell.small else 0
        return QSize(10, max(32, ceil(tall + 0.9 * line)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words, and a line below them."""
        told, line = colours(), option.fontMetrics.height()
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        cell: Told = index.data(_CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(told.surface))  # over what the style paints for a row
        painter.setPen(QPen(QColor(told.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_Selected:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setBrush(QColor(told.accent_soft))
            edge = told.focus if focused else told.accent
            painter.setPen(QPen(QColor(edge), 2 if focused else 1))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), line / 3, line / 3)
        inner = box.adjusted(line / 2, 0.45 * line, -line / 2, 0)
        down = 0.0
        if cell.text:
            down = draw_words(painter, inner, cell.text, self._font(index), told.text)
        if cell.small:
            below = inner.translated(0, down)
            draw_words(painter, below, cell.small, font_of("small"), told.text2)
        painter.restore()

    def _font(self, index: Index) -> QFont:
        return font_of("strong") if index.column() == 0 else font_of()
