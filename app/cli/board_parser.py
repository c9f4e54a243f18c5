"""The commands about many cases in one folder, and what one of them tells there."""

import argparse
from pathlib import Path

from app.cli.reader_parser import Command
from app.model.journey.decision import Stage

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def add_board_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add `board` and `header`; `command` makes one with what all have in common."""
    board = command(
        commands,
        "board",
        "list the cases of a folder, what is overdue first; no case is opened",
        case=False,
    )
    board.add_argument("folder", type=Path, metavar="FOLDER")
    board.add_argument("--csv", type=Path, metavar="FILE", help="save it as a table")
    board.add_argument("--pdf", type=Path, metavar="FILE", help="save it as a PDF")
    board.add_argument("--paper", choices=("a4", "letter"), default="a4")
    board.set_defaults(command="board_commands.board")
    header = command(commands, "header", "say, or change, what a case tells a board of many cases")
    header.add_argument("--alias", metavar="NAME", help="the name on the board")
    header.add_argument("--stage", choices=list(Stage), metavar="STAGE", help=", ".join(Stage))
    for flag, says in (
        ("stage", "whether the stage is told: --show-stage or --no-show-stage"),
        ("due", "whether days and numbers are told: --show-due or --no-show-due"),
    ):
        header.add_argument(
            f"--show-{flag}", action=argparse.BooleanOptionalAction, default=None, help=says
        )
    way = header.add_mutually_exclusive_group()
    way.add_argument(
        "--on", action="store_true", help="write the header beside the case file from now on"
    )
    way.add_argument("--off", action="store_true", help="remove the header")
    header.set_defaults(command="board_commands.header")
