"""Where a pack is gathered, and how it comes to its place: whole or not at all."""

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.dossier.beside import (
    OLD,
    beside,
    flush,
    flush_folder,
    left_behind,
    move,
    new_file,
    remove,
    sweep,
)
from app.dossier.pack.ours import is_zip, spare_what_is_no_pack, zip_mark
from app.dossier.pack.page import SUMS
from app.dossier.whole_file import disk_full, not_writable
from app.errors import FolderNotWritable
from app.phrases import _
from app.progress import Progress

_BLOCK = 1 << 20  # bytes
_STORED = (".pdf", ".jpg", ".jpeg", ".png", ".webp")
"""What is packed already and would not become smaller."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of the pack: its path from the top with “/”, its sha256 and its size in bytes."""

    name: str
    sha256: str
    bytes: int


class Stage:
    """A private folder beside the target in which the files of a pack are gathered, in order.

    `expected` is how many files it will hold; the progress counts them.
    """

    def __init__(self, folder: Path, target: Path, progress: Progress) -> None:
        self.folder = folder
        self.files: list[PackedFile] = []
        self.expected = 1
        self._target = target
        self._progress = progress

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file of the pack; `name` is its path in it.

        Raises DiskFull, FolderNotWritable, Cancelled, and what `pieces` raises.
        """
        path = self.folder / name
        digest, size = hashlib.sha256(), 0
        with _refusals(self._target):
            path.parent.mkdir(mode=0o700, exist_ok=True)
            with new_file(path) as file:
                for piece in pieces:
                    self._progress.step(len(self.files), self.expected, _("Filling the pack"))
                    digest.update(piece)
                    size += file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        self.files.append(PackedFile(name, digest.hexdigest(), size))

    def adopt(self, made: PackedFile) -> None:
        """Count a file in that lies in the folder already."""
        self.files.append(made)

    def seal(self) -> None:
        """Write the sums of all files, as `sha256sum -c` of GNU coreutils reads them."""
        lines = "".join(f"{one.sha256}  {one.name}\n" for one in self.files)
        self.add(SUMS, [lines.encode()])


@contextmanager
def stage_beside(target: Path, progress: Progress) -> Iterator[Stage]:
    """Give a stage beside `target`; it is gone afterwards, whatever happens.

    What a program that was ended in the middle of its work left there for
    `target` goes first. Raises DiskFull or FolderNotWritable.
    """
    sweep(target)
    folder = beside(target)
    try:
        with _refusals(target):
            _end_the_swap(target)
            folder.mkdir(mode=0o700)
        yield Stage(folder, target, progress)
    finally:
        _clear(folder)


def put_pack_in_place(
    stage: Stage, target: Path, made: date, progress: Progress, *, marked: bool = True
) -> None:
    """Let what was gathered become `target`, a folder or a ZIP, in place of a pack of before.

    `made` is the date that all files of a ZIP have. A ZIP that is not
    `marked` is never taken for a pack, so none replaces it. Raises DiskFull,
    FolderNotWritable or Cancelled; then `target` is what it was before.
    """
    if not is_zip(target):
        with _refusals(target):
            for folder in (*(one for one in stage.folder.iterdir() if one.is_dir()), stage.folder):
                flush_folder(folder)
            spare_what_is_no_pack(target)  # it took a while: somebody may have used the folder
            progress.step(1, 1, _("Saving the pack"))
            _swap(stage.folder, target)
        return
    part = beside(target)
    try:
        with _refusals(target):
            _zip(stage, part, made, progress, marked=marked)
            flush(part)
            spare_what_is_no_pack(target)
            progress.step(1, 1, _("Saving the pack"))
            move(part, target)
            flush_folder(target.parent)
    finally:
        remove(part)


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    """Say what the system refuses in a sentence about `target`."""
    try:
        yield
    except OSError as problem:
        raise disk_full(problem, target) or not_writable(target) from problem


def _swap(made: Path, target: Path) -> None:
    """Rename `made` to `target`; what was there is put aside first, and back if that fails."""
    before = beside(target, OLD) if target.exists() else None
    if before:
        move(target, before)
    try:
        move(made, target)
        flush_folder(target.parent)
    except BaseException:
        if target.exists():
            move(target, made)
        if before:
            move(before, target)
        raise
    if before:
        _clear(before)


def _end_the_swap(target: Path) -> None:
    """Bring back the pack that was put aside when a program was ended just then, or let it go."""
    for before in left_behind(target, OLD):
        if not before.is_dir() or before.is_symlink():
            continue
        if target.exists():
            _clear(before)
        else:
            move(before, target)


def _clear(folder: Path) -> None:
    """Remove a folder of our own. Raises FolderNotWritable when the system keeps it."""
    if not remove(folder):
        text = _("“{folder}” is left over from making the pack and cannot be removed. Delete it.")
        raise FolderNotWritable(text.format(folder=folder))


def _zip(stage: Stage, part: Path, made: date, progress: Progress, *, marked: bool) -> None:
    """Pack all files, in their order; each leaves the stage when it is in."""
    day = max(made, date(1980, 1, 1))  # ZIP knows no earlier one
    with new_file(part) as file, zipfile.ZipFile(file, "w") as pack:
        if marked:
            pack.comment = zip_mark(len(stage.files))
        for done, one in enumerate(stage.files):
            progress.step(done, len(stage.files), _("Packing the files"))
            path = stage.folder / one.name
            # no time of day, and no system: neither is the reader's business
            member = zipfile.ZipInfo(one.name, (day.year, day.month, day.day, 0, 0, 0))
            member.create_system = 3
            member.external_attr = 0o600 << 16
            packed = path.suffix.lower() in _STORED
            member.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            member.file_size = one.bytes  # tells whether ZIP64 is needed
            with path.open("rb") as source, pack.open(member, "w") as inside:
                while block := source.read(_BLOCK):
                    progress.step(done, len(stage.files), _("Packing the files"))
                    inside.write(block)
            path.unlink()
