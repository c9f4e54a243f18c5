"""What was measured, as values and as a table."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from race import Runs, ratios

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; `bound` is the most it may be, if there is a bound."""

    measure: str
    what: str
    value: float
    unit: str
    bound: float | None = None
    spread: tuple[float, float] | None = None

    def verdict(self) -> str:
        """Say whether the bound is reached, or how far off the figure is."""
        if self.bound is None:
            return ""
        if self.value <= self.bound:
            return "reached"
        return f"{self.value / self.bound:.2f} times the bound"


@dataclass(frozen=True, slots=True)
class Report:
    """What one measure gives; `faults` are wrong results, not slow ones."""

    measure: str
    figures: tuple[Figure, ...] = ()
    runs: tuple[Runs, ...] = ()
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def against(
    measure: str,
    ours: Runs,
    peers: Iterable[Runs],
    bounds: dict[str, float],
    *,
    what: str = "",
) -> list[Figure]:
    """Give the median ratio of `ours` to every peer, on the clock and of the processor."""
    found = []
    for peer in peers:
        walls, cpus = ratios(ours, peer), ratios(ours, peer, cpu=True)
        bound = bounds.get(peer.name)
        name = f"{what or ours.name} / {peer.name}"
        found.append(_ratio(measure, name, walls, bound))
        found.append(_ratio(measure, f"{name}, processor time", cpus, None))
    return found


def _ratio(measure: str, what: str, values: Sequence[float], bound: float | None) -> Figure:
    spread = min(values), max(values)
    return Figure(measure, what, statistics.median(values), "x", bound, spread)


def table(reports: Sequence[Report], *, judged: bool) -> str:
    """Give all reports as plain text; small runs are not `judged` by the bounds."""
    lines = []
    for report in reports:
        lines += ["", report.measure.upper()]
        lines += [f"  {note}" for note in report.notes]
        lines += _run_lines(report.runs)
        if report.figures:
            lines.append(f"  {'figure':<58} {'median':>11} {'min-max':>17} {'bound':>9}")
        for figure in report.figures:
            bound = "" if figure.bound is None else _number(figure.bound, figure.unit)
            spread = "" if figure.spread is None else "{:.2f}-{:.2f}".format(*figure.spread)
            line = f"  {figure.what:<58} {_number(figure.value, figure.unit):>11} {spread:>17}"
            verdict = figure.verdict() if judged or figure.bound is None else "too small to judge"
            lines.append(f"{line} {bound:>9}  {verdict}".rstrip())
        lines += [f"  WRONG: {fault}" for fault in report.faults]
    return "\n".join(lines)


def _run_lines(runs: Sequence[Runs]) -> list[str]:
    if not runs:
        return []
    head = f"  {'whole process':<34} {'wall s':>8} {'min-max':>15} {'cpu s':>8} {'largest MB':>11}"
    lines = [f"{head} {'first/child/all/private MB':>27}"]
    for one in runs:
        spread = "{:.2f}-{:.2f}".format(*one.spread)
        memory = one.memory
        seen = "/".join(
            f"{size / MIB:.0f}"
            for size in (memory.first, memory.child, memory.together, memory.private)
        )
        lines.append(
            f"  {one.name:<34} {one.wall:>8.2f} {spread:>15} {one.cpu:>8.2f}"
            f" {one.peak / MIB:>11.0f} {seen:>27}"
        )
    return lines


def _number(value: float, unit: str) -> str:
    shown = f"{value:.2f}" if value < 100 else f"{value:.0f}"
    return f"{shown} {unit}"
