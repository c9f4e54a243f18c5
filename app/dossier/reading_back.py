"""Has a finished dossier read by others than the one that bound it, in rooms of their own."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.dossier.changed_pages import nothing_left
from app.dossier.layout import Layout
from app.errors import DossierFaulty
from app.phrases import _
from app.progress import Progress
from app.worker.orders import Reader, Verdict
from app.worker.page_orders import Sought
from app.worker.page_room import PageRoom
from app.worker.room import SealedRoom

_SHOWN = 3  # sentences of a verdict that a person can take in


@dataclass(frozen=True, slots=True)
class Bound:
    """The finished dossier: its pages, its size in bytes and its sha256."""

    pages: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Readers:
    """Two rooms for two readers, who read side by side; no file but ours ever is in them."""

    seeing: PageRoom
    following: SealedRoom
    threads: ThreadPoolExecutor

    def get_ready(self) -> None:
        """Let both load what they need, while somebody else works."""
        self.threads.submit(self.seeing.get_ready, Reader.PAGES)
        self.threads.submit(self.following.get_ready, Reader.LINKS)

    def check(
        self,
        layout: Layout,
        name: str,
        sought: tuple[Sought, ...],
        progress: Progress,
        password: str,
    ) -> Bound:
        """Have the finished file `name` of the room `seeing` read and searched; give what it is.

        Raises DossierFaulty, and what `SealedRoom.verify` raises.
        """
        progress.step(0, 1, _("Checking the finished dossier"))
        finished = self.seeing.folder / name
        digest = self._read_back(layout, finished, progress, password)
        nothing_left(self.seeing, name, sought, progress, password)
        return Bound(len(layout.pages), finished.stat().st_size, digest)

    def _read_back(self, layout: Layout, finished: Path, progress: Progress, password: str) -> str:
        """Let both readers read; give the sha256."""
        lent = self.following.folder / finished.name
        _lend(finished, lent)
        digest = self.threads.submit(_sha256, finished)
        followed = self.threads.submit(
            self.following.verify, lent.name, progress, password=password, reader=Reader.LINKS
        )
        seen = self.seeing.verify(finished.name, progress, password=password, reader=Reader.PAGES)
        _check(layout, followed.result(), seen)
        lent.unlink()
        return digest.result()


@contextmanager
def readers() -> Iterator[Readers]:
    """Give two rooms to read in; they go with all that is in them."""
    with (
        PageRoom() as seeing,
        SealedRoom() as following,
        ThreadPoolExecutor(3, "reading") as threads,
    ):
        yield Readers(seeing, following, threads)


@contextmanager
def binding_room(others: Readers) -> Iterator[PageRoom]:
    """Give a room to bind in, which gets ready meanwhile."""
    with PageRoom() as room:
        others.threads.submit(room.get_ready, "bind")
        yield room


def _lend(finished: Path, inside: Path) -> None:
    try:
        os.link(finished, inside)
    except OSError:  # a file system without links
        shutil.copyfile(finished, inside)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(layout: Layout, followed: Verdict, seen: Verdict) -> None:
    """Raise DossierFaulty unless the second readers found all that was laid out."""
    sentences = [*seen.sentences, *followed.sentences]
    counts = (
        (_("pages"), len(layout.pages), seen.pages),
        (_("pages"), len(layout.pages), followed.pages),
        (_("links"), len(layout.links), followed.links),
        (_("bookmarks"), len(layout.bookmarks), followed.bookmarks),
    )
    for what, wanted, found in counts:
        if found != wanted:
            text = _("It should have {wanted} {what}, but {found} were found.")
            sentences.append(text.format(wanted=wanted, what=what, found=found))
    if seen.ok and followed.ok and not sentences:
        return
    text = _("The finished dossier did not pass the check, so it was not saved. {why}")
    raise DossierFaulty(text.format(why=" ".join(list(dict.fromkeys(sentences))[:_SHOWN])))
