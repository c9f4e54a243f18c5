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
from app.dossier.proof import Part, Proof
from app.model.record import Record
from app.phrases import _, many
from ui.dossier.chosen import Chosen, Group

Index = QModelIndex | QPersistentModelIndex

DETAIL = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1
PAGE = Qt.ItemDataRole.UserRole + 2  # of the dossier, from 1; 0 where it is in none
ID = Qt.ItemDataRole.UserRole + 3  # of the record, or None
COUNT = Qt.ItemDataRole.UserRole + 4  # of a group's records that go in, "2 of 5"; "" elsewhere

_NONE = QModelIndex()
_DRAGGED = "application/x-casepack-record"


class Sort(Enum):
    """What a row is."""

    HEAD = "head"
    PART = "part"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `spot` is the number of a record in its group, from 0, and `group` its name.

    `inside` are the records of the group whose head it is.
    """

    sort: Sort
    words: str
    detail: str = ""
    page: int = 0
    chosen: Chosen | None = None
    spot: int = 0
    group: str = ""
    inside: tuple[Chosen, ...] = ()

    @property
    def record(self) -> Record | None:
        """The record that it stands for, if it is one."""
        return self.chosen.record if self.chosen else None

    @property
    def state(self) -> Qt.CheckState | None:
        """Whether it goes in; of a group, whether all, some or none do."""
        every = self.inside or ((self.chosen,) if self.chosen else ())
        if not every:
            return None
        going = sum(one.goes for one in every)
        if going == len(every):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if going else Qt.CheckState.Unchecked


class Contents(QAbstractListModel):
    """The parts that the program makes, and the records in their groups with real tick boxes."""

    ticked = Signal(int, bool)
    """Somebody wants a record in the dossier, or out of it."""
    group_ticked = Signal(object, bool)
    """Somebody wants all records of a group, their ids, in the dossier or out of it."""
    dragged = Signal(int, int)
    """Somebody wants a record, its id, at another number of its group, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show(self, groups: Sequence[Group], proof: Proof | None) -> None:
        """Show these records; the page numbers are those of the proof."""
        rows = list(_rows(groups, proof))
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
            case Qt.ItemDataRole.CheckStateRole:
                return row.state
            case _ if role == DETAIL:
                return row.detail
            case _ if role == SORT:
                return row.sort
            case _ if role == PAGE:
                return row.page
            case _ if role == ID:
                return row.record.id if row.record else None
            case _ if role == COUNT:
                return _count(row)
        return None

    def setData(  # noqa: N802 - a name of Qt's
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Pass a tick on; it shows once the case says so."""
        row = self.row(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or row.state is None:
            return False
        goes_in = Qt.CheckState(value) is Qt.CheckState.Checked
        if row.record is not None:
            self.ticked.emit(row.record.id, goes_in)
        else:
            self.group_ticked.emit(tuple(one.record.id for one in row.inside), goes_in)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let records be ticked and dragged, and everything but the heads be chosen."""
        flag = Qt.ItemFlag
        row = self.row(index)
        if row is None:
            return flag.ItemIsDropEnabled
        if row.sort is Sort.HEAD:
            choose = flag.ItemIsSelectable | flag.ItemIsUserCheckable
            return flag.ItemIsEnabled | choose if row.inside else flag.ItemIsEnabled
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


def _rows(groups: Sequence[Group], proof: Proof | None) -> Iterator[Row]:
    places = {place.record: place for place in proof.layout.places} if proof else {}
    dividers = proof.layout.dividers if proof else ()
    heads = {lettered(one.kind, "en"): one.first_page for one in dividers}
    first = min((*heads.values(), *(place.first_page for place in places.values())), default=0)
    parts = proof.parts if proof else ()
    front = [part for part in parts if part.page < first]
    if front:
        yield Row(Sort.HEAD, _("Made for you by the app"))
        yield from map(_part, front)
    for group in groups:
        page = heads.get(group.name, 0)
        yield Row(Sort.HEAD, group.name, "", page, group=group.name, inside=group.records)
        for spot, chosen in enumerate(group.records):
            place = places.get(chosen.record.id)
            page, count = (place.first_page, place.pages) if place and chosen.goes else (0, 0)
            detail = _detail(chosen, page, count)
            yield Row(Sort.RECORD, chosen.record.title, detail, page, chosen, spot, group.name)
    if len(parts) > len(front):
        yield Row(Sort.HEAD, _("At the end"))
        yield from map(_part, parts[len(front) :])


def _part(part: Part) -> Row:
    return Row(Sort.PART, part.name, _("p. {page} · Always in").format(page=part.page), part.page)


def _detail(chosen: Chosen, page: int, count: int) -> str:
    record = chosen.record
    if not chosen.goes:
        return f"{_('Left out')} · {chosen.why}" if chosen.why else _("Left out")
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


def _count(row: Row) -> str:
    if not row.inside:
        return ""
    going = sum(one.goes for one in row.inside)
    return _("{n} of {of}").format(n=going, of=len(row.inside))


def _sentence(row: Row) -> str:
    if row.inside:
        count = _count(row)
        one, more = "{group}. {count} record goes in.", "{group}. {count} records go in."
        words = many(one, more, len(row.inside))
        return words.format(group=row.words, count=count)
    if row.chosen is None:
        return f"{row.words}. {row.detail}".strip(" .") + "."
    goes = [_("Goes in"), row.detail.replace(" · ", ", ")] if row.chosen.goes else [_("Left out")]
    why = "" if row.chosen.goes else row.chosen.why.strip(" .")
    return ". ".join(part for part in (row.words, *goes, why, row.group) if part) + "."
