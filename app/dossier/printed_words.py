"""The words of people that a dossier prints on pages of our own."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from app.dossier.gaps_told import missing_texts
from app.dossier.plan import DossierPlan
from app.model.journey.grid import may_be_compared
from app.model.record import Record
from app.model.relation import Relation

_OF_CASE = (
    "statements",
    "reasons",
    "answers",
    "questions",
    "events",
    "medicines",
    "allergies",
    "treatments",
    "results",
    "outside",
)
_OF_JOURNEY = ("tests", "limits", "family", "choices", "choice_cells")
_COMPARED = ("opinions", "points", "grid_rows", "grid_cells", "why_differ", "open_points")
"""Printed only where two opinions stand side by side."""


def printed_words(plan: DossierPlan) -> Iterator[str]:
    """Give every text that people wrote and that is printed, but those of the records that go in.

    Titles of records that stay behind are among them as far as they are named.
    """
    journey = plan.case.journey
    compared = _COMPARED if may_be_compared(journey) else ()
    for holder, names in ((plan.case, _OF_CASE), (journey, (*_OF_JOURNEY, *compared))):
        for name in names:
            for fact in getattr(holder, name):
                yield from _texts_in(fact)
    yield from missing_texts(plan.case)
    for pair in plan.case.related:
        if pair.relation is Relation.TRANSLATES and plan.planned(pair.record):
            yield pair.note  # stands in the index
    if plan.version.left_out_list:
        for one in plan.left_out:
            if one.named:
                yield from (one.record.title, one.record.source, one.why)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif is_dataclass(value) and not isinstance(value, Record):
        for field in fields(value):
            yield from _texts_in(getattr(value, field.name))
