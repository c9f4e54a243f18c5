"""Puts finished files in their places, whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.dossier.beside import OLD, beside, flush, flush_folder, move, new_file, remove, sweep
from app.errors import DiskFull, FolderNotWritable
from app.phrases import _

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def put_in_place(made: Path, target: Path) -> None:
    """Move `made` to `target`, replacing what was there in one step.

    On another file system it is copied. Whatever fails, `target` is what it
    was before and nothing else is left in its folder. Raises DiskFull or
    FolderNotWritable.
    """
    put_all_in_place([(made, target)])


def write_in_place(data: bytes, target: Path) -> None:
    """Let `target` be a file with these bytes, for its owner alone, whole or not at all.

    Raises DiskFull or FolderNotWritable; then `target` is what it was before.
    """
    part = beside(target)
    try:
        with new_file(part) as file:
            file.write(data)
        flush(part)
        move(part, target)
        flush_folder(target.parent)
    except OSError as problem:
        raise disk_full(problem, target) or not_writable(target) from problem
    finally:
        remove(part)


def put_all_in_place(files: Sequence[tuple[Path, Path]]) -> None:
    """Move each made file to its target, all of one folder, all of them or none.

    Every file is on the disk before the first one takes its place. Whatever
    fails, the targets are what they were before and nothing else is left in
    the folder. Raises DiskFull or FolderNotWritable.
    """
    for _made, target in files:
        sweep(target)
    parts = {target: beside(target) for _made, target in files}
    target = files[0][1]
    try:
        for made, target in files:
            _bring(made, parts[target])
            flush(parts[target])
        with _old_ones_kept(list(parts) if len(parts) > 1 else []):
            for target, part in parts.items():
                move(part, target)
            flush_folder(target.parent)
        for target in parts:
            sweep(target, OLD)  # of a program that was ended just then
    except OSError as problem:
        raise disk_full(problem, target) or not_writable(target) from problem
    finally:
        for part in parts.values():
            remove(part)


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
    old = {target: beside(target, OLD) for target in targets if target.exists()}
    try:
        for target, kept in old.items():
            _second_name(target, kept)
        try:
            yield
        except BaseException:
            for target in targets:
                if target in old:
                    move(old[target], target)
                else:
                    target.unlink(missing_ok=True)
            raise
    finally:
        for kept in old.values():
            remove(kept)


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        shutil.copyfile(file, name)


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
        with made.open("rb") as source, new_file(part) as copy:
            shutil.copyfileobj(source, copy, 1024 * 1024)
