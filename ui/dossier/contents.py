"""What goes into the dossier, in order, as the rows of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.dossier.groups import lettered
from app.dossier.ordering import grouped
from app.dossier.proof import Part, Proof
from app.model.record import Record
from app.phrases import _

Index = QModelIndex | QPersistentModelIndex

DETAIL = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
PAGE = Qt.ItemDataRole.UserRole + 2  # of the dossier, from 1; 0 where it is in none
ID = Qt.ItemDataRole.UserRole + 3  # of the record, or None

_NONE = QModelIndex()
_DRAGGED = "application/x-casepack-record"


class Sort(Enum):
    """What a row is."""

    HEAD = "head"
    PART = "part"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `spot` is the number of a record in its group, from 0, and `group` its name."""

    sort: Sort
    words: str
    detail: str = ""
    page: int = 0
    record: Record | None = None
    spot: int = 0
    group: str = ""


class Contents(QAbstractListModel):
    """The parts that the program makes, and the records in their groups with real tick boxes."""

    ticked = Signal(int, bool)
    """Somebody wants a record in the dossier, or out of it."""
    dragged = Signal(int, int)
    """Somebody wants a record, its id, at another number of its group, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show(self, records: Sequence[Record], proof: Proof | None) -> None:
        """Show these records; the page numbers are those of the proof."""
        rows = list(_rows(records, proof))
        if [(one.sort, one.record and one.record.id) for one in rows] == [
            (one.sort, one.record and one.record.id) for one in self._rows
        ]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Give a row, or None for an index that is none."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, record: int) -> int | None:
        """Give the number of a record's row, or None."""
        found = (at for at, one in enumerate(self._rows) if one.record and one.record.id == record)
        return next(found, None)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give one fact of a row."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return _sentence(row)
            case Qt.ItemDataRole.CheckStateRole if row.record:
                goes = row.record.in_dossier
                return Qt.CheckState.Checked if goes else Qt.CheckState.Unchecked
            case _ if role == DETAIL:
                return row.detail
            case _ if role == SORT:
                return row.sort
            case _ if role == PAGE:
                return row.page
            case _ if role == ID:
                return row.record.id if row.record else None
        return None

    def setData(  # noqa: N802 - a name of Qt's
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Pass a tick on; it shows once the case says so."""
        row = self.row(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or row.record is None:
            return False
        self.ticked.emit(row.record.id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let records be ticked and dragged, and everything but the heads be chosen."""
        flag = Qt.ItemFlag
        row = self.row(index)
        if row is None:
            return flag.ItemIsDropEnabled
        if row.sort is Sort.HEAD:
            return flag.ItemIsEnabled
        plain = flag.ItemIsEnabled | flag.ItemIsSelectable
        if row.sort is Sort.PART:
            return plain
        return plain | flag.ItemIsUserCheckable | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - a name of Qt's
        """Let rows be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - a name of Qt's
        """Give the name of what can be dropped: a record of this list only."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - a name of Qt's
        """Give the number of the record that is dragged; nothing of its contents."""
        made = QMimeData()
        row = self.row(indexes[0]) if indexes else None
        if row and row.record:
            made.setData(_DRAGGED, QByteArray(str(row.record.id).encode()))
        return made

    def canDropMimeData(  # noqa: N802 - a name of Qt's
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Whether the record stays in its group there."""
        return self._spot(data, row, parent) is not None

    def dropMimeData(  # noqa: N802 - a name of Qt's
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Pass the wish on; it shows once the case says so."""
        spot = self._spot(data, row, parent)
        if spot is not None:
            self.dragged.emit(_number(data), spot)
        return False  # the view must not remove the row by itself

    def _spot(self, data: QMimeData, row: int, parent: Index) -> int | None:
        """Give the number in the group where a drop would put the record, or None."""
        start = self.row_of(_number(data))
        if start is None:
            return None
        moving = self._rows[start]
        at = parent.row() if parent.isValid() else row
        if not parent.isValid() and at > start:
            at -= 1  # it leaves its own place first
        if not 0 <= at < len(self._rows):
            return None
        there = self._rows[at]
        return there.spot if there.record and there.group == moving.group else None


def _number(data: QMimeData) -> int:
    text = bytes(data.data(_DRAGGED).data()).decode("ascii", "replace")
    return int(text) if text.isdigit() else -1


def _rows(records: Sequence[Record], proof: Proof | None) -> Iterator[Row]:
    places = {place.record: place for place in proof.layout.places} if proof else {}
    first = min((place.first_page for place in places.values()), default=0)
    parts = proof.parts if proof else ()
    front = [part for part in parts if part.page < first]
    if front:
        yield Row(Sort.HEAD, _("Made for you by the app"))
        yield from map(_part, front)
    for kind, group in grouped(records):
        name = lettered(kind, "en")
        yield Row(Sort.HEAD, name)
        for spot, record in enumerate(group):
            place = places.get(record.id)
            page, count = (place.first_page, place.pages) if place else (0, 0)
            if not record.in_dossier:
                page = 0
            yield Row(
                Sort.RECORD, record.title, _detail(record, page, count), page, record, spot, name
            )
    if len(parts) > len(front):
        yield Row(Sort.HEAD, _("At the end"))
        yield from map(_part, parts[len(front) :])


def _part(part: Part) -> Row:
    return Row(Sort.PART, part.name, _("p. {page} · Always in").format(page=part.page), part.page)


def _detail(record: Record, page: int, count: int) -> str:
    if not record.in_dossier:
        return _("Left out")
    facts = [_("p. {page}").format(page=page)] if page else []
    of = len(record.document.pages) if record.document else 0
    if record.pages and count < of:
        facts.append(_("{n} of {of} pages").format(n=count, of=of))
    elif count:
        facts.append(_("1 page") if count == 1 else _("{n} pages").format(n=count))
    if record.dates.service.known:
        facts.append(record.dates.service.shown())
    else:
        facts.append(_("no date"))
    return " · ".join(facts)


def _sentence(row: Row) -> str:
    if row.record is None:
        return f"{row.words}. {row.detail}".strip(" .") + "."
    goes = _("Goes in") if row.record.in_dossier else _("Left out")
    detail = row.detail.replace(" · ", ", ") if row.record.in_dossier else ""
    return ". ".join(part for part in (row.words, goes, detail, row.group) if part) + "."
