"""Treatment options as they were told: the good, the bad, the unknown, each with its source."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.voice import Said, Voice


class Aspect(StrEnum):
    """What a cell of the table of options is about, in the order of the table."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"
    WHY = "why"  # why it was raised
    CONDITIONS = "conditions"  # what must be so for it
    SOON = "soon"  # after six weeks
    LATER = "later"  # after six months
    YEAR = "year"  # after a year
    UNDO = "undo"  # whether it can be taken back
    WORRY = "worry"  # the person's own


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. `do_nothing` marks the one to do nothing for now, which every table has."""

    id: int
    name: str
    raised_by: str = ""
    do_nothing: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class ChoiceCell:
    """What one source says about one aspect of an option; there can be several of each.

    `of_100` is a number of people out of 100, when one was given. With
    `own_reading` it is neither a doctor's nor a record's.
    """

    id: int
    choice: int
    aspect: Aspect
    text: str
    of_100: int | None = None
    own_reading: bool = False
    voice: Voice = Said()
