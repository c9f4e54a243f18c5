"""From what was typed as an argument to a value of the model."""

from argparse import Namespace
from datetime import date

from app.case.casefile import CaseFile
from app.errors import NotUnderstood
from app.model.partial_date import PartialDate
from app.model.record import Kind, Record
from app.model.typed_date import parse_date
from app.model.voice import Cited, Said, Voice
from app.phrases import _


def typed_date(text: str) -> PartialDate:
    """Read a date. Raises NotUnderstood, also when it could mean two days."""
    return parse_date(text, today=date.today())


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
    pages: list[int] = []
    try:
        for part in text.split(","):
            start, dash, end = part.partition("-")
            pages += range(int(start), int(end if dash else start) + 1)
    except ValueError as error:
        raise NotUnderstood(_("Write pages like this: 1,3-5.")) from error
    if not pages or min(pages) < 1 or max(pages) > last:
        raise NotUnderstood(
            _("“{title}” has {count} pages.").format(title=record.title, count=last)
        )
    return tuple(sorted(set(pages)))
