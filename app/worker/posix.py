"""Resource limits of Linux and macOS (POSIX.1-2017, getrlimit; Linux getrlimit(2))."""

import resource
import signal
import sys
from pathlib import Path

from app.worker.limits import MIB, Limits

assert sys.platform != "win32"  # the type checker skips the rest there

_OPEN_FILES = 4096  # a dossier of some thousand documents holds them all open
_PAGE = resource.getpagesize()
_LISTENER = 80 * MIB  # address space of the thread that listens: its stack and its heap


def held_bytes() -> int | None:
    """Give the address space in use, or None where the system does not say."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * _PAGE if statm.exists() else None


def limit_process() -> None:
    """Set what holds for all orders: no core dump, few open files."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _set(resource.RLIMIT_NOFILE, _OPEN_FILES)


def limit_order(limits: Limits, base: int | None) -> None:
    """Set what holds for one order; `base` is `held_bytes()` of the idle process.

    The alarm ends the process even when the parent is gone and a library
    holds the interpreter's lock.
    """
    if base is not None:
        _set(resource.RLIMIT_AS, base + _LISTENER + limits.memory_bytes)
    _set(resource.RLIMIT_FSIZE, limits.file_bytes)
    signal.alarm(int(limits.last_second) + 5)


def end_order() -> None:
    """Switch the alarm off."""
    signal.alarm(0)


def _set(which: int, value: int) -> None:
    """Set the soft limit; the hard one stays, so that the next order may have more."""
    hard = resource.getrlimit(which)[1]
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(which, (value, hard))
