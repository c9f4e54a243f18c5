"""What a person says of the case, and what the records say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.model.journey.snapshot import Journey
from app.model.named_on_paper import Naming
from app.model.outside_item import OutsideItem
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Record
from app.model.relation import Related
from app.model.result import Result
from app.model.sensitivity import Sensitivity
from app.model.voice import Said, Voice


class Subject(StrEnum):
    """What a statement is about; there is at most one of each in a case."""

    HEADLINE = "headline"  # the case in one sentence
    PROBLEM = "problem"  # what is wrong, in short
    DIAGNOSIS = "diagnosis"  # as told
    PLAN = "plan"  # as told
    DECIDE_BY = "decide_by"  # a date
    SURGERY_DATE = "surgery_date"  # a date
    MATTERS = "matters"  # what matters most
    LIMITS = "limits"  # what limits tests or travel
    CONDITIONS = "conditions"  # other illnesses, implants

    @property
    def is_date(self) -> bool:
        """Whether the statement's text is a PartialDate in its stored form."""
        return self in (Subject.DECIDE_BY, Subject.SURGERY_DATE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence about the case, and who speaks."""

    subject: Subject
    text: str
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a second opinion is wanted; `code` is one of the eight or starts with "own-"."""

    code: str
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person wrote under one prompt of a reason or of a part of the opinion."""

    prompt: str
    text: str
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the other doctor; they are ranked, and the top ones are marked."""

    id: int
    text: str
    top: bool = False


class EventKind(StrEnum):
    """The lane of the timeline that an event belongs to."""

    SYMPTOM = "symptom"
    VISIT = "visit"
    TEST = "test"
    TREATMENT = "treatment"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is planned."""

    id: int
    kind: EventKind
    date: PartialDate
    text: str
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine, with the dose as it stands on the label."""

    id: int
    name: str
    dose: str = ""
    frequency: str = ""
    purpose: str = ""
    since: PartialDate = NOT_KNOWN
    until: PartialDate | None = None
    """None while it is still taken."""
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class Allergy:
    """Something the body reacts to, and how."""

    id: int
    substance: str
    reaction: str = ""
    date: PartialDate = NOT_KNOWN
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something that was tried, and what it did."""

    id: int
    name: str
    dates: PartialDate = NOT_KNOWN
    dose: str = ""
    weeks: str = ""
    """How long it was taken or done, in the person's words, for example "6 weeks"."""
    result: str = ""
    stopped_because: str = ""
    voice: Voice = Said()


class Asked(StrEnum):
    """How far somebody was asked: "none known" is an answer, "not asked" is none."""

    NOT_ASKED = "not_asked"
    NONE_KNOWN = "none_known"
    NOT_SURE = "not_sure"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class CaseSnapshot:
    """All that a case says at one moment; what a dossier is planned from.

    `records` are in order of their date, oldest first, undated last, without
    those in the bin. `questions` are in the person's order.
    """

    patient: Patient = Patient()
    preparer: Preparer = Preparer()
    recipient: Recipient = Recipient()
    records: tuple[Record, ...] = ()
    statements: tuple[Statement, ...] = ()
    reasons: tuple[Reason, ...] = ()
    answers: tuple[Answer, ...] = ()
    questions: tuple[Question, ...] = ()
    events: tuple[Event, ...] = ()
    medicines_asked: Asked = Asked.NOT_ASKED
    medicines: tuple[Medicine, ...] = ()
    allergies_asked: Asked = Asked.NOT_ASKED
    allergies: tuple[Allergy, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    results: tuple[Result, ...] = ()
    outside: tuple[OutsideItem, ...] = ()
    sensitivities: Mapping[int, frozenset[Sensitivity]] = field(default_factory=dict)
    """The tags of the records that have any, by the record's id."""
    first_opinion: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """The pages, from 1, that state the first doctor's conclusion; empty means all."""
    related: tuple[Related, ...] = ()
    other_namings: tuple[Naming, ...] = ()
    """Names and birth dates on papers of which somebody said that they are the patient's."""
    journey: Journey = Journey()
    """What is wanted and asked for, tests, choices, opinions and decisions."""
    example: bool = False
    """Whether this is the built-in sample case, in which nobody is real."""

    def statement(self, subject: Subject) -> Statement | None:
        """Give the statement about `subject`, if there is one."""
        return next((said for said in self.statements if said.subject is subject), None)

    def record(self, record: int) -> Record | None:
        """Give the record with this id, if it is there and not in the bin."""
        return next((one for one in self.records if one.id == record), None)
