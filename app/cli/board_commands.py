"""List the cases of a folder; say what one of them tells there."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.board.cases import Board, BoardCase, board_of
from app.board.words import details, joined, left_out_words, overdue_words
from app.case.header_file import bring_header, header_path
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.plan import Paper
from app.dossier.prints.board import board_print, board_table
from app.dossier.prints.printing import save_print
from app.model.journey.board_header import BoardHeader, clean_alias, told_words
from app.model.journey.decision import Header, Stage, in_stage
from app.phrases import _


def board(args: Namespace, voice: Voice) -> int:
    """List the cases of a folder."""
    found = board_of(args.folder, date.today())
    if args.csv:
        save_print(board_table(found), args.csv)
    if args.pdf:
        save_print(board_print(found, paper=Paper[args.paper.upper()]), args.pdf)
    lines = [_line(found, one) for one in found.cases] or [_("There is no case in this folder.")]
    if more := left_out_words(found.left_out):
        lines.append(more)
    voice.result(
        {"cases": [_case_json(found, one) for one in found.cases], "left_out": found.left_out},
        lines,
    )
    return 0


def header(args: Namespace, voice: Voice) -> int:
    """Change what a case tells, as far as that was asked for, and say what stands beside it."""
    with closing(open_case(args)) as case:
        old = case.journey.header()
        new = _changed(old, args)
        if new != old:
            with case.change(_("Change what a board shows")):
                case.journey.save_header(new)
        told = bring_header(case, date.today())
        path = header_path(case.path)
    values: dict[str, object] = {
        "on": new.on_board,
        "file": str(path) if told else None,
        "told": _told_json(told),
    }
    voice.result(values, told_words(told))
    return 0


def _changed(old: Header, args: Namespace) -> Header:
    new = old
    if args.alias is not None:
        new = replace(new, alias=clean_alias(args.alias))
    if args.stage is not None:
        new = in_stage(new, Stage(args.stage), date.today())
    if args.show_stage is not None:
        new = replace(new, show_stage=args.show_stage)
    if args.show_due is not None:
        new = replace(new, show_due=args.show_due)
    if args.on or args.off:
        new = replace(new, on_board=args.on)
    return new


def _line(board: Board, one: BoardCase) -> str:
    return joined(overdue_words(one, board.today), one.name, details(one, board.today))


def _case_json(board: Board, one: BoardCase) -> dict[str, object]:
    return {
        "file": str(one.path),
        "name": one.name,
        "header": "unreadable" if one.broken else "read" if one.header else "none",
        "use": one.use.value,
        "overdue_today": one.overdue(board.today) if one.header and one.header.due else None,
        "told": _told_json(one.header),
    }


def _told_json(told: BoardHeader | None) -> dict[str, object] | None:
    if told is None:
        return None
    values: dict[str, object] = {"alias": told.alias}
    if told.stage is not None:
        values["stage"] = told.stage.value
    if told.due is not None:
        values |= {
            "next_due": told.due.next_due.isoformat() if told.due.next_due else None,
            "overdue": told.due.overdue,
            "expiring_consents": told.due.expiring,
            "counted_on": told.due.as_of.isoformat(),
        }
    return values
