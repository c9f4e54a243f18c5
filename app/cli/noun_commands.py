"""Add, list, change and remove nouns that are plain values."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from typing import Any

from app.case.casefile import CaseFile
from app.case.shelf import Shelf
from app.cli.noun_parser import NOUNS, Noun
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date, typed_voice
from app.cli.value_json import value_json
from app.errors import NotUnderstood
from app.model.partial_date import PartialDate
from app.model.values import from_text
from app.phrases import _


def add(args: Namespace, voice: Voice) -> int:
    """Add one and say its number; what is answered once for a case is answered anew."""
    noun = _noun(args)
    with closing(open_case(args)) as case, case.change(_("Add: {what}").format(what=noun.name)):
        shelf = _shelf(case, noun)
        texts = {name: getattr(args, name).strip() for name in noun.main}
        if not all(texts.values()):
            raise NotUnderstood(_("This needs words. Nothing was added."))
        known = {one.code: one for one in shelf.all()} if noun.only else {}
        old = known.get(next(iter(texts.values())))
        value = _changed(old or from_text(noun.kind, texts, id=0), noun, args, case, new=True)
        if old is None:
            number = shelf.add(value)
        else:
            shelf.save(value)
            number = old.id
    voice.result({noun.name: number}, [_("Added as number {number}.").format(number=number)])
    return 0


def change(args: Namespace, voice: Voice) -> int:
    """Change one."""
    noun = _noun(args)
    with closing(open_case(args)) as case, case.change(_("Change: {what}").format(what=noun.name)):
        shelf = _shelf(case, noun)
        value = _changed(_found(shelf, noun, args.number), noun, args, case, new=False)
        shelf.save(value)
    voice.result({noun.name: args.number}, [])
    return 0


def every(args: Namespace, voice: Voice) -> int:
    """List all."""
    noun = _noun(args)
    with closing(open_case(args)) as case:
        values = _shelf(case, noun).all()
    voice.result(
        {"all": [value_json(one) for one in values]},
        [_line(one, noun) for one in values] or [_("None is written down yet.")],
    )
    return 0


def remove(args: Namespace, voice: Voice) -> int:
    """Take one away."""
    noun = _noun(args)
    with closing(open_case(args)) as case, case.change(_("Remove: {what}").format(what=noun.name)):
        shelf = _shelf(case, noun)
        shelf.remove(_found(shelf, noun, args.number).id)
    voice.result({noun.name: args.number}, [])
    return 0


def _noun(args: Namespace) -> Noun:
    return next(one for one in NOUNS if one.name == args.noun)


def _shelf(case: CaseFile, noun: Noun) -> Shelf[Any]:
    shelf: Shelf[Any] = getattr(case.journey, noun.shelf)
    return shelf


def _found(shelf: Shelf[Any], noun: Noun, number: int) -> Any:  # noqa: ANN401 - any value
    value = shelf.get(number)
    if value is None:
        words = _("There is no {what} with the number {number}.")
        raise NotUnderstood(words.format(what=noun.name, number=number))
    return value


def _changed(value: Any, noun: Noun, args: Namespace, case: CaseFile, *, new: bool) -> Any:  # noqa: ANN401
    texts: dict[str, str] = {}
    for name, kind in [*noun.others(), *((one, str) for one in noun.main)]:
        typed = getattr(args, name, None)
        if typed is None:
            continue
        texts[name] = _text(typed, kind, case)
    if not new and any(name in noun.main and not text for name, text in texts.items()):
        raise NotUnderstood(_("This needs words. Nothing was changed."))
    read = from_text(noun.kind, {name: texts.get(name, "-") for name in noun.main} | texts, id=0)
    changes = {name: getattr(read, name) for name in texts}
    if noun.voiced and (new or args.by or args.record is not None):
        changes["voice"] = typed_voice(args, case)
    return replace(value, **changes)


def _text(typed: str, kind: Any, case: CaseFile) -> str:  # noqa: ANN401 - the type of a field
    """Give what was typed as the text that `from_text` reads."""
    if kind is PartialDate:
        return typed_date(typed).stored()
    text = typed.strip()
    of_record = kind == int | None  # the only numbers that may be left out are those of records
    if (kind is int or of_record) and not (text.isdecimal() or (of_record and not text)):
        raise NotUnderstood(_("“{text}” is no whole number.").format(text=text))
    if of_record and text:
        found(case, int(text))
    return text


def _line(value: Any, noun: Noun) -> str:  # noqa: ANN401 - any value
    parts = [str(getattr(value, name)) for name in noun.main]
    for name, kind in noun.others():
        one = getattr(value, name)
        if one in ("", None) or (kind is PartialDate and not one.known):
            continue
        shown = one.shown() if kind is PartialDate else (_yes_no(one) if kind is bool else one)
        parts.append(f"{name.replace('_', ' ')}: {shown}")
    return f"{value.id}  {' · '.join(parts)}"


def _yes_no(one: bool) -> str:
    return _("yes") if one else _("no")
