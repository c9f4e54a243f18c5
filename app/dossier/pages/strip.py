"""The strip above the timeline: time from left to right, a lane for each kind of event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.dossier.drawing import Book
from app.dossier.sheet import Sheet
from app.dossier.styles import CITATION, FINE, HAIR, LABEL, PLUM, SOFT, WHITE
from app.model.partial_date import MONTHS, PartialDate, day
from app.model.story import EventKind
from app.phrases import Phrases
from app.typesetting.fonts import Face
from app.typesetting.style import INK, Style

_LANE, _MORE, _NAMES, _EARLIER = 25.0, 22.0, 78.0, 58.0
_NEXT, _SHIFT = 21.0, 6.0
"""How far apart marks stand, and how far one may stand from its day, in points."""

_MOST_ROWS = 3
_LONGEST = timedelta(days=4 * 365)
_Names = list[tuple[EventKind | None, str]]
_NUMBER = Style(Face.BOLD, 8.6, 10, INK)


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark on the strip; `kind` is None for a record, which has no number here."""

    when: PartialDate
    kind: EventKind | None
    number: str
    said: bool


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days against points; what lies before `start` stands under “Earlier”."""

    start: date
    end: date
    left: float
    right: float

    def x(self, when: date) -> float:
        return self.left + (self.right - self.left) * (when - self.start).days / max(
            1, (self.end - self.start).days
        )


def draw_strip(book: Book, moments: Sequence[Moment], made: date) -> None:
    """Draw the strip and move below it; a strip that shows nothing is left out."""
    _ = book.say
    if not moments:
        return
    axis = _axis(book, moments, made)
    lanes: _Names = [
        (EventKind.SYMPTOM, _("Symptoms")),
        (EventKind.VISIT, _("Visits")),
        (EventKind.TEST, _("Tests")),
        (EventKind.TREATMENT, _("Treatments")),
        (EventKind.DECISION, _("Decisions")),
        (None, _("Other records")),
    ]
    lanes = [lane for lane in lanes if lane[0] or any(one.kind is None for one in moments)]
    held = [[one for one in moments if one.kind is kind] for kind, _name in lanes]
    spots = [_spots(lane, axis) for lane in held]
    top = book.y + 22
    bottom = top + sum(_tall(places) for places in spots)
    with book.figure(_words(lanes, held, made, _), bottom + 22 - book.y):
        _months(book, axis, top, bottom)
        _today(book, axis, made, top, bottom)
        _lanes(book, lanes, held, spots, axis, top)
    book.y = bottom + 22


def _words(lanes: _Names, held: Sequence[Sequence[Moment]], made: date, say: Phrases) -> str:
    """Say what the strip shows: for each lane its dates, with the numbers of the list."""
    _ = say
    form = _("The events of the list below on a line of time. Prepared on {date}.")
    words = [form.format(date=day(made).shown())]
    for (_kind, name), lane in zip(lanes, held, strict=True):
        if lane:
            marks = [
                f"{one.number} ({one.when.shown()})" if one.number else one.when.shown()
                for one in lane
            ]
            words.append(f"{name}: {', '.join(marks)}.")
    return " ".join(words)


def _lanes(
    book: Book,
    lanes: _Names,
    held: Sequence[Sequence[Moment]],
    spots: Sequence[Sequence[tuple[float, int]]],
    axis: _Axis,
    top: float,
) -> None:
    _, y = book.say, top
    for (_kind, name), lane, places in zip(lanes, held, spots, strict=True):
        y += _LANE / 2
        book.sheet.text(
            book.left, y + 3, book.fonts.cut(name, Face.SEMIBOLD, 8.8, _NAMES - 6), LABEL
        )
        book.sheet.line(book.left + _NAMES, y, book.right, y, ink=HAIR, thick=0.6)
        _lane(book.sheet, lane, places, axis, y)
        y += _tall(places) - _LANE / 2
    if any(_before(one, axis) for lane in held for one in lane):
        book.sheet.text(book.left + _NAMES + 3, book.y + 15, _("Earlier"), FINE)
    if any(
        lane and kind and not at for (kind, _name), lane, at in zip(lanes, held, spots, strict=True)
    ):
        words = _("A full lane has small marks without numbers.")
        book.sheet.text(book.left, y + 10, words, FINE)


def _tall(places: Sequence[tuple[float, int]]) -> float:
    return _LANE + _MORE * max((row for _x, row in places), default=0)


def _before(one: Moment, axis: _Axis) -> bool:
    return one.when.earliest is not None and one.when.earliest < axis.start


def _latest(when: PartialDate) -> date:
    point = when.end or when.start
    if point is None:
        raise ValueError("a date that is not known has no place on the strip")
    return point.latest


def _axis(book: Book, moments: Sequence[Moment], made: date) -> _Axis:
    days = [one.when.earliest for one in moments if one.when.earliest]
    last = max([made, *days])
    first = min([made, *days])
    start = first if last - first <= _LONGEST else min(made, last) - timedelta(days=2 * 365)
    start = start.replace(day=1)
    end = (last.replace(day=28) + timedelta(days=8)).replace(day=1)
    earlier = _EARLIER if first < start else 12.0
    return _Axis(start, end, book.left + _NAMES + earlier, book.right - 10)


def _months(book: Book, axis: _Axis, top: float, bottom: float) -> None:
    """Draw a line for every month, quarter or year, whatever there is room for."""
    months = (axis.end.year - axis.start.year) * 12 + axis.end.month - axis.start.month
    step = next(
        (one for one in (1, 2, 3, 6, 12) if (axis.right - axis.left) / months * one >= 24), 12
    )
    year, last = 0, 0.0
    for month in range(months + 1):
        when = date(
            axis.start.year + (axis.start.month - 1 + month) // 12,
            (axis.start.month - 1 + month) % 12 + 1,
            1,
        )
        if (when.month - 1) % step and month:
            continue
        x = axis.x(when)
        book.sheet.line(x, top - 4, x, bottom, ink=HAIR, thick=0.5)
        if x + 22 > book.right or x < last + 22:
            continue
        last = x
        if when.year != year:
            book.sheet.text(x + 2, book.y + 4, str(when.year), FINE)
            year = when.year
        book.sheet.text(x + 2, book.y + 15, MONTHS[when.month - 1], FINE)


def _today(book: Book, axis: _Axis, made: date, top: float, bottom: float) -> None:
    x = axis.x(made)
    book.sheet.line(x, top - 4, x, bottom, ink=INK, thick=1, dash="3 2")
    words, style = book.say("prepared"), CITATION.in_ink(INK)
    half = book.fonts.width(words, style.face, style.size) / 2
    book.sheet.text(min(x - half, book.right - 2 * half), bottom + 10, words, style)


def _lane(
    sheet: Sheet,
    moments: Sequence[Moment],
    spots: Sequence[tuple[float, int]],
    axis: _Axis,
    y: float,
) -> None:
    """Draw one lane: marks with numbers at `spots`, or small ones when there are too many."""
    for one in moments:
        if (
            one.when.earliest
            and one.when.earliest >= axis.start
            and one.when.earliest != _latest(one.when)
        ):
            # an inexact date: the line spans all the days it can mean
            far = min(axis.x(_latest(one.when)), axis.right)
            sheet.line(axis.x(one.when.earliest), y, far, y, ink=SOFT, thick=2.4)
    for place, one in enumerate(moments):
        if one.kind is None:
            x = _x(one, axis)
            sheet.box(x - 2.4, y - 2.4, 4.8, 4.8, fill=SOFT)
        elif spots:
            x, row = spots[place]
            _mark(sheet, one, x, y + row * _MORE, 8.0)
        else:
            _mark(sheet, one, _x(one, axis), y, 3.6)


def _x(one: Moment, axis: _Axis) -> float:
    if one.when.earliest is None or one.when.earliest < axis.start:
        return axis.left - _EARLIER + 14
    middle = one.when.earliest + (_latest(one.when) - one.when.earliest) / 2
    return min(axis.x(middle), axis.right)


def _spots(moments: Sequence[Moment], axis: _Axis) -> list[tuple[float, int]]:
    """Give x and row for each mark of a lane, so that none touches another; none if too many.

    A mark stands on its day, or a little beside it; one that has no room
    goes to the row below. Under “Earlier” marks stand side by side.
    """
    ends = [float("-inf")] * _MOST_ROWS
    spots: list[tuple[float, int]] = []
    for one in moments:
        if one.kind is None:
            return []
        wanted = _x(one, axis)
        shift = _NEXT if _before(one, axis) else min(_SHIFT, axis.right - wanted)
        row = next((row for row, end in enumerate(ends) if end + _NEXT <= wanted + shift), None)
        if row is None:
            return []
        x = max(wanted, ends[row] + _NEXT)
        spots.append((x, row))
        ends[row] = x
    return spots


def _mark(sheet: Sheet, one: Moment, x: float, y: float, size: float) -> None:
    """Draw a mark of a shape that belongs to its kind."""
    ink = PLUM if one.said else INK
    draw: dict[EventKind | None, Callable[[], None]] = {
        EventKind.SYMPTOM: lambda: sheet.circle(x, y, size, fill=WHITE, edge=ink, dotted=True),
        EventKind.VISIT: lambda: sheet.circle(x, y, size, fill=WHITE, edge=ink),
        EventKind.TEST: lambda: sheet.box(
            x - size, y - size, 2 * size, 2 * size, fill=WHITE, edge=ink, thick=1.3
        ),
        EventKind.TREATMENT: lambda: sheet.shape(
            [(x, y - size * 1.25), (x + size * 1.2, y + size), (x - size * 1.2, y + size)],
            fill=WHITE,
            edge=ink,
        ),
        EventKind.DECISION: lambda: sheet.shape(
            [(x, y - size * 1.2), (x + size * 1.2, y), (x, y + size * 1.2), (x - size * 1.2, y)],
            fill=ink,
            edge=ink,
        ),
    }
    draw[one.kind]()
    if size < 6:
        return
    style = _NUMBER.in_ink(WHITE) if one.kind is EventKind.DECISION else _NUMBER
    low = 5.0 if one.kind is EventKind.TREATMENT else 3.0
    width = sheet.fonts.width(one.number, style.face, style.size)
    sheet.text(x - width / 2, y + low, one.number, style)
