"""Dates as exactly as somebody knows them, and not more."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_STORED_POINT = re.compile(
    r"(?P<year>\d{4})(-(?P<month>\d\d)(-(?P<day>\d\d))?)?(?P<about>~)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Point:
    """A year (1 to 9999), a month of a year, or a day; `day` needs `month`.

    Raises ValueError for a day that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        if not date.min.year <= self.year <= date.max.year:
            raise ValueError("no calendar has this year")
        date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    @property
    def earliest(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def stored(self) -> str:
        """Give the form kept in the case file: "2026", "2026-09" or "2026-09-12"."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    def shown(self) -> str:
        """Give the form for people, with the month as a word: "12-Sep-2026"."""
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.insert(0, MONTHS[self.month - 1])
        if self.day is not None:
            parts.insert(0, f"{self.day:02}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, month or day, exact or "about"; a range of two such; or not known.

    The stored form is a small part of EDTF (ISO 8601-2): "2026-09-12",
    "2026-09", "2026", each with "~" for "about", "2026-01/2026-03" for a
    range, and "" for not known. Not known: `start` is None.
    """

    start: Point | None = None
    end: Point | None = None
    about: bool = False

    def __post_init__(self) -> None:
        if self.start is None and (self.end is not None or self.about):
            raise ValueError("a date that is not known has no end and is not “about”")
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise ValueError("a range ends after it starts")

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return self.start is not None

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; what it is sorted by."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean, taken as if it were not “about”."""
        last = self.end or self.start
        return last.latest if last else None

    @property
    def sort_key(self) -> tuple[bool, date]:
        """Sorts dates oldest first, those not known last."""
        return (self.start is None, self.start.earliest if self.start else date.max)

    def stored(self) -> str:
        """Give the form kept in the case file; `from_stored` reads it back."""
        if self.start is None:
            return ""
        mark = "~" if self.about else ""
        text = self.start.stored() + mark
        return f"{text}/{self.end.stored()}{mark}" if self.end else text

    @classmethod
    def from_stored(cls, text: str) -> PartialDate:
        """Read the stored form. Raises ValueError for anything else."""
        return _read(text)

    def shown(self) -> str:
        """Give the form for people: "about Oct-2024", "Jan-2025 to Nov-2026", "not known"."""
        if self.start is None:
            return "not known"
        text = self.start.shown()
        if self.end:
            text = f"{text} to {self.end.shown()}"
        return f"about {text}" if self.about else text

    def __str__(self) -> str:
        return self.shown()


def _point(text: str, about: bool) -> Point:
    found = _STORED_POINT.fullmatch(text)
    if found is None or (found["about"] is not None) != about:
        raise ValueError(f"not a stored date: {text}")
    return Point(
        int(found["year"]),
        int(found["month"]) if found["month"] else None,
        int(found["day"]) if found["day"] else None,
    )


NOT_KNOWN = PartialDate()


@lru_cache(maxsize=8192)  # a case of 10,000 records has few different dates
def _read(text: str) -> PartialDate:
    if not text:
        return NOT_KNOWN
    about = text.endswith("~")
    start, *end = (_point(part, about) for part in text.split("/", maxsplit=1))
    return PartialDate(start, end[0] if end else None, about)


def day(value: date) -> PartialDate:
    """Give the exact day `value`."""
    return PartialDate(Point(value.year, value.month, value.day))
