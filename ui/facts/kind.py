"""What a list and a form need to know of one kind of fact."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.case.casefile import CaseFile
from app.model.record import Record
from app.phrases import _
from ui.facts.line import Line

Fact = Any
"""A frozen value of the model with an `id`; 0 means that it is not in the case yet."""


class Store(Protocol):
    """Where the facts of one kind are kept in a case."""

    def all(self) -> Sequence[Fact]:
        """Give all of them in their order."""

    def add(self, fact: Fact, /) -> int:
        """Add one and give its id."""

    def save(self, fact: Fact, /) -> None:
        """Write one that was changed."""

    def remove(self, number: int, /) -> None:
        """Take one away."""


@dataclass(frozen=True, slots=True)
class Words:
    """A field of words; `must` is what is said when it is empty and may not be."""

    name: str
    label: str
    hint: str = ""
    lines: int = 1
    must: str = ""
    offered: Callable[[CaseFile], Sequence[str]] | None = None
    """Gives what is offered while somebody types."""


@dataclass(frozen=True, slots=True)
class When:
    """A field for a date; one that `begins` is asked for only after a button with these words.

    Until then, and after the button `ends`, the date is None.
    """

    name: str
    label: str
    hint: str = ""
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """A field with a few values to choose from, each with its words."""

    name: str
    label: str
    choices: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class Who:
    """The field for who says so."""

    name: str = "voice"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A field that is true or not."""

    name: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A field for a whole number from `least` to `most`; an empty one is `empty`."""

    name: str
    label: str
    hint: str = ""
    least: int = 0
    most: int = 100
    empty: int | None = None


@dataclass(frozen=True, slots=True)
class OfRecord:
    """A field for one record of the case, by its id; None for no record."""

    name: str
    label: str
    hint: str = ""


Field = Words | When | Pick | Who | Tick | Number | OfRecord


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact; the words for undo name it as a person would."""

    code: str
    title: str
    new: str
    fields: tuple[Field, ...]
    blank: Fact
    store: Callable[[CaseFile], Store]
    line: Callable[[Fact, Mapping[int, Record]], Line]
    added: str
    changed: str
    removed: str

    @property
    def musts(self) -> tuple[Words, ...]:
        """The fields without which there is nothing to save."""
        return tuple(one for one in self.fields if isinstance(one, Words) and one.must)

    @property
    def main(self) -> Words:
        """The first of them: what a fact is called by."""
        return self.musts[0]

    def lacks(self, fact: Fact) -> Words | None:
        """Give the first field that must have words and has none."""
        return next((one for one in self.musts if not getattr(fact, one.name)), None)

    def find(self, case: CaseFile, number: int) -> Fact | None:
        """Give one fact of the case, or None."""
        return next((one for one in self.store(case).all() if one.id == number), None)

    def remove(self, case: CaseFile, number: int) -> None:
        """Take one out of the case, as a step that can be undone."""
        with case.change(self.removed):
            self.store(case).remove(number)


_OTHERWISE = {"medical_test": "test", "family_illness": "family", "asked_for": "asked"}


def code_of(table: str) -> str:
    """Give the code of the kind of fact that a table keeps: most are called as their table."""
    return _OTHERWISE.get(table, table)


def records_of(case: CaseFile) -> dict[int, Record]:
    """Give the records of a case by their ids, without those in the bin."""
    return {one.id: one for one in case.records.all()}


def lines_of(kind: FactKind, case: CaseFile, records: Mapping[int, Record]) -> list[Line]:
    """Give the lines of all facts of a kind."""
    return [kind.line(fact, records) for fact in kind.store(case).all()]


def who() -> Who:
    """Give the field for who says so, with its usual words."""
    return Who(label=_("Where is this from?"))
