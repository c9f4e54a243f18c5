"""Tells whether what stands at a place is a pack of ours, which alone may be replaced."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from app.case.casefile import SUFFIX
from app.dossier.pack.page import MARK, NAME, SUMS
from app.errors import FolderNotWritable
from app.phrases import _

_ZIP_MARK = re.compile(rb"Casepack companion pack, (\d+) files\Z")
# the end of a ZIP, and how many files it has there: APPNOTE 4.3.16
_ZIP_START, _ZIP_END, _END_BYTES, _COUNT = b"PK\x03\x04", b"PK\x05\x06", 22, 10
_MOST_COUNTED = 0xFFFF
_MOST = 16 << 20  # bytes; a list of 100,000 files is smaller

_OF_THE_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})
"""What file windows leave in folders that they showed."""


def is_zip(target: Path) -> bool:
    """Whether a pack at `target` is to be one ZIP, not a folder."""
    return target.suffix.lower() == ".zip"


def zip_mark(files: int) -> bytes:
    """Give the comment at the end of each ZIP of ours; it tells when somebody put a file in."""
    return f"Casepack companion pack, {files} files".encode()


def spare_what_is_no_pack(target: Path) -> None:
    """Raise FolderNotWritable unless `target` is free, an empty folder, or a pack of ours alone.

    A folder that has one file more than was packed is spared: nobody knows
    where else that file is.
    """
    if target.suffix.lower() in (SUFFIX, ".pdf"):
        text = _("“{name}” is no name for a pack. Choose a folder, or a name that ends in .zip.")
        raise FolderNotWritable(text.format(name=target.name))
    if not target.exists() and not target.is_symlink():
        return
    try:
        ours = _is_our_zip(target) if is_zip(target) else _is_our_folder(target)
    except OSError:
        ours = False
    if not ours:
        text = _("“{name}” is there already and is no pack of Casepack. Choose another name.")
        raise FolderNotWritable(text.format(name=target.name))
    if not is_zip(target) and (stranger := _stranger(target)):
        text = _(
            "“{name}” holds “{file}”, which is no part of the pack. "
            "Move it to another place, or choose another name."
        )
        raise FolderNotWritable(text.format(name=target.name, file=stranger))


def _is_our_zip(target: Path) -> bool:
    """Look at both ends only: what is inside is not opened here."""
    if target.is_symlink() or not target.is_file():
        return False
    with target.open("rb") as file:
        if file.read(len(_ZIP_START)) != _ZIP_START:
            return False
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - 100))
        tail = file.read()
    mark = _ZIP_MARK.search(tail)
    if mark is None or mark.start() < _END_BYTES:
        return False
    end = tail[mark.start() - _END_BYTES : mark.start()]
    counted = int.from_bytes(end[_COUNT : _COUNT + 2], "little")
    return end.startswith(_ZIP_END) and counted == min(int(mark[1]), _MOST_COUNTED)


def _is_our_folder(target: Path) -> bool:
    if target.is_symlink() or not target.is_dir():
        return False
    if not any(target.iterdir()):
        return True
    page = _bytes(target / NAME)
    return MARK.encode() in page and hashlib.sha256(page).hexdigest() == _listed(target).get(NAME)


def _stranger(target: Path) -> str:
    """Give a file in the folder that its list does not name, or ""."""
    listed = {*_listed(target), SUMS}
    for path in _inside(target):
        name = path.relative_to(target).as_posix()
        left_by_system = path.name.lower() in _OF_THE_SYSTEM or path.name.startswith("._")
        if name not in listed and not left_by_system:
            return name
    return ""


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path)
        else:
            yield path


def _listed(target: Path) -> dict[str, str]:
    """Give the sha256 of each name in the list of sums."""
    path = target / SUMS
    if not path.exists():
        return {}
    lines = _bytes(path).decode(errors="replace").splitlines()
    parts = (line.partition("  ") for line in lines)
    return {name: digest for digest, _gap, name in parts}


def _bytes(path: Path) -> bytes:
    """Give the start of a plain file; nothing for anything else."""
    if path.is_symlink() or not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(_MOST)
