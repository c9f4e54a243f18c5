"""A fact as a line of a list."""

from dataclasses import dataclass

from app.model.story import EventKind


@dataclass(frozen=True, slots=True)
class Line:
    """What a list shows of one fact; all of it is plain text.

    `kind` and `id` say which fact it is. `head` is a heading above the line,
    such as a year. `lead` stands in front, such as a date.
    """

    kind: str
    id: int
    title: str
    more: str = ""
    lead: str = ""
    source: str = ""
    said: bool = False
    """Whether somebody said it; otherwise it stands in a record, or is one."""
    head: str = ""
    lane: EventKind | None = None
    """Whose shape stands beside it."""
    small_mark: bool = False
    """Whether the small square of a record stands there instead."""
    quiet: bool = False
    """Whether it stands back behind the others."""

    @property
    def sentence(self) -> str:
        """All of it, to be read out."""
        parts = (self.head, self.lead, self.title, self.more, self.source)
        said = [part.replace("\n", ". ").rstrip(".") for part in parts if part]
        return " ".join(part if part.endswith("?") else f"{part}." for part in said)
