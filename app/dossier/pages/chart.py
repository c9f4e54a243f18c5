"""A series of results as a drawing: dots, a line, the lab's own range; nothing is judged."""

from collections.abc import Sequence
from datetime import date

from app.dossier.drawing import Book
from app.dossier.pages.wording import cut_short
from app.dossier.sheet import Sheet
from app.dossier.styles import FAXED, FINE, PLUM, RULE, SOFT, TINT, WHITE
from app.model.partial_date import MONTHS
from app.model.result import Result
from app.model.series import Scale, Series, scale_of
from app.model.voice import Said
from app.phrases import Phrases
from app.typesetting.fonts import Face
from app.typesetting.style import INK, Style

TALL = 128.0
"""The height of a chart with its words, in points."""

_ABOVE, _BELOW, _NUMBERS, _RANGE = 16.0, 18.0, 36.0, 92.0
_DOT = 3.6
_APART = 8.0  # points between the numbers of the axis and the dots
_LETTERS = 7.0  # how high they are, in points
_LONGEST_RANGE = 70  # characters
_TICKS = 62.0  # points between two words of the time, at least
_Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left."""

_VALUE = Style(Face.BOLD, 8.8, 11, INK)
_OWN_RANGE = Style(Face.SEMIBOLD, FINE.size, FINE.leading, SOFT)


def draw_chart(book: Book, series: Series) -> list[Result]:
    """Draw a series with at least two points and move below it.

    Give the results whose values found no room beside their dots: they must
    be listed elsewhere.
    """
    scale = scale_of(series)
    field = _Field(book, scale)
    with book.figure(chart_words(series, book.say), TALL):
        _range(book, series, field)
        _frame(book, scale, field)
        spots = [field.spot(one) for one in series.points]
        _line(book.sheet, series.points, spots)
        left = _dots(book, series.points, spots, field)
    book.space(TALL)
    return left


def chart_words(series: Series, say: Phrases) -> str:
    """Say what a chart shows: each value with its date, and the lab's own range."""
    _ = say
    points = [
        (
            _("{date}: {value}, not from a record")
            if isinstance(one.voice, Said)
            else "{date}: {value}"
        ).format(date=one.date.shown(), value=one.value.strip())
        for one in series.points
    ]
    form = _("Chart of {name}, {unit}.") if series.unit else _("Chart of {name}.")
    words = f"{form.format(name=series.name, unit=series.unit)} {'; '.join(points)}."
    if series.bounds == (None, None):
        return words
    return f"{words} {_('Lab’s own range: {range}.').format(range=series.reference)}"


class _Field:
    """Where values and days lie on the sheet, in points."""

    def __init__(self, book: Book, scale: Scale) -> None:
        self.scale = scale
        numbers = (book.fonts.width(scale.shown(one), FINE.face, FINE.size) for one in scale.ticks)
        self.left = book.left + max(_NUMBERS, max(numbers) + _APART)
        self.right = book.right - _RANGE
        self.top, self.bottom = book.y + _ABOVE, book.y + TALL - _BELOW

        self.taken: list[_Box] = []
        """Where words stand already."""

    def take(self, x: float, base: float, wide: float) -> bool:
        """Take the room for a line of words from `x` on, if nothing stands there yet."""
        box = (x, base - _LETTERS, x + wide, base + 2)
        if any(_meet(box, other) for other in self.taken):
            return False
        self.taken.append(box)
        return True

    def x(self, when: date) -> float:
        inside = self.right - self.left - 20
        return self.left + 10 + inside * self.scale.across(when)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * self.scale.up(value)

    def spot(self, one: Result) -> tuple[float, float, float, float]:
        """Give x and y of a dot, and x of the first and of the last day that it can mean."""
        first, last = one.date.earliest, one.date.latest
        if first is None or last is None or one.number is None:
            raise ValueError("only dated numbers have a place on a chart")
        start, end = self.x(first), self.x(last)
        return (start + end) / 2, self.y(one.number), start, end


def _range(book: Book, series: Series, field: _Field) -> None:
    low, high = series.bounds
    if low is None and high is None:
        return
    top = field.top if high is None else field.y(high)
    bottom = field.bottom if low is None else field.y(low)
    width = field.right - field.left
    book.sheet.box(field.left, top, width, bottom - top, fill=TINT)
    for value in (low, high):
        if value is not None:
            y = field.y(value)
            book.sheet.line(field.left, y, field.right, y, ink=SOFT, thick=FAXED, dash="2 2")
    shown = cut_short(series.reference, _LONGEST_RANGE)
    words = book.say("Lab’s own range\n{range}").format(range=shown)
    lines = book.wrap(words, _OWN_RANGE, _RANGE - 6)
    middle, tall = (top + bottom) / 2, sum(line.height for line in lines)
    place = max(min(middle - 14, field.bottom - max(30.0, tall)), field.top)
    book.sheet.lines(field.right + 6, place, lines)
    field.taken.append((field.right + 6, place, book.right, place + tall))


def _frame(book: Book, scale: Scale, field: _Field) -> None:
    sheet = book.sheet
    sheet.line(field.left, field.bottom, field.right, field.bottom, ink=RULE, thick=0.8)
    for value in scale.ticks:
        base = field.y(value) + 3
        wide = sheet.right_text(field.left - 6, base, scale.shown(value), FINE)
        field.take(field.left - 6 - wide, base, wide)
    for when in _ticks(scale, field):
        x = field.x(when)
        sheet.line(x, field.bottom, x, field.bottom + 3, ink=RULE, thick=0.8)
        words = f"{MONTHS[when.month - 1]}-{when.year:04}"
        half = book.fonts.width(words, FINE.face, FINE.size) / 2
        start = max(book.left, x - half)
        sheet.text(start, field.bottom + 13, words, FINE)
        field.take(start, field.bottom + 13, 2 * half)


def _ticks(scale: Scale, field: _Field) -> list[date]:
    """Give firsts of months so far apart that their words do not touch; or else the first day."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    room = (field.right - field.left - 20) / max(1, months)
    step = next((one for one in (1, 2, 3, 6, 12, 24, 60, 120) if one * room >= _TICKS), 600)
    begin = scale.first.year * 12 + scale.first.month - 1
    found = [
        date(month // 12, month % 12 + 1, 1)
        for month in range(begin, begin + months + 1)
        if month % step == 0
    ]
    return [one for one in found if scale.first <= one <= scale.last] or [scale.first]


def _line(
    sheet: Sheet, points: Sequence[Result], spots: Sequence[tuple[float, float, float, float]]
) -> None:
    for number, (x, y, start, end) in enumerate(spots):
        if end - start > 2 * _DOT:  # a rough date: all the days that it can mean
            sheet.line(start, y, end, y, ink=SOFT, thick=2.4)
        if number == 0:
            continue
        said = any(isinstance(one.voice, Said) for one in points[number - 1 : number + 1])
        before = spots[number - 1]
        if said:
            sheet.line(
                before[0], before[1], x, y, ink=PLUM, thick=1.4, dash=".1 3.4", round_ends=True
            )
        else:
            sheet.line(before[0], before[1], x, y, ink=INK, thick=1.4)


def _dots(
    book: Book,
    points: Sequence[Result],
    spots: Sequence[tuple[float, float, float, float]],
    field: _Field,
) -> list[Result]:
    """Draw the dots, each value above or below its own; give those that have room at neither."""
    left = []
    for one, (x, y, _first, _last) in zip(points, spots, strict=True):
        said = isinstance(one.voice, Said)
        ink = PLUM if said else INK
        book.sheet.circle(x, y, _DOT, fill=WHITE if said else ink, edge=ink)
        words = one.value.strip()
        wide = book.fonts.width(words, _VALUE.face, _VALUE.size)
        start = x - wide / 2
        free = (base for base in (y - 7, y + 14) if field.take(start - 1.5, base, wide + 3))
        base = next(free, None)
        if base is None:
            left.append(one)
        else:
            book.sheet.text(start, base, words, _VALUE.in_ink(ink))
    return left


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
