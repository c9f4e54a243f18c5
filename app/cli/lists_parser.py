"""The commands about own lists: checklist lines, recipients and questions in a file."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command
from app.model.own_lists import ListKind

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_lists_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    says = "carry your own lists from one case to another, without any client"
    noun = commands.add_parser("lists", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    export = command(actions, "export", "write own lines, recipients and questions into a file")
    export.add_argument("-o", "--output", type=Path, metavar="FILE")
    _which(export, "put an entry in that is left out")
    export.add_argument("--language", metavar="CODE", help="of the words in it, such as de")
    export.set_defaults(command="lists_commands.export")
    take = command(actions, "import", "take lists from a file; nothing that is there changes")
    take.add_argument("file", type=Path, metavar="FILE")
    _which(take, "take an entry in that is there already")
    take.set_defaults(command="lists_commands.take")


def _which(parser: argparse.ArgumentParser, also: str) -> None:
    parser.add_argument("--only", metavar="LISTS", help=f"of {','.join(ListKind)}")
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        metavar="ENTRY",
        help=f"{also}, such as questions:2; may be repeated",
    )
    parser.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="ENTRY",
        help="leave an entry out; may be repeated",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
