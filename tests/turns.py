"""Lets a test that measures have the machine to itself, also when others run beside it.

Each test holds a place in the room; one that is marked `alone` waits until it
is empty, and keeps the door shut meanwhile. Where the system has no such
locks, or the tests do not run beside each other, nothing waits.
"""

import os
from contextlib import contextmanager

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None


@contextmanager
def turn(folder, *, alone):
    """Hold a place, or with `alone` the whole room; `folder` is one that all workers share."""
    if fcntl is None or "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    with (folder / "door").open("a") as door, (folder / "room").open("a") as room:
        fcntl.flock(door, fcntl.LOCK_EX)  # so that whoever waits for all others gets its turn
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        fcntl.flock(door, fcntl.LOCK_UN)
        yield
