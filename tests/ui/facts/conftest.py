"""A place alone in a window, on a case with one record of two pages."""

from hashlib import sha256

import pytest

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.model.partial_date import PartialDate
from app.model.record import Document, Kind, PageFacts, RecordDates
from app.progress import Progress


@pytest.fixture
def case(tmp_path):
    return CaseFile.create(tmp_path / "smith.casepack")


@pytest.fixture
def record(case):
    """A record of two pages from March 2026, in the case; gives its id."""
    paper = b"%PDF-1.7 of the test"
    sha = sha256(paper).hexdigest()
    pages = (PageFacts(595, 842),) * 2
    document = Document(sha, "labs.pdf", "application/pdf", len(paper), sha, pages)
    source = Source(sha, len(paper), lambda: [paper])
    case.documents.store(document, ("", ""), b"", source, None, Progress())
    with case.change("Add"):
        return case.records.add(
            "Blood tests",
            kind=Kind.LABORATORY,
            dates=RecordDates(PartialDate.from_stored("2026-03-11")),
            source="Valley Laboratory",
            document=sha,
        )


@pytest.fixture
def went():
    """Where links led: (code, record, page)."""
    return []


@pytest.fixture
def told():
    """What was said in the message bar: (words, act)."""
    return []


@pytest.fixture
def show(qtbot, looks, case, went, told):
    """Return a function that shows a place in a window of its own, 1050 x 740."""
    from PySide6.QtWidgets import QMainWindow

    from ui.session import CaseSession

    kept, windows = [], []

    def make(kind, width=1050):
        session = CaseSession(case)
        kept.append(session)
        place = kind(
            session,
            looks,
            lambda code, *, record=None, page=1: went.append((code, record, page)),
            lambda words, *, done, action="", act=None: told.append((words, act)),
        )

        def refresh(tables):
            if tables & place.tables:
                place.show_case()

        session.changed.connect(refresh)
        window = QMainWindow()
        window.setCentralWidget(place)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, 740)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        place.enter(None, 1)
        return place

    yield make
    for session in kept:
        with qtbot.waitSignal(session.closed, timeout=10000):
            session.close()
