"""Finding words in all pages of a case."""

import statistics

from figures import Figure, Report
from race import Contender, run, script
from setting import Setting, said, say

BOUNDS = {10_000: 10.0, 100_000: 20.0}  # milliseconds, for 95 of 100 queries
NAME = "search"


def measure(setting: Setting) -> Report:
    """Time `app.case.search` and a scan with LIKE over the same pages, query by query."""
    figures: list[Figure] = []
    faults: list[str] = []
    for pages in (1000,) if setting.quick else (10_000, 100_000):
        path = setting.work / "made" / f"words-{pages}.casepack"
        path.parent.mkdir(exist_ok=True)
        say(f"looking for words in {pages} pages")
        found = said(run(Contender("finding", script("finding.py", path, pages)))[2])
        every: list[float] = []
        for kind, one in found.items():
            ours, scans = sorted(one["ours"]), sorted(one["scan"])
            every += ours
            name = f"{pages} pages, {kind}"
            figures += [
                Figure(NAME, f"{name}, half", statistics.median(ours), "ms", None, _ends(ours)),
                Figure(NAME, f"{name}, 95 of 100", _most(ours), "ms", BOUNDS.get(pages)),
                Figure(NAME, f"{name}, LIKE", statistics.median(scans), "ms", None, _ends(scans)),
            ]
            faults += [f"{name}: “{word}” is found elsewhere by LIKE" for word in one["differ"]]
            if not one["hits"]:
                faults.append(f"{name}: nothing was found")
        every.sort()
        figures.append(Figure(NAME, f"{pages} pages, all", _most(every), "ms", BOUNDS.get(pages)))
    return Report(NAME, tuple(figures), (), tuple(faults))


def _most(values: list[float]) -> float:
    return values[max(0, round(len(values) * 0.95) - 1)]


def _ends(values: list[float]) -> tuple[float, float]:
    return values[0], values[-1]
