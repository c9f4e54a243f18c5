"""Writes the sample's journey into a case, where everything gets ids of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from app.case.journey import JourneyRooms
from app.case.shelf import Kept, Shelf
from app.model.journey.comparison import GridCell, OpenPoint, WhyDiffer
from app.model.journey.grid import question_of, question_row
from app.model.journey.snapshot import Journey

Ids = Mapping[int, int]
"""The id that something has in the case, by the one that it has in the sample."""
Value = TypeVar("Value", bound=Kept)
Row = TypeVar("Row", GridCell, WhyDiffer, OpenPoint)


def tell_journey(rooms: JourneyRooms, told: Journey, questions: Ids) -> None:
    """Add all of `told`, inside a change; `questions` are those of the case."""
    _keep(rooms.specialties, told.specialties)
    wanted = _keep(rooms.wanted, told.wanted)
    _keep(rooms.wanted_records, told.wanted_records, wanted=wanted)
    requests = _keep(rooms.requests, told.requests)
    _keep(rooms.asked_for, told.asked_for, request=requests)
    _keep(rooms.calls, told.calls, request=requests)
    _keep(rooms.consents, told.consents)
    _keep(rooms.tests, told.tests)
    _keep(rooms.limits, told.limits)
    _keep(rooms.family, told.family)
    conflicts = _keep(rooms.conflicts, told.conflicts, question=questions)
    _keep(rooms.conflict_sides, told.conflict_sides, conflict=conflicts)
    choices = _keep(rooms.choices, told.choices)
    _keep(rooms.choice_cells, told.choice_cells, choice=choices)
    _keep(rooms.decisions, told.decisions, choice=choices)
    _tell_opinions(rooms, told, questions)


def _tell_opinions(rooms: JourneyRooms, told: Journey, questions: Ids) -> None:
    opinions = _keep(rooms.opinions, told.opinions)
    _keep(rooms.points, told.points, opinion=opinions)
    _keep(rooms.answers, told.answers, opinion=opinions, question=questions)
    _keep(rooms.saw, told.saw, opinion=opinions)
    _keep(rooms.grid_cells, _asked(told.grid_cells, questions), opinion=opinions)
    _keep(rooms.why_differ, _asked(told.why_differ, questions))
    _keep(rooms.open_points, _asked(told.open_points, questions), question=questions)


def _keep(shelf: Shelf[Value], values: Iterable[Value], **owners: Ids) -> dict[int, int]:
    """Add values that name others by their ids; give the ids that they got themselves."""
    kept = {}
    for one in values:
        named = {field: getattr(one, field) for field in owners}
        links = {field: owners[field][id_] for field, id_ in named.items() if id_ is not None}
        kept[one.id] = shelf.add(replace(one, **links))
    return kept


def _asked(rows: Iterable[Row], questions: Ids) -> list[Row]:
    """Give the same with the rows of questions named as they are in the case."""
    found = []
    for one in rows:
        asked = question_of(one.row)
        found.append(one if asked is None else replace(one, row=question_row(questions[asked])))
    return found
