"""Runs one command and turns what happens into an exit status."""

import signal
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from app.cli.output import Voice, speak_to_any_terminal
from app.cli.parser import build_parser
from app.cli.stopping import stoppable
from app.cli.typed import is_text
from app.errors import CasepackError, NotUnderstood
from app.phrases import _
from app.progress import Cancelled
from app.worker.private import sweep

BUG = 70  # EX_SOFTWARE of sysexits.h
STOPPED = 128 + signal.SIGINT

Command = Callable[[Namespace, Voice], int]
Show = Callable[[list[str]], int]
"""Opens the window on a case; gets its path as the only argument."""


def is_command(arguments: list[str]) -> bool:
    """Whether the arguments are for the command line, not names of cases for the window."""
    if not arguments:
        return False
    first = arguments[0]
    if first.startswith("-"):
        return True
    return first in COMMANDS or not (Path(first).exists() or first.endswith(".casepack"))


COMMANDS = frozenset(
    {
        "demo", "new", "add", "note", "reason", "question", "set", "show", "search", "check",
        "export", "verify", "edit", "remove", "restore", "event", "medicine", "allergy", "tried",
        "outside", "recipient", "recipients", "presets", "version", "versions", "mark", "cover",
        "uncover", "keep", "builds", "sent", "pack",
        "sizes", "option", "checklist", "labels", "shipping", "opinion", "compare",
        "decide", "visit-sheet", "reply-pack", "archive", "erase", "sharing-report", "lists",
        "board", "header",
    }
)  # fmt: skip


def run(arguments: list[str], show: Show | None = None) -> int:
    """Run one command and return the exit status; `show` opens the window when one is wanted."""
    speak_to_any_terminal()
    args = build_parser().parse_args(arguments)
    args.case_to_show = []
    voice = Voice(args.json)
    try:
        if not is_text(args):
            raise NotUnderstood(_("Some of the words are no text. Type them again."))
        with stoppable():
            sweep()
            status = _command(args.command)(args, voice)
    except CasepackError as error:
        return voice.failure(error)
    except (Cancelled, KeyboardInterrupt):
        print(_("Stopped. Nothing half done was left."), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # whoever read our output has had enough
        return 0
    except Exception as bug:
        print(_("Something went wrong in the program. Your case is safe."), file=sys.stderr)
        print(where(bug), file=sys.stderr)
        return BUG
    if args.case_to_show and show is not None:
        return show(args.case_to_show)
    return status


def _command(name: str) -> Command:
    module, _dot, function = name.partition(".")
    command: Command = getattr(import_module(f"app.cli.{module}"), function)
    return command


def where(bug: BaseException) -> str:
    """Say where a bug arose, but not its words or paths: they may be the patient's."""
    frames = traceback.extract_tb(bug.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(bug).__name__, *lines])
