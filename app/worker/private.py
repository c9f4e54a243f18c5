"""Private folders for the sealed room, and the sweeping of those left behind.

Each folder `x` stands beside a file `x.lock`, which its owner keeps locked.
The system gives the lock up when the owner ends, however it ends; whoever
gets the lock knows that nobody needs the folder any more.
"""

import errno
import os
import secrets
import shutil
import sys
import time
from pathlib import Path

import platformdirs

from app.errors import DiskFull, FolderNotWritable
from app.phrases import _

_LOCK = ".lock"
_held: dict[Path, int] = {}  # the locks of this process, by folder


def private_folder() -> Path:
    """Make a fresh folder that only this user can enter; `release` removes it.

    Raises FolderNotWritable.
    """
    rooms = _rooms()
    try:
        rooms.mkdir(mode=0o700, parents=True, exist_ok=True)
        while True:
            folder = rooms / secrets.token_hex(8)
            lock = _new_lock(folder)
            if lock is not None:
                break
        folder.mkdir(mode=0o700)
    except OSError as problem:
        raise FolderNotWritable(
            _(
                "The folder “{folder}” does not take new files. Check the disk, then try again."
            ).format(folder=rooms)
        ) from problem
    _held[folder] = lock
    return folder


def release(folder: Path) -> None:
    """Remove a folder of `private_folder` with all that is in it.

    What the system does not let go of within half a second stays for the next `sweep`.
    """
    lock = _held.pop(folder)
    _remove(folder)
    _drop(folder.with_name(folder.name + _LOCK), lock)


def no_room(problem: OSError) -> DiskFull | None:
    """Give the failure to show when the disk of the private folders is full; else None."""
    if problem.errno not in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return None
    text = _(
        "There is not enough room on the disk of “{folder}” to look at the files. "
        "Free some space, then try again."
    )
    return DiskFull(text.format(folder=_rooms()))


def sweep() -> int:
    """Remove the folders whose owners have ended; gives how many."""
    rooms = _rooms()
    if not rooms.is_dir():
        return 0
    removed = 0
    for path in sorted(rooms.glob("*" + _LOCK)):
        lock = _lock_of_nobody(path)
        if lock is not None:
            folder = path.with_name(path.name.removesuffix(_LOCK))
            removed += folder.exists()
            _remove(folder)
            _drop(path, lock)
    return removed


def _rooms() -> Path:
    chosen = os.environ.get("CASEPACK_PRIVATE")
    return Path(chosen) if chosen else platformdirs.user_cache_path("casepack") / "rooms"


def _new_lock(folder: Path) -> int | None:
    """Take the lock of a new folder; None when a sweep was quicker."""
    path = folder.with_name(folder.name + _LOCK)
    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _take(opened)
    except BlockingIOError:
        os.close(opened)
        return None
    if not path.exists():
        os.close(opened)
        return None
    return opened


def _lock_of_nobody(path: Path) -> int | None:
    """Lock a lock file without waiting; None when somebody holds or has removed it."""
    try:
        opened = os.open(path, os.O_RDWR)
    except (FileNotFoundError, PermissionError):
        return None
    try:
        _take(opened)
    except OSError:
        os.close(opened)
        return None
    return opened


if sys.platform == "win32":
    import msvcrt

    def _take(opened: int) -> None:
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except PermissionError as held:  # what Windows says when somebody else has it
            raise BlockingIOError(*held.args) from held

else:
    import fcntl

    def _take(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _drop(path: Path, lock: int) -> None:
    """Remove the lock file, unless its folder could not be removed."""
    gone = not path.with_name(path.name.removesuffix(_LOCK)).exists()
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(lock)
        if gone:
            path.unlink(missing_ok=True)
        return
    if gone:
        path.unlink(missing_ok=True)
    os.close(lock)


def _remove(folder: Path) -> None:
    for _attempt in range(5):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)  # Windows lets go of a killed process's files a moment later
