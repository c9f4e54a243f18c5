"""How the export grows with the pages."""

from figures import Figure, Report
from race import Contender, race, script
from setting import Setting, counted

NAME = "growth"
QUICK = ((4, 50), (12, 150))  # documents and pages; the larger is the standard corpus
USUAL = ((28, 700), (200, 5000), (400, 10_000))
FULL = (2000, 50_000)


def measure(setting: Setting) -> Report:
    """Export dossiers of several sizes; the slope is between the smallest and the largest."""
    sizes = [*(QUICK if setting.quick else USUAL), *([FULL] if setting.full else [])]
    contenders, pages = [], []
    for documents, size in sizes:
        corpus = setting.corpus(documents, size)
        target = setting.result(f"dossier-{size}.pdf")
        command = script("ours.py", "export", setting.case(corpus), target)
        contenders.append(Contender(f"export of {size} pages", command, target))
        pages.append(size)
    faults: list[str] = []

    def check() -> None:
        for size, one in zip(pages, contenders, strict=True):
            if one.makes is not None and (count := counted(one.makes)) <= size:
                faults.append(f"{one.name}: only {count} pages came")

    found = race(contenders, max(1, min(3, setting.rounds)), check)
    first, last = found[contenders[0].name], found[contenders[-1].name]
    more = pages[-1] - pages[0]
    figures = (
        Figure(NAME, "time for each page more", (last.wall - first.wall) / more * 1000, "ms"),
        Figure(NAME, "memory for each page more", (last.peak - first.peak) / more / 1000, "kB", 15),
    )
    return Report(NAME, figures, tuple(found.values()), tuple(faults))
