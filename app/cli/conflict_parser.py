"""The commands about papers that do not agree."""

import argparse

from app.cli.reader_parser import Command

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_conflict_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `conflict`; `command` makes one with what all have in common."""
    says = "note what two papers or people say differently, and ask about it"
    noun = commands.add_parser("conflict", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    add = command(actions, "add", "note a point on which two do not agree")
    add.add_argument("about", metavar="ABOUT", help="what it is about, for example which side")
    _sides(add, must=True)
    add.add_argument("--note", metavar="TEXT", help="your own note")
    add.add_argument("--ask", action="store_true", help="make a question of it at once")
    add.set_defaults(command="conflict_commands.add")
    change = command(actions, "set", "change one, or write down what was found out")
    _which(change)
    change.add_argument("--about", metavar="TEXT", help="what it is about")
    _sides(change, must=False)
    change.add_argument("--note", metavar="TEXT", help="for example what was found out")
    change.add_argument("--settled", choices=("yes", "no"), help="whether one knows which holds")
    change.set_defaults(command="conflict_commands.change")
    ask = command(actions, "ask", "make a question of one, at the end of the questions")
    _which(ask)
    ask.set_defaults(command="conflict_commands.ask")
    every = command(actions, "list", "list all, with both sides")
    every.set_defaults(command="conflict_commands.every")
    remove = command(actions, "remove", "take one away; its question stays")
    _which(remove)
    remove.set_defaults(command="conflict_commands.remove")


def _sides(parser: argparse.ArgumentParser, *, must: bool) -> None:
    for side in ("one", "other"):
        parser.add_argument(
            f"--{side}", required=must, metavar="TEXT", help=f"what the {side} says, word by word"
        )
        parser.add_argument(f"--{side}-by", default="", metavar="NAME", help="who said it")
        parser.add_argument(f"--{side}-on", default="", metavar="DATE", help="when it was said")
        parser.add_argument(f"--{side}-record", type=int, metavar="N", help="where it stands")
        parser.add_argument(f"--{side}-page", type=int, default=1, metavar="N", help="the page")


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER", help="its number, as `list` gives it")
