"""What the people of the sample case say, and what its papers say."""

from collections.abc import Callable
from typing import TypeVar

from app.model.outside_item import OutsideItem
from app.model.person import Patient, Preparer, Recipient
from app.model.result import Result
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    CaseSnapshot,
    Event,
    Medicine,
    Question,
    Reason,
    Statement,
    Treatment,
)
from app.sample.journey import journey
from app.sample.reading import Records, made, numbered
from app.sample.texts import texts

Value = TypeVar("Value")


def story(record_of: Records) -> CaseSnapshot:
    """Give the sample's story and its journey; its `records` are left empty.

    `record_of` maps the key of each paper to the id of its record. Ids of
    questions, events and the like count from 1. Raises KeyError for a paper
    that the story cites and `record_of` does not have.
    """
    told = texts("story")

    def each(kind: Callable[..., Value], name: str) -> tuple[Value, ...]:
        return tuple(made(kind, entry, record_of) for entry in told[name])

    def counted(kind: Callable[..., Value], name: str) -> tuple[Value, ...]:
        return numbered(kind, told[name], record_of)

    return CaseSnapshot(
        patient=made(Patient, told["patient"], record_of),
        preparer=made(Preparer, told["preparer"], record_of),
        recipient=made(Recipient, told["recipient"], record_of),
        statements=each(Statement, "statement"),
        reasons=each(Reason, "reason"),
        answers=each(Answer, "answer"),
        questions=counted(Question, "question"),
        events=counted(Event, "event"),
        medicines_asked=Asked.LISTED,
        medicines=counted(Medicine, "medicine"),
        allergies_asked=Asked.LISTED,
        allergies=counted(Allergy, "allergy"),
        treatments=counted(Treatment, "treatment"),
        results=counted(Result, "result"),
        outside=counted(OutsideItem, "outside"),
        journey=journey(record_of),
    )
