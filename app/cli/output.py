"""How the command line speaks: results to stdout, progress and failures to stderr."""

import json
import sys
from collections.abc import Iterable

from app.errors import CasepackError
from app.progress import Progress


class Voice:
    """Says results as words or as JSON; a command says one result."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._shown = ""

    def result(self, values: dict[str, object], words: Iterable[str]) -> None:
        """Give the result of a command in the form that was asked for."""
        self._clear()
        if self._as_json:
            print(json.dumps(values, ensure_ascii=False, indent=2))
        else:
            for line in words:
                print(line)

    def failure(self, error: CasepackError) -> int:
        """Say why a command failed and give its exit status."""
        self._clear()
        if self._as_json:
            print(json.dumps({"error": str(error), "exit_status": error.exit_code}))
        print(error, file=sys.stderr)
        return error.exit_code

    def progress(self) -> Progress:
        """Give a progress that shows itself on stderr: on one line, or a line for each tenth."""
        return Progress(self._show)

    def _show(self, done: int, total: int, what: str) -> None:
        percent = 100 * done // total if total else 100
        if sys.stderr.isatty():
            shown = f"{percent:3} %  {what[:60]}"
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
