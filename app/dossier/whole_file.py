"""Puts finished files in their places, whole or not at all."""

import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
    put_all_in_place([(made, target)])


def put_all_in_place(files: Sequence[tuple[Path, Path]]) -> None:
    """Move each made file to its target, all of one folder, all of them or none.

    Every file is on the disk before the first one takes its place. Whatever
    fails, the targets are what they were before and nothing else is left in
    the folder. Raises DiskFull or FolderNotWritable.
    """
    parts = {target: _beside(target, "part") for _made, target in files}
    target = files[0][1]
    try:
        for made, target in files:
            _bring(made, parts[target])
            _flush(parts[target])
        with _old_ones_kept(list(parts) if len(parts) > 1 else []):
            for target, part in parts.items():
                _replace(part, target)
            flush_folder(target.parent)
    except OSError as problem:
        raise disk_full(problem, target) or not_writable(target) from problem
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


@contextmanager
def full_told(target: Path) -> Iterator[None]:
    """Raise DiskFull for `target` where the disk gets full; other failures go on."""
    try:
        yield
    except OSError as problem:
        if full := disk_full(problem, target):
            raise full from problem
        raise


@contextmanager
def _old_ones_kept(targets: Sequence[Path]) -> Iterator[None]:
    """Bring back what was at `targets` when anything fails meanwhile."""
    old = {target: _beside(target, "old") for target in targets if target.exists()}
    try:
        for target, kept in old.items():
            _second_name(target, kept)
        try:
            yield
        except BaseException:
            for target in targets:
                if target in old:
                    _replace(old[target], target)
                else:
                    target.unlink(missing_ok=True)
            raise
    finally:
        for kept in old.values():
            kept.unlink(missing_ok=True)


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        shutil.copyfile(file, name)


def _beside(target: Path, kind: str) -> Path:
    return target.parent / f".casepack-{secrets.token_hex(8)}.{kind}"


def disk_full(problem: OSError, target: Path) -> DiskFull | None:
    """Give the failure to show when there was no room left for `target`; else None."""
    if problem.errno not in _FULL:
        return None
    text = _(
        "There is not enough room on the disk for “{file}”. "
        "Free some space or choose another place."
    )
    return DiskFull(text.format(file=target.name))


def not_writable(target: Path) -> FolderNotWritable:
    """Give the failure to show when the system does not take `target`."""
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


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do that."""
    if sys.platform == "win32":
        return  # a folder cannot be flushed there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
