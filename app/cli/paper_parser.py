"""The commands that make small papers of the case: facts for a letter, a page for emergencies."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command, add_version

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_paper_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    facts = command(
        commands, "letter-facts", "list the facts that a doctor needs for a letter, with sources"
    )
    _target(facts)
    add_version(facts)
    facts.set_defaults(command="paper_commands.facts")
    page = command(
        commands, "emergency-page", "make a page for emergencies and for waiting, and a card"
    )
    _target(page)
    page.set_defaults(command="paper_commands.emergency")


def _target(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", type=Path, metavar="FILE", help="where the PDF is to be")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
