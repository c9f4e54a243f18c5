"""From what stands in the sample's texts to the values of the model."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar, get_args, get_type_hints

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.voice import Cited, Said, Voice

Told = Mapping[str, Any]
Records = Mapping[str, int]
"""The id of the record of each paper, by the paper's key."""
Value = TypeVar("Value")

_SPOKEN = ("record", "page", "by", "on")
"""Who speaks, where the value has a voice; elsewhere `record` and `page` are fields of its own."""


def made(kind: Callable[..., Value], told: Told, record_of: Records, **given: object) -> Value:
    """Make a value of the model of what is told of it: dates, choices, records, who speaks.

    Lists are left to whoever knows what they hold. Raises KeyError for a field
    that the value does not have and for a paper without a record, ValueError
    for a choice that there is not.
    """
    types = get_type_hints(kind)
    values = dict(given)
    for name, written in told.items():
        if isinstance(written, list) or ("voice" in types and name in _SPOKEN):
            continue
        values[name] = record_of[written] if name == "record" else _read(types[name], written)
    if "voice" in types and (voice := _voice(told, record_of)):
        values["voice"] = voice
    return kind(**values)


def numbered(
    kind: Callable[..., Value], each: list[dict[str, Any]], record_of: Records
) -> tuple[Value, ...]:
    """Make a value of each entry; their ids count from 1."""
    return tuple(made(kind, told, record_of, id=number) for number, told in enumerate(each, 1))


def _read(kind: Any, written: Any) -> object:  # noqa: ANN401 - the type of a field
    if PartialDate in (kind, *get_args(kind)):
        return PartialDate.from_stored(written)
    return kind(written) if isinstance(kind, type) and issubclass(kind, Enum) else written


def _voice(told: Told, record_of: Records) -> Voice | None:
    """Give who speaks, or None where the texts do not say."""
    if "record" in told:
        return Cited(record_of[told["record"]], told.get("page", 1))
    if "by" in told:
        on = PartialDate.from_stored(told["on"]) if "on" in told else NOT_KNOWN
        return Said(told["by"], on)
    return None
