"""One part of the work that a person goes through, and how far it has come."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a part has come."""

    DONE = "done"
    STARTED = "started"
    TO_DO = "to_do"
    NOT_YET = "not_yet"  # something else must come first
    IF_YOU_LIKE = "if_you_like"  # nothing is missed without it


class Group(StrEnum):
    """Where a part stands in the list."""

    STORY = "story"
    RECORDS = "records"
    SEND = "send"
    AFTERWARDS = "afterwards"


@dataclass(frozen=True, slots=True)
class Task:
    """One part; `code` names the place where it is done and never changes.

    `name` is the short name of that place, `title` says what is done there,
    `hint` is a line on how far it has come.
    """

    code: str
    group: Group
    status: Status
    name: str
    title: str
    hint: str
