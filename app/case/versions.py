"""The versions of the dossier, each with its selections, boxes and kept findings."""

import json

from app.case.engine import CaseDatabase
from app.case.recipients import replace_details
from app.case.rows import Row, delete, insert, update
from app.model.same_person import OTHER_PERSON
from app.model.values import from_text, to_text
from app.model.version import MAIN, CoverUp, Selection, Version, WhyCovered

_OWN = frozenset({"id", "recipient", "selections", "cover_ups"})


class Versions:
    """Adds, changes and removes versions; every change belongs inside `case.change`."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Version]:
        """Give the versions in the order of making; the first always is there and has the id 0."""
        rows = self._db.rows("SELECT id, recipient FROM version ORDER BY id")
        return [self._version(row) for row in rows]

    def get(self, version: int) -> Version | None:
        """Give one version, or None when it is gone; that of 0 never is."""
        row = self._db.row("SELECT id, recipient FROM version WHERE id = ?", (version,))
        return self._version(row) if row else None

    def add(self, version: Version) -> int:
        """Add a version with its selections and boxes and give its id; given ids do not count."""
        number = insert(self._db, "version", {"recipient": version.recipient})
        self._write(number, version)
        for box in version.cover_ups:
            self.cover(number, box)
        return number

    def save(self, version: Version) -> None:
        """Write the choices and the selections of a version; boxes have calls of their own."""
        update(self._db, "version", version.id, {"recipient": version.recipient})
        self._write(version.id, version)

    def remove(self, version: int) -> None:
        """Take a version away; what was made of it stays in the list of what was made.

        Raises ValueError for the first one.
        """
        if version == MAIN.id:
            raise ValueError("the first version of a case stays")
        delete(self._db, "version", version)

    def cover(self, version: int, box: CoverUp) -> int:
        """Add a box and give its id; the id of the value is not used."""
        return insert(
            self._db,
            "cover_up",
            {
                "version": version,
                "record": box.record,
                "page": box.page,
                "x0": box.x0,
                "y0": box.y0,
                "x1": box.x1,
                "y1": box.y1,
                "why": box.why.value,
                "everywhere": int(box.everywhere),
            },
        )

    def move(self, box: CoverUp) -> None:
        """Write a box whose place or reason was changed."""
        columns = {
            "x0": box.x0,
            "y0": box.y0,
            "x1": box.x1,
            "y1": box.y1,
            "why": box.why.value,
            "everywhere": int(box.everywhere),
        }
        update(self._db, "cover_up", box.id, columns)

    def uncover(self, box: int) -> None:
        """Take a box away."""
        delete(self._db, "cover_up", box)

    def kept_findings(self, version: int) -> dict[tuple[str, int], str]:
        """Give why findings of the check were left as they are, by code and record (0 for none).

        Whom a record is about is the same for every reader, and so is its reason.
        """
        rows = self._db.rows(
            "SELECT * FROM kept_finding WHERE version = ? OR (version = ? AND code LIKE ?)",
            (version, MAIN.id, f"{OTHER_PERSON}#%"),
        )
        return {(row["code"], row["record"]): row["why"] for row in rows}

    def keep_finding(self, version: int, code: str, record: int, why: str) -> None:
        """Say why a finding is left as it is; an empty `why` takes that back."""
        if code.startswith(f"{OTHER_PERSON}#"):
            version = MAIN.id
        self._db.run(
            "DELETE FROM kept_finding WHERE version = ? AND code = ? AND record = ?",
            (version, code, record),
        )
        if why.strip():
            insert(
                self._db,
                "kept_finding",
                {"version": version, "code": code, "record": record, "why": why},
            )

    def _version(self, row: Row) -> Version:
        number = row["id"]
        details = self._db.rows(
            "SELECT field, value FROM version_detail WHERE version = ?", (number,)
        )
        return from_text(
            Version,
            {one["field"]: one["value"] for one in details},
            id=number,
            recipient=row["recipient"],
            selections=tuple(self._selections(number)),
            cover_ups=tuple(self._cover_ups(number)),
        )

    def _selections(self, version: int) -> list[Selection]:
        rows = self._db.rows(
            "SELECT record, included, why, pages FROM version_record WHERE version = ?"
            " ORDER BY record",
            (version,),
        )
        return [
            Selection(
                row["record"], bool(row["included"]), row["why"], tuple(json.loads(row["pages"]))
            )
            for row in rows
        ]

    def _cover_ups(self, version: int) -> list[CoverUp]:
        rows = self._db.rows(
            "SELECT * FROM cover_up WHERE version = ? ORDER BY record, page, id", (version,)
        )
        return [
            CoverUp(
                row["id"],
                row["record"],
                row["page"],
                row["x0"],
                row["y0"],
                row["x1"],
                row["y1"],
                WhyCovered(row["why"]),
                bool(row["everywhere"]),
            )
            for row in rows
        ]

    def _write(self, number: int, version: Version) -> None:
        replace_details(self._db, "version_detail", "version", number, to_text(version, but=_OWN))
        wanted = {one.record: one for one in version.selections}
        old = {one.record: one for one in self._selections(number)}
        for record in old.keys() - wanted.keys():
            self._db.run(
                "DELETE FROM version_record WHERE version = ? AND record = ?", (number, record)
            )
        for record, one in wanted.items():
            if old.get(record) != one:
                self._db.run(
                    "INSERT INTO version_record (version, record, included, why, pages)"
                    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (version, record) DO UPDATE SET"
                    " included = excluded.included, why = excluded.why, pages = excluded.pages",
                    (number, record, int(one.included), one.why, json.dumps(one.pages)),
                )
