"""How the words of the summary are made to fit on its page."""

from dataclasses import dataclass

SIZES = (10.4, 10.0, 9.6)
"""The sizes that are tried, in points; smaller ones would not be read."""

_NO_PAGE_HOLDS = 5_000


@dataclass(frozen=True, slots=True)
class Tightness:
    """How words are made to fit: their size, the air between them, what is left of the budgets.

    No `part` is no limit, but what no page could hold need not be tried.
    """

    size: float
    air: float
    part: float | None = None

    def limit(self, budget: int) -> int:
        """Give the characters that are left of `budget`."""
        return _NO_PAGE_HOLDS if self.part is None else max(12, int(budget * self.part))

    def few(self, most: int) -> int:
        """Give how many of `most` things are named."""
        return most if self.part is None or self.part >= 1 else max(1, int(most * self.part))


TRIES = [Tightness(size, air) for size in SIZES for air in (1.0, 0.75)]
TRIES += [Tightness(SIZES[-1], 0.55)]
TRIES += [Tightness(SIZES[-1], 0.55, part) for part in (1.0, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1)]
"""What is tried in turn: first less air and a smaller size, then fewer words."""
