"""The records of a case as a list."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.record import Record
from app.phrases import _
from ui.session import CaseSession

Index = QModelIndex | QPersistentModelIndex

SOURCE = Qt.ItemDataRole.UserRole
FACTS = Qt.ItemDataRole.UserRole + 1
LOOK = Qt.ItemDataRole.UserRole + 2  # what is still missing; empty when nothing is
ID = Qt.ItemDataRole.UserRole + 3

_SHOWN_TABLES = frozenset({"record", "document"})
_NONE = QModelIndex()


class RecordsModel(QAbstractListModel):
    """One row for each record, oldest first, those without a date last."""

    def __init__(self, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._records: list[Record] = session.case.records.all()
        session.changed.connect(self._refresh)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - a name of Qt's
        """Give the number of records."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give one fact of a record as plain text."""
        record = self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _sentence(record)
            case _ if role == SOURCE:
                return _source(record)
            case _ if role == FACTS:
                return _facts(record)
            case _ if role == LOOK:
                return _missing(record)
            case _ if role == ID:
                return record.id
        return None

    def _refresh(self, tables: frozenset[str]) -> None:
        if tables & _SHOWN_TABLES:
            self.beginResetModel()
            self._records = self._session.case.records.all()
            self.endResetModel()


def pages(count: int) -> str:
    """Say a number of pages."""
    return _("1 page") if count == 1 else _("{count} pages").format(count=count)


def _source(record: Record) -> str:
    return record.source or (_("Your own note") if record.is_note else _("Who made it: not known"))


def _facts(record: Record) -> str:
    parts = [record.dates.service.shown()] if record.dates.service.known else []
    if record.document:
        parts.append(pages(len(record.document.pages)))
    if not record.in_dossier:
        parts.append(_("Not in the dossier"))
    return " · ".join(parts)


def _missing(record: Record) -> str:
    return "" if record.dates.service.known else _("No date yet")


def _sentence(record: Record) -> str:
    parts = (record.title, _source(record), _facts(record), _missing(record))
    return ". ".join(part for part in parts if part)
