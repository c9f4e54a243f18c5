"""Where the days of the timeline lie on the strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.model.partial_date import MONTHS, PartialDate


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `start` to `end`, against pixels from `left` to `right`."""

    start: date
    end: date
    left: float
    right: float

    def x(self, when: date) -> float:
        """Give where a day lies; days outside lie outside."""
        days = max(1, (self.end - self.start).days)
        return self.left + (self.right - self.left) * (when - self.start).days / days

    def middle(self, when: PartialDate) -> float:
        """Give where the mark of a date lies: amid all the days that it can mean."""
        first, last = self.ends(when)
        return (first + last) / 2

    def ends(self, when: PartialDate) -> tuple[float, float]:
        """Give where the first and the last day of a date lie. The date must be known."""
        if when.earliest is None or when.latest is None:
            raise ValueError("a date that is not known has no place on the strip")
        return self.x(when.earliest), self.x(when.latest)

    def ticks(self, least: float) -> list[tuple[float, str]]:
        """Give where lines stand, at least `least` pixels apart, with their words."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month
        room = (self.right - self.left) / max(1, months)
        steps = (1, 3, 6, 12, 24, 60, 120, 240, 600)
        step = next((one for one in steps if one * room >= least), steps[-1])
        found: list[tuple[float, str]] = []
        steady = max(1, step // 12)
        begin = max(1, self.start.year - self.start.year % steady)
        for month in range(begin * 12, (self.end.year + 1) * 12, step):
            when = date(month // 12, month % 12 + 1, 1)
            if self.start <= when <= self.end:
                words = str(when.year) if step >= 12 or when.month == 1 else MONTHS[when.month - 1]
                if not found and not words.isdecimal():
                    words = f"{words} {when.year}"
                found.append((self.x(when), words))
        return found


def span(dates: Sequence[PartialDate], today: date, years: int) -> tuple[date, date]:
    """Give the first and the last day of the strip; `years` back from the last, or all for 0."""
    known = [one for one in dates if one.earliest and one.latest]
    first = min([today, *(one.earliest for one in known if one.earliest)])
    last = max([today, *(one.latest for one in known if one.latest)])
    if years:
        first = max(first, _years_before(last, years))
    margin = max(10, (last - first).days // 40)
    return (
        date.fromordinal(max(1, first.toordinal() - margin)),
        date.fromordinal(min(date.max.toordinal(), last.toordinal() + margin)),
    )


def _years_before(when: date, years: int) -> date:
    return date(max(1, when.year - years), when.month, 1)
