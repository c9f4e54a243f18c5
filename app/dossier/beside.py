"""What is on its way to its place: a name beside it, and the last step there.

A name begins with a dot, tells for which place it is, and is never taken
twice. So what an ended program left behind can be told from everything else.
"""

import hashlib
import os
import secrets
import shutil
import sys
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

MADE, OLD = "part", "old"
"""What is being made, and what stood at the place before and goes once that is made."""

_TRIES, _WAIT = 5, 0.4  # a virus scanner or a file window holds a file for a moment
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn each line break into two signs


def beside(target: Path, kind: str = MADE) -> Path:
    """Give a fresh name in the folder of `target`."""
    return target.parent / f"{_start(target)}{secrets.token_hex(4)}.{kind}"


def left_behind(target: Path, kind: str = MADE) -> list[Path]:
    """Give what has such a name for `target`, the newest first. Raises OSError."""
    found = target.parent.glob(f"{_start(target)}*.{kind}")
    return sorted(found, key=lambda path: path.lstat().st_mtime, reverse=True)


def _start(target: Path) -> str:
    same = unicodedata.normalize("NFC", target.name).casefold()
    digest = hashlib.sha256(same.encode(errors="surrogateescape")).hexdigest()
    return f".casepack-{digest[:12]}-"


def sweep(target: Path, kind: str = MADE) -> None:
    """Remove what a program that was ended in the middle of its work left for `target`.

    Each gets another name first: should somebody still be writing it, their
    last step fails instead of bringing half of it to its place. What the
    system does not let go of stays for the next time.
    """
    try:
        for path in left_behind(target, kind):
            gone = beside(target)
            path.rename(gone)
            remove(gone)
    except OSError:  # it only takes room; whatever is wrong there, the work itself will tell
        return


def new_file(path: Path) -> BinaryIO:
    """Open a file that must not be there yet, for its owner alone. Raises OSError."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    return open(opened, "wb")  # noqa: PTH123 - a descriptor; the caller closes it


def flush(path: Path) -> None:
    """Bring a file to the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do that."""
    if sys.platform == "win32":
        return  # a folder cannot be flushed there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move(old: Path, new: Path) -> None:
    """Let `old` be called `new` in one step; a file that is there is replaced. Raises OSError."""
    for _try in range(_TRIES - 1):
        try:
            old.replace(new)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(_WAIT)
        else:
            return
    old.replace(new)


def remove(path: Path) -> bool:
    """Remove a file, or a folder with all in it; False when the system keeps it.

    A disk that is gone keeps nothing that could be removed.
    """
    for _try in range(_TRIES):
        if os.path.islink(path) or not os.path.isdir(path):  # noqa: PTH112, PTH114 - never raise
            with suppress(OSError):  # looked for just below
                path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)
        if not os.path.lexists(path):
            return True
        time.sleep(_WAIT)
    return False
