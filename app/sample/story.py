"""What the people of the sample case say, and what its papers say."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from app.model.outside_item import OutsideItem
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.person import Patient, Preparer, Recipient
from app.model.result import Result
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    Question,
    Reason,
    Statement,
    Subject,
    Treatment,
)
from app.model.voice import Cited, Said, Voice
from app.sample.texts import texts

Told = dict[str, Any]
Value = TypeVar("Value")

_READ: dict[str, Callable[[str], Any]] = {
    "subject": Subject,
    "kind": EventKind,
    **dict.fromkeys(("born", "date", "dates", "since", "until"), PartialDate.from_stored),
}


def story(record_of: Mapping[str, int]) -> CaseSnapshot:
    """Give the sample's story; its `records` are left empty.

    `record_of` maps the key of each paper to the id of its record. Ids of
    questions, events and the like count from 1. Raises KeyError for a paper
    that the story cites and `record_of` does not have.
    """
    told = texts("story")

    def each(name: str) -> list[Told]:
        return [_values(entry, record_of) for entry in told[name]]

    return CaseSnapshot(
        patient=Patient(**_values(told["patient"], record_of)),
        preparer=Preparer(**told["preparer"]),
        recipient=Recipient(**told["recipient"]),
        statements=tuple(Statement(**values) for values in each("statement")),
        reasons=tuple(Reason(**values) for values in each("reason")),
        answers=tuple(Answer(**values) for values in each("answer")),
        questions=_numbered(Question, each("question")),
        events=_numbered(Event, each("event")),
        medicines_asked=Asked.LISTED,
        medicines=_numbered(Medicine, each("medicine")),
        allergies_asked=Asked.LISTED,
        allergies=_numbered(Allergy, each("allergy")),
        treatments=_numbered(Treatment, each("treatment")),
        results=_numbered(Result, each("result")),
        outside=_numbered(OutsideItem, each("outside")),
    )


def _numbered(make: Callable[..., Value], each: list[Told]) -> tuple[Value, ...]:
    return tuple(make(number, **values) for number, values in enumerate(each, 1))


def _values(entry: Told, record_of: Mapping[str, int]) -> Told:
    """Turn what stands in the file into the values of the model: dates, kinds, who speaks."""
    values = {
        name: _READ[name](value) if name in _READ else value
        for name, value in entry.items()
        if name not in ("record", "page", "by", "on")
    }
    voice = _voice(entry, record_of)
    return values if voice is None else values | {"voice": voice}


def _voice(entry: Told, record_of: Mapping[str, int]) -> Voice | None:
    """Give who speaks, or None where the file does not say: questions, people, reasons."""
    if "record" in entry:
        return Cited(record_of[entry["record"]], entry.get("page", 1))
    if "by" in entry:
        on = PartialDate.from_stored(entry["on"]) if "on" in entry else NOT_KNOWN
        return Said(entry["by"], on)
    return None
