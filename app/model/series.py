"""Results of the same test in the same unit, as one series that can be drawn."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.model.result import Result


@dataclass(frozen=True, slots=True)
class Series:
    """Results with one name and one unit, oldest first, undated last. There is at least one."""

    name: str
    unit: str
    results: tuple[Result, ...]

    @property
    def points(self) -> tuple[Result, ...]:
        """Those that have a number and a date, and so a place on a chart."""
        return tuple(one for one in self.results if one.number is not None and one.date.known)

    @property
    def charted(self) -> bool:
        """Whether there are points enough for a line."""
        return len(self.points) > 1

    @property
    def reference(self) -> str:
        """The printed range that all results share which have one, or ""."""
        printed = {one.reference.strip() for one in self.results} - {""}
        return printed.pop() if len(printed) == 1 else ""

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The ends of the shared range, None where it has none."""
        shared = self.reference
        return next(
            (one.bounds for one in self.results if one.reference.strip() == shared), (None, None)
        )


def series_of(results: Iterable[Result]) -> tuple[Series, ...]:
    """Put results into series by name and unit; different units are never mixed."""
    found: dict[tuple[str, str], list[Result]] = {}
    for one in results:
        key = (" ".join(one.name.split()).casefold(), " ".join(one.unit.split()))
        found.setdefault(key, []).append(one)
    return tuple(
        Series(
            group[0].name.strip(),
            group[0].unit.strip(),
            tuple(sorted(group, key=lambda one: (*one.date.sort_key, one.id))),
        )
        for group in found.values()
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """The span of a chart: values from `low` to `high` with round `ticks`, days from first to last.

    `step` is the distance of two ticks.
    """

    low: float
    high: float
    step: float
    first: date
    last: date

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round values from low to high."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * number for number in range(count + 1))

    def shown(self, value: float) -> str:
        """Write a tick with as many decimals as its step needs."""
        decimals = max(0, -math.floor(math.log10(self.step)))
        return f"{value:.{decimals}f}"

    def across(self, when: date) -> float:
        """Give where a day lies, from 0 for the first to 1 for the last."""
        return (when - self.first).days / max(1, (self.last - self.first).days)

    def up(self, value: float) -> float:
        """Give where a value lies, from 0 for the lowest to 1 for the highest."""
        return (value - self.low) / (self.high - self.low)


def scale_of(series: Series) -> Scale:
    """Find a span with round ends that holds all points and the shared range.

    Raises ValueError for a series without points.
    """
    points = series.points
    if not points:
        raise ValueError("a series without points has no scale")
    numbers = [one.number for one in points if one.number is not None]
    numbers += [one for one in series.bounds if one is not None]
    low, high = min(numbers), max(numbers)
    if high == low:
        low, high = low - max(1.0, abs(low) / 10), high + max(1.0, abs(high) / 10)
    room = (high - low) / 8  # for the values above the dots
    step = _round_up((high - low + 2 * room) / 4)
    start = math.floor((low - room if low < 0 else max(0.0, low - room)) / step) * step
    end = math.ceil((high + room) / step) * step
    firsts = [one.date.earliest for one in points if one.date.earliest]
    lasts = [one.date.latest for one in points if one.date.latest]
    return Scale(start, end, step, min(firsts), max(lasts))


def _round_up(value: float) -> float:
    """Give the least of 1, 2, 5, 10, … times a power of ten that is not below `value`."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(one * power for one in (1, 2, 5, 10) if one * power >= value * 0.999)
