"""The binding step alone, on files that lie ready."""

from pathlib import Path

from figures import Figure, Report, against
from race import Contender, race, script
from setting import Setting, counted, mergers, of, peers_agree

BOUNDS = {"qpdf merge": 1.4, "pikepdf.Job merge": 2.0}
NAME = "bind"


def measure(setting: Setting) -> Report:
    """Race `app.worker.binding.bind` against the mergers of the same pages."""
    corpus = setting.corpus()
    sheaf = setting.sheaf(corpus)
    target = sheaf.folder / "bound.pdf"
    ours = Contender("Casepack bind", script("ours.py", "bind", sheaf.folder), target)
    peers = mergers(setting, sheaf.sources)
    faults: list[str] = []

    def check() -> None:
        if (found := counted(target)) != sheaf.pages:
            faults.append(f"{found} pages were bound, not {sheaf.pages}")
        faults.extend(peers_agree(peers, sheaf.sources, corpus.pages))

    found = race([ours, *peers], setting.rounds, check)
    own = found[ours.name]
    size = Figure(
        NAME, "size / sum of the sources", target.stat().st_size / _size(sheaf.sources), "x"
    )
    figures = [*against(NAME, own, of(found, peers), BOUNDS), size]
    note = f"{sheaf.pages} pages, {sheaf.own} of them our own, from {len(sheaf.sources)} files"
    return Report(NAME, tuple(figures), tuple(found.values()), tuple(faults), (note,))


def _size(paths: tuple[Path, ...]) -> int:
    return sum(path.stat().st_size for path in paths)
