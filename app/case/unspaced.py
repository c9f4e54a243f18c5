"""Finding words of scripts that are written without spaces.

An index of words takes a whole clause in Chinese, Japanese or Thai for one
word, so that nothing in the middle of it is found. Such words are looked for
in the texts themselves: slower, but nothing that is there is called missing.
"""

import json
import re
from collections.abc import Sequence

from app.case.engine import CaseDatabase
from app.case.rows import Row

_LINE_END = re.compile(r"[\r\n]+")
_BEFORE, _AFTER = 20, 60  # characters around what was found: each says more than a letter

_WORDS_OF_RECORD = " || char(31) || ".join(
    f"record.{column}" for column in ("title", "source", "body", "note")
)
_BETWEEN = "\x1f"  # of two columns


def _has_all(text: str) -> str:
    """Give the condition that a text has every word of a list in JSON, of any length.

    Words may go on over the end of a line: nothing stands between their letters.
    """
    joined = f"lower(replace(replace({text}, char(10), ''), char(13), ''))"
    return f"NOT EXISTS (SELECT 1 FROM json_each(?) AS word WHERE instr({joined}, word.value) = 0)"


_PAGES = f"""
    SELECT record.id AS record, record.title, page.number AS page, page.text
    FROM page JOIN record ON record.document = page.document
    WHERE record.removed IS NULL AND {_has_all("page.text")}
    ORDER BY record.id, page.number LIMIT ?
"""
_RECORDS = f"""
    SELECT record.id AS record, record.title, 1 AS page, record.document IS NULL AS is_note,
           {_WORDS_OF_RECORD} AS text
    FROM record WHERE record.removed IS NULL AND {_has_all(_WORDS_OF_RECORD)}
    ORDER BY record.id LIMIT ?
"""


def pages_with(db: CaseDatabase, words: list[str], limit: int) -> list[Row]:
    """Give record, title, page and text of each page with all of `words`, in small letters."""
    return db.rows(_PAGES, (json.dumps(words), limit))


def records_with(db: CaseDatabase, words: list[str], limit: int) -> list[Row]:
    """Give the same of each record with them in its title, source, words or notes."""
    return db.rows(_RECORDS, (json.dumps(words), limit))


def passage(words: Sequence[str], text: str) -> str:
    """Give what stands around the first of `words` that is there, on one line."""
    for part in text.split(_BETWEEN):
        line = _LINE_END.sub("", part)
        lowered = line.lower()
        if len(lowered) != len(line):  # a few letters become two
            lowered = line
        at = next((place for word in words if (place := lowered.find(word)) >= 0), None)
        if at is not None:
            start, end = max(0, at - _BEFORE), at + _AFTER
            after = "…" if end < len(line) else ""
            return ("…" if start else "") + line[start:end].strip() + after
    return ""
