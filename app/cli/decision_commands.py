"""Write down what was decided, list it, print it."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.prints import keep_print, print_as_told
from app.cli.secrets import open_case
from app.cli.typed import typed_date
from app.dossier.plan import Paper
from app.dossier.prints.decision import decision_lines, decision_print
from app.dossier.prints.visit_sheet import visit_sheet
from app.errors import NotUnderstood
from app.model.journey.deciding import newest_first
from app.model.journey.decision import Decision
from app.phrases import _

_TEXTS = ("chosen", "considered", "tipped", "asked", "change_my_mind", "note")


def add(args: Namespace, voice: Voice) -> int:
    """Write down a new decision; the earlier ones stay."""
    with closing(open_case(args)) as case, case.change(_("Decide anew")):
        options = "\n".join(one.name for one in case.journey.choices.all())
        number = case.journey.decisions.add(_changed(Decision(0, considered=options), args, case))
    voice.result({"decision": number}, [_("Added as number {number}.").format(number=number)])
    return 0


def change(args: Namespace, voice: Voice) -> int:
    """Change a decision."""
    with closing(open_case(args)) as case, case.change(_("Change a decision")):
        case.journey.decisions.save(_changed(_found(case, args.number), args, case))
    voice.result({"decision": args.number}, [])
    return 0


def every(args: Namespace, voice: Voice) -> int:
    """List the decisions, the one that counts first."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
    decisions = newest_first(snapshot.journey.decisions)
    lines = [
        f"{one.id}  " + " · ".join(f"{name}: {words}" for name, words in told)
        for one in decisions
        for told in (decision_lines(snapshot, one),)
    ]
    voice.result(
        {"decisions": [_json(one) for one in decisions]},
        lines or [_("No decision is written down yet.")],
    )
    return 0


def remove(args: Namespace, voice: Voice) -> int:
    """Take a decision away."""
    with closing(open_case(args)) as case, case.change(_("Remove a decision")):
        case.journey.decisions.remove(_found(case, args.number).id)
    voice.result({"removed": args.number}, [])
    return 0


def pdf(args: Namespace, voice: Voice) -> int:
    """Make a small PDF of the decision."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
    paper = Paper[args.paper.upper()]
    return keep_print(decision_print(snapshot, made=date.today(), paper=paper), args, voice)


def sheet(args: Namespace, voice: Voice) -> int:
    """Make a sheet for a visit at the reader of a version."""
    return print_as_told(visit_sheet, args, voice)


def _found(case: CaseFile, number: int) -> Decision:
    decision = case.journey.decisions.get(number)
    if decision is None:
        raise NotUnderstood(_("There is no decision with the number {n}.").format(n=number))
    return decision


def _changed(old: Decision, args: Namespace, case: CaseFile) -> Decision:
    """Give the decision with what was typed; whoever names a choice has decided."""
    if args.not_yet and (args.option is not None or args.chosen):
        raise NotUnderstood(_("Either it is decided, or not yet. Leave one of the two away."))
    texts = {name: getattr(args, name).strip() for name in _TEXTS if getattr(args, name)}
    new = replace(old, **texts)
    if args.option is not None:
        if case.journey.choices.get(args.option) is None:
            words = _("There is no option with the number {n}.")
            raise NotUnderstood(words.format(n=args.option))
        new = replace(new, choice=args.option)
    if args.on is not None:
        new = replace(new, dated=typed_date(args.on))
    if args.review is not None:
        new = replace(new, review=typed_date(args.review))
    if args.not_yet:
        return replace(new, made=False, choice=None, chosen="")
    return replace(new, made=new.made or args.option is not None or bool(args.chosen))


def _json(one: Decision) -> dict[str, object]:
    return {
        "decision": one.id,
        "made": one.made,
        "on": one.dated.stored(),
        "option": one.choice,
        "review": one.review.stored(),
        **{name: getattr(one, name) for name in _TEXTS},
    }
