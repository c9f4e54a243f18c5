"""A suggestion, and the lines of a paper in which suggestions are looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from app.model.date_words import folded

Value = TypeVar("Value")

LONGEST_WORDS = 80
_FIRST_PAGES = 5
_LONGEST_LINE = 200
_LONGEST_PAGE = 20_000  # characters; a page full of small print has some 8,000


@dataclass(frozen=True, slots=True)
class Suggestion(Generic[Value]):
    """A value that a person may accept, and the words of the paper that it rests on.

    `words` are at most 80 characters, as they stand on the paper but with
    single spaces; " … " marks what was passed over. `page` counts from 1; 0
    means that the file's name says it. `doubtful`: something had to be
    concluded, for instance which number of 12/9/2026 is the month, so it has
    to be looked at twice.
    """

    value: Value
    words: str
    page: int
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, with single spaces; `number` counts from 0 on its page."""

    text: str
    page: int
    number: int


def lines(texts: tuple[str, ...]) -> Iterator[Line]:
    """Give the lines of the first five pages and of the last one, in order."""
    for page in sorted({*range(1, min(_FIRST_PAGES, len(texts)) + 1), len(texts)} - {0}):
        kept = (" ".join(line.split()) for line in texts[page - 1][:_LONGEST_PAGE].splitlines())
        for number, text in enumerate(filter(None, kept)):
            yield Line(text, page, number)


def passes_over(texts: tuple[str, ...]) -> bool:
    """Tell whether `lines` leaves out pages between the first ones and the last."""
    return len(texts) > _FIRST_PAGES + 1


def head(texts: tuple[str, ...], length: int) -> list[Line]:
    """Give the first `length` lines of the first page, without the ends of very long ones."""
    top = islice(lines(texts[:1]), length)
    return [Line(line.text[:_LONGEST_LINE], line.page, line.number) for line in top]


def passage(*parts: str) -> str:
    """Join parts of a paper into words of a suggestion, cut to 80 characters."""
    words = " … ".join(part.strip() for part in parts)
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + "…"


def labelled(words: str, value_length: int) -> str:
    """Cut a label and the value at its end to 80 characters; the value stays whole."""
    if len(words) <= LONGEST_WORDS or value_length >= LONGEST_WORDS - 3:
        return passage(words)
    value = words[-value_length:]
    return f"{words[: LONGEST_WORDS - value_length - 3].rstrip()} … {value}"


def as_words(text: str) -> str:
    """Give the words of a text folded, a space before and after each: " mri of the knee "."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


_WORD = re.compile(r"[^\W_]+")
