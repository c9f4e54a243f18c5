"""Write down the options: what they are called, their order, what was said of each."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_voice
from app.cli.value_json import voice_json
from app.errors import NotUnderstood
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.options import (
    Option,
    aspect_title,
    do_nothing,
    missing_do_nothing,
    moved,
    options_of,
    out_of_100,
    raised_words,
)
from app.model.voice import Cited
from app.phrases import _


def add(args: Namespace, voice: Voice) -> int:
    """Add an option at the end, or change one."""
    with closing(open_case(args)) as case, case.change(_("Add an option")):
        number, brought = _change(case, args), None
        if number is None:
            number = case.journey.choices.add(_new(case, args))
            lack = missing_do_nothing(case.journey.choices.all())
            if lack is not None and len(case.journey.choices.all()) == 1:
                brought = case.journey.choices.add(lack)
        voice.result({"option": number, "do_nothing": brought}, [])
    return 0


def every(args: Namespace, voice: Voice) -> int:
    """List the options in the person's order."""
    with closing(open_case(args)) as case:
        options = options_of(case.journey.all())
    lines = [line for number, one in enumerate(options, 1) for line in _lines(number, one)]
    values: dict[str, object] = {"options": [_values(one) for one in options]}
    voice.result(values, lines or [_("No option is written down yet.")])
    return 0


def move(args: Namespace, voice: Voice) -> int:
    """Put an option at another place."""
    with closing(open_case(args)) as case, case.change(_("Move an option")):
        _option_of(case, args.option)
        order = [one.id for one in case.journey.choices.all()]
        if not 1 <= args.place <= len(order):
            words = _("There is no place {place}. The places are 1 to {last}.")
            raise NotUnderstood(words.format(place=args.place, last=len(order)))
        order = list(moved(order, args.option, args.place - 1))
        case.journey.choices.put_in_order(order)
    voice.result({"order": order}, [])
    return 0


def cell(args: Namespace, voice: Voice) -> int:
    """Write down one thing that was said of an option."""
    if args.of_100 is not None and not 0 <= args.of_100 <= 100:
        raise NotUnderstood(_("A number of people out of 100 is from 0 to 100."))
    if args.own_reading and (args.by or args.on or args.record is not None):
        words = _("It is your own reading, or somebody says so. Leave one of the two away.")
        raise NotUnderstood(words)
    with closing(open_case(args)) as case, case.change(_("Add to an option")):
        option = _option_of(case, args.option)
        number = case.journey.choice_cells.add(
            ChoiceCell(
                0,
                option.id,
                Aspect(args.aspect),
                _needed(args.text),
                args.of_100,
                args.own_reading,
                typed_voice(args, case),
            )
        )
    voice.result({"cell": number}, [])
    return 0


def remove(args: Namespace, voice: Voice) -> int:
    """Take away an option, or one thing that was said of one."""
    with closing(open_case(args)) as case, case.change(_("Remove an option")):
        if not args.cell:
            case.journey.choices.remove(_option_of(case, args.number).id)
        elif case.journey.choice_cells.get(args.number) is None:
            words = _("Nothing that was said has the number {n}.")
            raise NotUnderstood(words.format(n=args.number))
        else:
            case.journey.choice_cells.remove(args.number)
    voice.result({"removed": args.number}, [])
    return 0


def _change(case: CaseFile, args: Namespace) -> int | None:
    """Change the option with the number that was given; None where a new one is meant."""
    if args.number is None:
        return None
    old = _option_of(case, args.number)
    if args.do_nothing and not old.do_nothing:
        _refuse_second(case)
    raised = old.raised_by if args.raised_by is None else args.raised_by.strip()
    name = args.name.strip() or old.name
    nothing = old.do_nothing or args.do_nothing
    case.journey.choices.save(replace(old, name=name, raised_by=raised, do_nothing=nothing))
    return old.id


def _new(case: CaseFile, args: Namespace) -> Choice:
    raised = (args.raised_by or "").strip()
    if not args.do_nothing:
        return Choice(0, _needed(args.name), raised)
    _refuse_second(case)
    return replace(do_nothing(), name=args.name.strip() or do_nothing().name, raised_by=raised)


def _refuse_second(case: CaseFile) -> None:
    for one in case.journey.choices.all():
        if one.do_nothing:
            words = _("“{name}” stands for doing nothing already. Change that one.")
            raise NotUnderstood(words.format(name=one.name))


def _option_of(case: CaseFile, number: int) -> Choice:
    option = case.journey.choices.get(number)
    if option is None:
        raise NotUnderstood(_("There is no option with the number {n}.").format(n=number))
    return option


def _needed(text: str) -> str:
    if not text.strip():
        raise NotUnderstood(_("Some words are needed here."))
    return text.strip()


def _lines(place: int, option: Option) -> list[str]:
    choice = option.choice
    head = f"{place}. {choice.name} ({choice.id})"
    raised = raised_words(choice)
    return [f"{head}  {raised}" if raised else head, *map(_cell_line, option.cells)]


def _cell_line(one: ChoiceCell) -> str:
    number = out_of_100(one)
    words = f"{number}: {one.text}" if number else one.text
    return f"   {aspect_title(one.aspect)} ({one.id}): {words}  [{_source(one)}]"


def _source(one: ChoiceCell) -> str:
    if one.own_reading:
        return _("my own reading")
    if isinstance(one.voice, Cited):
        return _("record {n}, page {page}").format(n=one.voice.record, page=one.voice.page)
    return _("said by {name}").format(name=one.voice.by) if one.voice.by else _("said")


def _values(option: Option) -> dict[str, object]:
    choice = option.choice
    return {
        "option": choice.id,
        "name": choice.name,
        "raised_by": choice.raised_by,
        "do_nothing": choice.do_nothing,
        "cells": [_cell_values(one) for one in option.cells],
    }


def _cell_values(one: ChoiceCell) -> dict[str, object]:
    return {
        "cell": one.id,
        "aspect": one.aspect.value,
        "text": one.text,
        "of_100": one.of_100,
        "own_reading": one.own_reading,
        "source": None if one.own_reading else voice_json(one.voice),
    }
