"""One finding of the check, and how much it matters."""

from collections.abc import Mapping
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
    """One finding. `code` never changes; `record` is the id of the record it is about.

    `pages` are those pages of it, from 1, that it is about; none where it is about all.
    `detail` tells it from other findings of the same code and record.
    """

    code: str
    level: Level
    sentence: str
    record: int | None = None
    pages: tuple[int, ...] = ()
    detail: str = ""

    @property
    def key(self) -> str:
        """What it is kept by, with the record: "code", or "code#detail"."""
        return f"{self.code}#{self.detail}" if self.detail else self.code


def why_kept(line: Line, kept: Mapping[tuple[str, int], str]) -> str:
    """Give why a finding is left as it is, "" where it is not; what stops never is.

    `kept` are the reasons by key and record, 0 for none. One that is kept by
    its code alone, without the detail, holds for all of that code and record.
    """
    if line.level is not Level.LOOK:
        return ""
    record = line.record or 0
    return kept.get((line.key, record), "") or kept.get((line.code, record), "")


def about(code: str, level: Level, record: Record, sentence: str) -> Line:
    """Give a finding about a record; `sentence` names it with {title}."""
    return Line(code, level, sentence.format(title=record.title), record.id)
