"""What was made and what was sent: kept as it was, whatever the case becomes later."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate

REPLY, REVIEW = -1, -2
"""In place of the version of a build: a reply to the first doctor, and a copy for review."""


@dataclass(frozen=True, slots=True)
class BuiltRecord:
    """A record as it went into a build; `sha256` names its document, "" for a note.

    `pages` counts from 1; `covered` are those of them that had a box.
    """

    record: int
    title: str
    sha256: str
    first_page: int
    pages: tuple[int, ...]
    covered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One finished file: its name, sha256, size in bytes, and pages, 0 for what is no PDF.

    The name has no folder; in a companion pack it is the path from the pack's top.
    """

    name: str
    sha256: str
    bytes: int
    pages: int


@dataclass(frozen=True, slots=True)
class Build:
    """A dossier that was made; never changed afterwards.

    `number` counts the builds of a version from 1; replies are counted for
    themselves, and so are copies for review. `spec` holds the choices in words
    and codes, `left_out` the titles with their reason.
    """

    id: int
    version: int
    version_name: str
    recipient: str
    number: int
    made: datetime
    application: str
    spec: tuple[tuple[str, str], ...]
    records: tuple[BuiltRecord, ...]
    left_out: tuple[tuple[str, str], ...]
    files: tuple[BuiltFile, ...]
    kept_reasons: tuple[tuple[str, str], ...] = ()
    """Findings of the check that were left as they are, each with the reason given."""

    @property
    def is_reply(self) -> bool:
        """Whether it is the reply to the first doctor, and no dossier."""
        return self.version == REPLY

    @property
    def is_for_review(self) -> bool:
        """Whether it is a copy that the client looks at, and that is never sent."""
        return self.version == REVIEW


class Route(StrEnum):
    """How a dossier went out of the house."""

    HAND = "hand"
    POST = "post"
    PORTAL = "portal"
    EMAIL = "email"
    FAX = "fax"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sending:
    """One line of the sharing log: which build went to whom, how, and what came back.

    The password itself is never kept, only how it was told.
    """

    id: int
    build: int
    recipient: str
    sent_on: PartialDate = NOT_KNOWN
    route: Route = Route.HAND
    tracking: str = ""
    password_told: str = ""
    received_on: PartialDate = NOT_KNOWN
    received_by: str = ""
    reply_due: PartialDate = NOT_KNOWN
    note: str = ""
