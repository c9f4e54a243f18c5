"""The records of the case as the places for them hold them: read once, and again when changed."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from app.case.casefile import CaseFile
from app.model.record import Record
from ui.session import CaseSession

TABLES = frozenset({"record", "document", "record_reason", "record_tag", "reason"})
"""The tables that a record is read from."""


class Shelf(QObject):
    """All records that are not in the bin, oldest first.

    Reading ten thousand takes a blink, so that what is written here, key
    after key, only takes the place of the one record it is about.
    """

    def __init__(self, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._records: list[Record] | None = None
        self._writing = False
        session.changed.connect(self._mark)

    @property
    def case(self) -> CaseFile:
        """The case that they belong to."""
        return self._session.case

    @property
    def writing(self) -> bool:
        """Whether a change of one record, made by `write`, is being told just now."""
        return self._writing

    def all(self) -> list[Record]:
        """Give every record."""
        if self._records is None:
            self._records = self.case.records.all()
        return self._records

    def get(self, number: int) -> Record | None:
        """Give one record as it is now, or None when it is gone or in the bin."""
        return next((one for one in self.all() if one.id == number), None)

    def forget(self) -> None:
        """Read again when asked next."""
        self._records = None

    def write(self, number: int, step: str, together: str = "", **fields: object) -> Record | None:
        """Change fields of one record; nothing happens when they are so already.

        In `step`, the words for undo, “{title}” stands for its name. Changes
        with the same `together` are one step. Gives the record as it is now,
        or None when it is gone or in the bin.
        """
        before = self.case.records.get(number)
        if before is None or self.case.records.is_in_bin(number):
            return None
        after: Record = replace(before, **fields)  # type: ignore[arg-type]  # names of its fields
        if after == before:
            return before
        self._writing = True
        try:
            with self.case.change(step.format(title=before.title), together=together):
                self.case.records.save(after)
                self._swap(after)
        except BaseException:
            self.forget()  # the file may say something else
            raise
        finally:
            self._writing = False
        return after

    def _swap(self, after: Record) -> None:
        records = self.all()
        for row, one in enumerate(records):
            if one.id == after.id:
                records[row] = after
                if one.dates.service != after.dates.service:
                    records.sort(key=lambda record: (*record.dates.service.sort_key, record.id))
                return

    @Slot(object)
    def _mark(self, tables: frozenset[str]) -> None:
        if tables & TABLES and not self._writing:
            self.forget()
