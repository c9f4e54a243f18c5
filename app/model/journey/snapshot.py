"""All that a case says of the way from the gaps to the decision, at one moment."""

from dataclasses import dataclass

from app.model.journey.choice import Choice, ChoiceCell
from app.model.journey.comparison import GridCell, GridRow, OpenPoint, WhyDiffer
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.consent import Consent
from app.model.journey.decision import Decision, Header
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, Point, QuestionAnswer, SawRecord
from app.model.journey.request import AskedFor, Call, Request
from app.model.journey.tests import MedicalTest, TestLimit
from app.model.journey.wanted import Specialty, Wanted, WantedRecord


@dataclass(frozen=True, slots=True)
class Journey:
    """Each in the order of adding; choices, opinions and own rows by their position."""

    specialties: tuple[Specialty, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    wanted_records: tuple[WantedRecord, ...] = ()
    requests: tuple[Request, ...] = ()
    asked_for: tuple[AskedFor, ...] = ()
    calls: tuple[Call, ...] = ()
    consents: tuple[Consent, ...] = ()
    tests: tuple[MedicalTest, ...] = ()
    limits: tuple[TestLimit, ...] = ()
    family: tuple[FamilyIllness, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    conflict_sides: tuple[ConflictSide, ...] = ()
    choices: tuple[Choice, ...] = ()
    choice_cells: tuple[ChoiceCell, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    points: tuple[Point, ...] = ()
    answers: tuple[QuestionAnswer, ...] = ()
    saw: tuple[SawRecord, ...] = ()
    grid_rows: tuple[GridRow, ...] = ()
    grid_cells: tuple[GridCell, ...] = ()
    why_differ: tuple[WhyDiffer, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
    header: Header = Header()
