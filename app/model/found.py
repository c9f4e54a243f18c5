"""What a search gives: a fact with the words in it, and where it is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.model.story import Subject
from app.model.voice import Cited

Say = Callable[[str], str]


class Group(StrEnum):
    """What the words stand in."""

    STORY = "story"
    EVENT = "event"
    QUESTION = "question"
    MEDICINE = "medicine"
    ALLERGY = "allergy"
    TREATMENT = "treatment"
    RESULT = "result"
    TEST = "test"
    FAMILY = "family"
    CONFLICT = "conflict"
    OPTION = "option"
    GAP = "gap"
    REQUEST = "request"
    OUTSIDE = "outside"
    CONSENT = "consent"
    OPINION = "opinion"
    COMPARISON = "comparison"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Found:
    """Something with the words in it.

    `about` is what a statement is about, for the story only; `source` is
    where the fact was taken from, if it was. `table` and `id` name its row
    in the case file; "" and 0 where there is none of its own.
    """

    group: Group
    text: str
    detail: str = ""
    about: Subject | None = None
    source: Cited | None = None
    table: str = ""
    id: int = 0


def group_title(group: Group, say: Say) -> str:
    """Give the heading over what was found in a group."""
    _ = say
    return {
        Group.STORY: _("Your story"),
        Group.EVENT: _("Events"),
        Group.QUESTION: _("Questions"),
        Group.MEDICINE: _("Medicines"),
        Group.ALLERGY: _("Allergies"),
        Group.TREATMENT: _("Treatments tried"),
        Group.RESULT: _("Results"),
        Group.TEST: _("Tests"),
        Group.FAMILY: _("Family history"),
        Group.CONFLICT: _("Papers that do not agree"),
        Group.OPTION: _("Options & risks"),
        Group.GAP: _("What may be missing"),
        Group.REQUEST: _("Requests"),
        Group.OUTSIDE: _("Discs, slides and more"),
        Group.CONSENT: _("Who may act for you"),
        Group.OPINION: _("Opinions received"),
        Group.COMPARISON: _("Compare opinions"),
        Group.DECISION: _("Your decision"),
    }[group]


def joined(*parts: str) -> str:
    """Give the parts that say something on one line, parted by dots."""
    flat = (" ".join(part.split()) for part in parts)
    return " · ".join(part for part in flat if part)
