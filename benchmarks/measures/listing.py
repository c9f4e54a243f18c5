"""The list of records of a large case: reading, opening, sorting, changing, scrolling."""

import statistics
from typing import Any

from figures import Figure, Report
from race import Contender, run, script
from setting import Setting, said, say

NAME = "list"
BOUNDS = {"open": 300.0, "open, longest block": 100.0, "change": 100.0, "frame": 16.0}
"""Milliseconds, for the median; of frames for 95 of 100."""


def measure(setting: Setting) -> Report:
    """Time the Records place, in turn with a plain list of Qt's, and reading with bare SQL."""
    records = 500 if setting.quick else 10_000
    path = setting.work / "made" / f"list-{records}.casepack"
    path.parent.mkdir(exist_ok=True)
    say(f"showing a list of {records} records")
    contender = Contender("listing", script("listing.py", path, records, setting.rounds))
    found = said(run(contender)[2])
    figures = [
        figure for what, one in found["times"].items() for figure in _figures(records, what, one)
    ]
    return Report(NAME, tuple(figures), (), tuple(found["faults"]))


def _figures(records: int, what: str, one: dict[str, Any]) -> list[Figure]:
    name, ours, peer = f"{records} records, {what}", one["ours"], one["peer"]
    figures = [Figure(NAME, name, _told(what, ours), "ms", BOUNDS.get(what), _ends(ours))]
    if peer:
        ratios = [a / b for a, b in zip(ours, peer, strict=True)]
        told = f"{name} / {one['beside']}"
        figures.append(Figure(NAME, told, statistics.median(ratios), "x", None, _ends(ratios)))
    return figures


def _told(what: str, values: list[float]) -> float:
    if what != "frame":
        return statistics.median(values)
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def _ends(values: list[float]) -> tuple[float, float]:
    return min(values), max(values)
