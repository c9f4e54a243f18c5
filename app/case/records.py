"""The records of a case, those in the bin included."""

import json
from datetime import UTC, date, datetime

from app.case.engine import CaseDatabase
from app.case.kept_records import KeptRecords
from app.case.record_rows import read_records
from app.model.record import Kind, Record, RecordDates


class Records:
    """Adds, changes, finds and bins records; every change belongs inside `case.change`."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db
        self._kept = KeptRecords(db)

    def all(self) -> list[Record]:
        """Give every record, oldest first, undated last, without those in the bin.

        Only the first call reads them all; a record that did not change stays
        the same object.
        """
        return self._kept.shown()

    def in_bin(self) -> list[Record]:
        """Give the records in the bin, in the same order."""
        return self._kept.binned()

    def catch_up(self) -> None:
        """Read what a change touched, so that the next `all` need not, on whatever thread it is."""
        self._kept.catch_up()

    def sources(self) -> set[str]:
        """Give the names of all who made a record that is not in the bin."""
        rows = self._db.rows("SELECT DISTINCT source FROM record WHERE removed IS NULL")
        return {row["source"] for row in rows} - {""}

    def count(self, *, notes: bool = False) -> int:
        """Give how many records `all` would give; `notes` counts the typed ones only."""
        typed = " AND document IS NULL" if notes else ""
        row = self._db.row(f"SELECT count(*) AS n FROM record WHERE removed IS NULL{typed}")
        return int(row["n"]) if row else 0

    def get(self, record: int) -> Record | None:
        """Give one record, also from the bin."""
        return next(iter(self._read("WHERE record.id = ?", (record,))), None)

    def with_document(self, sha256: str) -> list[Record]:
        """Give the records of a document, those in the bin included."""
        return self._read("WHERE record.document = ?", (sha256,))

    def is_in_bin(self, record: int) -> bool:
        """Whether the record was removed and can be put back."""
        row = self._db.row("SELECT removed FROM record WHERE id = ?", (record,))
        return row is not None and row["removed"] is not None

    def removed_on(self, record: int) -> date | None:
        """Give the day, where this computer stands, of a record's going into the bin.

        None when it does not lie there.
        """
        row = self._db.row("SELECT removed FROM record WHERE id = ?", (record,))
        if row is None or row["removed"] is None:
            return None
        return datetime.fromisoformat(row["removed"]).astimezone().date()

    def add(
        self,
        title: str,
        *,
        kind: Kind | None = None,
        dates: RecordDates = RecordDates(),
        source: str = "",
        body: str = "",
        document: str | None = None,
    ) -> int:
        """Add a record and give its id; `document` is the sha256 of one that is kept."""
        cursor = self._db.run(
            "INSERT INTO record (kind, title, service, signed, printed, received, source, body,"
            " document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                kind.value if kind else None,
                title,
                dates.service.stored(),
                dates.signed.stored(),
                dates.printed.stored(),
                dates.received.stored(),
                source,
                body,
                document,
            ),
        )
        number: int = cursor.lastrowid
        return number

    def save(self, record: Record) -> None:
        """Write all that a person can change about a record; its reasons and tags too."""
        self._db.run(
            "UPDATE record SET kind = ?, title = ?, service = ?, signed = ?, printed = ?,"
            " received = ?, source = ?, body = ?, in_dossier = ?, left_out_because = ?, pages = ?,"
            " place = ?, note = ? WHERE id = ?",
            (
                record.kind.value if record.kind else None,
                record.title,
                record.dates.service.stored(),
                record.dates.signed.stored(),
                record.dates.printed.stored(),
                record.dates.received.stored(),
                record.source,
                record.body,
                int(record.in_dossier),
                record.left_out_because,
                json.dumps(record.pages),
                record.place,
                record.note,
                record.id,
            ),
        )
        self._replace("record_reason", "reason", record.id, record.reasons)
        self._replace("record_tag", "tag", record.id, record.tags)

    def remove(self, record: int) -> None:
        """Put a record into the bin; what cites it keeps citing it."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.run("UPDATE record SET removed = ? WHERE id = ?", (now, record))

    def restore(self, record: int) -> None:
        """Take a record out of the bin."""
        self._db.run("UPDATE record SET removed = NULL WHERE id = ?", (record,))

    def erase(self, record: int) -> None:
        """Delete a record for good. Raises IntegrityError while something cites it."""
        self._db.run("DELETE FROM record WHERE id = ?", (record,))

    def _replace(self, table: str, column: str, record: int, names: tuple[str, ...]) -> None:
        found = self._db.rows(f"SELECT {column} AS name FROM {table} WHERE record = ?", (record,))
        old = {row["name"] for row in found}
        for name in old - set(names):
            self._db.run(f"DELETE FROM {table} WHERE record = ? AND {column} = ?", (record, name))
        for name in dict.fromkeys(names):
            if name not in old:
                self._db.run(
                    f"INSERT INTO {table} (record, {column}) VALUES (?, ?)", (record, name)
                )

    def _read(self, where: str, values: tuple[object, ...]) -> list[Record]:
        with self._db.lock:
            records = [record for record, _in_bin in read_records(self._db, where, values)]
        return sorted(records, key=lambda record: (*record.dates.service.sort_key, record.id))
