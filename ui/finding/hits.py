"""What was found, as the rows of a list in groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.case.search import Hit, Part
from app.model.found import Found, Group, group_title
from app.model.story import Subject
from app.phrases import _, later
from ui.pages.place import RowOf

Index = QModelIndex | QPersistentModelIndex

DETAIL = Qt.ItemDataRole.UserRole
HEAD = Qt.ItemDataRole.UserRole + 1
WORDS = Qt.ItemDataRole.UserRole + 2  # that were looked for

_NONE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a hit leads: a place, and a record and its page or a row of it where there is one."""

    place: str
    record: int | None = None
    page: int = 1
    row: RowOf | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A hit, or the head of a group, which leads nowhere."""

    words: str
    detail: str = ""
    goal: Goal | None = None


_RECORD_GROUPS = (
    (Part.RECORD, later("Records")),
    (Part.PAGE, later("Pages")),
    (Part.NOTE, later("Notes")),
)
_STORY_GROUPS = (
    (Group.EVENT, "timeline"),
    (Group.QUESTION, "questions"),
    (Group.MEDICINE, "medicines"),
    (Group.ALLERGY, "medicines"),
    (Group.TREATMENT, "medicines"),
    (Group.RESULT, "results"),
    (Group.STORY, "reasons"),
    (Group.TEST, "tests"),
    (Group.FAMILY, "family"),
    (Group.CONFLICT, "conflicts"),
    (Group.OPTION, "choices"),
    (Group.GAP, "gaps"),
    (Group.REQUEST, "requests"),
    (Group.OUTSIDE, "outside"),
    (Group.CONSENT, "consents"),
    (Group.OPINION, "opinions"),
    (Group.COMPARISON, "compare"),
    (Group.DECISION, "decision"),
)
_ABOUT_PLACES = {Subject.MATTERS: "matters", Subject.LIMITS: "matters"}


class Hits(QAbstractListModel):
    """Rows for what was found; heads cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._words = ""
        self.count = 0

    def show(self, hits: Sequence[Hit], found: Sequence[Found], words: str) -> None:
        """Show what was found of `words`."""
        self.beginResetModel()
        self._words = words
        self._rows = [*_of_records(hits), *_of_story(found)]
        self.count = len(hits) + len(found)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Give a row, or None for an index that is none."""
        return self._rows[index.row()] if index.isValid() else None

    def first(self) -> QModelIndex:
        """Give the first row that leads somewhere, or an index that is none."""
        found = (at for at, one in enumerate(self._rows) if one.goal)
        at = next(found, None)
        return QModelIndex() if at is None else self.index(at)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give one fact of a row as plain text."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(part.rstrip(".") for part in (row.words, row.detail) if part) + "."
            case _ if role == DETAIL:
                return row.detail
            case _ if role == HEAD:
                return row.goal is None
            case _ if role == WORDS:
                return self._words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but the heads be chosen."""
        row = self.row(index)
        if row is None or row.goal is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _of_records(hits: Sequence[Hit]) -> Iterator[Row]:
    for part, name in _RECORD_GROUPS:
        group = [hit for hit in hits if hit.part is part]
        if group:
            yield Row(_head(_(name), len(group)))
        for hit in group:
            title = hit.title
            if part is Part.PAGE:
                title = _("{title}, page {page}").format(title=title, page=hit.page)
            place = "notes" if part is Part.NOTE else "records"
            detail = " ".join(hit.snippet.split())
            yield Row(title, "" if detail == title else detail, Goal(place, hit.record, hit.page))


def _of_story(found: Sequence[Found]) -> Iterator[Row]:
    for group, place in _STORY_GROUPS:
        rows = [one for one in found if one.group is group]
        if rows:
            yield Row(_head(group_title(group, _), len(rows)))
        for one in rows:
            where = place
            if one.about:
                where = _ABOUT_PLACES.get(one.about, "diagnosis")
            text = " ".join(one.text.split())
            row = (one.table, one.id) if one.table else None
            yield Row(text or one.detail, one.detail if text else "", Goal(where, row=row))


def _head(name: str, count: int) -> str:
    return f"{name} ({count})"
