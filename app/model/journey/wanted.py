"""The checklist: which records would be wanted for this case, and how far each has come."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class WantedState(StrEnum):
    """How far one wanted record has come; the seven states of a checklist line."""

    HAVE = "have"
    HAVE_PART = "have_part"
    ASKED = "asked"
    DOES_NOT_EXIST = "does_not_exist"  # `who` said so, on the day `dated`
    NOT_NEEDED = "not_needed"  # for this question
    NOT_ASKED = "not_asked"
    CANNOT_GET = "cannot_get"  # `why` says why

    @property
    def is_missing(self) -> bool:
        """Whether such a line stands on the printed list of what is missing."""
        return self not in (WantedState.HAVE, WantedState.HAVE_PART)


@dataclass(frozen=True, slots=True)
class Specialty:
    """A checklist that was chosen for the case; `code` is one of resources/content's."""

    id: int
    code: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wrote about one line of the checklist.

    `code` is the line's id in the content, or starts with "own-" for a line
    of the person's own; then `text` is the line. A line nobody touched has
    no such value.
    """

    id: int
    code: str
    text: str = ""
    state: WantedState = WantedState.NOT_ASKED
    who: str = ""
    dated: PartialDate = NOT_KNOWN
    why: str = ""


@dataclass(frozen=True, slots=True)
class WantedRecord:
    """A record that is, or is a part of, what a line of the checklist wants."""

    id: int
    wanted: int
    record: int
