"""From what was typed as an argument to a value of the model."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from app.errors import NotUnderstood
from app.model.partial_date import PartialDate
from app.model.record import Kind, Record
from app.model.typed_date import parse_date
from app.model.voice import Cited, Said, Voice
from app.phrases import _

if TYPE_CHECKING:  # every start reads this module, few need the case engine
    from app.case.casefile import CaseFile


def typed_date(text: str) -> PartialDate:
    """Read a date. Raises NotUnderstood, also when it could mean two days."""
    return parse_date(text, today=date.today())


def is_text(args: Namespace) -> bool:
    """Whether all words that were typed can be written down; names of files need not be text."""
    words = [word for value in vars(args).values() for word in _each(value)]
    return not any("\ud800" <= letter <= "\udfff" for word in words for letter in word)


def _each(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def typed_kind(text: str | None) -> Kind | None:
    """Read a kind by its code or by its letter, "A" to "L"."""
    if text is None:
        return None
    return next(kind for kind in Kind if text in (kind.value, kind.letter))


def typed_voice(args: Namespace, case: CaseFile) -> Voice:
    """Read who speaks: a record and its page, or somebody."""
    if args.record is None:
        return Said(args.by, typed_date(args.on))
    record = found(case, args.record)
    count = len(record.document.pages) if record.document else None
    if args.page < 1 or (count is not None and args.page > count):
        raise NotUnderstood(
            _("“{title}” has no page {page}.").format(title=record.title, page=args.page)
        )
    return Cited(record.id, args.page)


def found(case: CaseFile, number: int) -> Record:
    """Give the record with this number. Raises NotUnderstood when there is none."""
    record = case.records.get(number)
    if record is None:
        raise NotUnderstood(_("There is no record with the number {number}.").format(number=number))
    return record


def typed_pages(text: str, record: Record) -> tuple[int, ...]:
    """Read "1,3-5" or "all" as pages counted from 1; all pages give ()."""
    if text.strip().lower() == "all":
        return ()
    last = len(record.document.pages) if record.document else 0
    pages: set[int] = set()
    for part in text.split(","):
        start, dash, end = part.partition("-")
        try:
            first, to = int(start), int(end if dash else start)
        except ValueError as error:
            raise NotUnderstood(_("Write pages like this: 1,3-5.")) from error
        if not 1 <= first <= to <= last:
            raise NotUnderstood(_how_many(record.title, last))
        pages.update(range(first, to + 1))
    return tuple(sorted(pages))


def _how_many(title: str, count: int) -> str:
    one, more = _("“{title}” has only 1 page."), _("“{title}” has {count} pages.")
    return (one if count == 1 else more).format(title=title, count=count)
