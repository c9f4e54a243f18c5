"""Finding words in pages, notes and titles."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from app.case.engine import CaseDatabase
from app.case.rows import Row
from app.case.unspaced import pages_with, passage, records_with
from app.model.unspaced import is_unspaced

LIMIT = 200
COMMON = 1000  # hits; ranking more than these takes longer than anybody waits

_WORD = re.compile(r"\w+")
_HEAD = 600  # characters
_BEFORE, _AFTER = 60, 140  # characters of a page around the start of what was found

_FIRST = """
    SELECT count(*) AS hits, json_group_array(place) AS places
    FROM (SELECT rowid AS place FROM page_fts WHERE page_fts MATCH ? LIMIT ?)
"""
# the text is read of those that are shown, and not carried through the sorting
_SHOWN = """
    SELECT found.record, record.title, page.number AS page, page.text, page.id AS place
    FROM ({found} LIMIT ?) AS found
    JOIN page ON page.id = found.place
    JOIN record ON record.id = found.record
    ORDER BY found.position
"""
_RANKED = """
    SELECT record.id AS record, page.id AS place, page_fts.rank AS position
    FROM page_fts
    JOIN page ON page.id = page_fts.rowid
    JOIN record ON record.document = page.document
    WHERE page_fts MATCH ? AND record.removed IS NULL
    ORDER BY position
"""
_LISTED = """
    SELECT record.id AS record, page.id AS place, page.id AS position
    FROM json_each(?) AS listed
    CROSS JOIN page ON page.id = listed.value
    CROSS JOIN record ON record.document = page.document
    WHERE record.removed IS NULL
"""
_SNIPPET = """
    SELECT snippet(page_fts, 0, '', '', '…', 24) AS snippet
    FROM page_fts WHERE page_fts MATCH ? AND rowid = ?
"""
_RECORDS = """
    SELECT record.id AS record, record.title, 1 AS page, record.document IS NULL AS is_note,
           snippet(record_fts, -1, '', '', '…', 24) AS snippet
    FROM record_fts JOIN record ON record.id = record_fts.rowid
    WHERE record_fts MATCH ? AND record.removed IS NULL
    ORDER BY record_fts.rank LIMIT ?
"""


class Part(StrEnum):
    """Which part of a record has the words."""

    RECORD = "record"  # its title, its source or what was noted beside it
    NOTE = "note"  # the same of a note, and its words
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; `page` counts from 1 inside the record."""

    record: int
    title: str
    page: int
    snippet: str
    part: Part = field(default=Part.RECORD, compare=False)


class Search:
    """Looks through everything that has words, at once."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db

    def find(self, words: str, limit: int = LIMIT) -> list[Hit]:
        """Give the places with all of `words`, the last of which may be a beginning.

        Records whose title, source or note has them come first. Words of the
        query language mean nothing special; an empty query finds nothing.
        Words of scripts without spaces are found in the middle of others, too.
        """
        query = _query(words)
        if not query:
            return []
        if is_unspaced(words):
            return self._inside(_WORD.findall(words.lower()), limit)
        rows = self._db.rows(_RECORDS, (query, limit))
        hits = [_on_record(row, row["snippet"]) for row in rows]
        typed = _WORD.findall(words.lower())
        for row in self._pages(words, limit - len(hits)):
            around = _around(typed, row["text"]) or self._snippet(query, row["place"])
            hits.append(_on_page(row, around))
        return hits

    def _inside(self, words: list[str], limit: int) -> list[Hit]:
        """Give the places with all of `words`, also in the middle of longer ones."""
        rows = records_with(self._db, words, limit)
        hits = [_on_record(row, passage(words, row["text"])) for row in rows]
        rows = pages_with(self._db, words, limit - len(hits))
        return hits + [_on_page(row, passage(words, row["text"])) for row in rows]

    def _snippet(self, query: str, place: int) -> str:
        """Let SQLite find the passage, which takes far longer: it knows letters with accents."""
        row = self._db.row(_SNIPPET, (query, place))
        return row["snippet"] if row else ""

    def _pages(self, words: str, limit: int) -> list[Row]:
        """Give pages, the best first; of very many, those that were added first.

        Whole words are tried first: with a beginning, SQLite goes through
        every word that begins so, and where whole words are on very many
        pages nobody misses the others.
        """
        for query in (_query(words, whole=True), _query(words)):
            first = self._db.row(_FIRST, (query, COMMON + 1))
            if first and first["hits"] > COMMON:
                shown = self._db.rows(_SHOWN.format(found=_LISTED), (first["places"], limit))
                if len(shown) == limit:  # else most of them are in the bin
                    return shown
        return self._db.rows(_SHOWN.format(found=_RANKED), (query, limit))


def _on_record(row: Row, snippet: str) -> Hit:
    part = Part.NOTE if row["is_note"] else Part.RECORD
    return Hit(row["record"], row["title"], row["page"], snippet, part)


def _on_page(row: Row, snippet: str) -> Hit:
    return Hit(row["record"], row["title"], row["page"], snippet, Part.PAGE)


def _query(typed: str, *, whole: bool = False) -> str:
    quoted = [f'"{word}"' for word in _WORD.findall(typed)]
    if quoted and not whole:
        quoted[-1] += "*"  # somebody is still typing
    return " ".join(quoted)


def _around(typed: list[str], text: str) -> str:
    """Give what stands around the first word found as it was typed, on one line; else ""."""
    at = _place(typed, text)
    if at is None:
        return ""
    start, end = at - _BEFORE, at + _AFTER
    before, after = text[max(0, start) : at], text[at:end]
    if start > 0:
        before = "…" + before.lstrip().partition(" ")[2]
    if end < len(text):
        after = after.rsplit(maxsplit=1)[0] + "…"
    return " ".join((before + after).split())


def _place(typed: list[str], text: str) -> int | None:
    """Give where the first of the typed words begins that is there; else None."""
    in_head = _found(typed[:1], text[:_HEAD])  # where a common word is; to lower takes time
    return _found(typed, text) if in_head is None else in_head


def _found(typed: list[str], text: str) -> int | None:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters become two
        return None
    for word in typed:
        at = lowered.find(word)
        while at >= 0:
            if at == 0 or not lowered[at - 1].isalnum():
                return at
            at = lowered.find(word, at + 1)
    return None
