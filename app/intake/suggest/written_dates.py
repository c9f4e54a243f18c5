"""The dates written on a paper, and which way round it writes its numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.intake.suggest.suggestion import Line
from app.model.date_forms import WRITTEN_DATE, readings
from app.model.partial_date import PartialDate
from app.model.typed_date import Order, read_date

_DATE = re.compile(rf"(?<![\w/.-]){WRITTEN_DATE}", re.IGNORECASE)
_JOINT = re.compile(r" ?(?:to|until|through|bis|au|-|–|—) ?", re.IGNORECASE)
_MAY_HOLD_ONE = re.compile(r"\d{4}|\d[-/.](?:\d|\w{3})")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True)
class Written:
    """A date, or two joined to a range, on a line; `start` and `end` count characters."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its characters."""
        return self.line.text[self.start : self.end]


def written_dates(line: Line) -> list[Written]:
    """Find what looks like a date on a line, from left to right; years alone are left aside."""
    found: list[Written] = []
    text = line.text
    if not _MAY_HOLD_ONE.search(text):
        return found
    match = _DATE.search(text)
    while match:
        joint = _JOINT.match(text, match.end())
        second = _DATE.match(text, joint.end()) if joint else None
        end = second.end() if second else match.end()
        found.append(Written(line, match.start(), end))
        match = _DATE.search(text, end)
    return found


@dataclass(frozen=True, slots=True)
class Habit:
    """How a paper writes its all-numeric dates, as its own clear dates show.

    `order` is None where no date shows it, or two dates show two orders.
    `dots_unsure`: a date such as 9.25.2026 shows that dots do not mean
    "day first" here.
    """

    order: Order | None = None
    dots_unsure: bool = False

    @classmethod
    def of(cls, dates: Iterable[Written]) -> "Habit":
        """Learn it from all dates of a paper."""
        orders: set[Order] = set()
        dots_unsure = False
        for first, mark, second in (part for one in dates for part in _numbers(one.text)):
            if mark == ".":
                dots_unsure |= first <= 12 < second
            elif first <= 12 < second <= 31:
                orders.add(Order.MONTH_FIRST)
            elif second <= 12 < first <= 31:
                orders.add(Order.DAY_FIRST)
        return cls(orders.pop() if len(orders) == 1 else None, dots_unsure)

    def read(self, text: str, *, today: date) -> tuple[PartialDate, bool] | None:
        """Read a date of this paper, and tell whether its order had to be concluded."""
        if self.dots_unsure and any(mark == "." for _, mark, _ in _numbers(text)):
            return None
        found = readings(text, today=today)
        if len(found) == 1:
            return found.pop(), False
        concluded = read_date(text, self.order, today=today) if found and self.order else None
        return (concluded, True) if concluded else None


def _numbers(text: str) -> list[tuple[int, str, int]]:
    return [(int(m[1]), m[2], int(m[3])) for m in _NUMBERS.finditer(text)]
