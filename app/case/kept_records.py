"""The records of a case as values: read once, and of what changes only the rows it touched."""

import json
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.case.engine import CaseDatabase
from app.case.record_rows import read_records
from app.model.record import Record

MOST_SINGLE = 500  # touched rows; with more of them, reading all anew takes less time

_TABLES = {"record": "id", "record_reason": "record", "record_tag": "record"}
"""The tables that make up a record, each with the column that holds its id."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """All records, oldest first, undated last; those in the bin for themselves."""

    shown: list[Record]
    binned: list[Record]


class KeptRecords:
    """Holds what the case file says of its records, so that asking again costs nothing.

    Temporary triggers note the id of every record that a statement touches,
    whatever the statement was; nothing of that reaches the case file. What
    was touched is read again before the next answer. Inside a change that is
    still open an answer holds what was written so far, and is not kept: the
    change may be taken back.
    """

    def __init__(self, db: CaseDatabase) -> None:
        """Watch the case of `db`. Only while it may be written to."""
        self._db = db
        self._kept: _Kept | None = None
        self._touched: set[int] = set()
        db.conn.create_function("touched_record", 1, self._touched.add)
        for table, column in _TABLES.items():
            self._watch(table, column)

    def shown(self) -> list[Record]:
        """Give the records that are not in the bin, in a list of the caller's own."""
        with self._db.lock:
            return list(self._now().shown)

    def binned(self) -> list[Record]:
        """Give the records in the bin, in a list of the caller's own."""
        with self._db.lock:
            return list(self._now().binned)

    def catch_up(self) -> None:
        """Read now what was touched, where anything was asked for before.

        For a thread that has the time, so that no other has to wait for it.
        """
        with self._db.lock:
            if self._kept is not None:
                self._now()

    def _now(self) -> _Kept:
        kept = self._kept
        if kept is None or len(self._touched) > MOST_SINGLE:
            kept = _sorted(read_records(self._db))
        elif self._touched:
            kept = self._mended(kept)
        if not self._db.conn.in_transaction:
            self._kept = kept
            self._touched.clear()
        return kept

    def _mended(self, kept: _Kept) -> _Kept:
        """Give what is kept with the touched records as they are now."""
        touched = json.dumps(list(self._touched))
        fresh = read_records(
            self._db, "WHERE record.id IN (SELECT value FROM json_each(?))", (touched,)
        )
        shown = [one for one in kept.shown if one.id not in self._touched]
        binned = [one for one in kept.binned if one.id not in self._touched]
        for record, in_bin in fresh:
            insort(binned if in_bin else shown, record, key=_age)
        return _Kept(shown, binned)

    def _watch(self, table: str, column: str) -> None:
        for event, rows in (("INSERT", "new"), ("UPDATE", "old new"), ("DELETE", "old")):
            notes = " ".join(f"SELECT touched_record({row}.{column});" for row in rows.split())
            self._db.run(
                f"CREATE TEMP TRIGGER kept_{table}_{event} AFTER {event} ON main.{table} "
                f"BEGIN {notes} END"
            )


def _sorted(rows: Iterable[tuple[Record, bool]]) -> _Kept:
    kept = _Kept([], [])
    for record, in_bin in rows:
        (kept.binned if in_bin else kept.shown).append(record)
    for records in (kept.shown, kept.binned):
        records.sort(key=_age)
    return kept


def _age(record: Record) -> tuple[bool, date, int]:
    return (*record.dates.service.sort_key, record.id)
