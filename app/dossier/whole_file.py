"""Puts a finished file in its place, whole or not at all."""

import errno
import os
import secrets
import shutil
import sys
import time
from pathlib import Path

from app.errors import DiskFull, FolderNotWritable
from app.phrases import _

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_TRIES, _WAIT = 5, 0.4  # a virus scanner or a reader holds a file for a moment


def put_in_place(made: Path, target: Path) -> None:
    """Move `made` to `target`, replacing what was there in one step.

    On another file system it is copied. Whatever fails, `target` is what it
    was before and nothing else is left in its folder. Raises DiskFull or
    FolderNotWritable.
    """
    part = target.parent / f".casepack-{secrets.token_hex(8)}.part"
    try:
        _bring(made, part)
        _flush(part)
        _replace(part, target)
        _flush_folder(target.parent)
    except OSError as problem:
        raise disk_full(problem, target) or _not_writable(target) from problem
    finally:
        part.unlink(missing_ok=True)


def disk_full(problem: OSError, target: Path) -> DiskFull | None:
    """Give the failure to show when there was no room left for `target`; else None."""
    if problem.errno not in _FULL:
        return None
    text = _(
        "There is not enough room on the disk for “{file}”. "
        "Free some space or choose another place."
    )
    return DiskFull(text.format(file=target.name))


def _not_writable(target: Path) -> FolderNotWritable:
    text = _("“{file}” cannot be saved in “{folder}”. Choose another folder.")
    return FolderNotWritable(text.format(file=target.name, folder=target.parent))


def _bring(made: Path, part: Path) -> None:
    try:
        made.rename(part)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        with made.open("rb") as source:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "wb") as copy:  # noqa: PTH123 - a descriptor
                shutil.copyfileobj(source, copy, 1024 * 1024)


def _flush(part: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(part: Path, target: Path) -> None:
    for _try in range(_TRIES - 1):
        try:
            part.replace(target)
        except PermissionError:
            if sys.platform != "win32":
                raise
            time.sleep(_WAIT)
        else:
            return
    part.replace(target)


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # a folder cannot be flushed there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
