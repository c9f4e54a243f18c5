"""The commands about what may be missing, and about things outside the PDF."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command
from app.model.journey.wanted import WantedState
from app.model.outside_item import OutsideKind

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name

OUTSIDE_TEXTS = (
    ("shows", "what it shows"),
    ("accession", "its number at the place that made it"),
    ("facility", "where it was made"),
    ("count", "how many, for example “12 slides, 2 blocks”"),
    ("location", "where it is now"),
    ("sent-to", "to whom it is sent"),
    ("courier", "who carries it"),
    ("tracking", "the courier’s number"),
    ("why", "why it is not in the PDF"),
    ("how-to-get", "how the doctor can get it"),
)
OUTSIDE_DATES = (
    ("studied", "when it was made"),
    ("sent-on", "when it was sent"),
    ("received-on", "when it arrived"),
    ("return-by", "by when it must be back"),
    ("returned-on", "when it was given back"),
)


def add_gap_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    _checklist(commands, command)
    _outside(commands, command)
    _prints(commands, command)


def _checklist(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    says = "say what may be missing, line by line"
    noun = commands.add_parser("checklist", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    show = command(actions, "show", "show the lines of all chosen lists, each once")
    show.add_argument("--open", action="store_true", help="only those that are still open")
    show.add_argument("--missing", action="store_true", help="only those the dossier prints")
    show.set_defaults(command="gap_commands.show")
    choose = command(actions, "choose", "choose the lists that are used beside the base list")
    choose.add_argument("codes", nargs="*", metavar="LIST", help="for example surgery")
    choose.add_argument("--age", type=int, metavar="MONTHS", help="tell of older records; 0: never")
    choose.set_defaults(command="gap_commands.choose")
    change = command(actions, "set", "say how far a line has come")
    _line(change)
    states = list(WantedState)
    change.add_argument("state", choices=states, metavar="STATE", help=", ".join(states))
    change.add_argument("--who", metavar="NAME", help="who said so")
    change.add_argument("--on", metavar="DATE", help="when")
    change.add_argument("--why", metavar="T", help="why it is missing")
    change.set_defaults(command="gap_commands.change")
    own = command(actions, "own", "add a line of your own, or remove one")
    own.add_argument("text", metavar="TEXT", help="what is wanted; with --remove its code")
    own.add_argument("--remove", action="store_true", help="take the line with this code away")
    own.set_defaults(command="gap_commands.own")
    link = command(actions, "link", "link a record to a line")
    _line(link)
    link.add_argument("record", type=int, metavar="RECORD")
    link.add_argument("--remove", action="store_true", help="take the link away")
    link.set_defaults(command="gap_commands.link")
    ask = command(actions, "ask", "put a line on a request for records")
    _line(ask)
    which = ask.add_mutually_exclusive_group(required=True)
    which.add_argument("--whom", default="", metavar="NAME", help="begin a request to this place")
    which.add_argument("--request", type=int, metavar="N", help="the request with this number")
    ask.set_defaults(command="gap_commands.ask")


def _line(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("line", metavar="LINE", help="its code, as `checklist show` gives it")


def _outside(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    outside = command(commands, "outside", "note something that is not in the PDF, or change it")
    outside.add_argument("what", nargs="?", default="", metavar="WHAT")
    outside.add_argument("--number", type=int, metavar="N", help="change the one with this number")
    outside.add_argument("--remove", action="store_true", help="take that one away")
    kinds = [one.value for one in OutsideKind if one.value]
    outside.add_argument("--kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    for name, says in OUTSIDE_TEXTS:
        outside.add_argument(f"--{name}", metavar="T", help=says)
    for name, says in OUTSIDE_DATES:
        outside.add_argument(f"--{name}", metavar="DATE", help=says)
    outside.add_argument("--record", type=int, metavar="RECORD", help="the report; 0 for none")
    outside.set_defaults(command="register_commands.outside")


def _prints(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    labels = command(commands, "labels", "write labels for discs, slides and the like as a PDF")
    _output(labels, "those that can bear a label")
    labels.add_argument("--plain", action="store_true", help="plain paper, to cut out")
    labels.add_argument(
        "--used", type=int, default=0, metavar="N", help="labels gone from the first sheet"
    )
    labels.set_defaults(command="register_commands.labels")
    shipping = command(commands, "shipping", "write a list that travels with the things as a PDF")
    _output(shipping, "those that are sent or can bear a label")
    shipping.set_defaults(command="register_commands.shipping")


def _output(parser: argparse.ArgumentParser, usual: str) -> None:
    parser.add_argument(
        "numbers", nargs="*", type=int, metavar="N", help=f"only these things; without: {usual}"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
