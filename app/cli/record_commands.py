"""Write notes, change what is said of records, bin them and bring them back."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace

from app.cli.output import Voice
from app.cli.secrets import open_case, rest_of_stdin
from app.cli.show import record_json
from app.cli.typed import found, typed_date, typed_kind, typed_pages
from app.errors import NotUnderstood
from app.model.record import Kind, Record, RecordDates
from app.phrases import _


def note(args: Namespace, voice: Voice) -> int:
    """Write a note as a record of its own."""
    dates = RecordDates(service=typed_date(args.date))
    with closing(open_case(args)) as case:
        body = args.text if args.text is not None else rest_of_stdin()
        if not args.title.strip() or not body.strip():
            raise NotUnderstood(_("A note needs a title and some words."))
        with case.change(_("Add a note")):
            record = case.records.add(
                args.title.strip(),
                kind=Kind.PATIENT_NOTES,
                dates=dates,
                source=case.people.preparer().name or case.people.patient().name,
                body=body,
            )
        return _say(case.records.get(record), voice)


def edit(args: Namespace, voice: Voice) -> int:
    """Change what is said of one record."""
    with closing(open_case(args)) as case:
        record = found(case, args.record)
        known = {reason.code for reason in case.reasons.all()}
        for code in args.reason or ():
            if code not in known:
                raise NotUnderstood(
                    _("The reason “{code}” is not chosen in this case.").format(code=code)
                )
        with case.change(_("Change “{title}”").format(title=record.title)):
            case.records.save(_edited(record, args))
        return _say(case.records.get(record.id), voice)


def _edited(record: Record, args: Namespace) -> Record:
    dates = record.dates
    for field, text in (
        ("service", args.date),
        ("signed", args.signed),
        ("printed", args.printed),
        ("received", args.received),
    ):
        if text is not None:
            dates = replace(dates, **{field: typed_date(text)})
    if args.title is not None and not args.title.strip():
        raise NotUnderstood(_("A record needs a title."))
    left_out = args.leave_out is not None
    return replace(
        record,
        kind=typed_kind(args.kind) or record.kind,
        title=args.title.strip() if args.title is not None else record.title,
        dates=dates,
        source=args.source if args.source is not None else record.source,
        tags=(*record.tags, *(args.tag or ())),
        reasons=(*record.reasons, *(args.reason or ())),
        pages=typed_pages(args.pages, record) if args.pages is not None else record.pages,
        in_dossier=(record.in_dossier or args.put_in) and not left_out,
        left_out_because=args.leave_out
        if left_out
        else ("" if args.put_in else record.left_out_because),
    )


def remove(args: Namespace, voice: Voice) -> int:
    """Put a record into the bin."""
    with closing(open_case(args)) as case:
        record = found(case, args.record)
        with case.change(_("Remove “{title}”").format(title=record.title)):
            case.records.remove(record.id)
        return _say(record, voice)


def restore(args: Namespace, voice: Voice) -> int:
    """Take a record out of the bin."""
    with closing(open_case(args)) as case:
        record = found(case, args.record)
        with case.change(_("Put back “{title}”").format(title=record.title)):
            case.records.restore(record.id)
        return _say(record, voice)


def _say(record: Record | None, voice: Voice) -> int:
    if record is not None:
        voice.result(
            {"record": record_json(record)},
            [f"{record.id}  {record.dates.service.shown()}  {record.title}"],
        )
    return 0
