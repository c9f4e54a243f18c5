"""One table of a pack as a file, and what the cells of all tables have in common."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.dossier.pack.cells import csv_bytes
from app.dossier.whereabouts import Voices
from app.model.partial_date import PartialDate
from app.model.voice import Voice
from app.phrases import Phrases
from app.typesetting.text import Piece

FOLDER = "tables"

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table as a CSV file; `name` is its path in the pack, `title` what it holds."""

    name: str
    title: str
    rows: int
    data: bytes


def table_file(name: str, title: str, rows: Rows) -> TableFile:
    """Give the file of a table; its first row is the head."""
    head, *lines = rows
    return TableFile(f"{FOLDER}/{name}.csv", title, len(lines), csv_bytes(head, lines))


def date_head(title: str, say: Phrases) -> tuple[str, str]:
    """Give the heads of the two columns of a date."""
    return title, say("{column} (ISO 8601-2)").format(column=title)


def date_cells(when: PartialDate) -> tuple[str, str]:
    """Give a date as the dossier shows it and in its stored form, which is "" if not known."""
    return when.shown(), when.stored()


def source_of(voices: Voices, voice: Voice) -> str:
    """Give where a fact is from: “Doc 3, p. 15” or “Said by …”."""
    return source_words(voices.pieces(voice))


def source_words(pieces: Iterable[Piece]) -> str:
    """Give sources as plain words; more than one are parted by “; ”."""
    texts = (piece.text.strip().removeprefix("[").removesuffix("]") for piece in pieces)
    return "; ".join(text for text in texts if text)
