"""The commands about treatment options and what was said of them."""

import argparse

from app.cli.reader_parser import Command
from app.model.journey.choice import Aspect

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_option_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `option`; `command` makes one with what all have in common."""
    says = "write down the options and what was said of each"
    noun = commands.add_parser("option", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    _options(actions, command)
    _cells(actions, command)


def _options(actions: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    add = command(
        actions, "add", "add an option, or change one; the first brings “do nothing for now” along"
    )
    add.add_argument("name", nargs="?", default="", metavar="NAME", help="what it is called")
    add.add_argument("--number", type=int, metavar="N", help="change the one with this number")
    add.add_argument("--raised-by", metavar="NAME", help="who raised it")
    add.add_argument("--do-nothing", action="store_true", help="it is to do nothing for now")
    add.set_defaults(command="option_commands.add")
    every = command(actions, "list", "list the options in their order, with what was said of them")
    every.set_defaults(command="option_commands.every")
    move = command(actions, "move", "put an option at another place")
    _which(move)
    move.add_argument("place", type=int, metavar="PLACE", help="from 1, the top")
    move.set_defaults(command="option_commands.move")


def _cells(actions: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    cell = command(actions, "cell", "write down one thing that was said of an option")
    _which(cell)
    cell.add_argument("aspect", choices=list(Aspect), metavar="ASPECT", help=", ".join(Aspect))
    cell.add_argument("text", metavar="TEXT")
    cell.add_argument("--of-100", type=int, metavar="N", help="how many people out of 100")
    cell.add_argument(
        "--own-reading", action="store_true", help="neither a doctor said it nor a record"
    )
    cell.add_argument("--by", default="", metavar="NAME", help="who said it")
    cell.add_argument("--on", default="", metavar="DATE", help="when it was said")
    cell.add_argument("--record", type=int, metavar="RECORD", help="the record it stands in")
    cell.add_argument("--page", type=int, default=1, metavar="N", help="the page of that record")
    cell.set_defaults(command="option_commands.cell")
    remove = command(actions, "remove", "take away an option with all that was said of it")
    remove.add_argument("number", type=int, metavar="NUMBER", help="its number, as `list` gives it")
    remove.add_argument("--cell", action="store_true", help="the number is that of one thing said")
    remove.set_defaults(command="option_commands.remove")


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("option", type=int, metavar="OPTION", help="its number, as `list` gives it")
