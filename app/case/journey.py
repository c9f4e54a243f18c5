"""The rooms from the gaps to the decision: each noun has its shelf."""

from app.case.engine import CaseDatabase
from app.case.shelf import Shelf
from app.case.two_sided import TwoSided
from app.model.journey.choice import Choice, ChoiceCell
from app.model.journey.comparison import GridCell, GridRow, OpenPoint, WhyDiffer
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.consent import Consent
from app.model.journey.decision import Approval, Decision, Header
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, Point, QuestionAnswer, SawRecord
from app.model.journey.request import AskedFor, Call, Request
from app.model.journey.snapshot import Journey
from app.model.journey.tests import MedicalTest, TestLimit
from app.model.journey.wanted import Specialty, Wanted, WantedRecord

_PLACED = "position, id"
_AGE_LIMIT = "checklist.months"


class JourneyRooms:
    """What is wanted and asked for, tests, choices, opinions and decisions of one case."""

    def __init__(self, db: CaseDatabase) -> None:
        self._db = db
        self.specialties = Shelf(db, "specialty", Specialty)
        self.wanted = Shelf(db, "wanted", Wanted)
        self.wanted_records = Shelf(db, "wanted_record", WantedRecord)
        self.requests = Shelf(db, "request", Request)
        self.asked_for = Shelf(db, "asked_for", AskedFor)
        self.calls = Shelf(db, "call", Call)
        self.consents = Shelf(db, "consent", Consent)
        self.tests = Shelf(db, "medical_test", MedicalTest)
        self.limits = Shelf(db, "test_limit", TestLimit)
        self.family = Shelf(db, "family_illness", FamilyIllness)
        self.conflicts = Shelf(db, "conflict", Conflict)
        self.conflict_sides = Shelf(db, "conflict_side", ConflictSide)
        self.two_sided = TwoSided(self.conflicts, self.conflict_sides)
        self.choices = Shelf(db, "choice", Choice, order=_PLACED)
        self.choice_cells = Shelf(db, "choice_cell", ChoiceCell)
        self.opinions = Shelf(db, "opinion", Opinion, order=_PLACED)
        self.points = Shelf(db, "point", Point)
        self.answers = Shelf(db, "question_answer", QuestionAnswer)
        self.saw = Shelf(db, "saw_record", SawRecord)
        self.grid_rows = Shelf(db, "grid_row", GridRow, order=_PLACED)
        self.grid_cells = Shelf(db, "grid_cell", GridCell)
        self.why_differ = Shelf(db, "why_differ", WhyDiffer)
        self.open_points = Shelf(db, "open_point", OpenPoint)
        self.decisions = Shelf(db, "decision", Decision)
        self.approvals = Shelf(db, "approval", Approval)
        self._headers = Shelf(db, "header", Header)

    def header(self) -> Header:
        """Give what the case lets a board of many cases know."""
        return self._headers.get(1) or Header()

    def save_header(self, header: Header) -> None:
        """Write it."""
        self._headers.save(header)

    def age_limit(self) -> int:
        """Give from how many months on a record's age is told in the checklist; 0 for never."""
        row = self._db.row("SELECT value FROM detail WHERE field = ?", (_AGE_LIMIT,))
        return int(row["value"]) if row is not None else 0

    def save_age_limit(self, months: int) -> None:
        """Write it."""
        self._db.run(
            "INSERT INTO detail (field, value) VALUES (?, ?) ON CONFLICT (field)"
            " DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
            (_AGE_LIMIT, str(months)),
        )

    def all(self) -> Journey:
        """Give everything as one value."""
        return Journey(
            specialties=tuple(self.specialties.all()),
            wanted=tuple(self.wanted.all()),
            wanted_records=tuple(self.wanted_records.all()),
            requests=tuple(self.requests.all()),
            asked_for=tuple(self.asked_for.all()),
            calls=tuple(self.calls.all()),
            consents=tuple(self.consents.all()),
            tests=tuple(self.tests.all()),
            limits=tuple(self.limits.all()),
            family=tuple(self.family.all()),
            conflicts=tuple(self.conflicts.all()),
            conflict_sides=tuple(self.conflict_sides.all()),
            choices=tuple(self.choices.all()),
            choice_cells=tuple(self.choice_cells.all()),
            opinions=tuple(self.opinions.all()),
            points=tuple(self.points.all()),
            answers=tuple(self.answers.all()),
            saw=tuple(self.saw.all()),
            grid_rows=tuple(self.grid_rows.all()),
            grid_cells=tuple(self.grid_cells.all()),
            why_differ=tuple(self.why_differ.all()),
            open_points=tuple(self.open_points.all()),
            decisions=tuple(self.decisions.all()),
            header=self.header(),
        )
