"""Who may act for the patient, and for what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
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


def may_decide(consents: Iterable[Consent], on: date) -> tuple[Consent, ...]:
    """Give the guardians and those who decide for the patient whose power may still hold on a day.

    One that has ended is left out; one with an end that is not exact enough
    to tell, or with a later start, stays in: its dates are shown beside it.
    """
    return tuple(
        one
        for one in consents
        if one.power in (Power.GUARDIAN, Power.DECIDE)
        and (one.until.latest is None or one.until.latest >= on)
    )
