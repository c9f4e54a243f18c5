"""The commands about what the client said to a copy for review."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command, add_version

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_approval_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `approval`; `command` makes one with what all have in common."""
    says = "keep what the client said to a copy for review"
    noun = commands.add_parser("approval", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    add = command(actions, "add", "note an answer to the newest copy of a version, or to a file")
    add.add_argument("answer", choices=("yes", "no"), help="yes, it may be sent; or no")
    add.add_argument("who", metavar="WHO", help="who answered")
    add.add_argument("--how", default="", metavar="TEXT", help="for example by phone")
    add.add_argument("--on", default="", metavar="DATE", help="when; else today")
    add.add_argument("--note", default="", metavar="TEXT")
    add.add_argument("--file", type=Path, metavar="FILE", help="the copy that was looked at")
    add_version(add)
    add.set_defaults(command="approval_commands.add")
    every = command(actions, "list", "list the answers, and how each version stands")
    every.set_defaults(command="approval_commands.every")
    remove = command(actions, "remove", "take an answer away")
    remove.add_argument("number", type=int, metavar="NUMBER", help="as `list` gives it")
    remove.set_defaults(command="approval_commands.remove")
