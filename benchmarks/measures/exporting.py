"""The whole export: from a closed case file to a checked dossier in its place."""

from figures import MIB, Figure, Report, against
from race import Contender, race, script
from setting import Setting, counted, mergers, of, peers_agree, said

BOUNDS = {"qpdf merge": 2.5}
AES_BOUND = 2.0
MOST_MEMORY, MEMORY_A_PAGE = 60 * MIB, 15 * 1000
PASSWORD = "a long password"
NAME = "export"


def measure(setting: Setting) -> Report:
    """Race `app.dossier.export.export`, plain and locked, against the mergers."""
    corpus = setting.corpus()
    case, sheaf = setting.case(corpus), setting.sheaf(corpus)
    target, locked = setting.result("dossier.pdf"), setting.result("locked.pdf")
    ours = Contender("Casepack export", script("ours.py", "export", case, target), target)
    with_aes = Contender(
        "Casepack export, AES-256", script("ours.py", "export", case, locked, PASSWORD), locked
    )
    peers = mergers(setting, sheaf.sources)
    faults: list[str] = []

    def check() -> None:
        for path, password in ((target, ""), (locked, PASSWORD)):
            if (found := counted(path, password)) != sheaf.pages:
                faults.append(f"{path.name} has {found} pages, not {sheaf.pages}")
        faults.extend(peers_agree(peers, sheaf.sources, corpus.pages))

    found = race([ours, with_aes, *peers], setting.rounds, check)
    own, aes = found[ours.name], found[with_aes.name]
    most = MOST_MEMORY + MEMORY_A_PAGE * sheaf.pages
    figures = [
        *against(NAME, own, of(found, peers), BOUNDS),
        *against(NAME, aes, [own], {own.name: AES_BOUND}, what="AES-256"),
        Figure(NAME, "largest process", own.peak / MIB, "MB", most / MIB),
        Figure(NAME, "largest process, AES-256", aes.peak / MIB, "MB", most / MIB),
        Figure(NAME, "size / sum of the PDFs", target.stat().st_size / corpus.bytes, "x"),
    ]
    steps = " · ".join(f"{at:.2f} s {what}" for at, what in said(own.said)["steps"])
    notes = (f"{sheaf.pages} pages from {case.name}", f"the last run: {steps}")
    return Report(NAME, tuple(figures), tuple(found.values()), tuple(faults), notes)
