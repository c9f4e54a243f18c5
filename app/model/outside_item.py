"""What exists, or may exist, outside the PDF."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class OutsideKind(StrEnum):
    """What kind of thing it is."""

    NOT_SAID = ""
    DISC = "disc"
    DOWNLOAD = "download"  # a link
    FILM = "film"
    SLIDES = "slides"
    BLOCKS = "blocks"
    RAW_EEG = "raw_eeg"
    GENETIC_DATA = "genetic_data"
    VIDEO = "video"
    PAPER = "paper"
    OTHER = "other"

    @property
    def is_tissue(self) -> bool:
        """Whether it is pathology material."""
        return self in (OutsideKind.SLIDES, OutsideKind.BLOCKS)


@dataclass(frozen=True, slots=True)
class OutsideItem:
    """One entry of the register of things outside the PDF: a disc, slides, a missing letter.

    `count` is in words ("12 slides, 2 blocks"), `location` where it is now,
    `sent_to` and what follows how it travels. `record` is the report that
    belongs to it.
    """

    id: int
    what: str
    why: str = ""
    how_to_get: str = ""
    kind: OutsideKind = OutsideKind.NOT_SAID
    shows: str = ""
    studied: PartialDate = NOT_KNOWN
    accession: str = ""
    facility: str = ""
    count: str = ""
    location: str = ""
    sent_to: str = ""
    sent_on: PartialDate = NOT_KNOWN
    courier: str = ""
    tracking: str = ""
    received_on: PartialDate = NOT_KNOWN
    return_by: PartialDate = NOT_KNOWN
    returned_on: PartialDate = NOT_KNOWN
    record: int | None = None
