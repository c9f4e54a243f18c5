"""Between a frozen value and the texts of those of its fields that are not as usual.

A field that a later version adds needs no new column in the case file, and a
file without it reads as the usual value.
"""

from dataclasses import MISSING, fields
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_type_hints

from app.model.partial_date import PartialDate

Value = TypeVar("Value")


def to_text(value: Any, *, but: frozenset[str] = frozenset()) -> dict[str, str]:  # noqa: ANN401
    """Give the fields of a frozen value that differ from their default, as texts."""
    return {
        field.name: _text(getattr(value, field.name))
        for field in fields(value)
        if field.name not in but
        and (field.default is MISSING or getattr(value, field.name) != field.default)
    }


def from_text(
    kind: type[Value], texts: dict[str, str], *, strict: bool = False, **given: object
) -> Value:
    """Give the value that `to_text` made the texts of; `given` are its other fields.

    A field or a choice that this version of the program does not know stays
    at its default; with `strict` it raises ValueError.
    """
    types = get_type_hints(kind)
    values: dict[str, object] = {}
    for name, text in texts.items():
        value = _value(types[name], text) if name in types else _UNKNOWN
        if value is not _UNKNOWN:
            values[name] = value
        elif strict:
            raise ValueError(f"{name} cannot be “{text}”")
    return kind(**values, **given)


_UNKNOWN = object()


def _text(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.stored()
    if isinstance(value, Enum):
        return str(value.value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _value(kind: Any, text: str) -> object:  # noqa: ANN401 - the type of a field
    if isinstance(kind, UnionType):  # "bool | None" and the like
        if text == "":
            return None
        kind = next(one for one in kind.__args__ if one is not type(None))
    if kind is PartialDate:
        return PartialDate.from_stored(text)
    if kind is bool:
        return text == "yes"
    try:
        return kind(text)
    except ValueError:
        return _UNKNOWN
