"""The commands about what a request asks for, calls, letters, and what is due."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_request_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    ask = command(commands, "ask-for", "add what a request asks for")
    _which(ask)
    ask.add_argument("text", metavar="WHAT", help="one paper, with its date")
    ask.set_defaults(command="request_commands.ask_for")
    came = command(commands, "came", "say which record came for what was asked for")
    came.add_argument("asked", type=int, metavar="NUMBER", help="of what was asked for")
    came.add_argument("record", type=int, metavar="RECORD")
    came.set_defaults(command="request_commands.came")
    call = command(commands, "call", "note a call or talk about a request")
    _which(call)
    call.add_argument("text", metavar="TEXT", help="what was said")
    call.add_argument("--who", default="", metavar="NAME", help="with whom")
    call.add_argument("--date", default="", metavar="DATE")
    call.set_defaults(command="request_commands.call")
    letter = command(commands, "letter", "write the letter of a request, or all open ones, as PDF")
    letter.add_argument("request", type=int, nargs="?", metavar="REQUEST", help="else all open")
    letter.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    letter.add_argument("--paper", choices=("a4", "letter"), default="a4")
    letter.set_defaults(command="request_commands.letter")
    due = command(commands, "due", "list what is due, the earliest first")
    due.add_argument("--ics", type=Path, metavar="FILE", help="write it for a calendar too")
    due.add_argument(
        "--in-full", action="store_true", help="say in the calendar what is due, not only that"
    )
    due.add_argument("--csv", type=Path, metavar="FILE", help="write it as a table too")
    due.set_defaults(command="request_commands.due")


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("request", type=int, metavar="REQUEST", help="the number of the request")
