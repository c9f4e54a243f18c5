"""From the rows of a case file to records; ten thousand of them should not keep anybody waiting."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from app.case.engine import CaseDatabase
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.record import Document, Kind, PageFacts, Record, RecordDates, Remark

_QUERY = """
    SELECT record.id, record.kind, record.title, record.service, record.signed, record.printed,
           record.received, record.source, record.body, record.in_dossier,
           record.left_out_because, record.pages, record.place, record.note, record.removed,
           document.sha256, document.name, document.media_type, document.rendition,
           document.facts, document.remarks, content.size
    FROM record
    LEFT JOIN document ON document.sha256 = record.document
    LEFT JOIN content ON content.sha256 = record.document
"""

_KINDS = {kind.value: kind for kind in Kind}
_NO_DATES = RecordDates()

Names = dict[int, tuple[str, ...]]
"""The reasons or the tags of records, by the id of the record."""


def read_records(
    db: CaseDatabase, where: str = "", values: tuple[object, ...] = ()
) -> Iterator[tuple[Record, bool]]:
    """Give records in the order of their ids, each with whether it is in the bin.

    `where` chooses among the rows of `record`. Hold the lock of `db` meanwhile.
    """
    rows = db.conn.execute(f"{_QUERY} {where} ORDER BY record.id", values).fetchall()
    which = "" if not where else f"WHERE record IN (SELECT record.id FROM record {where})"
    reasons = _names(db, "reason", which, values)
    tags = _names(db, "tag", which, values)
    return (_record(row, reasons, tags) for row in rows)


def _names(db: CaseDatabase, what: str, which: str, values: tuple[object, ...]) -> Names:
    names: Names = {}
    sql = f"SELECT record, {what} FROM record_{what} {which} ORDER BY rowid"
    for record, name in db.conn.execute(sql, values).fetchall():
        names[record] = (*names.get(record, ()), name)
    return names


def _record(row: tuple[Any, ...], reasons: Names, tags: Names) -> tuple[Record, bool]:
    number, kind, title, service, signed, printed, received = row[:7]
    source, body, in_dossier, left_out_because, pages, place, note, removed = row[7:15]
    record = Record(
        number,
        _KINDS[kind] if kind else None,
        title,
        _dates(service, signed, printed, received),
        source,
        body,
        document_from(*row[15:]) if row[15] else None,
        reasons.get(number, ()),
        tags.get(number, ()),
        bool(in_dossier),
        left_out_because,
        tuple(json.loads(pages)) if pages != "[]" else (),
        place,
        note,
    )
    return record, removed is not None


def document_from(
    sha256: str,
    name: str,
    media_type: str,
    rendition: str,
    facts: str,
    remarks: str,
    size: int,
) -> Document:
    """Read a document from columns of `document` and the `size` of its content."""
    return Document(
        sha256, name, media_type, size, rendition, _page_facts(facts), _remarks(remarks)
    )


def _dates(service: str, signed: str, printed: str, received: str) -> RecordDates:
    if not (signed or printed or received):
        return _only(service) if service else _NO_DATES
    return RecordDates(*map(PartialDate.from_stored, (service, signed, printed, received)))


# A case has few different dates and sizes of paper, and values that are equal may be one value.


@lru_cache(maxsize=8192)
def _only(service: str) -> RecordDates:
    return RecordDates(PartialDate.from_stored(service), NOT_KNOWN, NOT_KNOWN, NOT_KNOWN)


@lru_cache(maxsize=4096)
def _page_facts(facts: str) -> tuple[PageFacts, ...]:
    found: dict[tuple[float, ...], PageFacts] = {}
    pages = []
    for page in map(tuple, json.loads(facts)):
        if page not in found:
            width, height, has_text, *more = page  # older cases have no more
            found[page] = PageFacts(width, height, bool(has_text), *map(bool, more))
        pages.append(found[page])
    return tuple(pages)


@lru_cache(maxsize=256)
def _remarks(remarks: str) -> frozenset[Remark]:
    return frozenset(Remark(remark) for remark in json.loads(remarks))
