"""Say what a request asks for, note calls, write letters, list what is due."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date
from app.dossier.plan import Paper
from app.dossier.prints.calendar_file import calendar_file, due_table
from app.dossier.prints.printing import save_print
from app.dossier.prints.request_letter import letter_of, open_letters, print_letters
from app.errors import NotUnderstood
from app.model.journey.due import Due, due_list
from app.model.journey.request import AskedFor, Call, Request
from app.model.partial_date import day
from app.phrases import _


def ask_for(args: Namespace, voice: Voice) -> int:
    """Add what a request asks for."""
    with closing(open_case(args)) as case, case.change(_("Ask for one more thing")):
        request = _request(case, args.request)
        asked = AskedFor(0, request.id, _needed(args.text))
        number = case.journey.asked_for.add(asked)
    voice.result({"asked_for": number}, [_("Added as number {number}.").format(number=number)])
    return 0


def came(args: Namespace, voice: Voice) -> int:
    """Say which record came for it."""
    with closing(open_case(args)) as case, case.change(_("Note what came")):
        asked = case.journey.asked_for.get(args.asked)
        if asked is None:
            words = _("Nothing with the number {number} was asked for.")
            raise NotUnderstood(words.format(number=args.asked))
        record = found(case, args.record)
        case.journey.asked_for.save(replace(asked, record=record.id))
    voice.result({"asked_for": args.asked, "record": args.record}, [])
    return 0


def call(args: Namespace, voice: Voice) -> int:
    """Note a call or talk."""
    with closing(open_case(args)) as case, case.change(_("Note a call")):
        request = _request(case, args.request)
        noted = Call(0, request.id, typed_date(args.date), _needed(args.text), args.who.strip())
        number = case.journey.calls.add(noted)
    voice.result({"call": number}, [])
    return 0


def letter(args: Namespace, voice: Voice) -> int:
    """Write the letter of one request, or those of all open ones."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
        if args.request is None:
            letters = open_letters(snapshot)
        else:
            letters = (letter_of(snapshot, _request(case, args.request)),)
    if not letters:
        raise NotUnderstood(_("No request is open. Nothing was written."))
    paper = Paper[args.paper.upper()]
    save_print(print_letters(snapshot, letters, made=date.today(), paper=paper), args.output)
    voice.result({"letters": len(letters), "file": str(args.output)}, [str(args.output)])
    return 0


def due(args: Namespace, voice: Voice) -> int:
    """List what is due; write it as a calendar file or a table on wish."""
    today = date.today()
    with closing(open_case(args)) as case:
        every = due_list(case.snapshot(), case.sharing.all())
        name = case.path.stem
    if args.ics:
        made = calendar_file(every, made=today, case=name, in_full=args.in_full)
        save_print(made, args.ics)
    if args.csv:
        save_print(due_table(every, today=today), args.csv)
    values: dict[str, object] = {"due": [_values(one, today) for one in every]}
    lines = [_line(one, today) for one in every]
    voice.result(values, lines or [_("Nothing has a date at the moment.")])
    return 0


def _needed(text: str) -> str:
    if not text.strip():
        raise NotUnderstood(_("This needs words. Nothing was added."))
    return text.strip()


def _request(case: CaseFile, number: int) -> Request:
    request = case.journey.requests.get(number)
    if request is None:
        words = _("There is no request with the number {number}.")
        raise NotUnderstood(words.format(number=number))
    return request


def _values(one: Due, today: date) -> dict[str, object]:
    return {
        "day": one.day.isoformat(),
        "about": one.about,
        "what": one.words,
        "place": one.place,
        "number": one.number,
        "overdue": one.is_overdue(today),
    }


def _line(one: Due, today: date) -> str:
    shown = day(one.day).shown()
    when = _("about {date}").format(date=shown) if one.about else shown
    passed = f" ({_('this day has passed')})" if one.is_overdue(today) else ""
    return f"{when}  {one.words}{passed}"
