"""How this program opens SQLite: one engine, one way, with a password or without.

`sqlcipher3` serves every case file, so that each system has the same modern
SQLite. sqlite-utils finds it under the name `pysqlite3`, which it looks for
first; without that its error handling would not recognise our errors.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database  # noqa: E402 - only after the engine has its name

from app.case.turn_lock import TurnLock  # noqa: E402
from app.errors import (  # noqa: E402
    CaseDamaged,
    CaseOpenElsewhere,
    CasepackError,
    DiskFull,
    FolderNotWritable,
    NotACaseFile,
)
from app.phrases import _  # noqa: E402

Error = dbapi2.Error
IntegrityError = dbapi2.IntegrityError

# Result codes: https://sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR = 5, 6, 8, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26

PAGE_SIZE = 16384  # bytes; large documents go in a third faster than with 4096


class CaseDatabase(Database):
    """The one connection to a case file, behind one re-entrant lock."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - the engine ships no types
        super().__init__(connection, execute_plugins=False)
        self.lock = TurnLock()

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[dict[str, Any]]:
        """Run a query and give all of its rows."""
        with self.lock:
            return list(self.query(sql, values))

    def row(self, sql: str, values: tuple[object, ...] = ()) -> dict[str, Any] | None:
        """Run a query and give its first row, if there is one."""
        with self.lock:
            return next(iter(self.query(sql, values)), None)

    def run(self, sql: str, values: tuple[object, ...] = ()) -> Any:  # noqa: ANN401
        """Run one statement and give its cursor."""
        with self.lock:
            return self.conn.execute(sql, values)


APPLICATION_ID = 0x4361_7365  # "Case"; PRAGMA application_id of every case file


def connect(path: Path, password: str = "", *, fresh: bool = False) -> CaseDatabase:
    """Open a file with the settings every case file is used with.

    A file that is not one of ours is recognised before anything is written
    to it; `fresh` marks an empty file as ours.

    The settings follow measurements of power cuts and of copies made while
    somebody types: a rollback journal, `synchronous=EXTRA`, one opener.
    Raises the CasepackErrors of `told_apart`.
    """
    with told_apart(path):
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _settle(connection, path, password, fresh)
        except BaseException:
            connection.close()
            raise
    return CaseDatabase(connection)


def _settle(connection: Any, path: Path, password: str, fresh: bool) -> None:  # noqa: ANN401
    def pragma(text: str) -> Any:  # noqa: ANN401
        return connection.execute(f"PRAGMA {text}").fetchone()

    pragma("cipher_log_level = NONE")  # a wrong password is no news for stderr
    if password:
        pragma("key = '{}'".format(password.replace("'", "''")))
    elif fresh:
        pragma(f"page_size = {PAGE_SIZE}")
    pragma("busy_timeout = 200")
    if fresh:
        pragma(f"application_id = {APPLICATION_ID}")
    elif pragma("application_id")[0] != APPLICATION_ID:
        raise not_a_case_file(path)
    pragma("locking_mode = EXCLUSIVE")
    pragma("journal_mode = DELETE")
    pragma("synchronous = EXTRA")
    pragma("foreign_keys = ON")
    pragma("trusted_schema = OFF")
    pragma("cell_size_check = ON")
    pragma("mmap_size = 0")
    pragma("secure_delete = ON")
    pragma("temp_store = MEMORY")
    pragma("cache_size = -32000")
    connection.execute("BEGIN EXCLUSIVE")  # takes the lock now, not at the first change
    connection.execute("COMMIT")
    if pragma("quick_check(1)")[0] != "ok":
        raise dbapi2.DatabaseError("quick_check found damage")


def make_empty(path: Path) -> None:
    """Make an empty file that only its owner may read; the name must be free.

    SQLite itself would let other users of the computer read it.
    """
    with file_told_apart(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a sentence for each kind of failure."""
    try:
        yield
    except dbapi2.Error as error:
        failure = _of_sqlite(error, path)
        if failure is None:
            raise
        raise failure from error


@contextmanager
def file_told_apart(path: Path) -> Iterator[None]:
    """Turn what the system says of making or writing `path` into a sentence."""
    try:
        yield
    except FileExistsError as error:
        raise FolderNotWritable(
            _("There is a file “{name}” already. Choose another name.").format(name=path.name)
        ) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _disk_full(path) from error
        raise _not_writable(path) from error


def _of_sqlite(error: Exception, path: Path) -> CasepackError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (_BUSY, _LOCKED):
        return CaseOpenElsewhere(
            _(
                "“{name}” is open in another window or program. "
                "Close it there first, so that no work is lost."
            ).format(name=path.name)
        )
    if code == _NOTADB:
        return not_a_case_file(path)
    if code == _FULL:
        return _disk_full(path)
    if code in (_READONLY, _CANTOPEN):
        return _not_writable(path)
    if code in (_CORRUPT, _IOERR) or str(error).startswith("quick_check"):
        return CaseDamaged(
            _(
                "The case file “{name}” is damaged. Do not save into it. "
                "Open the newest backup copy; the original papers you added are not touched."
            ).format(name=path.name)
        )
    return None


def not_a_case_file(path: Path) -> NotACaseFile:
    """Give the sentence for a foreign file; a wrong password looks just the same."""
    return NotACaseFile(
        _(
            "“{name}” is not a case file, or the password does not fit. "
            "Look for a file that ends in .casepack, or try the password again."
        ).format(name=path.name)
    )


def _disk_full(path: Path) -> DiskFull:
    return DiskFull(
        _(
            "There is no room left on the disk of “{name}”. Your work so far is safe. "
            "Free some space, then try again."
        ).format(name=path.name)
    )


def _not_writable(path: Path) -> FolderNotWritable:
    if path.exists() and not os.access(path, os.R_OK):
        text = _("“{name}” may not be opened by you. Ask its owner for the right to do so.")
        return FolderNotWritable(text.format(name=path.name))
    if path.exists() and not os.access(path, os.W_OK):
        text = _(
            "“{name}” is write-protected. Copy it to a folder of your own, then open the copy."
        )
        return FolderNotWritable(text.format(name=path.name))
    return FolderNotWritable(
        _(
            "The folder of “{name}” does not take new files. "
            "Choose another folder, or ask for the right to write there."
        ).format(name=path.name)
    )
