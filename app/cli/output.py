"""How the command line speaks: results to stdout, progress and failures to stderr."""

import io
import json
import re
import sys
from collections.abc import Iterable

from app.errors import CasepackError
from app.progress import Progress

# A title may hold what a terminal obeys; halves of a pair cannot be written at all.
_UNFIT = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff]+")


class Voice:
    """Says results as words or as JSON; a command says one result."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._shown = ""

    def result(self, values: dict[str, object], words: Iterable[str]) -> None:
        """Give the result of a command in the form that was asked for."""
        self._clear()
        if self._as_json:
            print(_json(values))
        else:
            for line in words:
                print(_line(line))

    def failure(self, error: CasepackError) -> int:
        """Say why a command failed and give its exit status."""
        self._clear()
        if self._as_json:
            print(_json({"error": str(error), "exit_status": error.exit_code}))
        print(_line(str(error)), file=sys.stderr)
        return error.exit_code

    def progress(self) -> Progress:
        """Give a progress that shows itself on stderr: on one line, or a line for each tenth."""
        return Progress(self._show)

    def _show(self, done: int, total: int, what: str) -> None:
        percent = 100 * done // total if total else 100
        if sys.stderr.isatty():
            shown = f"{percent:3} %  {_line(what[:60])}"
            if shown != self._shown:
                print(f"\r{shown:<70}", end="", file=sys.stderr, flush=True)
        else:
            shown = f"{percent // 10 * 10} %"
            if shown != self._shown:
                print(shown, file=sys.stderr)
        self._shown = shown

    def _clear(self) -> None:
        if self._shown and sys.stderr.isatty():
            print(f"\r{'':<70}\r", end="", file=sys.stderr, flush=True)
        self._shown = ""


def speak_to_any_terminal() -> None:
    """Write “?” for a letter that the terminal has no form of, where Python would give up."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _json(values: dict[str, object]) -> str:
    # Letters beyond ASCII are escaped: so it is the same on every terminal, and
    # names of files that are no text come through unharmed.
    return json.dumps(values, ensure_ascii=True, indent=2)


def _line(text: str) -> str:
    return _UNFIT.sub(" ", text)
