"""What goes into a dossier, in which order, decided in full before anything is made."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.model.inside import NOTHING_INSIDE, Inside
from app.model.journey.approving import NOT_USED, Approved
from app.model.person import Patient
from app.model.record import Kind, PageFacts, Record
from app.model.story import CaseSnapshot
from app.model.version import MAIN, Version


class Paper(Enum):
    """The two papers of the world, in points (width, height)."""

    A4 = (595.276, 841.89)
    LETTER = (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record that goes in, as "Doc `number`".

    `pages` are the indexes, from 0, of the rendition's pages to show, and
    `facts` describes those pages in the same order. Both are empty for a
    note: its length shows when it is laid out.
    """

    number: int
    record: Record
    pages: tuple[int, ...] = ()
    facts: tuple[PageFacts, ...] = ()
    covered: tuple[int, ...] = ()
    """Those of `pages` on which something is covered."""
    pictured: tuple[int, ...] = ()
    """Others of `pages` that go in as pictures of themselves, with nothing covered."""
    inside: Inside = NOTHING_INSIDE
    """What the document brings along; its pages count from 0 in the whole document."""

    @property
    def drawn(self) -> tuple[int, ...]:
        """Those of `pages` that are drawn anew, as pictures."""
        return tuple(sorted({*self.covered, *self.pictured}))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that stays behind, and why, in words for the reader.

    One that is not `named` is only counted for the reader: its title or its
    reason would tell what it is left out for.
    """

    record: Record
    why: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many results stay out with a private record: of tests and values together.

    Of these, `tests` are tests that are not even named, `values` are values.
    """

    record: int
    results: int
    tests: int = 0
    values: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The records of one kind, in the order of the dossier; None gathers those without a kind."""

    kind: Kind | None
    records: tuple[PlannedRecord, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """The dossier that the same reader got before, and which records are others now.

    `made` is the day that stands on its pages. `added` are the ids of records
    of this one. `removed` are titles; `unnamed` counts those that must not be
    named here.
    """

    made: date
    added: tuple[int, ...] = ()
    removed: tuple[str, ...] = ()
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """A short letter to `doctor` in front of one report, in place of the usual pages."""

    doctor: str
    decision: bool = False
    """Whether the patient's decision goes in."""
    about: str = ""
    """The doctor whose report it is."""


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """A dossier decided in full; nothing in it can change while it is made."""

    title: str
    made: date
    paper: Paper
    case: CaseSnapshot
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    application: str  # name and version of the program
    language: str = "en"
    example: bool = False  # the built-in sample case: the cover says that nobody is real
    version: Version = MAIN
    no_password: bool = False
    """Whether the one who gets it said that no file may have a password."""
    on_pages: Patient | None = None
    """Who stands at the head of the pages after the cover; None for the patient of the case."""
    hidden_names: tuple[str, ...] = ()
    """Words that must not stand in this dossier anywhere: the names behind a pseudonym."""
    first_doctors: tuple[str, ...] = ()
    """Who gave an opinion so far, in a version that is blind to it: nothing may name them."""
    concluded: tuple[str, ...] = ()
    """What was concluded so far, in a version that is blind to it: it is printed nowhere."""
    withheld: tuple[Withheld, ...] = ()
    """What is not told since it stands in a private record that stays behind."""
    parts_left_out: tuple[str, ...] = ()
    """Parts of our own that this version leaves out, in words for the reader."""
    replaces: Replaced | None = None
    """The dossier that this one takes the place of; None for the first that a reader gets."""
    added: tuple[int, ...] = ()
    """The ids of records that came in by themselves since this version was last made."""
    reply: Reply | None = None
    """The letter that stands in front; None for a dossier."""
    for_review: bool = False
    """Whether every page says that it is for the client to look at, and not to be sent."""
    approved: Approved = NOT_USED
    """What the client said to this version."""

    @property
    def header(self) -> Patient:
        """Who stands at the head of the pages after the cover."""
        return self.case.patient if self.on_pages is None else self.on_pages

    @property
    def records(self) -> tuple[PlannedRecord, ...]:
        """All records that go in, in order."""
        return tuple(planned for section in self.sections for planned in section.records)

    def planned(self, record: int) -> PlannedRecord | None:
        """Give the planned record with this id, or None when it stays behind."""
        return next((one for one in self.records if one.record.id == record), None)
