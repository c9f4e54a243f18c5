"""One finding of the check, and how much it matters."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.record import Record


class Level(StrEnum):
    """How much a line matters."""

    STOP = "stop"  # the dossier is not made until this is mended
    LOOK = "look"  # worth a look; the person decides
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding. `code` never changes; `record` is the id of the record it is about."""

    code: str
    level: Level
    sentence: str
    record: int | None = None


def about(code: str, level: Level, record: Record, sentence: str) -> Line:
    """Give a finding about a record; `sentence` names it with {title}."""
    return Line(code, level, sentence.format(title=record.title), record.id)
