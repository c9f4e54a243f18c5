"""The commands about the way from the gaps to the decision; each noun has a file of its own."""

import argparse

from app.cli.approval_parser import add_approval_commands
from app.cli.board_parser import add_board_commands
from app.cli.conflict_parser import add_conflict_commands
from app.cli.decision_parser import add_decision_commands
from app.cli.gap_parser import add_gap_commands
from app.cli.lists_parser import add_lists_commands
from app.cli.noun_parser import add_nouns
from app.cli.opinion_parser import add_opinion_commands
from app.cli.option_parser import add_option_commands
from app.cli.paper_parser import add_paper_commands
from app.cli.reader_parser import Command
from app.cli.request_parser import add_request_commands

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_journey_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    add_nouns(commands, command)
    add_gap_commands(commands, command)
    add_request_commands(commands, command)
    add_conflict_commands(commands, command)
    add_opinion_commands(commands, command)
    add_option_commands(commands, command)
    add_decision_commands(commands, command)
    add_approval_commands(commands, command)
    add_board_commands(commands, command)
    add_lists_commands(commands, command)
    add_paper_commands(commands, command)
