"""What a dossier holds, as one short mark: another mark, and somebody reads something else.

The day on which it is made does not count, nor do paper, password and the
number of files, and neither does what is kept in the case but printed nowhere.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from app.dossier.gaps_told import missing_in
from app.dossier.plan import DossierPlan, PlannedRecord
from app.model.partial_date import PartialDate
from app.model.relation import Relation

_PRINTED = (
    "patient",
    "preparer",
    "recipient",
    "statements",
    "reasons",
    "answers",
    "questions",
    "events",
    "medicines_asked",
    "medicines",
    "allergies_asked",
    "allergies",
    "treatments",
    "results",
    "outside",
)
_PRINTED_OF_JOURNEY = (
    "tests",
    "limits",
    "family",
    "choices",
    "choice_cells",
    "opinions",
    "points",
    "saw",
    "grid_rows",
    "grid_cells",
    "why_differ",
    "open_points",
)
_CHOSEN = (
    "identity",
    "first_opinion",
    "language",
    "left_out_list",
    "pictures",
    "text_layer",
    "dividers",
)
_BOX = ("record", "page", "x0", "y0", "x1", "y1", "why")


def fingerprint(plan: DossierPlan) -> str:
    """Give the mark of what `plan` holds, 64 hexadecimal digits.

    A field that a later program adds changes nothing while it has its usual value.
    """
    version, journey = plan.version, plan.case.journey
    here = {planned.record.id for planned in plan.records}
    told = {
        "records": [_record(planned) for planned in plan.records],
        "groups": [
            [_plain(section.kind), [one.number for one in section.records]]
            for section in plan.sections
        ],
        "left_out": [
            [one.record.title, one.why, one.named] for one in plan.left_out if version.left_out_list
        ],
        "parts_left_out": plan.parts_left_out,
        "case": [_plain(getattr(plan.case, name)) for name in _PRINTED],
        "journey": [_plain(getattr(journey, name)) for name in _PRINTED_OF_JOURNEY],
        "missing": [_plain(one) for one in missing_in(plan.case, plan.language)],
        "chosen": [_plain(getattr(version, name)) for name in _CHOSEN],
        "boxes": sorted(
            [_plain(getattr(box, name)) for name in _BOX]
            for box in version.cover_ups
            if box.record in here
        ),
    }
    if translations := [
        [pair.record, pair.other, pair.note]
        for pair in plan.case.related
        if pair.relation is Relation.TRANSLATES and pair.record in here
    ]:
        told["translations"] = translations
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _record(planned: PlannedRecord) -> list[Any]:
    """Give what is shown of a record; by hand, as there can be thousands."""
    record, document = planned.record, planned.record.document
    return [
        planned.number,
        record.id,
        record.title,
        record.kind.value if record.kind else "",
        [getattr(record.dates, one.name).stored() for one in fields(record.dates)],
        record.source,
        record.body,
        document.sha256 if document else "",
        planned.pages,
        planned.covered,
        planned.pictured,
    ]


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON takes
    """Give a value as JSON takes it; fields with their usual value are left away."""
    if isinstance(value, PartialDate):
        return value.stored()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        found = ((name, getattr(value, name), usual) for name, usual in _fields(type(value)))
        return [type(value).__name__] + [
            [name, _plain(one)] for name, one, usual in found if one != usual
        ]
    if isinstance(value, Mapping):
        return sorted([_plain(key), _plain(one)] for key, one in value.items())
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


@lru_cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple(
        (one.name, None if one.default is MISSING else one.default) for one in fields(kind)
    )
