"""What was made, kept as it was, and the log of what was sent."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import datetime

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update
from app.model.build import REVIEW, Build, BuiltFile, BuiltRecord, Route, Sending
from app.model.partial_date import PartialDate

Aside = Callable[[str], AbstractContextManager[None]]


class Builds:
    """The dossiers, replies and copies for review that were made; none is changed or undone."""

    def __init__(self, db: CaseDatabase, aside: Aside) -> None:
        self._db = db
        self._aside = aside

    def all(self) -> list[Build]:
        """Give every build that may be sent, newest first: dossiers, and replies."""
        return self._those("version <> ?")

    def for_review(self) -> list[Build]:
        """Give the copies that were made for the client to look at, newest first."""
        return self._those("version = ?")

    def count(self) -> int:
        """Give how many builds there are, with the copies for review.

        As none ever changes or goes, another number means new ones.
        """
        row = self._db.row("SELECT count(*) AS number FROM build")
        return int(row["number"]) if row else 0

    def get(self, build: int) -> Build | None:
        """Give one build."""
        row = self._db.row("SELECT * FROM build WHERE id = ?", (build,))
        return _build(row) if row else None

    def _those(self, which: str) -> list[Build]:
        rows = self._db.rows(f"SELECT * FROM build WHERE {which} ORDER BY id DESC", (REVIEW,))
        return [_build(row) for row in rows]

    def last(self, version: int) -> Build | None:
        """Give the newest build of a version, or None when there is none."""
        row = self._db.row(
            "SELECT * FROM build WHERE version = ? ORDER BY number DESC LIMIT 1", (version,)
        )
        return _build(row) if row else None

    def keep(self, build: Build) -> int:
        """Keep a build and give its id; id and number of the value are not used.

        That is no step of the person's, and undo does not take it back.
        Never call it inside `case.change`. Raises what `case.change` raises.
        """
        last = self.last(build.version)
        with self._aside("build"):
            return insert(
                self._db,
                "build",
                {
                    "version": build.version,
                    "version_name": build.version_name,
                    "recipient": build.recipient,
                    "number": last.number + 1 if last else 1,
                    "made": build.made.isoformat(timespec="seconds"),
                    "application": build.application,
                    "spec": json.dumps(build.spec),
                    "records": json.dumps([asdict(one) for one in build.records]),
                    "left_out": json.dumps(build.left_out),
                    "files": json.dumps([asdict(one) for one in build.files]),
                    "kept_reasons": json.dumps(build.kept_reasons),
                },
            )


class SharingLog:
    """To whom which build went; every change belongs inside `case.change`."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def all(self) -> list[Sending]:
        """Give every line, the newest first."""
        rows = self._db.rows("SELECT * FROM sending ORDER BY sent_on DESC, id DESC")
        return [_sending(row) for row in rows]

    def add(self, sending: Sending) -> int:
        """Add a line and give its id; the id of the value is not used."""
        return insert(self._db, "sending", _columns(sending))

    def save(self, sending: Sending) -> None:
        """Write a line that was changed."""
        update(self._db, "sending", sending.id, _columns(sending))

    def remove(self, sending: int) -> None:
        """Take a line away."""
        delete(self._db, "sending", sending)


def _build(row: Row) -> Build:
    return Build(
        id=row["id"],
        version=row["version"],
        version_name=row["version_name"],
        recipient=row["recipient"],
        number=row["number"],
        made=datetime.fromisoformat(row["made"]),
        application=row["application"],
        spec=_pairs(row["spec"]),
        records=tuple(
            BuiltRecord(**{**one, "pages": tuple(one["pages"]), "covered": tuple(one["covered"])})
            for one in json.loads(row["records"])
        ),
        left_out=_pairs(row["left_out"]),
        files=tuple(BuiltFile(**one) for one in json.loads(row["files"])),
        kept_reasons=_pairs(row["kept_reasons"]),
    )


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in json.loads(text))


def _columns(sending: Sending) -> Row:
    return {
        "build": sending.build,
        "recipient": sending.recipient,
        "sent_on": sending.sent_on.stored(),
        "route": sending.route.value,
        "tracking": sending.tracking,
        "password_told": sending.password_told,
        "received_on": sending.received_on.stored(),
        "received_by": sending.received_by,
        "reply_due": sending.reply_due.stored(),
        "note": sending.note,
    }


def _sending(row: Row) -> Sending:
    dates = {name: PartialDate.from_stored(row[name]) for name in _DATES}
    return Sending(**{**row, **dates, "route": Route(row["route"])})


_DATES = ("sent_on", "received_on", "reply_due")
