"""Passwords: from the keyboard or the first lines of stdin, never from an argument."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TextIO

from app.case.casefile import CaseFile
from app.case.header_file import TABLES, bring_header
from app.errors import NotUnderstood
from app.phrases import _


def line_of_stdin() -> str:
    """Give the next line of stdin without its end. Raises NotUnderstood when there is none."""
    line = _next_line()
    if not line:
        raise NotUnderstood(_("A password was expected on stdin, but nothing came."))
    return line.rstrip("\r\n")


def rest_of_stdin() -> str:
    """Give all that is left on stdin. Raises NotUnderstood when it is no text."""
    return _text_of(lambda stdin: stdin.read())


def _next_line() -> str:
    """Give the next line of stdin, "" at its end."""
    return _text_of(lambda stdin: stdin.readline())


def _text_of(read: Callable[[TextIO], str]) -> str:
    if sys.stdin is None:  # closed by whoever started the command
        return ""
    try:
        text = read(sys.stdin)
        text.encode()  # in the C locale Python lets through what is no text
    except UnicodeError as error:
        raise NotUnderstood(
            _("What came on stdin is no text in UTF-8. Save it as UTF-8 first.")
        ) from error
    return text


def password_of(args: Namespace) -> str:
    """Give the case's password, or "" for a case without one."""
    return line_of_stdin() if args.password_stdin else ""


def open_case(args: Namespace) -> CaseFile:
    """Open the case that a command names; each change brings its header for a board as well."""
    case = CaseFile.open(args.case, password_of(args))

    def follow(tables: frozenset[str]) -> None:
        if tables & TABLES and (case.journey.header().on_board or "header" in tables):
            bring_header(case, date.today())

    case.on_change(follow)
    return case


def ask_for_file(args: Namespace, name: str, again: bool) -> str | None:
    """Ask for the password of a locked paper; None when nobody can answer."""
    if args.file_password_stdin:
        line = _next_line()
        return line.rstrip("\r\n") if line else None
    if args.yes or args.json or not is_at_keyboard():
        return None
    text = (
        _("Wrong password. Password of “{name}” (empty: leave it out): ")
        if again
        else _("Password of “{name}” (empty: leave it out): ")
    )
    return getpass.getpass(text.format(name=Path(name).name), stream=sys.stderr) or None


def is_at_keyboard() -> bool:
    """Whether somebody can be asked; a stdin that was closed is nobody."""
    return sys.stdin is not None and sys.stdin.isatty()
