"""What a folded form needs to know: its groups, their fields, and when a field is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from ui.facts.kind import Pick, When, Words

Value = Any
"""A frozen value of the model; its fields may hold others."""


@dataclass(frozen=True, slots=True)
class Number:
    """A field for a number of at least 0; 0 means none, and stands there as an empty field."""

    name: str
    label: str
    hint: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Tick:
    """A field for yes or no."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Told:
    """A field with a few values; each has its words and a line that says what comes of it."""

    name: str
    label: str
    choices: tuple[tuple[object, str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A line that follows what stands in the form; "" hides it."""

    name: str
    words: Callable[[Value], str]


Field = Words | When | Pick | Number | Tick | Told | Note


@dataclass(frozen=True, slots=True)
class Group:
    """Fields about one thing.

    The name of a field is its way through the value: "wishes.images".
    `summary` says in a few words what stands in it while it is folded. An
    `open` group has no fold. `only_if` hides fields that nobody needs now,
    by their names.
    """

    title: str
    step: str
    """The words of the step of undo, when something in here was changed."""
    fields: tuple[Field, ...]
    summary: Callable[[Value], str] = lambda _value: ""
    open: bool = False
    hint: str = ""
    only_if: tuple[tuple[str, Callable[[Value], bool]], ...] = ()


def taken(value: Value, name: str) -> object:
    """Give the field of a value that `name` leads to."""
    return reduce(getattr, name.split("."), value)


def put(value: Value, name: str, new: object) -> Value:
    """Give the value with another field where `name` leads to."""
    first, _dot, rest = name.partition(".")
    return replace(value, **{first: put(getattr(value, first), rest, new) if rest else new})
