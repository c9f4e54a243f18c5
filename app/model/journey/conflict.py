"""Two statements that do not agree."""

from dataclasses import dataclass

from app.model.voice import Said, Voice


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
