"""How long work tells how far it has come, and learns that it should stop."""

from collections.abc import Callable
from threading import Event

Report = Callable[[int, int, str], None]


class Cancelled(Exception):
    """The person asked for the work to stop; not a failure."""


class Progress:
    """Handed to every long operation, by the window and the command line alike."""

    def __init__(self, report: Report = lambda *_: None) -> None:
        self._report = report
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; safe from any thread."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for the work to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` is finished and `what` comes next.

        Raises Cancelled when the person asked for the work to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        self._report(done, total, what)
