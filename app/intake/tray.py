"""Where files lie between looking at them and saying yes.

A tray is a private folder. A file is copied into it once and its sha256 is
taken on the way, so that what is added is what was looked at, whatever
happens to the original meanwhile.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from app.worker.private import private_folder, release

PIECE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Copied:
    """A sealed copy of a file: where it lies, its sha256 and its size in bytes."""

    path: Path
    sha256: str
    size: int


class Tray:
    """Holds copies until it is closed; then nothing of them is left."""

    def __init__(self) -> None:
        self.folder = private_folder()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the tray with all that is in it."""
        release(self.folder)

    def copy(self, path: Path, step: Callable[[], None] = lambda: None) -> Copied:
        """Copy a file into the tray; `step` is called for every piece and may raise.

        Raises OSError when the file cannot be read.
        """
        target = self.folder / secrets.token_hex(8)
        digest, size = hashlib.sha256(), 0
        with path.open("rb") as source, target.open("xb") as out:
            while piece := source.read(PIECE):
                step()
                digest.update(piece)
                out.write(piece)
                size += len(piece)
        return Copied(target, digest.hexdigest(), size)

    def take(self, file: Path) -> Copied:
        """Move a file of the sealed room into the tray."""
        target = file.replace(self.folder / secrets.token_hex(8))
        digest = hashlib.sha256()
        for piece in pieces(target):
            digest.update(piece)
        return Copied(target, digest.hexdigest(), target.stat().st_size)

    def drop(self, path: Path | None) -> None:
        """Remove a copy that is no longer needed."""
        if path is not None:
            path.unlink(missing_ok=True)


def pieces(path: Path) -> Iterator[bytes]:
    """Give the bytes of a file piece by piece."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
