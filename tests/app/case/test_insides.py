"""What documents bring along beside their pages is kept with them, and goes with them."""

import hashlib
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.case.insides import keep_inside, read_insides
from app.model.inside import NOTHING_INSIDE, InnerLink, Inside, OutlineLine, StuckNote
from app.model.record import Document, PageFacts
from app.progress import Progress

CASES = Path(__file__).parents[2] / "cases"

INSIDE = Inside(
    (OutlineLine("Findings “L4”", 0), OutlineLine("Größe", 1, 1)),
    (InnerLink(0, (10.5, 20.0, 90.0, 32.25), 1, 140.0), InnerLink(1, (0, 0, 5, 5), 0)),
    (StuckNote(1, "Dr R. Venn", "Ask about\nthe left leg."),),
    3,
)


@pytest.fixture
def keep_with():
    """Return a function that keeps a document that brings something along; gives its sha256."""

    def keep_with(case, data, inside):
        source = Source(hashlib.sha256(data).hexdigest(), len(data), lambda: [data])
        document = Document(
            source.sha256,
            "letter.pdf",
            "application/pdf",
            len(data),
            source.sha256,
            (PageFacts(595, 842), PageFacts(595, 842)),
        )
        case.documents.store(document, ("", ""), b"", source, None, Progress(), inside)
        return source.sha256

    return keep_with


def rows(case):
    return case.documents._db.row("SELECT count(*) AS n FROM document_inside")["n"]


def test_what_a_document_brings_along_comes_back_unchanged(case, keep_with, tmp_path):
    sha256 = keep_with(case, b"%PDF one", INSIDE)
    with case.change("Letter"):
        case.records.add("Letter", document=sha256)
    case.close()
    again = CaseFile.open(case.path)
    assert again.documents.insides([sha256]) == {sha256: INSIDE}
    again.close()


def test_only_the_documents_asked_for_are_read(case, keep_with):
    one, other = keep_with(case, b"%PDF one", INSIDE), keep_with(case, b"%PDF two", INSIDE)
    assert set(case.documents.insides([other, "0" * 64])) == {other}
    assert case.documents.insides([]) == {}
    assert set(case.documents.insides(iter([one, other, one]))) == {one, other}


def test_a_document_that_brings_nothing_takes_no_room(case, keep_with):
    sha256 = keep_with(case, b"%PDF one", NOTHING_INSIDE)
    assert case.documents.insides([sha256]) == {}
    assert rows(case) == 0


def test_it_is_erased_with_its_document(case, keep_with):
    keep_with(case, b"%PDF one", INSIDE)
    assert rows(case) == 1
    case.documents.sweep()  # no record refers to it
    assert rows(case) == 0


def test_what_version_2_kept_is_still_there(tmp_path):
    case = CaseFile.open(Path(shutil.copy(CASES / "0002_inside.casepack", tmp_path)))
    document = case.snapshot().records[0].document
    assert case.documents.insides([document.sha256]) == {
        document.sha256: Inside(
            (OutlineLine("Findings", 0),),
            (InnerLink(0, (72.0, 72.0, 200.0, 90.0), 0, 144.0),),
            (StuckNote(0, "Dr R. Venn", "Ask about the left leg."),),
        )
    }
    case.close()


def test_a_document_that_version_1_added_brings_nothing(tmp_path):
    case = CaseFile.open(Path(shutil.copy(CASES / "0001_case.casepack", tmp_path)))
    document = case.snapshot().records[0].document
    assert case.documents.insides([document.sha256]) == {}
    case.close()


WORDS = some.text(some.characters(exclude_categories=["Cs"]), max_size=30)
PLACES = some.floats(0, 100_000).map(lambda value: round(value, 2))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.builds(
        Inside,
        some.lists(
            some.builds(OutlineLine, WORDS, some.integers(0, 9), some.integers(0, 5)), max_size=4
        ).map(tuple),
        some.lists(
            some.builds(
                InnerLink,
                some.integers(0, 9),
                some.tuples(PLACES, PLACES, PLACES, PLACES),
                some.integers(0, 9),
                some.none() | PLACES,
            ),
            max_size=4,
        ).map(tuple),
        some.lists(some.builds(StuckNote, some.integers(0, 9), WORDS, WORDS), max_size=4).map(
            tuple
        ),
        some.integers(0, 50_000),
    )
)
def test_any_of_it_survives_the_case_file(case, keep_with, inside):
    sha256 = keep_with(case, b"%PDF one", NOTHING_INSIDE)
    db = case.documents._db
    with case._writing():
        db.run("DELETE FROM document_inside")
        keep_inside(db, sha256, inside)
    expected = {} if inside == NOTHING_INSIDE else {sha256: inside}
    assert read_insides(db, [sha256]) == expected
