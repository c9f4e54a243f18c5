"""What a document brings along beside what its pages show: outline, links, stuck notes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of a document's own outline; `page` and `level` count from 0."""

    title: str
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class InnerLink:
    """A link from a place on one page of a document to another of its pages, both from 0.

    `box` has x and y of the upper left and of the lower right, in points from
    the upper left of the upright page. `top` is the height on the target
    page to show at the top, in points from its upper edge; None for all of it.
    """

    page: int
    box: tuple[float, float, float, float]
    target: int
    top: float | None = None


@dataclass(frozen=True, slots=True)
class StuckNote:
    """Words behind a mark on a page, from 0, which only show when somebody opens the note."""

    page: int
    author: str
    words: str


@dataclass(frozen=True, slots=True)
class Inside:
    """All that a document brings along; `more_notes` counts the notes past MOST_NOTES."""

    outline: tuple[OutlineLine, ...] = ()
    links: tuple[InnerLink, ...] = ()
    notes: tuple[StuckNote, ...] = ()
    more_notes: int = 0


NOTHING_INSIDE = Inside()

MOST_LINES = 2000  # of an outline
MOST_LEVELS = 6
MOST_LINKS = 20_000
MOST_NOTES = 1000
LONGEST_TITLE = 200  # characters
LONGEST_AUTHOR = 100
LONGEST_NOTE = 4000


def moved_up(
    lines: Iterable[OutlineLine], stays: Callable[[OutlineLine], bool]
) -> tuple[OutlineLine, ...]:
    """Give the lines that stay; those below a line that goes move up to its place."""
    above: list[int] = []  # the levels, as they were, of the lines over the next one
    kept = []
    for line in lines:
        while above and above[-1] >= line.level:
            above.pop()
        if stays(line):
            kept.append(replace(line, level=len(above)))
            above.append(line.level)
    return tuple(kept)
