"""Whole copies of a case file, checked before they count."""

import os
from pathlib import Path

from app.case.engine import CaseDatabase, file_told_apart, told_apart
from app.errors import CaseDamaged
from app.phrases import _


def back_up(db: CaseDatabase, target: Path, *, off_board: bool = False) -> None:
    """Write a copy to `target`, readable by its owner only; whole or not at all.

    An encrypted case gives an encrypted copy with the same password. With
    `off_board` the copy is on no board of many cases: where it is opened,
    nothing is written beside it. The case itself stays as it is.
    """
    part = target.with_name(f".{target.name}.part")
    with told_apart(target), file_told_apart(target):
        try:
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with db.lock:
                _vacuum_into(db, part)
                if off_board:
                    _take_off_board(db, part)
            _settle(part)
            part.replace(target)
            _sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)


def keep_copy(db: CaseDatabase, path: Path, why: str) -> Path:
    """Keep a copy beside the case before it is changed for good, and give its path."""
    target = path.with_name(f"{path.name}.{why}")
    back_up(db, target)
    return target


def _vacuum_into(db: CaseDatabase, part: Path) -> None:
    query_only = db.run("PRAGMA query_only").fetchone()[0]
    db.run("PRAGMA query_only = OFF")
    try:
        pages = db.run("PRAGMA page_count").fetchone()[0]
        db.run("VACUUM INTO ?", (str(part),))
    finally:
        db.run(f"PRAGMA query_only = {query_only}")
    if pages and part.stat().st_size == 0:
        raise CaseDamaged(_("The backup copy could not be written. Try another disk."))


def _take_off_board(db: CaseDatabase, part: Path) -> None:
    """Change the copy beside the case: without a key of its own it opens with that of the case."""
    query_only = db.run("PRAGMA query_only").fetchone()[0]
    db.run("PRAGMA query_only = OFF")
    try:
        db.run("ATTACH DATABASE ? AS copy", (str(part),))
        try:
            db.run("UPDATE copy.header SET on_board = 0 WHERE on_board <> 0")
        finally:
            db.run("DETACH DATABASE copy")
    finally:
        db.run(f"PRAGMA query_only = {query_only}")


def _settle(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
