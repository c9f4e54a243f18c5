"""By when an answer to a request for records is usually due. Not legal advice.

Sources, read in November 2026:
- HIPAA right of access, 45 CFR 164.524(b)(2): 30 calendar days after receipt;
  once 30 more, if told with the reason and the date before the first have passed.
- UK GDPR Article 12(3) and the guidance of the Information Commissioner's
  Office on the right of access: the same date of the next month, or the last
  day of a month that is shorter; a weekend or a bank holiday moves it to the
  next working day; two further months for what is complex.
- GDPR Article 12(3) and Regulation (EEC, Euratom) 1182/71 Article 3(4): the
  same, but the holidays differ from place to place, so only weekends count.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.model.journey.request import Clock, Outcome, Request
from app.model.partial_date import PartialDate

_WITHIN, _LONGER = 30, 60  # days after receipt, under HIPAA
_MONTHS, _MORE_MONTHS = 1, 3  # after receipt, under the GDPR
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DueDay:
    """The last day of a time limit.

    It is only `about` then when it was not known to the day when the request
    arrived, or only when it was sent.
    """

    day: date
    about: bool = False


def due_day(request: Request) -> DueDay | None:
    """Give when an answer is due, or None: no rule, no date, or the request is closed."""
    if request.clock is Clock.NONE or request.outcome not in (Outcome.OPEN, Outcome.PART_CAME):
        return None
    known = request.received_on.known
    start = request.received_on if known else request.sent_on
    if start.latest is None:
        return None
    day = _counted(request, start.latest)
    return DueDay(day, about=not known or not _is_one_day(start))


def is_late(request: Request, today: date) -> bool:
    """Whether the usual time limit has passed."""
    due = due_day(request)
    return due is not None and due.day < today


def _counted(request: Request, start: date) -> date:
    longer = request.extended_on.known
    match request.clock:
        case Clock.HIPAA:
            return start + timedelta(days=_LONGER if longer else _WITHIN)
        case Clock.UK_GDPR | Clock.EU_GDPR:
            day = months_later(start, _MORE_MONTHS if longer else _MONTHS)
            return _working_day(day, uk=request.clock is Clock.UK_GDPR)
        case Clock.DAYS:
            return start + timedelta(days=request.days)
        case Clock.NONE:
            raise ValueError("no rule, no day")


def months_later(start: date, months: int) -> date:
    """Give the same day some months later, or the last of a month that is shorter."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _working_day(day: date, *, uk: bool) -> date:
    while day.weekday() >= _SATURDAY or (uk and day in _uk_holidays(day.year)):
        day += timedelta(days=1)
    return day


@lru_cache
def _uk_holidays(year: int) -> frozenset[date]:
    """Give the bank holidays of all parts of the UK: nobody is called late too early."""
    import holidays

    parts = ("ENG", "WLS", "SCT", "NIR")
    return frozenset(
        day
        for part in parts
        for day in holidays.country_holidays("GB", subdiv=part, years=(year, year + 1))
    )


def _is_one_day(when: PartialDate) -> bool:
    return when.earliest == when.latest and not when.about
