"""Finds who a paper says its patient is: names and birth dates beside their labels."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.model.date_forms import readings
from app.model.paper_labels import (
    BIRTH,
    BIRTH_ABOVE,
    DATE_FIRST,
    FAMILY_NAME,
    GIVEN_NAME,
    HINT,
    NAME,
    OTHERS,
    OVER_OTHERS,
)
from app.model.partial_date import PartialDate
from app.model.person_names import name_words, visible
from app.model.written_names import is_plain_name, name_at_end_of, name_from

LONGEST = 80
"""Characters of the words of a naming, and of a name that is shown."""

_LONGEST_PAGE = 20_000  # characters; a page full of small print has some 8,000
_LONGEST_LINE = 600
_MOST_ON_PAGE = 40  # namings of one page; a list of patients has as many lines
_NEAR = 3  # lines behind a name on which its birth date may stand
_REACH = 30  # characters before a label in which somebody else may be named
_HEADING = 40  # characters of a line that says whom the next lines are about
_SPACES = re.compile(r"[^\S\t]+")
_COLUMN = re.compile(r"\t+| {3,}")
_CENTURIES = (date(1994, 12, 31), date(2094, 12, 31))  # "14/03/57" may be 1957 or 2057


@dataclass(frozen=True, slots=True)
class Naming:
    """A person named as the patient of a paper.

    `name` and `born` are as they stand there, one of them perhaps empty;
    `words` are at most 80 characters of the paper around them, and `page`
    counts from 1. `sure` says that the label leaves no doubt that a name
    stands behind it.
    """

    name: str
    born: str
    words: str
    page: int
    sure: bool = True

    @property
    def births(self) -> frozenset[PartialDate]:
        """All that the birth date can mean."""
        return births(self.born)

    @property
    def key(self) -> str:
        """The same for the same person, however name and birth date are written."""
        meant = sorted(one.stored() for one in self.births)
        said = f"{sorted(set(name_words(self.name)))}{meant or self.born}"
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def shown(self) -> str:
        """The name to show, or the birth date where there is no name."""
        words = self.name or self.born
        return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


@lru_cache(maxsize=1024)
def births(written: str) -> frozenset[PartialDate]:
    """Give all that a written birth date can mean; none for what is no day."""
    forms = {written}
    if written and not any(sign.isalpha() for sign in written):  # dots do not tell the order
        forms.add(re.sub(r"[. ]+", "/", written))
    return frozenset(
        one for form in forms if form for today in _CENTURIES for one in readings(form, today=today)
    )


def named_in(texts: tuple[str, ...]) -> tuple[Naming, ...]:
    """Give everybody whom the pages with these texts name as the patient, page by page."""
    return tuple(one for page, text in enumerate(texts, 1) for one in named_on(text, page))


def named_on(text: str, page: int) -> tuple[Naming, ...]:
    """Give everybody whom a page names as the patient, in order.

    Doctors, relatives and others whose label says so are passed over.
    """
    text = text[:_LONGEST_PAGE]
    return tuple(_Page(text, page).namings())[:_MOST_ON_PAGE]


@dataclass(frozen=True, slots=True)
class _Born:
    """A birth date on a line; `start` and `end` count its characters there, label and all."""

    line: int
    start: int
    end: int
    date: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """A name on a line; `start` counts its characters to the label, `end` to behind the name."""

    line: int
    start: int
    end: int
    name: str
    said: str
    """The words of the paper, with the label."""
    sure: bool
    alone: bool
    """Whether it counts without a birth date."""


class _Lines:
    """The lines of a page with single spaces; each is made ready when it is looked at."""

    def __init__(self, text: str) -> None:
        self._raw = [one for one in visible(text).splitlines() if one.strip()]
        self._ready: dict[int, str] = {}
        self.told = [
            at for at, one in enumerate(self._raw) if HINT.search(one[:_LONGEST_LINE].lower())
        ]
        """The numbers of the lines on which somebody may be named."""

    def __len__(self) -> int:
        return len(self._raw)

    def __getitem__(self, at: int) -> str:
        found = self._ready.get(at)
        if found is None:
            found = self._ready[at] = _line(self._raw[at])
        return found


class _Page:
    """The lines of one page, and what they name."""

    def __init__(self, text: str, page: int) -> None:
        self._lines = _Lines(text)
        self._page = page

    def namings(self) -> Iterator[Naming]:
        told = self._lines.told
        born = [one for at in told for one in self._births(at)]
        near = sorted({at - back for at in told for back in range(_NEAR + 1) if at >= back})
        names = [one for at in near for one in self._names(at)]
        taken: set[_Born] = set()
        for number, named in enumerate(names):
            after = names[number + 1] if number + 1 < len(names) else None
            birth = next(
                (one for one in born if one not in taken and _pair(named, one, after)), None
            )
            if birth is not None:
                taken.add(birth)
            if birth is not None or named.alone:
                yield self._naming(named, birth)
        for birth in born:
            if birth not in taken and (found := self._by_birth(birth)):
                yield found

    def _names(self, at: int) -> Iterator[_Named]:
        if two := self._in_two_fields(at):
            yield two
            return
        line = self._lines[at]
        for label in NAME.finditer(line):
            sure, likely = label["sure"] is not None, label["likely"] is not None
            if not (sure or label["mark"] is not None) or self._of_another(at, label.start()):
                continue
            rest = line[label.end() :]
            below = not rest.strip(" ,:-") and (sure or likely or label["mark"] != "")
            if below:
                rest = self._below(at)
            name = name_from(rest)
            plain = bool(name) and is_plain_name(name)
            if not name or (label["mark"] is None and not plain):
                continue
            end = len(line) if below else label.end() + rest.find(name) + len(name)
            said = f"{line[label.start() :]} {name}" if below else line[label.start() : end]
            yield _Named(at, label.start(), end, name, said, sure, (sure or likely) and plain)

    def _in_two_fields(self, at: int) -> _Named | None:
        line = self._lines[at]
        family = FAMILY_NAME.search(line)
        if family is None or self._of_another(at, family.start()):
            return None
        for step in range(2):
            other = self._lines[at + step] if at + step < len(self._lines) else ""
            if given := GIVEN_NAME.search(other, family.end() if step == 0 else 0):
                behind = given.start() if step == 0 else len(line)
                first = name_from(line[family.end() : behind], least=1)
                second = name_from(other[given.end() :], least=1)
                if first and second:
                    end = given.end() + len(second) if step == 0 else len(line)
                    below = "" if step == 0 else f" {other[: given.end()]}{second}"
                    said = line[family.start() : end] + below
                    name = f"{first}, {second}"
                    return _Named(at, family.start(), end, name, said, True, False)
        return None

    def _below(self, at: int) -> str:
        """Give the next line, with the one after it where each has one word of a name."""
        line, after = (
            self._lines[at + step] if at + step < len(self._lines) else "" for step in (1, 2)
        )
        if line.isalpha() and after.isalpha():
            return f"{line}, {after}"
        return line

    def _births(self, at: int) -> Iterator[_Born]:
        line = self._lines[at]
        for found in BIRTH.finditer(line):
            if not self._of_another(at, found.start()):
                labelled = found["label"] is not None
                yield _Born(at, found.start(), found.end(), found["date"], labelled)
        label = BIRTH_ABOVE.search(line)
        below = self._lines[at + 1] if label and at + 1 < len(self._lines) else ""
        if label and (date := DATE_FIRST.match(below)) and not self._of_another(at, label.start()):
            yield _Born(at + 1, 0, date.end(), date["date"], labelled=True)

    def _by_birth(self, birth: _Born) -> Naming | None:
        """Take the name that stands right before the date, or the date alone."""
        line = self._lines[birth.line]
        before = line[: birth.start].rstrip(" ,;(–-|*")
        start = birth.line
        if not before and start > 0:
            start -= 1
            before = self._lines[start].rstrip(" ,;")
            if len(before) > LONGEST:
                before = ""
        name = name_at_end_of(before[-LONGEST:])
        if name:
            at = max(before.rfind(name), 0)
            labelled = before[:at].rstrip().endswith(":")
            if self._of_another(start, at) or (labelled and self._of_another(start, 0)):
                return None
            named = _Named(start, at, len(before), name, name, True, True)
            return self._naming(named, birth)
        if not birth.labelled:
            return None
        words = _cut(line[birth.start : birth.end])
        return Naming("", birth.date, words, self._page)

    def _naming(self, named: _Named, birth: _Born | None) -> Naming:
        if birth is None:
            return Naming(named.name, "", _cut(named.said), self._page, named.sure)
        line = self._lines[birth.line]
        said = f"{named.said.strip()} … {line[: birth.end].strip()}"
        if birth.line == named.line:
            said = line[named.start : birth.end]
        return Naming(named.name, birth.date, _cut(said), self._page)

    def _of_another(self, at: int, start: int) -> bool:
        """Whether the words before say that it is a relative, a doctor or a laboratory."""
        before = self._lines[at][max(0, start - _REACH) : start]
        if OTHERS.search(before):
            return True
        if self._lines[at][:start].strip(" ,;:|-"):
            return False
        above = (self._lines[one] for one in range(max(0, at - 2), at))
        return any(len(one) <= _HEADING and OVER_OTHERS.search(one) for one in above)


def _line(text: str) -> str:
    columns = _COLUMN.sub("\t", text[:_LONGEST_LINE].strip())
    return _SPACES.sub(" ", columns).replace("\t", " \t ").strip()


def _pair(named: _Named, birth: _Born, after: _Named | None) -> bool:
    """Whether a birth date belongs to a name: behind it, and before the next name."""
    here = (birth.line, birth.start)
    if not (named.line, named.end) <= here or birth.line > named.line + _NEAR:
        return False
    return after is None or here < (after.line, after.start)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
