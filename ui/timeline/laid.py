"""Where everything on the strip lies, for one width and one stretch of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from app.model.story import EventKind
from ui.timeline.axis import Axis
from ui.timeline.happenings import Happening
from ui.timeline.stacking import stack

Lane = EventKind | None
LANE = 1.7  # heights of a line, of a lane with one row
ROW = 1.05  # heights of a line, of each row more
HALF = 0.42  # heights of a line, of half a mark


@dataclass(frozen=True, slots=True)
class Laid:
    """All lengths are pixels; `spots` has the middle of each mark that is in sight."""

    axis: Axis
    spots: dict[int, QPointF]
    lanes: dict[Lane, float]
    """Where the line of each lane is, which is the first row of its marks."""
    bottom: float


def days_of(one: Happening) -> tuple[int, int]:
    """Give the first and the last day of a happening with a date, counted from the year 1."""
    if one.when.earliest is None or one.when.latest is None:
        raise ValueError("a date that is not known has no place on the strip")
    return one.when.earliest.toordinal(), one.when.latest.toordinal()


def lay(
    found: Sequence[Happening],
    days: Sequence[tuple[int, int]],
    axis: Axis,
    lanes: Sequence[Lane],
    unit: float,
) -> Laid:
    """Lay out the marks of `found` that lie on the axis.

    `days` has the first and the last day of each, `unit` is the height of a line.
    """
    on_lane: dict[Lane, list[tuple[int, float, tuple[float, float]]]] = {one: [] for one in lanes}
    half, start = HALF * unit, axis.start.toordinal()
    day = (axis.right - axis.left) / max(1, axis.end.toordinal() - start)  # pixels
    for place, (one, (first_day, last_day)) in enumerate(zip(found, days, strict=True)):
        first = axis.left + day * (first_day - start)
        last = axis.left + day * (last_day - start)
        x = (first + last) / 2
        if axis.left <= x <= axis.right:
            reach = max(axis.left, min(first, x - half)), min(axis.right, max(last, x + half))
            on_lane[one.lane].append((place, x, reach))
    spots: dict[int, QPointF] = {}
    lines: dict[Lane, float] = {}
    top = 0.0
    for lane, marks in on_lane.items():
        rows = stack([reach for _place, _x, reach in marks], 0.3 * unit)
        lines[lane] = top + LANE / 2 * unit
        for (place, x, _reach), row in zip(marks, rows, strict=True):
            spots[place] = QPointF(x, lines[lane] + row * ROW * unit)
        top += (LANE + ROW * max(rows, default=0)) * unit
    return Laid(axis, dict(sorted(spots.items())), lines, top)
