"""The words of a page: which one is where, what stands between two, where something is said."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from app.worker.orders import PageWords, Word

Match = tuple[int, int]
"""The first and the last word of a place that was found."""

_DOWN = 4.0  # how much farther away a place on another line is


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in reading order, their boxes in points of the page as it is shown."""

    words: tuple[Word, ...] = ()

    @classmethod
    def of(cls, found: PageWords, width: float) -> "PageText":
        """Give the words on a page that is shown `width` points wide."""
        k = width / found.width
        if abs(k - 1) < 0.001:
            return cls(found.words)
        return cls(tuple(Word(w.text, w.x0 * k, w.y0 * k, w.x1 * k, w.y1 * k) for w in found.words))

    @property
    def text(self) -> str:
        """All words, line by line."""
        return self.between(0, len(self.words) - 1)

    def at(self, x: float, y: float) -> int | None:
        """Give the word under a point."""
        for index, word in enumerate(self.words):
            if word.x0 <= x <= word.x1 and word.y0 <= y <= word.y1:
                return index
        return None

    def nearest(self, x: float, y: float) -> int | None:
        """Give the word next to a point, rather on its line than above or below."""
        if not self.words:
            return None
        return min(range(len(self.words)), key=lambda index: _distance(self.words[index], x, y))

    def line_of(self, index: int) -> Match:
        """Give the first and last word of the line in which a word stands."""
        first = last = index
        while first > 0 and not self._breaks(first):
            first -= 1
        while last + 1 < len(self.words) and not self._breaks(last + 1):
            last += 1
        return first, last

    def above_or_below(self, index: int, step: int) -> int:
        """Give the word a line below (step 1) or above (-1), or the last or first one."""
        first, last = self.line_of(index)
        to = last + 1 if step > 0 else first - 1
        if not 0 <= to < len(self.words):
            return len(self.words) - 1 if step > 0 else 0
        first, last = self.line_of(to)
        middle = (self.words[index].x0 + self.words[index].x1) / 2
        return min(
            range(first, last + 1),
            key=lambda one: abs((self.words[one].x0 + self.words[one].x1) / 2 - middle),
        )

    def between(self, first: int, last: int) -> str:
        """Give the text from one word to another, both with it, line by line."""
        said: list[str] = []
        for index in range(first, last + 1):
            if index > first:
                said.append("\n" if self._breaks(index) else " ")
            said.append(self.words[index].text)
        return "".join(said)

    def find(self, wanted: str) -> tuple[Match, ...]:
        """Give the places where `wanted` stands, whatever its capitals and accents.

        Where it stands nowhere as a whole, those of its words that begin a
        word of the page are given, as the search over the case finds them.
        """
        terms = _fold(wanted).split()
        if not terms:
            return ()
        folded = [_fold(word.text) for word in self.words]
        return _phrases(folded, " ".join(terms)) or tuple(
            (index, index)
            for index, word in enumerate(folded)
            if word.lstrip("([{“„‘'\"«").startswith(tuple(terms))
        )

    def _breaks(self, index: int) -> bool:
        """Whether a word begins a line."""
        before, word = self.words[index - 1], self.words[index]
        middle = (word.y0 + word.y1) / 2
        return not before.y0 <= middle <= before.y1 or word.x1 < before.x0


def _phrases(folded: list[str], wanted: str) -> tuple[Match, ...]:
    starts, length = [], 0
    for word in folded:
        starts.append(length)
        length += len(word) + 1
    whole, found = " ".join(folded), []
    place = whole.find(wanted)
    while place >= 0:
        end = place + len(wanted)
        found.append((bisect_right(starts, place) - 1, bisect_right(starts, end - 1) - 1))
        place = whole.find(wanted, end)
    return tuple(dict.fromkeys(found))


def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _distance(word: Word, x: float, y: float) -> float:
    across = max(word.x0 - x, 0.0, x - word.x1)
    down = max(word.y0 - y, 0.0, y - word.y1)
    return across + _DOWN * down
