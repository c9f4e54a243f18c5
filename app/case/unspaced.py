"""Finding words of scripts that are written without spaces.

An index of words takes a whole clause in Chinese, Japanese or Thai for one
word, so that nothing in the middle of it is found. Such words are looked for
in the texts themselves: slower, but nothing that is there is called missing.
"""

import re
from collections.abc import Sequence

from app.case.engine import CaseDatabase
from app.case.rows import Row

_LINE_END = re.compile(r"[\r\n]+")
_BEFORE, _AFTER = 20, 60  # characters around what was found: each says more than a letter

_WORDS_OF_PAGE = "page.text"
_WORDS_OF_RECORD = " || char(31) || ".join(
    f"record.{column}" for column in ("title", "source", "body", "note")
)
_BETWEEN = "\x1f"  # of two columns
_PAGES = """
    SELECT record.id AS record, record.title, page.number AS page, page.text
    FROM page JOIN record ON record.document = page.document
    WHERE record.removed IS NULL AND {every}
    ORDER BY record.id, page.number LIMIT ?
"""
_RECORDS = f"""
    SELECT record.id AS record, record.title, 1 AS page, record.document IS NULL AS is_note,
           {_WORDS_OF_RECORD} AS text
    FROM record WHERE record.removed IS NULL AND {{every}}
    ORDER BY record.id LIMIT ?
"""


def pages_with(db: CaseDatabase, words: Sequence[str], limit: int) -> list[Row]:
    """Give record, title, page and text of each page with all of `words`, in small letters."""
    return _found(db, _PAGES, _WORDS_OF_PAGE, words, limit)


def records_with(db: CaseDatabase, words: Sequence[str], limit: int) -> list[Row]:
    """Give the same of each record with them in its title, source, words or notes."""
    return _found(db, _RECORDS, _WORDS_OF_RECORD, words, limit)


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


def _found(db: CaseDatabase, query: str, text: str, words: Sequence[str], limit: int) -> list[Row]:
    """Words may go on over the end of a line, where nothing stands between their letters."""
    joined = f"lower(replace(replace({text}, char(10), ''), char(13), ''))"
    every = " AND ".join(f"instr({joined}, ?) > 0" for _word in words)
    return db.rows(query.format(every=every), (*words, limit))
