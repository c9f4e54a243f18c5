"""Opinions on a small case: one paper of two pages, two questions, one place alone in a window."""

from hashlib import sha256

import pytest

from app.case.documents import Source
from app.model.journey.comparison import GridCell, Stance
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.partial_date import PartialDate
from app.model.record import Document, Kind, PageFacts, RecordDates
from app.progress import Progress


@pytest.fixture
def record(case):
    """A report of two pages; gives its id."""
    paper = b"%PDF-1.7 of the test"
    sha = sha256(paper).hexdigest()
    document = Document(
        sha, "report.pdf", "application/pdf", len(paper), sha, (PageFacts(595, 842),) * 2
    )
    source = Source(sha, len(paper), lambda: [paper])
    case.documents.store(document, ("", ""), b"", source, None, Progress())
    with case.change("Add"):
        return case.records.add(
            "Report of Dr Venn",
            kind=Kind.SPECIALIST_LETTER,
            dates=RecordDates(PartialDate.from_stored("2026-10-02")),
            source="Dr R. Venn",
            document=sha,
        )


@pytest.fixture
def questions(case):
    with case.change("Add"):
        return [case.questions.add(text) for text in ("Do I need it?", "Can I wait?")]


@pytest.fixture
def two(case, record, questions):
    """Two opinions; Dr Venn has the report and two points; they differ about the plan."""
    journey = case.journey
    with case.change("Add"):
        venn = journey.opinions.add(Opinion(0, "Dr R. Venn", record=record))
        lind = journey.opinions.add(Opinion(0, "Dr H. Lindqvist"))
        journey.points.add(Point(0, venn, OpinionPart.REPORT, "Fusion in January", True, 2))
        journey.points.add(Point(0, venn, OpinionPart.TESTS, "A new X-ray"))
        for one, words in ((venn, "Fusion"), (lind, "Exercise first")):
            journey.grid_cells.add(GridCell(0, one, "plan", words, stance=Stance.DIFFER))
    return venn, lind
