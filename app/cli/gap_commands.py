"""Say what may be missing: choose lists, and write down how far each line has come."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.case.checklist import (
    add_own_line,
    ask_for,
    choose_lists,
    link_record,
    save_wanted,
    unlink_record,
)
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date
from app.content.load import load_content
from app.content.wishes import case_gaps, choosable
from app.errors import NotUnderstood
from app.model.journey.checklist import Gap, age_reminder, fitting, missing, still_open
from app.model.journey.gap_words import asked_words, state_words, told_words
from app.model.journey.wanted import WantedState
from app.phrases import _


def show(args: Namespace, voice: Voice) -> int:
    """Show the lines of the merged checklist."""
    with closing(open_case(args)) as case:
        gaps, records, limit = _gaps(case), case.records.all(), case.journey.age_limit()
        chosen = [one.code for one in case.journey.specialties.all()]
    shown = still_open(gaps) if args.open else gaps
    shown = missing(shown) if args.missing else shown
    values = [
        _values(gap)
        | {
            "fitting": [one.id for one in fitting(gap, records)],
            "months_old": age_reminder(gap, records, date.today(), limit) or None,
        }
        for gap in shown
    ]
    done = len(gaps) - len(still_open(gaps))
    head = _("{done} of {all} are settled").format(done=done, all=len(gaps))
    lines = [head, *(line for gap in shown for line in _lines(gap))]
    voice.result({"chosen": chosen, "settled": done, "all": len(gaps), "lines": values}, lines)
    return 0


def choose(args: Namespace, voice: Voice) -> int:
    """Choose the lists; without any code say which there are and which are chosen."""
    lists = choosable(load_content())
    known = {code: words for one in lists for code, words in (one[:2], *one[2])}
    for code in args.codes:
        if code not in known:
            words = _("There is no list “{code}”. The lists are: {known}.")
            raise NotUnderstood(words.format(code=code, known=", ".join(known)))
    if args.age is not None and not 0 <= args.age <= 1200:
        raise NotUnderstood(_("An age in months is from 0 to 1200."))
    with closing(open_case(args)) as case:
        if args.codes or args.age is not None:
            with case.change(_("Choose lists of records")):
                if args.codes:
                    choose_lists(case.journey, args.codes)
                if args.age is not None:
                    case.journey.save_age_limit(args.age)
        chosen = [one.code for one in case.journey.specialties.all()]
    lines = [f"{'*' if code in chosen else ' '} {code}  {words}" for code, words in known.items()]
    voice.result({"chosen": chosen, "known": list(known)}, lines)
    return 0


def change(args: Namespace, voice: Voice) -> int:
    """Say how far a line has come."""
    with closing(open_case(args)) as case, case.change(_("Change what may be missing")):
        old = _gap(case, args.line).wanted
        new = replace(
            old,
            state=WantedState(args.state),
            who=old.who if args.who is None else args.who.strip(),
            dated=old.dated if args.on is None else typed_date(args.on),
            why=old.why if args.why is None else args.why.strip(),
        )
        save_wanted(case.journey, new)
    voice.result({"line": args.line, "state": new.state.value}, [])
    return 0


def own(args: Namespace, voice: Voice) -> int:
    """Add a line of the person's own, or take one away."""
    text = args.text.strip()
    if not text:
        raise NotUnderstood(_("Some words are needed here."))
    with closing(open_case(args)) as case, case.change(_("Change the lines of your own")):
        if args.remove:
            gap = _gap(case, text)
            if not gap.own:
                words = _("“{line}” is from a list. Say that it is not needed.")
                raise NotUnderstood(words.format(line=gap.text))
            case.journey.wanted.remove(gap.wanted.id)
            code = gap.code
        else:
            code = add_own_line(case.journey, text).code
    voice.result({"line": code}, [code])
    return 0


def link(args: Namespace, voice: Voice) -> int:
    """Link a record to a line, or take the link away."""
    with closing(open_case(args)) as case, case.change(_("Link a record")):
        gap, record = _gap(case, args.line), found(case, args.record)
        if args.remove:
            unlink_record(case.journey, gap, record.id)
        else:
            link_record(case.journey, gap, record.id)
        linked = _gap(case, args.line).records
    voice.result({"line": args.line, "records": list(linked)}, [])
    return 0


def ask(args: Namespace, voice: Voice) -> int:
    """Put a line on a request that is there, or on a new one."""
    with closing(open_case(args)) as case, case.change(_("Ask for a record")):
        gap = _gap(case, args.line)
        if args.request is not None and case.journey.requests.get(args.request) is None:
            words = _("There is no request with the number {number}.")
            raise NotUnderstood(words.format(number=args.request))
        if args.request is None and not args.whom.strip():
            raise NotUnderstood(_("Say who is asked."))
        number = ask_for(case.journey, gap, args.request, args.whom.strip())
    voice.result({"line": args.line, "request": number}, [])
    return 0


def _gaps(case: CaseFile) -> tuple[Gap, ...]:
    return case_gaps(load_content(), case.snapshot())


def _gap(case: CaseFile, code: str) -> Gap:
    gap = next((one for one in _gaps(case) if one.code == code), None)
    if gap is None:
        words = _("There is no line “{code}” in the chosen lists.")
        raise NotUnderstood(words.format(code=code))
    return gap


def _lines(gap: Gap) -> list[str]:
    told = " · ".join(part for part in (state_words(gap.state, _), told_words(gap, _)) if part)
    asked = [f"   {asked_words(request, _)}" for request, _asked in gap.asked]
    why = [f"   {gap.wanted.why}"] if gap.wanted.why else []
    return [f"{gap.priority}  {gap.code}  {gap.text}: {told}", *asked, *why]


def _values(gap: Gap) -> dict[str, object]:
    return {
        "line": gap.code,
        "text": gap.text,
        "also": list(gap.also),
        "ask_for": gap.ask_for,
        "priority": gap.priority,
        "from": list(gap.origins),
        "originals": list(gap.originals),
        "state": gap.state.value,
        "touched": bool(gap.wanted.id),
        "who": gap.wanted.who,
        "on": gap.wanted.dated.stored(),
        "why": gap.wanted.why,
        "records": list(gap.records),
        "requests": [request.id for request, _asked in gap.asked],
    }
