"""Plain values of the case as JSON."""

from dataclasses import fields
from typing import Any, get_type_hints

from app.model.partial_date import PartialDate
from app.model.voice import Cited, Voice

UNKNOWN = "not known"


def date_json(date: PartialDate) -> str:
    """Give a date in its stored form, or "not known"."""
    return date.stored() or UNKNOWN


def voice_json(voice: Voice) -> dict[str, object]:
    """Give who speaks."""
    if isinstance(voice, Cited):
        return {"voice": "record", "record": voice.record, "page": voice.page}
    return {"voice": "said", "by": voice.by, "on": date_json(voice.on)}


def value_json(value: Any) -> dict[str, object]:  # noqa: ANN401 - any frozen value
    """Give a frozen value of plain fields; a date in its stored form, "" for one not known."""
    types = get_type_hints(type(value))
    found: dict[str, object] = {}
    for field in fields(value):
        one = getattr(value, field.name)
        if field.name == "voice":
            found["voice"] = voice_json(one)
        elif types[field.name] is PartialDate:
            found[field.name] = one.stored()
        else:
            found[field.name] = one
    return found
