"""Which stretch of time the strip shows: all of it, some years, some months."""

from dataclasses import dataclass, replace
from datetime import date

STEPS = (3653, 1826, 731, 366, 184, 92)
"""Days that are shown at once, besides all: ten, five, two years and one, six months, three."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A stretch of `wide` days about `middle`, within the days from `first` to `last`; 0 is all."""

    first: date
    last: date
    wide: int = 0
    middle: date = date.min

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        if not self.wide:
            return self.first, self.last
        least, most = self.first.toordinal(), self.last.toordinal() - self.wide
        start = min(max(self.middle.toordinal() - self.wide // 2, least), most)
        return date.fromordinal(start), date.fromordinal(start + self.wide)

    @property
    def whole(self) -> bool:
        """Whether all is shown."""
        return self.wide == 0

    @property
    def nearest(self) -> bool:
        """Whether it cannot come any nearer."""
        return self._steps()[-1] in (self.wide, 0)

    def by(self, step: int, about: date | None) -> "Zoom":
        """Give it one step nearer (1) or farther (-1), about a day, or about what is shown."""
        steps = self._steps()
        place = steps.index(self.wide) if self.wide in steps else 0
        wide = steps[min(max(place + step, 0), len(steps) - 1)]
        return replace(self, wide=wide, middle=about or self._shown_middle())

    def all(self) -> "Zoom":
        """Give it so that all is shown."""
        return replace(self, wide=0)

    def moved(self, step: int) -> "Zoom":
        """Give it half of what is shown later (1) or earlier (-1)."""
        if self.whole:
            return self
        middle = self._shown_middle().toordinal() + step * max(1, self.wide // 2)
        within = min(max(middle, self.first.toordinal()), self.last.toordinal())
        return replace(self, middle=date.fromordinal(within))

    def showing(self, first: date, last: date) -> "Zoom":
        """Give it so that the middle of these days is in sight, moved only if it must be."""
        start, end = self.span
        at = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
        return self if start <= at <= end else replace(self, middle=at)

    def _steps(self) -> tuple[int, ...]:
        days = (self.last - self.first).days
        return (0, *(step for step in STEPS if step < days))

    def _shown_middle(self) -> date:
        start, end = self.span
        return date.fromordinal((start.toordinal() + end.toordinal()) // 2)
