"""The fields that `set` can write."""

from dataclasses import dataclass
from enum import Enum, auto

from app.model.story import Subject


class Group(Enum):
    """What a field is part of."""

    PATIENT = auto()
    PREPARER = auto()
    RECIPIENT = auto()
    ASKED = auto()
    STATEMENT = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the case: what it is part of, and its name there."""

    group: Group
    name: str


FIELDS: dict[str, Field] = {
    "name": Field(Group.PATIENT, "name"),
    "born": Field(Group.PATIENT, "born"),
    "sex": Field(Group.PATIENT, "sex"),
    "record-number": Field(Group.PATIENT, "record_number"),
    "language": Field(Group.PATIENT, "language"),
    "phone": Field(Group.PATIENT, "phone"),
    "prepared-by": Field(Group.PREPARER, "name"),
    "prepared-role": Field(Group.PREPARER, "role"),
    "prepared-phone": Field(Group.PREPARER, "phone"),
    "consent": Field(Group.PREPARER, "consent"),
    "recipient": Field(Group.RECIPIENT, "name"),
    "recipient-service": Field(Group.RECIPIENT, "service"),
    "recipient-place": Field(Group.RECIPIENT, "place"),
    "visit": Field(Group.RECIPIENT, "visit"),
    "reply-to": Field(Group.RECIPIENT, "reply_to"),
    "medicines": Field(Group.ASKED, "medicine"),
    "allergies": Field(Group.ASKED, "allergy"),
    **{
        subject.value.replace("_", "-"): Field(Group.STATEMENT, subject.value)
        for subject in Subject
    },
}
