"""Opinions beside each other: points by doctors. The person says how they relate, nobody else."""

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How one opinion relates to the others in one point, as the person sees it."""

    NOT_SAID = ""
    AGREE = "agree"
    PARTLY = "partly"
    DIFFER = "differ"
    SILENT = "silent"


ROW_CODES = (
    "diagnosis",
    "certainty",
    "stage",
    "cause",
    "evidence",
    "records_seen",
    "missing_tests",
    "plan",
    "timing",
    "alternatives",
    "benefits",
    "risks",
    "if_nothing",
    "monitoring",
    "prognosis",
)
"""The rows that every comparison has, in this order; the questions come below them."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of the person's own; the built-in rows and the questions need none."""

    id: int
    label: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class GridCell:
    """What one opinion says in one row.

    `row` is one of ROW_CODES, "own-" with the id of a GridRow, or "q-" with
    the id of a question. `page` counts from 1 in the opinion's report.
    """

    id: int
    opinion: int
    row: str
    text: str = ""
    verbatim: bool = False
    page: int | None = None
    stance: Stance = Stance.NOT_SAID


class Cause(StrEnum):
    """Why opinions may differ."""

    FACTS = "facts"  # different facts
    TESTS = "tests"  # different tests seen
    READING = "reading"  # one test read differently
    GOALS = "goals"  # different goals or risk
    EXPERTISE = "expertise"
    CHANGE = "change"  # the condition changed since


@dataclass(frozen=True, slots=True)
class WhyDiffer:
    """One cause that the person sees for one row, or for all ("")."""

    id: int
    cause: Cause
    row: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A row that is still open; `question` is the question to both doctors made of it."""

    id: int
    row: str
    question: int | None = None
    note: str = ""
    closed: bool = False
