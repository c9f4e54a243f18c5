"""The header beside a case file: what a board may read without opening the case.

A small JSON file with a version. It is written only while the case is on a
board, for its owner alone, and read as a foreign file is: with limits, and
nothing in it is taken that is not expected.
"""

import json
import os
import re
import secrets
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from app.case.casefile import CaseFile
from app.case.engine import file_told_apart
from app.case.removing import HEADER_ENDING
from app.errors import FileUnreadable
from app.model.journey.board_header import BoardHeader, DueTold, clean_alias, header_of
from app.model.journey.decision import Stage
from app.phrases import _

VERSION = 1
MOST_BYTES = 2048
MOST_COUNTED = 100_000

TABLES = frozenset(
    {"header", "request", "consent", "medical_test", "outside", "decision", "statement"}
    | {"sending", "opinion"}
)
"""Where a change may change what a header says."""

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn each line break into two signs
_VERSION_KEY = "casepack_header"
_KEYS = {_VERSION_KEY, "alias", "stage", "due"}
_DUE_KEYS = {"as_of", "next_due", "overdue", "expiring_consents"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def header_path(case: Path) -> Path:
    """Give where the header of a case file lies: beside it, its name with an ending more."""
    return case.with_name(case.name + HEADER_ENDING)


def bring_header(case: CaseFile, today: date) -> BoardHeader | None:
    """Let the header beside an open case be what the case allows now, and give it.

    Nothing is written when it says that already; a header that is not wanted
    is removed. Raises DiskFull or FolderNotWritable; the case itself is as
    it was.
    """
    told = None
    if case.journey.header().on_board:
        told = header_of(case.snapshot(), case.sharing.all(), today)
    path = header_path(case.path)
    if told is None:
        remove_header(path)
    elif _bytes_at(path) != (data := header_bytes(told)):
        _write(path, data)
    return told


def remove_header(path: Path) -> None:
    """Remove a header, if there is one. Raises FolderNotWritable."""
    if os.path.lexists(path):
        with file_told_apart(path):
            path.unlink(missing_ok=True)


def header_bytes(header: BoardHeader) -> bytes:
    """Give the file of a header: what is None in it is not there at all."""
    values: dict[str, object] = {_VERSION_KEY: VERSION, "alias": header.alias}
    if header.stage is not None:
        values["stage"] = header.stage.value
    if (due := header.due) is not None:
        values["due"] = {
            "as_of": due.as_of.isoformat(),
            "next_due": due.next_due.isoformat() if due.next_due else None,
            "overdue": due.overdue,
            "expiring_consents": due.expiring,
        }
    return (json.dumps(values, indent=1) + "\n").encode("ascii")


def read_header(path: Path) -> BoardHeader | None:
    """Read a header; None when there is none. Raises FileUnreadable for all that is not one.

    Only a plain file of MOST_BYTES at most is read, no link and no device.
    """
    data = _bytes_at(path)
    if data is None:
        if os.path.lexists(path):
            raise _unreadable(path)
        return None
    try:
        return header_from(data)
    except ValueError as fault:
        raise _unreadable(path) from fault


def header_from(data: bytes) -> BoardHeader:
    """Read the bytes of a header. Raises ValueError for anything that is not exactly one."""
    if len(data) > MOST_BYTES:
        raise ValueError("too large")
    try:
        found: object = json.loads(
            data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse
        )
    except RecursionError as deep:
        raise ValueError("too deep") from deep
    values = _object(found, {_VERSION_KEY, "alias"}, _KEYS)
    if type(values[_VERSION_KEY]) is not int or values[_VERSION_KEY] != VERSION:
        raise ValueError("another version")
    alias = values["alias"]
    if not isinstance(alias, str) or clean_alias(alias) != alias:
        raise ValueError("no alias")
    stage = values.get("stage")
    if "stage" in values and not isinstance(stage, str):
        raise ValueError("no stage")
    return BoardHeader(
        alias,
        Stage(stage) if isinstance(stage, str) else None,
        _due(values["due"]) if "due" in values else None,
    )


def _due(found: object) -> DueTold:
    values = _object(found, _DUE_KEYS, _DUE_KEYS)
    as_of, next_due = _day(values["as_of"]), values["next_due"]
    due = DueTold(
        as_of,
        None if next_due is None else _day(next_due),
        _count(values["overdue"]),
        _count(values["expiring_consents"]),
    )
    if due.next_due is not None and due.next_due < as_of:
        raise ValueError("what is next was before")
    return due


def _object(found: object, least: set[str], most: set[str]) -> Mapping[str, Any]:
    if not isinstance(found, dict) or not least <= found.keys() <= most:
        raise ValueError("other fields")
    return found


def _day(found: object) -> date:
    if not isinstance(found, str) or not _DAY.fullmatch(found):
        raise ValueError("no day")
    return date.fromisoformat(found)


def _count(found: object) -> int:
    if type(found) is not int or not 0 <= found <= MOST_COUNTED:
        raise ValueError("no number")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a field twice")
    return values


def _refuse(name: str) -> None:
    raise ValueError(name)


def _bytes_at(path: Path) -> bytes | None:
    """Give the beginning of a plain file, one byte more than a header may have; else None."""
    flags = os.O_RDONLY | _BINARY
    for name in ("O_NOFOLLOW", "O_NONBLOCK"):  # not all are everywhere
        flags |= getattr(os, name, 0)
    try:
        handle = os.open(path, flags)
    except OSError:  # not there, or not for us: who asks looks which
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return os.read(handle, MOST_BYTES + 1)
    finally:
        os.close(handle)


def _write(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with file_told_apart(path):
        try:
            handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _unreadable(path: Path) -> FileUnreadable:
    text = _("The header “{name}” cannot be read. Open its case once to write it anew.")
    return FileUnreadable(text.format(name=path.name))
