"""What a doctor concluded: the first, the second, and further opinions, by the four parts."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class OpinionKind(StrEnum):
    """How an opinion came about."""

    PAPER = "paper"  # a review of the records
    VISIT = "visit"
    VIDEO = "video"
    PHONE = "phone"


class OpinionPart(StrEnum):
    """The four things that a second opinion can involve; codes of resources/content/parts.toml."""

    HISTORY = "medical_history"
    TESTS = "more_tests"
    CHOICES = "choices_and_risks"
    REPORT = "written_report"  # the recommendations


class Answered(StrEnum):
    """Whether an opinion answers a question."""

    NOT_SAID = "not_said"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Opinion:
    """One doctor's opinion; `record` is the report, `position` the order, the first at 0."""

    id: int
    doctor: str
    field: str = ""
    place: str = ""
    date: PartialDate = NOT_KNOWN
    kind: OpinionKind = OpinionKind.PAPER
    record: int | None = None
    recipient: int | None = None
    """Who of the book of recipients gave it."""
    note: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an opinion; `verbatim` when the words are the doctor's, `page` from 1."""

    id: int
    opinion: int
    part: OpinionPart
    text: str
    verbatim: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """What an opinion says to one question."""

    id: int
    opinion: int
    question: int
    answered: Answered = Answered.NOT_SAID
    text: str = ""
    verbatim: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SawRecord:
    """That the doctor of an opinion had a record at hand, or did not."""

    id: int
    opinion: int
    record: int
    saw: bool = True
