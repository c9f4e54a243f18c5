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
    `detail` tells it from other findings of the same code and record. One that
    stops and is `answerable` stops no more once a person says why it is right.
    """

    code: str
    level: Level
    sentence: str
    record: int | None = None
    pages: tuple[int, ...] = ()
    detail: str = ""
    answerable: bool = False

    @property
    def may_be_kept(self) -> bool:
        """Whether a person may leave it as it is, with a reason."""
        return self.level is Level.LOOK or (self.level is Level.STOP and self.answerable)

    @property
    def key(self) -> str:
        """What it is kept by, with the record: "code", or "code#detail"."""
        return f"{self.code}#{self.detail}" if self.detail else self.code


def why_kept(line: Line, kept: Mapping[tuple[str, int], str]) -> str:
    """Give why a finding is left as it is, "" where it is not.

    What stops never is, but for what a person can answer. `kept` are the
    reasons by key and record, 0 for none. One that is kept by its code alone,
    without the detail, holds for all of that code and record.
    """
    if not line.may_be_kept:
        return ""
    record = line.record or 0
    return kept.get((line.key, record), "") or kept.get((line.code, record), "")


def about(code: str, level: Level, record: Record, sentence: str) -> Line:
    """Give a finding about a record; `sentence` names it with {title}."""
    return Line(code, level, sentence.format(title=record.title), record.id)
