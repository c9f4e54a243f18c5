"""What was decided, and why; and how the case stands to those who look after many."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate, day


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, or that there is none yet. The newest counts, older ones are kept.

    `choice` is the option that was chosen; `chosen` are words of its own.
    """

    id: int
    made: bool = False
    dated: PartialDate = NOT_KNOWN
    considered: str = ""
    choice: int | None = None
    chosen: str = ""
    tipped: str = ""
    asked: str = ""
    review: PartialDate = NOT_KNOWN
    change_my_mind: str = ""
    note: str = ""


class Stage(StrEnum):
    """Where a case stands, as the person says; nothing follows from it."""

    COLLECTING = "collecting"
    READY = "ready"
    SENT = "sent"
    ANSWERED = "answered"
    DECIDED = "decided"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Header:
    """What a case lets a board of many cases know; there is one in a case, with id 1.

    Only while `on_board` something is written beside the case file, and of
    that only what is allowed here.
    """

    id: int = 1
    on_board: bool = False
    alias: str = ""
    show_stage: bool = True
    show_due: bool = True
    stage: Stage = Stage.COLLECTING
    closed_on: PartialDate = NOT_KNOWN


def in_stage(header: Header, stage: Stage, today: date) -> Header:
    """Give the header of a case that is in a stage now; the day it was closed goes with that."""
    if stage is header.stage:
        return header
    closed_on = day(today) if stage is Stage.CLOSED else NOT_KNOWN
    return replace(header, stage=stage, closed_on=closed_on)


@dataclass(frozen=True, slots=True)
class Approval:
    """That a client looked at a review copy and said yes, or no."""

    id: int
    version: int
    file_sha256: str
    """Of the review copy that was looked at."""
    yes: bool
    who: str
    how: str = ""
    dated: PartialDate = NOT_KNOWN
    note: str = ""
