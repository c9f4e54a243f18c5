"""The commands about opinions, and about what they say side by side."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command
from app.model.journey.comparison import ROW_CODES, Cause, Stance
from app.model.journey.opinion import Answered, OpinionKind, OpinionPart

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name

_STANCES = tuple(one.value for one in Stance if one is not Stance.NOT_SAID)
_ANSWERS = tuple(one.value for one in Answered)
_ROW = f"one of {', '.join(ROW_CODES)}; own-N or q-N for an own row or a question"


def add_opinion_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `opinion` and `compare`; `command` makes one with what all have in common."""
    opinion = _noun(commands, "opinion", "write down what a doctor said")
    _opinions(opinion, command)
    _contents(opinion, command)
    compare = _noun(commands, "compare", "lay two to five opinions side by side")
    _grid(compare, command)
    _open(compare, command)


def _noun(
    commands: "Commands[argparse.ArgumentParser]", name: str, says: str
) -> "Commands[argparse.ArgumentParser]":
    parser = commands.add_parser(name, help=says, description=f"{says[0].upper()}{says[1:]}.")
    return parser.add_subparsers(metavar="ACTION", required=True)


def _opinions(opinion: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    add = command(opinion, "add", "add an opinion, or change one")
    add.add_argument("doctor", nargs="?", metavar="DOCTOR", help="who gave it")
    add.add_argument("--number", type=int, metavar="N", help="change the one with this number")
    for name, says in (("field", "of medicine"), ("place", "hospital or town"), ("note", "")):
        add.add_argument(f"--{name}", metavar="T", help=says or None)
    add.add_argument("--date", metavar="D", help="when it was given")
    add.add_argument("--kind", choices=list(OpinionKind), metavar="K", help=", ".join(OpinionKind))
    add.add_argument("--record", type=int, metavar="N", help="the record that is the report")
    add.add_argument("--recipient", type=int, metavar="N", help="who of the recipients gave it")
    add.set_defaults(command="opinion_commands.add")
    every = command(opinion, "list", "list the opinions and what each says")
    every.set_defaults(command="opinion_commands.every")


def _contents(opinion: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    point = command(opinion, "point", "write down one point of an opinion")
    _which(point)
    point.add_argument(
        "part", choices=list(OpinionPart), metavar="PART", help=", ".join(OpinionPart)
    )
    point.add_argument("text", metavar="TEXT")
    _words(point)
    point.set_defaults(command="opinion_commands.point")
    answer = command(opinion, "answer", "say how far an opinion answers a question")
    _which(answer)
    answer.add_argument("question", type=int, metavar="QUESTION", help="its number")
    answer.add_argument("answered", choices=_ANSWERS, metavar="HOW", help=", ".join(_ANSWERS))
    answer.add_argument("--text", metavar="T", help="the words of the answer")
    _words(answer)
    answer.set_defaults(command="opinion_commands.answer")
    saw = command(opinion, "saw", "say which records a doctor had at hand")
    _which(saw)
    saw.add_argument("records", nargs="*", type=int, metavar="RECORD", help="their numbers")
    saw.add_argument("--not", action="store_true", dest="without", help="they were not at hand")
    saw.add_argument("--build", type=int, metavar="N", help="all that was in this dossier")
    saw.set_defaults(command="opinion_commands.saw")


def _grid(compare: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    show = command(compare, "show", "say what each doctor said, point by point")
    show.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a small PDF, too")
    show.add_argument("--paper", choices=("a4", "letter"), default="a4")
    show.set_defaults(command="compare_commands.show")
    cell = command(compare, "cell", "write what one opinion says in one row")
    _which(cell)
    cell.add_argument("row", metavar="ROW", help=_ROW)
    cell.add_argument("--text", metavar="T", help="what it says")
    _words(cell)
    cell.add_argument(
        "--stance",
        choices=(*_STANCES, "none"),
        metavar="S",
        help=f"your own mark: {', '.join(_STANCES)}, or none",
    )
    cell.set_defaults(command="compare_commands.cell")
    row = command(compare, "row", "add a row of your own")
    row.add_argument("label", metavar="LABEL")
    row.set_defaults(command="compare_commands.row")


def _open(compare: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    why = command(compare, "why", "note why the doctors may differ")
    why.add_argument("cause", choices=list(Cause), metavar="CAUSE", help=", ".join(Cause))
    why.add_argument("--row", default="", metavar="ROW", help=f"{_ROW}; else all rows")
    why.add_argument("--text", default="", metavar="T", help="in your own words")
    why.add_argument("--remove", action="store_true", help="take it back")
    why.set_defaults(command="compare_commands.why")
    open_ = command(compare, "open", "say what is open, or make a question to all doctors of it")
    open_.add_argument("row", nargs="?", metavar="ROW", help=f"{_ROW}; else list all that is open")
    open_.add_argument("--question", metavar="TEXT", help="your wording; else one is offered")
    open_.add_argument("--note", metavar="T")
    open_.add_argument("--close", action="store_true", help="it is settled")
    open_.set_defaults(command="compare_commands.open_points")


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("opinion", type=int, metavar="OPINION", help="its number")


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--verbatim", action="store_true", default=None, help="these are the doctor's words"
    )
    parser.add_argument("--page", type=int, metavar="N", help="the page of the report, from 1")
