"""The sample's way from the gaps to a decision that is still open."""

from collections.abc import Callable
from typing import TypeVar

from app.model.journey.choice import Choice, ChoiceCell
from app.model.journey.comparison import GridCell, OpenPoint, WhyDiffer
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.consent import Consent
from app.model.journey.decision import Decision
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, Point, QuestionAnswer, SawRecord
from app.model.journey.request import AskedFor, Call, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import MedicalTest, TestLimit
from app.model.journey.wanted import Specialty, Wanted, WantedRecord
from app.sample.reading import Records, numbered
from app.sample.texts import texts

Value = TypeVar("Value")


def journey(record_of: Records) -> Journey:
    """Give what the sample's people asked for, heard and weighed; nothing is decided yet.

    Ids count from 1 and positions from 0; a question is named by its place in
    the story, from 1. Raises KeyError for a paper that `record_of` does not have.
    """
    told = texts("journey")

    def each(kind: Callable[..., Value], name: str) -> tuple[Value, ...]:
        return numbered(kind, told[name], record_of)

    def within(kind: Callable[..., Value], name: str, part: str) -> tuple[Value, ...]:
        """Make what is listed as `part` of each entry; it names the entry's number as `name`."""
        found = [
            {**(one if isinstance(one, dict) else {"record": one}), name: number}
            for number, entry in enumerate(told[name], 1)
            for one in entry.get(part, ())
        ]
        return numbered(kind, found, record_of)

    return Journey(
        specialties=each(Specialty, "specialty"),
        wanted=each(Wanted, "wanted"),
        wanted_records=within(WantedRecord, "wanted", "papers"),
        requests=each(Request, "request"),
        asked_for=within(AskedFor, "request", "asked"),
        calls=within(Call, "request", "calls"),
        consents=each(Consent, "consent"),
        tests=each(MedicalTest, "test"),
        limits=each(TestLimit, "limit"),
        family=each(FamilyIllness, "family"),
        conflicts=each(Conflict, "conflict"),
        conflict_sides=within(ConflictSide, "conflict", "sides"),
        choices=each(Choice, "choice"),
        choice_cells=within(ChoiceCell, "choice", "cells"),
        opinions=each(Opinion, "opinion"),
        points=within(Point, "opinion", "points"),
        answers=within(QuestionAnswer, "opinion", "answers"),
        saw=within(SawRecord, "opinion", "saw"),
        grid_cells=within(GridCell, "opinion", "cells"),
        why_differ=each(WhyDiffer, "why"),
        open_points=each(OpenPoint, "open"),
        decisions=each(Decision, "decision"),
    )
