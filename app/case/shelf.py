"""One table of the case file as frozen values: for rooms that need nothing more."""

import json
from collections.abc import Sequence
from dataclasses import MISSING, Field, fields
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

from app.case.engine import CaseDatabase
from app.case.rows import Row, delete, insert, update, voice_columns, voice_of
from app.model.partial_date import PartialDate
from app.model.voice import Voice


class Kept(Protocol):
    """A frozen value with an id."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> int:
        """The id of its row; that of a value which is not kept yet means nothing."""


Value = TypeVar("Value", bound=Kept)


class Shelf(Generic[Value]):
    """Adds, changes and removes the values of one table; changes belong inside `case.change`.

    The table has a column of the same name for each field; a voice has its
    five. A date is kept in its stored form, a bool as 0 or 1.
    """

    def __init__(
        self, db: CaseDatabase, table: str, kind: type[Value], *, order: str = "id"
    ) -> None:
        self._db = db
        self._table = table
        self._kind = kind
        self._order = order

    def all(self) -> list[Value]:
        """Give every value, in the order of adding or of position."""
        rows = self._db.rows(f"SELECT * FROM {self._table} ORDER BY {self._order}")
        return [read(self._kind, row) for row in rows]

    def get(self, number: int) -> Value | None:
        """Give one value, or None when it is gone."""
        rows = self._db.rows(f"SELECT * FROM {self._table} WHERE id = ?", (number,))
        return next((read(self._kind, row) for row in rows), None)

    def add(self, value: Value) -> int:
        """Add a value and give its id; the id of the value is not used.

        In a table with positions it becomes the last.
        """
        columns = _columns(value)
        if "position" in columns:
            last = self._db.row(f"SELECT max(position) AS last FROM {self._table}")
            columns["position"] = 0 if last is None or last["last"] is None else last["last"] + 1
        return insert(self._db, self._table, columns)

    def save(self, value: Value) -> None:
        """Write a value that was changed; nothing happens when it is gone."""
        update(self._db, self._table, value.id, _columns(value))

    def remove(self, number: int) -> None:
        """Take one value away, and what belongs to it."""
        delete(self._db, self._table, number)

    def put_in_order(self, numbers: Sequence[int]) -> None:
        """Let the values with these ids stand in this order; only for a table with positions."""
        for position, number in enumerate(numbers):
            self._db.run(
                f"UPDATE {self._table} SET position = ? WHERE id = ? AND position <> ?",
                (position, number, position),
            )


def read(kind: type[Value], row: Row) -> Value:
    """Give the value of one row."""
    types = _types(kind)
    return kind(
        **{
            field.name: voice_of(row)
            if types[field.name] == Voice
            else _read(types[field.name], row[field.name], field)
            for field in fields(kind)
        }
    )


def _columns(value: Kept) -> Row:
    types = _types(type(value))
    columns: Row = {}
    for field in fields(value):
        if field.name == "id":
            continue
        one = getattr(value, field.name)
        if types[field.name] == Voice:
            columns |= voice_columns(one)
        else:
            columns[field.name] = _written(one)
    return columns


@lru_cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _written(one: object) -> object:
    if isinstance(one, PartialDate):
        return one.stored()
    if isinstance(one, Enum):
        return one.value
    if isinstance(one, bool):
        return int(one)
    if isinstance(one, tuple):
        return json.dumps(one)
    return one


def _read(kind: Any, stored: Any, field: Field[Any]) -> object:  # noqa: ANN401 - a column
    if isinstance(kind, UnionType):
        if stored is None:
            return None
        kind = next(one for one in get_args(kind) if one is not type(None))
    if kind is PartialDate:
        return PartialDate.from_stored(stored)
    if get_origin(kind) is tuple:
        return tuple(json.loads(stored))
    try:
        return kind(stored)
    except ValueError:  # a choice that a later version added
        if field.default is MISSING:
            raise
        return field.default
