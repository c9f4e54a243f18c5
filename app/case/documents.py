"""The files inside a case, kept byte for byte and named by their contents.

A document never changes and is only ever added, so it needs no undo. Its
bytes go in by slices small enough that nobody waits, and it shows only when
it is whole. What no record refers to any more is erased when the case is
closed.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from app.case.engine import CaseDatabase
from app.case.insides import keep_inside, read_insides
from app.case.record_rows import document_from
from app.case.rows import Row
from app.errors import CaseDamaged
from app.model.inside import NOTHING_INSIDE, Inside
from app.model.record import Document
from app.phrases import _
from app.progress import Progress

CHUNK = 1 << 20  # bytes; one row
SLICE = 8  # chunks; one transaction
SMALL_SLICE = 2  # chunks, while somebody waits for their turn
PAGES = 200  # texts of pages; one transaction

_STRAY = "FROM chunk WHERE content NOT IN (SELECT sha256 FROM content)"
_UNUSED = (
    "FROM document WHERE sha256 NOT IN (SELECT document FROM record WHERE document IS NOT NULL)"
)
_DROP_CONTENT = (
    "DELETE FROM content WHERE sha256 NOT IN"
    " (SELECT sha256 FROM document UNION SELECT rendition FROM document)"
)

Writing = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes on their way in: their sha256, their length, and the bytes in pieces of any size."""

    sha256: str
    size: int
    pieces: Callable[[], Iterable[bytes]]


class Documents:
    """The documents of one case."""

    def __init__(self, db: CaseDatabase, writing: Writing) -> None:
        self._db = db
        self._writing = writing
        self._most = SLICE

    def store(
        self,
        document: Document,
        texts: tuple[str, ...],
        picture: bytes,
        original: Source,
        rendition: Source | None,
        progress: Progress,
        inside: Inside = NOTHING_INSIDE,
    ) -> None:
        """Keep a document with its pages' texts; `rendition` only when it is a file of its own.

        `inside` is what it brings along beside its pages.
        Stopping, or a full disk, leaves nothing of it behind. Raises
        CaseDamaged when the bytes do not have the sha256 that was promised.
        """
        if self.get(document.sha256):
            return
        sources = [original, *([rendition] if rendition else [])]
        fresh = [source for source in sources if not self._has(source.sha256)]
        try:
            for source in fresh:
                self._take_in(source, document.name, progress)
            columns = _columns(document, picture)  # first: a hundred thousand pages take a while
            with self._writing():
                for source in fresh:
                    self._db.table("content").insert({"sha256": source.sha256, "size": source.size})
                self._db.table("document").insert(columns)
                keep_inside(self._db, document.sha256, inside)
                self._keep_texts(document.sha256, texts, 0)
            for first in range(PAGES, len(texts), PAGES):
                self._db.lock.give_way()
                progress.step(original.size, original.size, document.name)
                with self._writing():
                    self._keep_texts(document.sha256, texts, first)
            self.get(document.sha256)  # takes its pages apart now: later all would wait for it
        except BaseException:
            self._drop(document.sha256)
            self._sweep_chunks()
            raise

    def get(self, sha256: str) -> Document | None:
        """Give the document with this sha256, if the case has it."""
        row = self._db.row(
            "SELECT sha256, name, media_type, rendition, facts, remarks, size"
            " FROM document JOIN content USING (sha256) WHERE sha256 = ?",
            (sha256,),
        )
        return document_from(**row) if row else None

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """Give the bytes of a document or a rendition in pieces, checked as they go.

        Raises CaseDamaged at the end when they are not the bytes that went in.
        """
        digest, position = hashlib.sha256(), 0
        while chunk := self._db.row(
            "SELECT data FROM chunk WHERE content = ? AND position = ?", (sha256, position)
        ):
            digest.update(chunk["data"])
            position += 1
            yield chunk["data"]
        if digest.hexdigest() != sha256:
            raise CaseDamaged(
                _(
                    "“{name}” is damaged inside the case file. Open a backup copy of the case."
                ).format(name=self._name(sha256))
            )

    def data(self, sha256: str) -> bytes:
        """Give all bytes of a document or a rendition. Raises CaseDamaged as `pieces` does."""
        return b"".join(self.pieces(sha256))

    def size(self, sha256: str) -> int:
        """Give how many bytes a document or a rendition has; 0 when the case has it not."""
        row = self._db.row("SELECT size FROM content WHERE sha256 = ?", (sha256,))
        return row["size"] if row else 0

    def texts(self, sha256: str) -> tuple[str, ...]:
        """Give the text of each page of a document."""
        rows = self._db.rows("SELECT text FROM page WHERE document = ? ORDER BY number", (sha256,))
        return tuple(row["text"] for row in rows)

    def insides(self, sha256s: Iterable[str]) -> dict[str, Inside]:
        """Give what these documents bring along; without those that bring nothing."""
        return read_insides(self._db, sha256s)

    def first_texts(self) -> list[tuple[str, str]]:
        """Give the sha256 of every document with the text of its first page."""
        found: list[tuple[str, str]] = []
        last = 0
        while rows := self._db.rows(  # bit by bit: who waits for the case gets their turn
            f"SELECT id, document, text FROM page WHERE number = 1 AND id > ?"
            f" ORDER BY id LIMIT {PAGES}",
            (last,),
        ):
            found += [(row["document"], row["text"]) for row in rows]
            last = rows[-1]["id"]
            self._db.lock.give_way()
        return found

    def picture(self, sha256: str) -> bytes:
        """Give the JPEG of the first page; empty when there is none."""
        row = self._db.row("SELECT picture FROM document WHERE sha256 = ?", (sha256,))
        return bytes(row["picture"] or b"") if row else b""

    def sweep(self) -> int:
        """Erase documents that no record refers to; return how many."""
        with self._writing():
            count: int = self._db.run(f"DELETE {_UNUSED}").rowcount
            if count:
                self._db.run(_DROP_CONTENT)
        self._sweep_chunks()
        return count

    def sweep_unfinished(self) -> None:
        """Erase what never became whole, or has no record yet: a stop, a power cut."""
        if self._db.row(f"SELECT 1 {_UNUSED} LIMIT 1"):
            self.sweep()
        self._sweep_chunks()

    def _keep_texts(self, sha256: str, texts: tuple[str, ...], first: int) -> None:
        self._db.conn.executemany(
            "INSERT INTO page (document, number, text) VALUES (?, ?, ?)",
            [
                (sha256, number, text)
                for number, text in enumerate(texts[first : first + PAGES], first + 1)
            ],
        )

    def _drop(self, sha256: str) -> None:
        """Erase a document of which not all could be kept."""
        while self._db.row("SELECT 1 FROM page WHERE document = ?", (sha256,)):
            self._db.lock.give_way()
            with self._writing():
                self._db.run(
                    "DELETE FROM page WHERE id IN"
                    f" (SELECT id FROM page WHERE document = ? LIMIT {PAGES})",
                    (sha256,),
                )
        with self._writing():
            self._db.run("DELETE FROM document WHERE sha256 = ?", (sha256,))
            self._db.run(_DROP_CONTENT)

    def _sweep_chunks(self) -> None:
        """Erase by slices what belongs to no document; each byte is written over."""
        while rows := self._db.rows(f"SELECT rowid AS id {_STRAY} LIMIT {SLICE}"):
            with self._writing():
                self._db.run(
                    "DELETE FROM chunk WHERE rowid IN (SELECT value FROM json_each(?))",
                    (json.dumps([row["id"] for row in rows]),),
                )
            self._db.lock.give_way()

    def _has(self, sha256: str) -> bool:
        return self._db.row("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)) is not None

    def _name(self, sha256: str) -> str:
        row = self._db.row(
            "SELECT name FROM document WHERE sha256 = ? OR rendition = ?", (sha256, sha256)
        )
        return row["name"] if row else sha256[:12]

    def _take_in(self, source: Source, name: str, progress: Progress) -> None:
        digest, position = hashlib.sha256(), 0
        for chunks in _slices(source.pieces(), lambda: self._most):
            progress.step(min(position * CHUNK, source.size), source.size, name)
            for chunk in chunks:
                digest.update(chunk)
            with self._writing():
                self._db.conn.executemany(
                    "INSERT INTO chunk (content, position, data) VALUES (?, ?, ?)",
                    [
                        (source.sha256, number, chunk)
                        for number, chunk in enumerate(chunks, position)
                    ],
                )
            position += len(chunks)
            self._most = SMALL_SLICE if self._db.lock.give_way() else SLICE
        if digest.hexdigest() != source.sha256:
            raise CaseDamaged(
                _("“{name}” changed while it was being added. Add it again.").format(name=name)
            )


def _columns(document: Document, picture: bytes) -> Row:
    return {
        "sha256": document.sha256,
        "name": document.name,
        "media_type": document.media_type,
        "rendition": document.rendition,
        "facts": json.dumps(
            [
                [
                    page.width,
                    page.height,
                    *map(int, (page.has_text, page.unseen, page.made_picture)),
                ]
                for page in document.pages
            ],
            separators=(",", ":"),
        ),
        "remarks": json.dumps(sorted(document.remarks)),
        "picture": picture or None,
    }


def _slices(
    pieces: Iterable[bytes], most: Callable[[], int] = lambda: SLICE
) -> Iterator[list[bytes]]:
    """Cut bytes into chunks of CHUNK, `most()` of them at a time."""
    chunks: list[bytes] = []
    rest = b""
    for piece in pieces:
        rest = rest + piece if rest else piece
        while len(rest) >= CHUNK:
            chunks.append(rest[:CHUNK])
            rest = rest[CHUNK:]
            if len(chunks) >= most():
                yield chunks
                chunks = []
    if rest:
        chunks.append(rest)
    if chunks:
        yield chunks
