"""Two statements that do not agree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.model.record import Record
from app.model.source_words import voice_words
from app.model.voice import Said, Voice
from app.phrases import _


@dataclass(frozen=True, slots=True)
class Conflict:
    """What two sides say differently; `question` is the question it was made into."""

    id: int
    about: str
    note: str = ""
    question: int | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the statements of a conflict, in its own words."""

    id: int
    conflict: int
    text: str
    voice: Voice = Said()


@dataclass(frozen=True, slots=True)
class TwoSides:
    """A conflict with its first two sides as one value; a side without words is not there yet."""

    id: int
    about: str
    one: str = ""
    one_voice: Voice = Said()
    other: str = ""
    other_voice: Voice = Said()
    note: str = ""
    settled: bool = False


def two_sides(
    conflicts: Iterable[Conflict], sides: Iterable[ConflictSide]
) -> Iterator[tuple[Conflict, TwoSides]]:
    """Give each conflict with its first two sides, in the order of adding."""
    of_each: dict[int, list[ConflictSide]] = {}
    for side in sides:
        of_each.setdefault(side.conflict, []).append(side)
    for kept in conflicts:
        nothing = ConflictSide(0, kept.id, "")
        one, other = [*of_each.get(kept.id, []), nothing, nothing][:2]
        yield (
            kept,
            TwoSides(
                kept.id,
                kept.about,
                one.text,
                one.voice,
                other.text,
                other.voice,
                kept.note,
                kept.settled,
            ),
        )


def said_in(one: TwoSides, records: Mapping[int, Record]) -> list[tuple[str, str]]:
    """Give where each side stands, and its words; `records` are those that are not in the bin."""
    sides = ((one.one_voice, one.one), (one.other_voice, one.other))
    return [(_source(voice, records), text) for voice, text in sides if text]


def _source(voice: Voice, records: Mapping[int, Record]) -> str:
    if isinstance(voice, Said):
        return voice.by or _("Somebody")
    return voice_words(voice, records)
