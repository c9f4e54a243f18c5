"""Lay the opinions side by side, and note what is open between the doctors. It takes no side."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.cli.opinion_commands import (
    checked_page,
    needed,
    opinion_json,
    opinion_of,
    retold,
)
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.plan import Paper
from app.dossier.prints.comparison import comparison_print
from app.dossier.prints.printing import save_print
from app.errors import NotUnderstood
from app.model.journey.comparison import Cause, GridCell, GridRow, OpenPoint, Stance, WhyDiffer
from app.model.journey.grid import (
    cell_in,
    cells_of,
    compared,
    filled_rows,
    is_agreed,
    is_open,
    open_point_of,
    open_rows,
    own_row,
    rows_of,
    stances,
)
from app.model.journey.offered import open_question
from app.model.journey.row_words import asking_title, cause_words, row_title, stance_words
from app.model.story import CaseSnapshot
from app.phrases import _


def show(args: Namespace, voice: Voice) -> int:
    """Say what each doctor said, row by row; with --pdf write it down as well."""
    with closing(open_case(args)) as case:
        told = case.snapshot()
    journey = told.journey
    if args.pdf is not None:
        paper = Paper[args.paper.upper()]
        save_print(comparison_print(told, made=date.today(), paper=paper), args.pdf)
    doctors, cells = compared(journey.opinions), cells_of(journey.grid_cells)
    rows, lines = [], []
    for row in filled_rows(journey, _rows(told)):
        marks = stances(cells, doctors, row)
        title = row_title(row, journey.grid_rows, told.questions)
        ours = [cell_in(cells, one.id, row) for one in doctors]
        rows.append(
            {
                "row": row,
                "title": title,
                "cells": [_cell_json(one) for one in ours],
                "open": is_open(marks),
                "agreed": is_agreed(marks),
            }
        )
        lines.append(title)
        lines += [_cell_line(who.doctor, one) for who, one in zip(doctors, ours, strict=True)]
    why = [
        {"cause": one.cause.value, "row": one.row, "text": one.text} for one in journey.why_differ
    ]
    lines += [_why_line(told, one) for one in journey.why_differ]
    values: dict[str, object] = {
        "opinions": [opinion_json(one) for one in doctors],
        "rows": rows,
        "why": why,
    }
    if args.pdf is not None:
        values["pdf"] = str(args.pdf)
    voice.result(values, lines)
    return 0


def cell(args: Namespace, voice: Voice) -> int:
    """Write what one opinion says in one row, or the person's own mark."""
    with closing(open_case(args)) as case:
        opinion = opinion_of(case, args.opinion)
        row = _known_row(case.snapshot(), args.row)
        page = checked_page(case, opinion, args.page)
        before = cell_in(cells_of(case.journey.grid_cells.all()), opinion.id, row)
        kept = replace(
            before,
            **retold(before, args, page),  # type: ignore[arg-type]
            stance=before.stance if args.stance is None else _stance(args.stance),
        )
        with case.change(_("Change the comparison")):
            if kept.id:
                case.journey.grid_cells.save(kept)
            else:
                kept = replace(kept, id=case.journey.grid_cells.add(kept))
    voice.result({"cell": _cell_json(kept)}, [])
    return 0


def row(args: Namespace, voice: Voice) -> int:
    """Add a row of the person's own."""
    with closing(open_case(args)) as case:
        label = needed(args.label)
        with case.change(_("Add a row to the comparison")):
            code = own_row(case.journey.grid_rows.add(GridRow(0, label)))
    voice.result({"row": code}, [code])
    return 0


def why(args: Namespace, voice: Voice) -> int:
    """Note why the doctors may differ, in one row or in all."""
    with closing(open_case(args)) as case:
        about = _known_row(case.snapshot(), args.row) if args.row else ""
        cause, shelf = Cause(args.cause), case.journey.why_differ
        known = [one for one in shelf.all() if (one.cause, one.row) == (cause, about)]
        with case.change(_("Note why they may differ")):
            for one in known:
                if args.remove:
                    shelf.remove(one.id)
                else:
                    shelf.save(replace(one, text=args.text.strip()))
            if not known and not args.remove:
                shelf.add(WhyDiffer(0, cause, about, args.text.strip()))
        told = case.snapshot()
    found = told.journey.why_differ
    voice.result(
        {"why": [{"cause": one.cause.value, "row": one.row, "text": one.text} for one in found]},
        [_why_line(told, one) for one in found],
    )
    return 0


def open_points(args: Namespace, voice: Voice) -> int:
    """List what is open; with a row make a question of it, note something, or close it."""
    with closing(open_case(args)) as case:
        if args.row:
            _keep_open(case, _known_row(case.snapshot(), args.row), args)
        told = case.snapshot()
    journey, texts = told.journey, {one.id: one.text for one in told.questions}
    marked = open_rows(journey, _rows(told))
    every = dict.fromkeys((*marked, *(one.row for one in journey.open_points)))
    points, lines = [], []
    for code in every:
        point = open_point_of(journey.open_points, code)
        asked = texts.get(point.question or 0) if point else None
        title = row_title(code, journey.grid_rows, told.questions)
        offered = "" if asked else _offered(told, code)
        points.append(
            {
                "row": code,
                "title": title,
                "question": point.question if point else None,
                "offered": offered,
                "note": point.note if point else "",
                "closed": bool(point and point.closed),
            }
        )
        lines += [title, f"   {asked or offered}"]
    voice.result({"open": points}, lines)
    return 0


def _keep_open(case: CaseFile, code: str, args: Namespace) -> None:
    """Keep an open point; without --note or --close a question is made of it, once."""
    known = open_point_of(case.journey.open_points.all(), code)
    point = known or OpenPoint(0, code)
    only_noted = (args.note is not None or args.close) and args.question is None
    with case.change(_("Change what is open")):
        if not only_noted and point.question is None:
            words = _offered(case.snapshot(), code) if args.question is None else args.question
            point = replace(point, question=case.questions.add(needed(words)))
        elif args.question is not None and point.question is not None:
            case.questions.reword(point.question, needed(args.question))
        point = replace(
            point,
            note=point.note if args.note is None else args.note.strip(),
            closed=point.closed or args.close,
        )
        if point.id:
            case.journey.open_points.save(point)
        else:
            case.journey.open_points.add(point)


def _offered(told: CaseSnapshot, code: str) -> str:
    journey = told.journey
    cells = cells_of(journey.grid_cells)
    said = [(one.doctor, cell_in(cells, one.id, code)) for one in compared(journey.opinions)]
    return open_question(asking_title(code, journey.grid_rows, told.questions), said)


def _rows(told: CaseSnapshot) -> tuple[str, ...]:
    return rows_of(told.journey.grid_rows, [one.id for one in told.questions])


def _known_row(told: CaseSnapshot, code: str) -> str:
    if code not in _rows(told):
        raise NotUnderstood(
            _("There is no row “{row}”. The rows are: {rows}.").format(
                row=code, rows=", ".join(_rows(told))
            )
        )
    return code


def _stance(typed: str) -> Stance:
    return Stance.NOT_SAID if typed == "none" else Stance(typed)


def _cell_json(one: GridCell) -> dict[str, object]:
    return {
        "opinion": one.opinion,
        "text": one.text,
        "verbatim": one.verbatim,
        "page": one.page,
        "stance": one.stance.value,
    }


def _cell_line(doctor: str, one: GridCell) -> str:
    text = f"“{one.text}”" if one.verbatim and one.text else one.text or "–"
    page = _(", page {page}").format(page=one.page) if one.page else ""
    mark = "" if one.stance is Stance.NOT_SAID else f" ({stance_words()[one.stance]})"
    return f"   {doctor}: {text}{page}{mark}"


def _why_line(told: CaseSnapshot, one: WhyDiffer) -> str:
    about = _("All points")
    if one.row:
        about = row_title(one.row, told.journey.grid_rows, told.questions)
    more = f": {one.text}" if one.text else ""
    return f"{about}: {cause_words()[one.cause]}{more}"
