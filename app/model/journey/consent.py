"""Who may act for the patient, and for what."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class Power(StrEnum):
    """What a consent allows."""

    SPEAK = "speak"  # talk with doctors and offices
    COLLECT = "collect"  # ask for and get records
    SHARE = "share"  # send records on
    DECIDE = "decide"  # proxy, power of attorney
    GUARDIAN = "guardian"  # parents and legal guardians
    DOCTOR = "doctor"  # the treating doctor's agreement
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent; `record` is the paper, `page` counts from 1."""

    id: int
    person: str
    power: Power = Power.SPEAK
    scope: str = ""
    since: PartialDate = NOT_KNOWN
    until: PartialDate = NOT_KNOWN
    record: int | None = None
    note: str = ""
