"""Keeps the small words on the rows of the list as the case has them."""

from PySide6.QtCore import QObject, Slot

from ui.covering.mode import TABLES as COVER_TABLES
from ui.records.mark_steps import TABLES as MARK_TABLES
from ui.records.mark_words import kept_back, mark_words
from ui.records.record_list import RecordList
from ui.session import CaseSession


class RowMarks(QObject):
    """Reads the marks, not the records, whenever a mark was changed."""

    def __init__(self, session: CaseSession, rows: RecordList, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows
        session.changed.connect(self._case_changed)
        session.version_changed.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Show the marks as they are in the version that is worked on."""
        case, version = self._session.case, self._session.version
        self._rows.show_marks(mark_words(case, version), kept_back(case, version))

    @Slot(object)
    def _case_changed(self, tables: frozenset[str]) -> None:
        if tables & (MARK_TABLES | COVER_TABLES):
            self.show()
