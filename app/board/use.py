"""Whether somebody works with a case file, told without opening it.

To open and close a file, even only to look at it, would take away the locks
that SQLite holds on it in this very process:
https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
"""

import os
from collections.abc import Collection, Iterable
from enum import Enum
from pathlib import Path

_LOCKS = Path("/proc/locks")
"""Of Linux: a line for each lock of the computer; see proc_locks(5)."""


class Use(Enum):
    """Who has a case open."""

    NOBODY = "nobody"
    HERE = "here"
    ELSEWHERE = "elsewhere"
    PERHAPS = "perhaps"
    """A journal lies beside it: somebody works there, or a program ended in the middle."""


FileKey = tuple[int, int, int]
"""Major and minor number of the disk, and the inode."""


def locked_files() -> frozenset[FileKey]:
    """Give the files that a program of this computer has locked; none where it cannot be told."""
    try:
        return keys_in(_LOCKS.read_text(encoding="ascii", errors="replace").splitlines())
    except OSError:
        return frozenset()


def keys_in(lines: Iterable[str]) -> frozenset[FileKey]:
    """Read lines of /proc/locks; what waits for a lock (“->”) stands there as well."""
    found = set()
    for line in lines:
        for word in line.split():
            parts = word.split(":")
            if len(parts) == 3 and parts[2]:
                try:
                    found.add((int(parts[0], 16), int(parts[1], 16), int(parts[2])))
                except ValueError:
                    continue
    return frozenset(found)


def use_of(path: Path, here: Collection[Path], locked: Collection[FileKey]) -> Use:
    """Tell who uses a case file; `here` are those that this program has open, resolved."""
    if path.resolve() in here:
        return Use.HERE
    try:
        about = path.stat()
    except OSError:  # just gone
        return Use.NOBODY
    # Windows has no such list, and no such numbers either.
    if locked and (os.major(about.st_dev), os.minor(about.st_dev), about.st_ino) in locked:
        return Use.ELSEWHERE
    return Use.PERHAPS if path.with_name(f"{path.name}-journal").exists() else Use.NOBODY
