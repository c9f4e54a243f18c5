"""A lock for those who come for a moment, and for one who comes again and again for long."""

import time
from threading import RLock
from types import TracebackType

BREATH = 0.02  # seconds; enough for all that a window reads to show itself


class TurnLock:
    """A re-entrant lock that knows whether somebody had to wait for it.

    Whoever lets go of Python's own lock and takes it again at once is mostly
    the quickest to get it: a window that reads ten things one after the other
    would have to wait ten times for one import. `give_way` lets it go first.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._waited = False

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self._waited = True
            self._lock.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()

    def give_way(self) -> bool:
        """Pause for a moment if anybody had to wait since the last call; give whether one had to.

        For long work between two of its pieces, without the lock.
        """
        waited, self._waited = self._waited, False
        if waited:
            time.sleep(BREATH)
        return waited
