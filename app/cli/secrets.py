"""Passwords: from the keyboard or the first lines of stdin, never from an argument."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from app.case.casefile import CaseFile
from app.errors import NotUnderstood
from app.phrases import _


def line_of_stdin() -> str:
    """Give the next line of stdin without its end. Raises NotUnderstood when there is none."""
    line = sys.stdin.readline()
    if not line:
        raise NotUnderstood(_("A password was expected on stdin, but nothing came."))
    return line.rstrip("\r\n")


def password_of(args: Namespace) -> str:
    """Give the case's password, or "" for a case without one."""
    return line_of_stdin() if args.password_stdin else ""


def open_case(args: Namespace) -> CaseFile:
    """Open the case that a command names."""
    return CaseFile.open(args.case, password_of(args))


def ask_for_file(args: Namespace, name: str, again: bool) -> str | None:
    """Ask for the password of a locked paper; None when nobody can answer."""
    if args.file_password_stdin:
        line = sys.stdin.readline()
        return line.rstrip("\r\n") if line else None
    if args.yes or args.json or not sys.stdin.isatty():
        return None
    text = (
        _("Wrong password. Password of “{name}” (empty: leave it out): ")
        if again
        else _("Password of “{name}” (empty: leave it out): ")
    )
    return getpass.getpass(text.format(name=Path(name).name), stream=sys.stderr) or None
