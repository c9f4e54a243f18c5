"""Between a frozen value and its rows of field and value, one for each field that is not usual.

A field that a later version adds needs no new column, and a file without it
reads as the usual value.
"""

from dataclasses import MISSING, fields
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_type_hints

from app.model.partial_date import PartialDate

Value = TypeVar("Value")


def written(value: Any, *, but: frozenset[str] = frozenset()) -> dict[str, str]:  # noqa: ANN401
    """Give the fields of a frozen value that differ from their default, as texts."""
    return {
        field.name: _text(getattr(value, field.name))
        for field in fields(value)
        if field.name not in but
        and (field.default is MISSING or getattr(value, field.name) != field.default)
    }


def read(kind: type[Value], texts: dict[str, str], **given: object) -> Value:
    """Give the value that `written` made the texts of; `given` are its other fields.

    A field or a choice that this version of the program does not know stays
    at its default.
    """
    types = get_type_hints(kind)
    values = {
        name: value
        for name, text in texts.items()
        if name in types and (value := _value(types[name], text)) is not _UNKNOWN
    }
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
