"""Adding everything: look at it in sealed rooms, clean it, keep it, index its words."""

import statistics

from figures import Figure, Report, against
from race import Contender, race, script
from setting import Setting, installed, of, said

BOUNDS = {"pdftotext, serial": 1.0}
SIZE_BOUND = 1.10
FIRST_BOUND = 0.5  # seconds
NAME = "import"


def measure(setting: Setting) -> Report:
    """Race adding a corpus to a new case against one pass of pdftotext over its files."""
    corpus = setting.corpus()
    case, text = setting.result("added.casepack"), setting.result("text.txt")
    ours = Contender("Casepack add", script("ours.py", "add", case, corpus.folder), case)
    peers = []
    if installed("pdftotext"):
        command = script("peers.py", "pdftotext", text, *corpus.files)
        peers.append(Contender("pdftotext, serial", command, text))
    found = race([ours, *peers], setting.rounds)
    own = found[ours.name]
    last = said(own.said)
    faults = []
    if (last["records"], last["pages"]) != (corpus.documents, corpus.pages):
        faults.append(
            f"{last['records']} documents with {last['pages']} pages went in, not"
            f" {corpus.documents} with {corpus.pages}; left out: {last['not_added']}"
        )
    size = case.stat().st_size / corpus.bytes
    pages = statistics.median(cost.wall for cost in own.costs) / corpus.pages
    figures = (
        *against(NAME, own, of(found, peers), BOUNDS),
        Figure(NAME, "time for a page", pages * 1000, "ms"),
        Figure(NAME, "first document stored", last["first_stored"], "s", FIRST_BOUND),
        Figure(NAME, "case file / sum of the PDFs", size, "x", SIZE_BOUND),
    )
    note = f"{corpus.documents} documents, {corpus.pages} pages, {corpus.bytes / 1e6:.0f} MB"
    return Report(NAME, figures, tuple(found.values()), tuple(faults), (note,))
