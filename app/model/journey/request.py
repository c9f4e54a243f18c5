"""Asking for records: who was asked for what, when an answer is due, and what was said."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class Asking(StrEnum):
    """How somebody was asked."""

    LETTER = "letter"
    EMAIL = "email"
    PORTAL = "portal"
    PHONE = "phone"
    FAX = "fax"
    IN_PERSON = "in_person"


class Clock(StrEnum):
    """The rule that an answer is due by."""

    NONE = "none"
    HIPAA = "hipaa"  # 45 CFR 164.524: 30 calendar days, once 30 more
    UK_GDPR = "uk_gdpr"  # one calendar month, two more; the next working day
    EU_GDPR = "eu_gdpr"  # GDPR Article 12(3): one calendar month, two more
    DAYS = "days"  # `days` of the request


class Outcome(StrEnum):
    """What became of a request."""

    OPEN = "open"
    PART_CAME = "part_came"
    ALL_CAME = "all_came"
    REFUSED = "refused"
    DOES_NOT_EXIST = "does_not_exist"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Request:
    """One letter or call for records to one place.

    The clock runs from `received_on`; where only `sent_on` is known, what is
    due is only about then. `days` counts for Clock.DAYS.
    """

    id: int
    whom: str
    department: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    asking: Asking = Asking.LETTER
    reference: str = ""
    """The place's own number for the patient."""
    pdf: bool = True
    pictures: bool = False
    """Whether the scan pictures are asked for too, as DICOM."""
    tissue: bool = False
    """Whether it asks for slides or blocks."""
    send_to: str = ""
    """Where tissue or discs should go; "" for the patient."""
    sent_on: PartialDate = NOT_KNOWN
    received_on: PartialDate = NOT_KNOWN
    clock: Clock = Clock.NONE
    days: int = 0
    extended_on: PartialDate = NOT_KNOWN
    """When they said that it takes longer; known only if they did."""
    extended_why: str = ""
    outcome: Outcome = Outcome.OPEN
    closed_on: PartialDate = NOT_KNOWN
    note: str = ""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """One thing that a request names; `wanted` is the code of its checklist line, or ""."""

    id: int
    request: int
    text: str
    wanted: str = ""
    record: int | None = None
    """The record that came for it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A talk about a request, or that somebody was not reached."""

    id: int
    request: int
    dated: PartialDate
    text: str
    who: str = ""
