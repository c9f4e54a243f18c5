"""Fills a case with made-up pages and looks for words in them.

`finding.py CASE PAGES` prints JSON: for each kind of query the milliseconds
of every single query, ours and those of a scan with LIKE, and what they
disagree about. The two take turns, query by query.
"""

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from words import Speaker, vocabulary

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.case.engine import CaseDatabase, connect
from app.case.search import LIMIT, Search
from app.model.record import Document, PageFacts
from app.progress import Progress

VOCABULARY, ON_A_PAGE, IN_A_DOCUMENT = 150_000, 300, 100
QUERIES, SCANS = 60, 6  # of each kind; a scan takes as long as a hundred queries
_SCAN = """
    SELECT record.id AS record, page.number AS page
    FROM page JOIN record ON record.document = page.document
    WHERE {words} AND record.removed IS NULL
    ORDER BY page.id LIMIT ?
"""


def fill(path: Path, pages: int, words: list[str]) -> None:
    """Make a case with `pages` pages of text, put in the way every document goes in."""
    speaker = Speaker(words, 3)
    facts = PageFacts(595.0, 842.0)
    with closing(CaseFile.create(path)) as case:
        for first in range(0, pages, IN_A_DOCUMENT):
            count = min(IN_A_DOCUMENT, pages - first)
            body = f"document {first}".encode()
            name = hashlib.sha256(body).hexdigest()
            document = Document(
                name, f"{first}.pdf", "application/pdf", len(body), name, (facts,) * count
            )
            texts = tuple(" ".join(("", *speaker.say(ON_A_PAGE), "")) for _ in range(count))
            source = Source(name, len(body), lambda body=body: [body])  # type: ignore[misc]
            case.documents.store(document, texts, b"", source, None, Progress())
            with case.change("Add a document"):
                case.records.add(f"Document {first}", document=name)


def queries(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Give the kinds of query; a word's place in the list is how common it is."""
    random = Random(1)
    yield "rare word", [random.choice(words[20_000:60_000]) for _ in range(QUERIES)]
    pairs = [random.sample(words[200:3000], 2) for _ in range(QUERIES)]
    yield "two words", [" ".join(pair) for pair in pairs]
    yield "common word", [random.choice(words[5:50]) for _ in range(QUERIES)]


def measure(db: CaseDatabase, words: list[str]) -> dict[str, Any]:
    """Ask everything, ours and the scan in turn for the first few of each kind."""
    search, found = Search(db), {}
    search.find(words[0])
    for kind, asked in queries(words):
        ours, scans, hits, differ = [], [], 0, []
        for number, query in enumerate(asked):
            took, places = _timed(lambda query=query: search.find(query))  # type: ignore[misc]
            ours.append(took)
            hits += len(places)
            if number < SCANS:
                took, rows = _timed(lambda query=query: _scan(db, query))  # type: ignore[misc]
                scans.append(took)
                if not _agree({(one.record, one.page) for one in places}, rows):
                    differ.append(query)
        found[kind] = {"ours": ours, "scan": scans, "hits": hits / len(asked), "differ": differ}
    return found


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = work()
    return (time.perf_counter() - start) * 1000, found


def _scan(db: CaseDatabase, query: str) -> set[tuple[int, int]]:
    terms = query.split()
    patterns = [f"% {term} %" for term in terms[:-1]] + [f"% {terms[-1]}%"]
    where = " AND ".join("page.text LIKE ?" for _ in patterns)
    rows = db.rows(_SCAN.format(words=where), (*patterns, LIMIT))
    return {(row["record"], row["page"]) for row in rows}


def _agree(ours: set[tuple[int, int]], scan: set[tuple[int, int]]) -> bool:
    """Whether both found the same pages, or both as many as are shown."""
    return ours == scan or len(ours) == len(scan) == LIMIT


def main(path: Path, pages: int) -> None:
    """Fill the case if it is not there, then measure."""
    words = vocabulary(VOCABULARY)
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        fill(part, pages, words)
        part.rename(path)
    with closing(connect(path)) as db:
        print(json.dumps(measure(db, words)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
