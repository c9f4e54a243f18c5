"""What a case remembers of the dossier that was made last."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from app.case.engine import CaseDatabase

_DAY, _PAGES = "made.day", "made.pages"
_ROWS = {_DAY: -2, _PAGES: -1}
"""Rows that no step of undo can need: those of the person's count from 1."""

Aside = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class LastMade:
    """The day on which the last dossier was made, and how many pages it had."""

    day: date
    pages: int


class MadeDossiers:
    """Remembers the last dossier by its day and length only: not where it lies, nor for whom."""

    def __init__(self, db: CaseDatabase, aside: Aside) -> None:
        self._db = db
        self._aside = aside

    def last(self) -> LastMade | None:
        """Give the last dossier, or None when none was made yet."""
        rows = self._db.rows(
            "SELECT field, value FROM detail WHERE field IN (?, ?)", (_DAY, _PAGES)
        )
        found = {row["field"]: row["value"] for row in rows}
        if len(found) < 2:
            return None
        return LastMade(date.fromisoformat(found[_DAY]), int(found[_PAGES]))

    def remember(self, day: date, pages: int) -> None:
        """Remember a dossier; that is no step of the person's, and undo does not take it back.

        Never call it inside `case.change`. Raises what `case.change` raises.
        """
        with self._aside("detail"):
            for field, value in ((_DAY, day.isoformat()), (_PAGES, str(pages))):
                self._db.run(
                    "INSERT INTO detail (rowid, field, value) VALUES (?, ?, ?) ON CONFLICT (field)"
                    " DO UPDATE SET value = excluded.value",
                    (_ROWS[field], field, value),
                )
