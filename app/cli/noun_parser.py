"""The commands of nouns that are plain values: add, list, change and remove."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, get_type_hints

from app.cli.reader_parser import Command
from app.model.journey.consent import Consent
from app.model.journey.family import FamilyIllness
from app.model.journey.request import Request
from app.model.journey.tests import LIMIT_CODES, MedicalTest, TestLimit
from app.model.partial_date import PartialDate
from app.model.voice import Voice

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


@dataclass(frozen=True, slots=True)
class Noun:
    """A command `name` for the values of `kind`, which `shelf` of the journey's rooms keeps.

    `main` are the fields that come as bare words when one is added; `helps`
    says what others hold. `only` are the codes that the first may have, if any.
    """

    name: str
    says: str
    kind: type[Any]
    shelf: str
    main: tuple[str, ...]
    helps: tuple[tuple[str, str], ...] = ()
    only: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset({"id", "position"})

    @property
    def voiced(self) -> bool:
        """Whether its values say who speaks."""
        return get_type_hints(self.kind).get("voice") == Voice

    def others(self) -> Iterator[tuple[str, Any]]:
        """Give the names and types of the fields that are options."""
        types = get_type_hints(self.kind)
        for field in fields(self.kind):
            if field.name not in self.hidden | {"voice", *self.main}:
                yield field.name, types[field.name]


NOUNS = (
    Noun(
        "test",
        "keep the ledger of tests, ordinary results and open ones included",
        MedicalTest,
        "tests",
        ("name",),
        (("result", "in the words of the report"), ("system", "the part of the body")),
    ),
    Noun(
        "limit",
        "answer what limits tests",
        TestLimit,
        "limits",
        ("code",),
        (("words", "which, since when, how far"),),
        LIMIT_CODES,
        frozenset({"id", "label"}),
    ),
    Noun(
        "family",
        "keep illnesses of the family; private ones go into no dossier",
        FamilyIllness,
        "family",
        ("relative", "illness"),
    ),
    Noun(
        "consent",
        "keep who may act for the patient, and for what",
        Consent,
        "consents",
        ("person",),
        (("record", "the record with the signed paper"),),
    ),
    Noun(
        "request",
        "keep who was asked for records, and by when an answer is due",
        Request,
        "requests",
        ("whom",),
        (("days", "for the rule “days”"), ("reference", "the patient’s number there")),
    ),
)
"""Each has its values in `case.journey`."""


def add_nouns(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands of all; `command` makes one with what all have in common."""
    for noun in NOUNS:
        says = f"{noun.says[0].upper()}{noun.says[1:]}."
        made = commands.add_parser(noun.name, help=noun.says, description=says)
        actions = made.add_subparsers(metavar="ACTION", required=True)
        add = command(actions, "add", "add one")
        for name in noun.main:
            only = noun.only or None
            hint = f"one of {', '.join(noun.only)}" if only else None
            add.add_argument(name, metavar=name.upper(), choices=only, help=hint)
        _fields(add, noun)
        add.set_defaults(command="noun_commands.add")
        change = command(actions, "set", "change one")
        change.add_argument("number", type=int, metavar="NUMBER")
        for name in noun.main if not noun.only else ():
            change.add_argument(f"--{name}", metavar="TEXT")
        _fields(change, noun)
        change.set_defaults(command="noun_commands.change")
        command(actions, "list", "list all").set_defaults(command="noun_commands.every")
        remove = command(actions, "remove", "take one away")
        remove.add_argument("number", type=int, metavar="NUMBER")
        remove.set_defaults(command="noun_commands.remove")
        for action in (add, change, *(actions.choices[name] for name in ("list", "remove"))):
            action.set_defaults(noun=noun.name)


def _fields(parser: argparse.ArgumentParser, noun: Noun) -> None:
    helps = dict(noun.helps)
    for name, kind in noun.others():
        flag = f"--{name.replace('_', '-')}"
        if kind is bool:
            parser.add_argument(flag, choices=("yes", "no"), help=helps.get(name), default=None)
        elif isinstance(kind, type) and issubclass(kind, Enum):
            values = [one.value for one in kind if one.value]
            parser.add_argument(flag, choices=values, metavar="WHICH", help=", ".join(values))
        elif kind is PartialDate:
            parser.add_argument(flag, metavar="DATE", help=helps.get(name))
        else:
            parser.add_argument(flag, metavar="TEXT", help=helps.get(name))
    if noun.voiced:
        parser.add_argument("--by", default="", metavar="NAME", help="who said it")
        parser.add_argument("--on", default="", metavar="DATE", help="when it was said")
        parser.add_argument("--record", type=int, metavar="N", help="the record it stands in")
        parser.add_argument("--page", type=int, default=1, metavar="N", help="the page of it")
