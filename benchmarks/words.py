"""Made-up words that follow Zipf's law, the same ones for the same seed."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

_BEGINNINGS = (*"bcdfghjklmnprstvwz", "br", "cl", "dr", "fl", "gr", "pl", "sch", "st", "tr")
_MIDDLES = (*"aeiouäöü", "ai", "au", "ea", "ei", "ie", "ou")
_ENDS = ("", "", "", *"lmnrst", "nd", "rk", "st")


def vocabulary(count: int, seed: int = 7) -> list[str]:
    """Give `count` different words, the most common first; common words are shorter."""
    random = Random(seed)
    words: dict[str, None] = {}
    while len(words) < count:
        least = 1 if len(words) < 150 else 2 if len(words) < 5000 else 3
        words["".join(_syllables(random, least + (random.random() < 0.4)))] = None
    return list(words)


def _syllables(random: Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield random.choice(_BEGINNINGS) + random.choice(_MIDDLES) + random.choice(_ENDS)


class Speaker:
    """Says words at random, the n-th most common about 1/n as often as the first."""

    def __init__(self, words: list[str], seed: int) -> None:
        self.random = Random(seed)
        self._words = words
        self._shares = list(accumulate((rank + 2.7) ** -1.05 for rank in range(len(words))))

    def say(self, count: int) -> list[str]:
        """Give the next `count` words."""
        return self.random.choices(self._words, cum_weights=self._shares, k=count)
