"""The register of things outside the PDF, their labels and the list that travels with them."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

from app.case.casefile import CaseFile
from app.cli.gap_parser import OUTSIDE_DATES, OUTSIDE_TEXTS
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date
from app.dossier.plan import Paper
from app.dossier.prints.labels import SHEETS, print_label_sheet, print_labels
from app.dossier.prints.printing import save_print
from app.dossier.prints.shipping import print_shipping
from app.errors import NotUnderstood
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.outside_words import gets_label, travels
from app.model.story import CaseSnapshot
from app.phrases import _, many


def outside(args: Namespace, voice: Voice) -> int:
    """Note something that is not in the PDF, change it or take it away."""
    with closing(open_case(args)) as case, case.change(_("Change things outside this file")):
        if args.number is None:
            if args.remove:
                raise NotUnderstood(_("Say which one, with its number."))
            if not args.what.strip():
                raise NotUnderstood(_("Some words are needed here."))
            number = case.outside.add(_changed(OutsideItem(0, ""), args, case))
        else:
            old, number = _found(case.outside.all(), args.number), args.number
            if args.remove:
                case.outside.remove(number)
            else:
                case.outside.save(_changed(old, args, case))
    voice.result({"id": number}, [])
    return 0


def labels(args: Namespace, voice: Voice) -> int:
    """Write the labels, for a label sheet or on plain paper."""
    case, items = _chosen(args, gets_label)
    paper = Paper[args.paper.upper()]
    if not 0 <= args.used < SHEETS[paper].many:
        words = _("A sheet has {count} labels. So at most {most} can be gone.")
        most = SHEETS[paper].many
        raise NotUnderstood(words.format(count=most, most=most - 1))
    if args.plain:
        data = print_labels(case, items, made=date.today(), paper=paper)
    else:
        data = print_label_sheet(case, items, paper=paper, first=args.used)
    save_print(data, args.output)
    words = many("1 label is written.", "{count} labels are written.", len(items))
    return _written(args, voice, items, words.format(count=len(items)))


def shipping(args: Namespace, voice: Voice) -> int:
    """Write the list that travels with the things."""
    case, items = _chosen(args, travels)
    save_print(
        print_shipping(case, items, made=date.today(), paper=Paper[args.paper.upper()]),
        args.output,
    )
    return _written(args, voice, items, _("The list is written."))


def _written(args: Namespace, voice: Voice, items: tuple[OutsideItem, ...], words: str) -> int:
    voice.result({"file": str(args.output), "things": [one.id for one in items]}, [words])
    return 0


def _chosen(
    args: Namespace, usual: Callable[[OutsideItem], bool]
) -> tuple[CaseSnapshot, tuple[OutsideItem, ...]]:
    with closing(open_case(args)) as case:
        told = case.snapshot()
    if args.numbers:
        return told, tuple(_found(told.outside, number) for number in args.numbers)
    items = tuple(filter(usual, told.outside))
    if not items:
        raise NotUnderstood(_("Nothing in the register can be sent yet. Say what kind each is."))
    return told, items


def _found(items: tuple[OutsideItem, ...] | list[OutsideItem], number: int) -> OutsideItem:
    item = next((one for one in items if one.id == number), None)
    if item is None:
        words = _("There is no thing outside the file with the number {number}.")
        raise NotUnderstood(words.format(number=number))
    return item


def _changed(old: OutsideItem, args: Namespace, case: CaseFile) -> OutsideItem:
    changes: dict[str, Any] = {}
    if args.what.strip():
        changes["what"] = args.what.strip()
    if args.kind is not None:
        changes["kind"] = OutsideKind(args.kind)
    for flag, _says in OUTSIDE_TEXTS:
        name = flag.replace("-", "_")
        if getattr(args, name) is not None:
            changes[name] = getattr(args, name).strip()
    for flag, _says in OUTSIDE_DATES:
        name = flag.replace("-", "_")
        if getattr(args, name) is not None:
            changes[name] = typed_date(getattr(args, name))
    if args.record is not None:
        changes["record"] = found(case, args.record).id if args.record else None
    return replace(old, **changes)
