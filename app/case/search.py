"""Finding words in pages, notes and titles."""

import re
from dataclasses import dataclass

from app.case.engine import CaseDatabase

LIMIT = 200
COMMON = 5000  # hits; ranking more than these takes longer than anybody waits

_PAGES = """
    SELECT record.id AS record, record.title, page.number AS page,
           snippet(page_fts, 0, '', '', '…', 24) AS snippet
    FROM page_fts
    JOIN page ON page.id = page_fts.rowid
    JOIN record ON record.document = page.document
    WHERE page_fts MATCH ? AND record.removed IS NULL
    ORDER BY {order} LIMIT ?
"""
_RECORDS = """
    SELECT record.id AS record, record.title, 1 AS page,
           snippet(record_fts, -1, '', '', '…', 24) AS snippet
    FROM record_fts JOIN record ON record.id = record_fts.rowid
    WHERE record_fts MATCH ? AND record.removed IS NULL
    ORDER BY record_fts.rank LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; `page` counts from 1 inside the record."""

    record: int
    title: str
    page: int
    snippet: str


class Search:
    """Looks through everything that has words, at once."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def find(self, words: str, limit: int = LIMIT) -> list[Hit]:
        """Give the places with all of `words`, the last of which may be a beginning.

        Records whose title, source or note has them come first. Words of the
        query language mean nothing special; an empty query finds nothing.
        """
        query = _query(words)
        if not query:
            return []
        order = "page_fts.rank" if self._count(query) <= COMMON else "page_fts.rowid"
        rows = self._db.rows(_RECORDS, (query, limit))
        rows += self._db.rows(_PAGES.format(order=order), (query, limit - len(rows)))
        return [Hit(row["record"], row["title"], row["page"], row["snippet"]) for row in rows]

    def _count(self, query: str) -> int:
        row = self._db.row(
            "SELECT count(*) AS hits FROM (SELECT 1 FROM page_fts WHERE page_fts MATCH ? LIMIT ?)",
            (query, COMMON + 1),
        )
        return row["hits"] if row else 0


def _query(words: str) -> str:
    terms = re.findall(r"\w+", words)
    quoted = [f'"{term}"' for term in terms]
    if quoted:
        quoted[-1] += "*"  # somebody is still typing
    return " ".join(quoted)
