"""Papers that read the same though their bytes differ: printed twice, scanned again."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from app.case.casefile import CaseFile

ENOUGH = 60  # characters; fewer are alike by chance


class LookAlikes:
    """Finds the record whose pages read like some given pages."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._documents: dict[str, list[str]] | None = None
        self._batch: dict[bytes, Path] = {}

    def in_batch(self, path: Path, texts: tuple[str, ...]) -> Path | None:
        """Give an earlier file of this batch with the same words, and remember this one."""
        if sum(len(text) for text in texts) < ENOUGH:
            return None
        first = self._batch.setdefault(_digest(texts), path)
        return None if first is path else first

    def of(self, texts: tuple[str, ...]) -> int | None:
        """Give a record with the very same words on every page, or None."""
        if not texts or sum(len(text) for text in texts) < ENOUGH:
            return None
        for document in self._starting(texts[0]):
            if _digest(self._case.documents.texts(document)) == _digest(texts):
                for record in self._case.records.with_document(document):
                    return record.id
        return None

    def _starting(self, text: str) -> list[str]:
        if self._documents is None:
            self._documents = {}
            for document, first in self._case.documents.first_texts():
                self._documents.setdefault(plain(first), []).append(document)
        return self._documents.get(plain(text), [])


def _digest(texts: Iterable[str]) -> bytes:
    """Give what stands for all the words: those of a large batch would fill the memory."""
    said = sha256()
    for text in texts:
        said.update(plain(text).encode(errors="surrogatepass") + b"\0")
    return said.digest()


def plain(text: str) -> str:
    """Give words as they are compared: without regard to case, blanks and line breaks."""
    return " ".join(text.split()).casefold()
