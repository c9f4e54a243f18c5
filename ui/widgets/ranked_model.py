"""Lines in a person's own order, as a list that can be read out and dragged."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.phrases import _

Index = QModelIndex | QPersistentModelIndex

KEY = Qt.ItemDataRole.UserRole
TAG = Qt.ItemDataRole.UserRole + 1

_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line; `key` stays the same while its words and its place change.

    `ticked` is None where there is nothing to tick; `tag` stands below the words.
    """

    key: int
    text: str
    ticked: bool | None = None
    tag: str = ""


class RankedModel(QAbstractListModel):
    """Shows lines in the order that it was given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Ranked, ...] = ()

    def show(self, lines: Sequence[Ranked]) -> None:
        """Show these lines; what only changed its words stays where it is."""
        if [one.key for one in lines] == [one.key for one in self.lines]:
            self.lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def place_of(self, key: int) -> int | None:
        """Give the row of a line, from 0, or None when it is not there."""
        return next((row for row, one in enumerate(self.lines) if one.key == key), None)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give one fact of a line."""
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return _sentence(index.row() + 1, line)
            case Qt.ItemDataRole.CheckStateRole if line.ticked is not None:
                return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
            case _ if role == KEY:
                return line.key
            case _ if role == TAG:
                return line.tag
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a line can be chosen, dragged, changed, and ticked where it has a box."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        if self.lines[index.row()].ticked is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - a name of Qt's
        """Say that lines are moved, not copied."""
        return Qt.DropAction.MoveAction


def _sentence(number: int, line: Ranked) -> str:
    words = _("{n}. {text}").format(n=number, text=line.text)
    return f"{words} {line.tag}" if line.tag else words
