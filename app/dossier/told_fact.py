"""One fact of a small print, with where it is from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """`name` stands in front: a date, a test, a doctor. `source` says where it is from."""

    name: str
    words: str
    source: str
