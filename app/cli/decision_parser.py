"""The commands about the decision, the sheets beside it, and the end of a case."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command, add_version

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_decision_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `decide`; `command` makes one with what all have in common."""
    says = "write down what was decided, and why; an earlier decision stays"
    noun = commands.add_parser("decide", help=says, description=f"{says[0].upper()}{says[1:]}.")
    actions = noun.add_subparsers(metavar="ACTION", required=True)
    anew = command(actions, "add", "write down a new decision; it counts from now on")
    _words(anew)
    anew.set_defaults(command="decision_commands.add")
    change = command(actions, "set", "change a decision")
    change.add_argument("number", type=int, metavar="NUMBER", help="as `list` gives it")
    _words(change)
    change.set_defaults(command="decision_commands.change")
    every = command(actions, "list", "list the decisions, the one that counts first")
    every.set_defaults(command="decision_commands.every")
    remove = command(actions, "remove", "take a decision away")
    remove.add_argument("number", type=int, metavar="NUMBER", help="as `list` gives it")
    remove.set_defaults(command="decision_commands.remove")
    pdf = command(actions, "print", "make a small PDF of the decision")
    _target(pdf, "where the PDF is to be")
    pdf.set_defaults(command="decision_commands.pdf")
    sheet = command(commands, "visit-sheet", "make a visit sheet, to take along and to write on")
    _target(sheet, "where the PDF is to be")
    add_version(sheet)
    sheet.set_defaults(command="decision_commands.sheet")
    reply = command(
        commands, "reply-pack", "tell the first doctor: letter, comparison, the second report"
    )
    _target(reply, "where the PDF is to be")
    reply.add_argument("--opinion", type=int, metavar="N", help="which one; else the last")
    reply.add_argument("--decision", action="store_true", help="with the decision")
    reply.set_defaults(command="reply_command.reply")
    _closing(commands, command)


def _closing(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    archive = command(
        commands, "archive", "put the whole case into one ZIP or folder that can be checked"
    )
    archive.add_argument(
        "target", type=Path, metavar="TARGET", help="a name ending in .zip, or not"
    )
    archive.add_argument(
        "--handing-over", action="store_true", help="with the sharing log and what is due"
    )
    archive.add_argument(
        "--unlocked",
        action="store_true",
        help="of a case with a password: put original files and lists beside it all the same",
    )
    archive.add_argument("--close", action="store_true", help="mark the case as closed first")
    archive.set_defaults(command="closing_commands.archive")
    report = command(commands, "sharing-report", "say who holds which copy")
    report.add_argument("--since", default="", metavar="DATE")
    report.add_argument("--until", default="", metavar="DATE")
    report.add_argument("--pdf", type=Path, metavar="FILE", help="save it as a PDF")
    report.add_argument("--csv", type=Path, metavar="FILE", help="save it as a table")
    report.add_argument("--paper", choices=("a4", "letter"), default="a4")
    report.set_defaults(command="closing_commands.sharing")
    erase = command(commands, "erase", "remove the case file and its copies beside it, for good")
    erase.add_argument("--name", required=True, help="the patient’s name, to be sure")
    erase.add_argument(
        "--receipt", type=Path, required=True, metavar="FILE", help="where the receipt is to be"
    )
    erase.set_defaults(command="closing_commands.erase")


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--not-yet", action="store_true", help="nothing is decided yet")
    parser.add_argument("--option", type=int, metavar="N", help="the option that was chosen")
    for flag, hint in (
        ("chosen", "what was chosen, in own words"),
        ("considered", "what was thought about; without it all options"),
        ("tipped", "what tipped it"),
        ("asked", "who was asked"),
        ("change-my-mind", "what would change it"),
        ("note", "anything else"),
    ):
        parser.add_argument(f"--{flag}", metavar="TEXT", help=hint)
    parser.add_argument("--on", metavar="DATE", help="when it was decided")
    parser.add_argument("--review", metavar="DATE", help="when to look at it again")


def _target(parser: argparse.ArgumentParser, hint: str) -> None:
    parser.add_argument("target", type=Path, metavar="FILE", help=hint)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
