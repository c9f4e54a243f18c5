"""Reads the dates that people type, and says dates in full words.

What could be meant in two ways is asked back, never decided here.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.errors import NotUnderstood
from app.model.date_words import (
    DAYS_BACK,
    MONTH_OF,
    NOT_KNOWN_WORDS,
    SEASONS,
    WEEKDAY_OF,
    folded,
)
from app.model.partial_date import NOT_KNOWN, PartialDate, Point, day
from app.phrases import _

YEARS = range(1850, 2200)
"""The years that a typed date may have."""

LONGEST = 100
"""No date has more characters than this."""

_SHOWN = 60  # of what was typed, in a sentence


class Order(Enum):
    """How the numbers of an all-numeric date stand, as in 12/9/2026."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


class DateNotUnderstood(NotUnderstood):
    """What was typed is no date."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("This is not a date: “{text}”. Try 12 September 2026, or just 2026.").format(
                text=_short(text)
            )
        )


class DateAmbiguous(NotUnderstood):
    """What was typed can be more than one date; `choices` holds them all, oldest first."""

    def __init__(self, text: str, choices: tuple[PartialDate, ...]) -> None:
        *others, last = (say_date(choice) for choice in choices)
        super().__init__(
            _("“{text}” could mean {others} or {last}. Type the month as a word.").format(
                text=_short(text), others=", ".join(others), last=last
            )
        )
        self.choices = choices


def parse_date(text: str, *, today: date) -> PartialDate:
    """Read what somebody typed: "12 Sep 2026", "about 2019", "Jan 2025 to Nov 2026", "".

    A year of two digits is the latest such year that lies at most 5 years
    after `today`. Nothing typed, or "not known", gives NOT_KNOWN. Raises
    DateAmbiguous where day and month may be swapped (12/9/2026), and
    DateNotUnderstood for anything else.
    """
    readings = {
        reading for order in Order if (reading := read_date(text, order, today=today)) is not None
    }
    if not readings:
        raise DateNotUnderstood(text)
    if len(readings) > 1:
        raise DateAmbiguous(
            text, tuple(sorted(readings, key=lambda one: (one.sort_key, one.stored())))
        )
    return readings.pop()


def read_date(text: str, order: Order, *, today: date) -> PartialDate | None:
    """Read `text` as `parse_date` does, its all-numeric dates in this order; None if it is none."""
    if len(text) > LONGEST:
        return None
    plain = folded(text)
    if plain in NOT_KNOWN_WORDS:
        return NOT_KNOWN
    return _Reading(order, today).whole(plain.strip(" .,;"))


def say_date(value: PartialDate) -> str:
    """Say a date in full words: "12 September 2026", "about 2019", "not known"."""
    if value.start is None:
        return _("not known")
    text = _say_point(value.start)
    if value.end:
        text = _("{start} to {end}").format(start=text, end=_say_point(value.end))
    return _("about {date}").format(date=text) if value.about else text


def _say_point(point: Point) -> str:
    if point.month is None:
        return str(point.year)
    month = _month_names()[point.month - 1]
    if point.day is None:
        return _("{month} {year}").format(month=month, year=point.year)
    return _("{day} {month} {year}").format(day=point.day, month=month, year=point.year)


def _month_names() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_ABOUT = re.compile(
    r"(?:(?:about|around|roughly|approximately|approx|circa|ca|etwa|ungefahr|um|environ|vers|hacia)"
    r"\b\.?|c\.|~)\s*"
)
_PART_OF = re.compile(r"(?:early|mid|middle|late|beginning|start|end)(?:\s+of\s+|\s+in\s+|-|\s+)")
_SEASON = re.compile(rf"(?:{'|'.join(SEASONS)})(?:\s+of|\s+de)?\s+(?P<year>\d{{4}})")
_WEEKDAY = re.compile(rf"(?P<name>{'|'.join(WEEKDAY_OF)})\b[.,]?(?:\s+(?:the|den|le)\b)?\s*")
_RANGE = re.compile(r"\s+(?:to|until|till|through|bis|au?|hasta)\s+|\s*[-/]\s*")
_OPENING = re.compile(r"(?:from|von|du|de|desde)\s+")
_BETWEEN = re.compile(r"(?:between|zwischen|entre)\s+(.+)\s+(?:and|und|et|y)\s+(.+)")
_HAS_WORD = re.compile(r"[^\W\d_]")
_INCOMPLETE = re.compile(r"\d{1,2}|[^/]*[^\W\d_][^/]*")

_NUMERIC = re.compile(r"(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})")
_YEAR = re.compile(r"(?P<y>\d{4})")
_BASIC = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")  # ISO 8601, basic form
_YEAR_MONTH = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})")
_MONTH_YEAR = re.compile(r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})")
_GAP = r"[\s,./-]*"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|o)?"
_WORD = r"(?P<w>[^\W\d_]+)"
_OF = r"(?:(?:of|de|del)\s+)?"
_IN_WORDS = tuple(
    re.compile(form)
    for form in (
        rf"(?:the\s+)?{_DAY}{_GAP}{_OF}{_WORD}{_GAP}{_OF}(?P<y>'?\d{{2}}|\d{{4}})",
        rf"{_WORD}{_GAP}{_DAY}(?:[\s./-]+|\s*,\s*)(?P<y>\d{{4}})",
        rf"{_WORD}{_GAP}{_DAY}\s*,\s*(?P<y>'?\d{{2}})",
        rf"{_WORD}{_GAP}{_OF}(?P<y>'\d{{2}}|\d{{4}})",
        rf"(?P<y>\d{{4}}){_GAP}{_WORD}(?:{_GAP}{_DAY})?",
    )
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a folded text: with this order of numbers, on this day."""

    order: Order
    today: date

    def whole(self, text: str) -> PartialDate | None:
        if text in DAYS_BACK:
            return day(self.today - timedelta(days=DAYS_BACK[text]))
        return self.one(text) or self.range(text)

    def one(self, text: str) -> PartialDate | None:
        """Read a single date, maybe "about"; None if it is none."""
        rest = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
        part = _PART_OF.match(rest)
        body = rest[part.end() :] if part else rest
        season = _SEASON.fullmatch(body)
        point = self.point(season["year"] if season else body)
        if point is None or (part and point.day is not None):
            return None
        return PartialDate(point, about=rest != text or bool(part or season))

    def range(self, text: str) -> PartialDate | None:
        """Two dates; the first may leave out what the second says: "8 June to 24 August 2026"."""
        if between := _BETWEEN.fullmatch(text):
            return self.span(between[1], between[2])
        if opening := _OPENING.match(text):
            text = text[opening.end() :]
        found = {
            value
            for cut in _RANGE.finditer(text)
            if (value := self.span(text[: cut.start()], text[cut.end() :])) is not None
        }
        return found.pop() if len(found) == 1 else None

    def span(self, first: str, second: str) -> PartialDate | None:
        end = self.one(second)
        if end is None or end.start is None:
            return None
        start = self.one(first)
        if start is None and _INCOMPLETE.fullmatch(first) and _HAS_WORD.search(second):
            start = self.one(f"{first} {_missing(first, end.start)}")
        if start is None or start.start is None or end.start.latest < start.start.earliest:
            return None
        return PartialDate(start.start, end.start, start.about or end.about)

    def point(self, text: str) -> Point | None:
        weekday = _WEEKDAY.match(text)
        if weekday:
            point = self.point(text[weekday.end() :])
            named = WEEKDAY_OF[weekday["name"]]
            fits = point and point.day is not None and point.earliest.weekday() == named
            return point if fits else None
        if found := _NUMERIC.fullmatch(text):
            return self.numeric(found[1], found[2], found[3], found[4])
        for form in (_YEAR, _BASIC, _YEAR_MONTH, _MONTH_YEAR, *_IN_WORDS):
            if found := form.fullmatch(text):
                return self.in_parts(found.groupdict())
        return None

    def in_parts(self, parts: dict[str, str | None]) -> Point | None:
        word, month, number = parts.get("w"), parts.get("m"), parts.get("d")
        if word is not None and word not in MONTH_OF:
            return None
        named = MONTH_OF[word] if word is not None else int(month) if month else None
        return _point(self.year(parts["y"] or ""), named, int(number) if number else None)

    def numeric(self, first: str, mark: str, second: str, third: str) -> Point | None:
        """Three numbers. With dots and a full year, the day stands first wherever they are used."""
        if len(first) == 4 and len(third) <= 2:
            return _point(int(first), int(second), int(third))
        if len(first) > 2 or len(third) == 1:
            return None
        if mark == "." and len(third) == 4:
            return _point(int(third), int(second), int(first))
        if self.order is Order.YEAR_FIRST:  # 26-09-12, with dashes and two digits each
            iso = mark == "-" and len(first) == len(second) == len(third) == 2
            return _point(self.year(first), int(second), int(third)) if iso else None
        swapped = self.order is Order.MONTH_FIRST
        month, number = (first, second) if swapped else (second, first)
        return _point(self.year(third), int(month), int(number))

    def year(self, digits: str) -> int:
        number = int(digits.strip("'"))
        if len(digits) == 4:
            return number
        latest = self.today.year + 5
        return latest - (latest - number) % 100


def _missing(first: str, end: Point) -> str:
    """Give what the first date of a range left out: its year, and the month of a mere day."""
    name = calendar.month_name[end.month].casefold() if end.month and first.isdecimal() else ""
    return f"{name} {end.year}".strip()


def _point(year: int, month: int | None, number: int | None) -> Point | None:
    try:
        return Point(year, month, number) if year in YEARS else None
    except ValueError:  # no calendar has this day
        return None
