"""What is proposed for one file; a value that a person confirms."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from app.model.inside import NOTHING_INSIDE, Inside
from app.model.named_on_paper import Naming
from app.model.record import Document, Kind, RecordDates


@dataclass(frozen=True, slots=True)
class Basis:
    """The words that a suggestion rests on, and their page, counted from 1 (0: the file's name)."""

    words: str
    page: int = 0


class About(Enum):
    """Whom a paper is about that names somebody else than the patient, as a person says."""

    PATIENT = "patient"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record as it would be added; nothing of it is saved yet.

    What nobody could tell is blank. `bases` says for "title", "kind",
    "source", "service", "signed" and "printed" which words the suggestion
    rests on. `named` are those whom it names as its patient and who are not
    the patient of the case, each once; `whose` is what a person answered to
    that. `looks_like` is a record whose pages read the same.
    """

    path: Path
    document: Document
    texts: tuple[str, ...]
    title: str
    kind: Kind | None = None
    dates: RecordDates = RecordDates()
    source: str = ""
    bases: dict[str, Basis] = field(default_factory=dict)
    named: tuple[Naming, ...] = ()
    whose: About | None = None
    looks_like: int | None = None
    reads_like: Path | None = None
    """A file of the same batch whose pages read the same."""
    repeats: tuple[tuple[int, ...], ...] = ()
    """Pages of its own, from 1, that read the same as one another."""
    original: Path = Path()
    """The sealed copy of the original in the tray."""
    rendition: Path | None = None
    """The readable form in the tray, when it is a file of its own."""
    picture: bytes = b""
    inside: Inside = NOTHING_INSIDE
    """What the file brings along beside its pages."""

    @property
    def asks(self) -> bool:
        """Whether somebody has to say first whom it is about."""
        return bool(self.named) and self.whose is None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose very bytes are in the case, or came earlier in the same batch."""

    path: Path
    record: int | None
    in_bin: bool = False
    same_as: Path | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that cannot be taken in, and the sentence that says why and what to do."""

    path: Path
    sentence: str
    locked: bool = False


Finding = Proposal | Duplicate | Unusable
