"""Takes a case file off the disk, with the copies beside it that this program made."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from app.case.engine import told_apart
from app.errors import FolderNotWritable, NotACaseFile
from app.phrases import _

HEADER_ENDING = ".header.json"
"""What the name of a case has more where its header for a board lies; see header_file.py."""

_OF_SQLITE = ("-journal", "-wal", "-shm")


def belonging(path: Path) -> tuple[Path, ...]:
    """Give the case file and what of ours lies beside it, as far as it is there.

    That are copies kept before a change for good (`keep_copy`), a copy that
    was never finished, the header for a board, and what SQLite leaves after
    a power cut. Copies that somebody made elsewhere or under another name
    are not known.
    """
    name, folder = path.name, path.parent
    copies = sorted(
        one for one in folder.iterdir() if one.name.startswith(f"{name}.before-") and one.is_file()
    )
    parts = sorted(
        one
        for one in folder.iterdir()
        if one.name.startswith(f".{name}.") and ".part" in one.name and one.is_file()
    )
    left = [path.with_name(f"{name}{ending}") for ending in (HEADER_ENDING, *_OF_SQLITE)]
    return (path, *copies, *parts, *(one for one in left if one.is_file()))


def is_name_of(typed: str, patient: str, path: Path) -> bool:
    """Whether somebody typed the patient's name, or the file's where the patient has none."""
    wanted = " ".join(patient.split()) or path.stem
    return bool(typed.strip()) and " ".join(typed.split()).casefold() == wanted.casefold()


def remove_case(path: Path) -> tuple[Path, ...]:
    """Remove a case that was closed, and what belongs to it; give what was removed.

    Every file gets another name first, so that either all can go or none
    goes. Raises CaseOpenElsewhere or FolderNotWritable; then all are there
    as they were, but for what the sentence names.
    """
    try:
        every = belonging(path)
        if path.is_symlink() or not path.is_file():
            raise _kept(path)
        _not_in_use(path)
        _rename_and_unlink(every)
    except OSError as problem:
        raise _kept(path) from problem
    return every


def _rename_and_unlink(every: Sequence[Path]) -> None:
    renamed: dict[Path, Path] = {}
    try:
        for one in every:
            aside = one.with_name(f".{secrets.token_hex(6)}.removed")
            one.rename(aside)
            renamed[one] = aside
        for one in reversed(every):  # the case itself is the last to go
            renamed[one].unlink()
            del renamed[one]
    except BaseException:
        for one, aside in renamed.items():
            aside.rename(one)
        raise


def _not_in_use(path: Path) -> None:
    """Raise CaseOpenElsewhere where another program holds the file.

    No password is needed: who cannot have the lock hears that first.
    """
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        with told_apart(path):
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA busy_timeout = 200")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except NotACaseFile:  # it could be read, and has a password
        return
    finally:
        connection.close()


def _kept(path: Path) -> FolderNotWritable:
    text = _("“{name}” cannot be removed. It is still there. Close what uses it and try again.")
    return FolderNotWritable(text.format(name=path.name))
