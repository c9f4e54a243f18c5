"""Records as the rows of a list."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from app.model.record import Record
from app.phrases import _
from ui.records.needs import PICTURES, need_words

Index = QModelIndex | QPersistentModelIndex

SOURCE = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1
NEED = Qt.ItemDataRole.UserRole + 2  # what is still missing; empty when nothing is
ID = Qt.ItemDataRole.UserRole + 3
STATE = Qt.ItemDataRole.UserRole + 4  # whether it goes into the dossier
GOES_IN = Qt.ItemDataRole.UserRole + 5
PICTURE = Qt.ItemDataRole.UserRole + 6
MARKS = Qt.ItemDataRole.UserRole + 7  # "Private", "Replaces …", "Part covered", or ""


class RecordList(QStringListModel):
    """One row for each record, in the order in which they were given.

    Only the number of rows is a list of strings: so Qt counts them by itself.
    A view that lays out ten thousand rows asks for their number twice for each.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name
        self._records: list[Record] = []
        self._rows: dict[int, int] = {}
        self._in_bin = False
        self._marks: Mapping[int, str] = {}
        self._kept_back: frozenset[int] = frozenset()

    def show_marks(self, words: Mapping[int, str], kept_back: frozenset[int]) -> None:
        """Show small words on some rows; those `kept_back` stay out because they are private."""
        before, held = self._marks, self._kept_back
        self._marks, self._kept_back = words, kept_back
        numbers = before.keys() | words.keys()
        changed = {one for one in numbers if before.get(one) != words.get(one)}
        for number in changed | (held ^ kept_back):
            row = self.row_of(number)
            if row is not None:
                self._tell(row)

    def show(self, records: list[Record], *, in_bin: bool = False) -> None:
        """Show other records; `in_bin` says that they were removed.

        Where they are the same ones in the same order, only those that
        changed are painted anew.
        """
        rows = {record.id: row for row, record in enumerate(records)}
        before, same = self._records, in_bin == self._in_bin and rows == self._rows
        self._records, self._rows, self._in_bin = list(records), rows, in_bin
        if not same:
            self.setStringList([""] * len(records))
            return
        for row, (old, new) in enumerate(zip(before, records, strict=True)):
            if old is not new and old != new:
                self._tell(row)

    def put(self, record: Record) -> None:
        """Show one record as it is now; its row stays where it is."""
        row = self.row_of(record.id)
        if row is not None and self._records[row] != record:
            self._records[row] = record
            self._tell(row)

    def row_of(self, number: int | None) -> int | None:
        """Give the row of a record, or None when it is not shown."""
        return self._rows.get(number) if number is not None else None

    def record(self, row: int) -> Record | None:
        """Give the record of a row, or None."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a row be chosen, and no more: it is not edited in the list."""
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return chosen | Qt.ItemFlag.ItemNeverHasChildren if index.isValid() else chosen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give one fact of a record as plain text."""
        record = self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title or _("No name yet")
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(record)
            case _ if role == SOURCE:
                return source_words(record)
            case _ if role == FACTS:
                return fact_words(record)
            case _ if role == NEED:
                return "" if self._in_bin else need_words(record)
            case _ if role == ID:
                return record.id
            case _ if role == STATE:
                return self._state(record)
            case _ if role == GOES_IN:
                return self._goes_in(record) and not self._in_bin
            case _ if role == MARKS:
                return "" if self._in_bin else self._marks.get(record.id, "")
            case _ if role == PICTURE:
                return PICTURES[record.kind]
        return None

    def _tell(self, row: int) -> None:
        place = self.index(row)
        self.dataChanged.emit(place, place)

    def _state(self, record: Record) -> str:
        if self._in_bin:
            return _("In the bin")
        return _("In dossier") if self._goes_in(record) else _("Left out")

    def _goes_in(self, record: Record) -> bool:
        return record.in_dossier and record.id not in self._kept_back

    def _sentence(self, record: Record) -> str:
        title = record.title or _("No name yet")
        parts = [title, source_words(record), fact_words(record), self._state(record)]
        if not self._in_bin:
            parts += [self._marks.get(record.id, ""), need_words(record)]
        return ". ".join(part.rstrip("?.") for part in parts if part) + "."


def source_words(record: Record) -> str:
    """Say who made a record."""
    return record.source or (_("Your own note") if record.is_note else _("Who made it: not known"))


def fact_words(record: Record) -> str:
    """Say when a record is from and how long it is."""
    parts = [record.dates.service.shown()] if record.dates.service.known else []
    if record.document:
        parts.append(page_count(len(record.document.pages)))
    return " · ".join(parts)


def page_count(count: int) -> str:
    """Say a number of pages."""
    return _("1 page") if count == 1 else _("{count} pages").format(count=count)
