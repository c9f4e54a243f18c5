"""The records of the case as the places for them read and write them."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.case.casefile import CaseFile
from app.model.record import Record
from ui.session import CaseSession

TABLES = frozenset({"record", "document", "record_reason", "record_tag", "reason"})
"""The tables that a record is read from."""


class Shelf(QObject):
    """All records that are not in the bin, oldest first.

    A change of one record that is made here is told as such, so that a list
    need not be shown anew, key after key.
    """

    def __init__(self, session: CaseSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._writing = False

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
        return self.case.records.all()

    def get(self, number: int) -> Record | None:
        """Give one record as it is now, or None when it is gone or in the bin."""
        records = self.case.records
        return None if records.is_in_bin(number) else records.get(number)

    def write(self, number: int, step: str, together: str = "", **fields: object) -> Record | None:
        """Change fields of one record; nothing happens when they are so already.

        In `step`, the words for undo, “{title}” stands for its name. Changes
        with the same `together` are one step. Gives the record as it is now,
        or None when it is gone or in the bin.
        """
        before = self.get(number)
        if before is None:
            return None
        after: Record = replace(before, **fields)  # type: ignore[arg-type]  # names of its fields
        if after == before:
            return before
        self._writing = True
        try:
            with self.case.change(step.format(title=before.title), together=together):
                self.case.records.save(after)
        finally:
            self._writing = False
        return after
