"""How big and how often to measure, and the files that several measures need."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from race import Contender, Runs, run, script

SEED = 5


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of PDFs of this many documents and pages; `bytes` is their sum."""

    folder: Path
    documents: int
    pages: int
    bytes: int

    @property
    def files(self) -> tuple[Path, ...]:
        """The PDFs in the order of their names."""
        return tuple(sorted(self.folder.glob("*.pdf")))


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What the binder needs, in one folder, and the same files for the peers.

    `own` of the `pages` are pages of our own; the peers merge the others.
    """

    folder: Path
    sources: tuple[Path, ...]
    own: int
    pages: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One run of the benchmarks; everything that is made lies in `work`."""

    work: Path
    rounds: int
    quick: bool
    full: bool

    def corpus(self, documents: int = 0, pages: int = 0) -> Corpus:
        """Give a corpus, from an earlier run if there is one; usually the standard one."""
        if not documents:
            documents, pages = (12, 150) if self.quick else (200, 5000)
        folder = self.work / f"corpus-{documents}-{pages}"
        facts = folder / "corpus.json"
        if not facts.exists():
            say(f"making {documents} documents with {pages} pages in {folder}")
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run(script("corpus.py", folder, documents, pages, SEED), check=True)
        size = json.loads(facts.read_text(encoding="utf-8"))["bytes"]
        return Corpus(folder, documents, pages, size)

    def case(self, corpus: Corpus) -> Path:
        """Give a case with all of a corpus and a story in it, made once in a run."""
        path = self.work / "made" / f"{corpus.folder.name}.casepack"
        if not path.exists():
            say(f"adding {corpus.pages} pages to a case")
            path.parent.mkdir(exist_ok=True)
            part = path.with_suffix(".part")
            part.unlink(missing_ok=True)
            answer("add", part, corpus.folder)
            answer("story", part)
            part.rename(path)
        return path

    def sheaf(self, corpus: Corpus) -> Sheaf:
        """Give the laid-out dossier of a corpus, made once in a run."""
        folder = self.work / "made" / f"{corpus.folder.name}-sheaf"
        facts = folder / "sheaf.json"
        if not facts.exists():
            case = self.case(corpus)
            say("laying out its dossier")
            facts_found = answer("lay-out", case, folder)
            facts.write_text(json.dumps(facts_found), encoding="utf-8")
        known = json.loads(facts.read_text(encoding="utf-8"))
        sources = tuple(folder / name for name in known["sources"])
        return Sheaf(folder, sources, known["own_pages"], known["pages"])

    def result(self, name: str) -> Path:
        """Give a path for something that a contender makes."""
        folder = self.work / "results"
        folder.mkdir(exist_ok=True)
        return folder / name


def answer(*arguments: object) -> dict[str, Any]:
    """Run one of our own pieces of work, not timed, and give what it found."""
    return said(run(Contender("preparation", script("ours.py", *arguments)))[2])


def said(words: str) -> dict[str, Any]:
    """Read what one of our own pieces of work printed."""
    found: dict[str, Any] = json.loads(words)
    return found


def say(words: str) -> None:
    """Tell somebody who waits what is being done."""
    print(words, file=sys.stderr, flush=True)


def installed(program: str) -> str | None:
    """Give the path of a program, or None after saying that it is not there."""
    found = shutil.which(program)
    if found is None:
        say(f"{program} is not installed: left out")
    return found


def counted(path: Path, password: str = "") -> int:
    """Count the pages of a PDF with PDFium, which made none of them."""
    return int(run(Contender("count", script("peers.py", "pages", path, password)))[2])


def mergers(setting: Setting, sources: Sequence[Path]) -> list[Contender]:
    """Give everybody who can merge `sources`, and the bare copying of their bytes."""
    names = [str(path) for path in sources]
    found = []
    if (qpdf := installed("qpdf")) is not None:
        target = setting.result("qpdf.pdf")
        command = (qpdf, "--empty", "--pages", *names, "--", str(target))
        found.append(Contender("qpdf merge", command, target, fine=(0, 3)))
    for name, work in (("pikepdf.Job merge", "job"), ("pypdf merge_page", "pypdf")):
        target = setting.result(f"{work}.pdf")
        found.append(Contender(name, script("peers.py", work, target, *names), target))
    target = setting.result("copy.bin")
    found.append(Contender("copy of the bytes", script("peers.py", "copy", target, *names), target))
    return found


def peers_agree(peers: Sequence[Contender], sources: Sequence[Path], pages: int) -> list[str]:
    """Give what is wrong with the files that the peers made."""
    faults = []
    size = sum(path.stat().st_size for path in sources)
    for peer in peers:
        if peer.makes is None:
            continue
        found = peer.makes.stat().st_size if peer.makes.suffix == ".bin" else counted(peer.makes)
        wanted = size if peer.makes.suffix == ".bin" else pages
        if found != wanted:
            faults.append(f"{peer.name} made {found} instead of {wanted}")
    return faults


def of(found: dict[str, Runs], contenders: Sequence[Contender]) -> list[Runs]:
    """Give the runs of some contenders."""
    return [found[one.name] for one in contenders]
