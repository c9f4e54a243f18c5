"""Facts as the rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ui.facts.line import Line

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole

_NONE = QModelIndex()


class LineList(QAbstractListModel):
    """One row for each line, in the order in which they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return tuple(self._lines)

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; where only words changed, the rows stay."""
        old, new = self._lines, list(lines)
        if old == new:
            return
        if [(one.kind, one.id) for one in old] == [(one.kind, one.id) for one in new]:
            self._lines = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._lines = new
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Give the line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, kind: str, number: int) -> int | None:
        """Give the row of a fact, or None when it is not shown."""
        found = (row for row, one in enumerate(self._lines) if (one.kind, one.id) == (kind, number))
        return next(found, None)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the line, its words, or the sentence that is read out."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.sentence
        return None
