"""Fills a case with records and shows them, in turn with a plain list of Qt's.

`listing.py CASE RECORDS ROUNDS` prints JSON: the milliseconds of each time
that the records were read, opened, sorted, changed and scrolled, ours and
those of the peer, and what was wrong with the result. They are milliseconds
of the window's thread on a processor: one frame is too short for the clock
of a computer that has other work.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.case.record_rows import read_records
from app.model.partial_date import PartialDate, Point
from app.model.record import Document, Kind, PageFacts, RecordDates
from app.progress import Progress
from ui.pages.records import RecordsPlace
from ui.records.details import Details
from ui.session import CaseSession
from ui.theme.looks import Looks

FRAMES = 60  # in each round
PICTURE = 8000  # bytes of the small picture that every document has
_SQL = """
    SELECT record.*, document.*, content.size FROM record
    LEFT JOIN document ON document.sha256 = record.document
    LEFT JOIN content ON content.sha256 = record.document
"""

Times = dict[str, dict[str, Any]]


def fill(path: Path, records: int) -> None:
    """Make a case: nine records of ten have a document of one to five pages."""
    random = Random(1)
    with closing(CaseFile.create(path)) as case, case.change("Fill"):
        for number in range(records):
            name = _document(case, number, random.randbytes(PICTURE)) if number % 10 else None
            point = Point(2000 + number % 26, 1 + number % 12, 1 + number % 28)
            case.records.add(
                f"Record {number * 7919 % records}",
                kind=list(Kind)[number % 12] if number % 9 else None,
                dates=RecordDates(PartialDate(point) if number % 7 else PartialDate()),
                source=f"Clinic {number % 300}",
                document=name,
            )


def _document(case: CaseFile, number: int, picture: bytes) -> str:
    body = f"document {number}".encode()
    name, pages = hashlib.sha256(body).hexdigest(), 1 + number % 5
    facts = (PageFacts(595.3, 841.9),) * pages
    document = Document(name, f"{number}.pdf", "application/pdf", len(body), name, facts)
    texts = ("words here and there",) * pages
    source = Source(name, len(body), lambda: [body])
    case.documents.store(document, texts, picture, source, None, Progress())
    return name


class Bench:
    """A window that shows the Records place or a plain list, and takes the time."""

    def __init__(self, qt: QApplication, case: CaseFile) -> None:
        self.qt = qt
        self.case = case
        self.session = CaseSession(case)
        self.looks = Looks(qt)
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        self.window.show()
        self.times: Times = {}
        self.faults: list[str] = []
        self._pump()

    def round(self) -> None:
        """Do everything once, ours and the peer's in turn."""
        case = self.case
        with case._db.lock:  # noqa: SLF001 - a fresh reading is no part of the program
            self._both(
                "read all",
                "bare SQL",
                lambda: list(read_records(case._db)),  # noqa: SLF001
                lambda: case._db.conn.execute(_SQL).fetchall(),  # noqa: SLF001
            )
        self._one("ask for all again", case.records.all)
        blocks: list[float] = []
        self._both("open", "a plain list", lambda: self._open(blocks), self._open_plain)
        self._note("open, longest block", max(blocks))
        self._both("sort by name", "a plain list", self._sort, self._sort_plain)
        self._one("change", self._change)
        self._scroll()
        self.place.leave()

    def close(self) -> None:
        """Let go of the case."""
        self.session.close()
        while self.session.jobs.busy or self.session.pictures.busy:
            self._pump()

    def _open(self, blocks: list[float]) -> None:
        """Make the place and show it until its page and details stand; note each turn."""
        begun = time.thread_time()

        def say(_words: str, **_more: object) -> None:
            """Nobody reads it."""

        self.place = RecordsPlace(self.session, self.looks, lambda *_a, **_k: None, say)
        self.window.setCentralWidget(self.place)
        self.place.enter(None, 1)
        blocks.append(_since(begun))
        while self.place.findChild(Details) is None:
            begun = time.thread_time()
            self.qt.processEvents()
            blocks.append(_since(begun))
        self._pump()

    def _open_plain(self) -> None:
        self.plain = QListView()
        self.plain.setUniformItemSizes(True)
        self.items = QStandardItemModel()
        for record in self.case.records.all():
            self.items.appendRow(QStandardItem(record.title))
        self.plain.setModel(self.items)
        self.plain.resize(330, 700)
        self.plain.show()
        self._pump()

    def _sort(self) -> None:
        box = self.place.filters.sort_box
        box.setCurrentIndex(2)
        box.activated.emit(2)
        self._pump()
        titles = [self.place.rows.index(row).data() for row in range(50)]
        if titles != sorted(titles, key=str.casefold):
            self.faults.append("the list is not in the order of its names")

    def _sort_plain(self) -> None:
        self.items.sort(0)
        self._pump()

    def _change(self) -> None:
        record = self.place.rows.record(0)
        assert record is not None
        self.place.shelf.write(record.id, "Change", note=f"{time.monotonic()}")
        self._pump()
        self.case.undo()
        self._pump()

    def _scroll(self) -> None:
        if self.place.rows.rowCount() != len(self.case.records.all()):
            self.faults.append("the list does not show every record")
        for step in range(FRAMES):
            self._both(
                "frame",
                "a plain list",
                lambda: _paint(self.place.list, step),  # noqa: B023 - called at once
                lambda: _paint(self.plain, step),  # noqa: B023
            )
        self.plain.close()

    def _both(
        self,
        what: str,
        beside: str,
        ours: Callable[[], object],
        peer: Callable[[], object],
    ) -> None:
        self._one(what, ours)
        begun = time.thread_time()
        peer()
        found = self.times[what]
        found["beside"] = beside
        found["peer"].append(_since(begun))

    def _one(self, what: str, work: Callable[[], object]) -> None:
        begun = time.thread_time()
        work()
        self._note(what, _since(begun))

    def _note(self, what: str, value: float) -> None:
        found = self.times.setdefault(what, {"ours": [], "peer": [], "beside": ""})
        found["ours"].append(value)

    def _pump(self) -> None:
        self.qt.processEvents()


def _paint(view: QListView, step: int) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() * step // FRAMES)
    view.viewport().repaint()


def _since(begun: float) -> float:
    return (time.thread_time() - begun) * 1000


def main(path: Path, records: int, rounds: int) -> None:
    """Fill the case if it is not there, then measure; the first round warms up."""
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        fill(part, records)
        part.rename(path)
    qt = QApplication([])
    bench = Bench(qt, CaseFile.open(path))
    bench.round()
    bench.times.clear()
    for _ in range(rounds):
        bench.round()
    bench.close()
    print(json.dumps({"times": bench.times, "faults": bench.faults}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
