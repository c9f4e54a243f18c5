"""Files inside the case: whole, checked, erased when nobody needs them."""

import hashlib
import os
import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.case.casefile import CaseFile
from app.case.documents import CHUNK, Source, _slices
from app.errors import CaseDamaged
from app.model.record import Document, PageFacts, Remark
from app.progress import Cancelled, Progress


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 9 * CHUNK + 5])
def test_every_byte_comes_back(case, keep, size):
    data = os.urandom(size)
    document = keep(case, data, "one", "two")
    assert case.documents.data(document.sha256) == data
    assert case.documents.texts(document.sha256) == ("one", "two")
    assert case.documents.get(document.sha256) == document


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.integers(0, 3_000_000), max_size=6))
def test_pieces_of_any_size_are_cut_into_the_same_bytes(sizes):
    pieces = [bytes([n % 251]) * size for n, size in enumerate(sizes)]
    slices = list(_slices(pieces))
    chunks = [chunk for part in slices for chunk in part]
    assert b"".join(chunks) == b"".join(pieces)
    assert all(len(chunk) == CHUNK for chunk in chunks[:-1])
    assert all(len(part) <= 8 for part in slices)


def test_a_rendition_is_kept_beside_the_original(case):
    original, clean = b"locked", b"%PDF readable"
    sha = {data: hashlib.sha256(data).hexdigest() for data in (original, clean)}
    document = Document(
        sha[original], "a.pdf", "application/pdf", 6, sha[clean], (PageFacts(10, 20, False),),
        frozenset({Remark.WAS_LOCKED}),
    )  # fmt: skip
    case.documents.store(
        document, ("",), b"jpeg",
        Source(sha[original], 6, lambda: [original]), Source(sha[clean], 13, lambda: [clean]),
        Progress(),
    )  # fmt: skip
    assert case.documents.get(document.sha256) == document
    assert case.documents.data(document.rendition) == clean
    assert case.documents.data(document.sha256) == original
    assert case.documents.picture(document.sha256) == b"jpeg"


def test_a_flipped_bit_in_a_document_is_noticed(case, keep):
    document = keep(case, b"A" * 5000, "text", name="mri.pdf")
    case._db.run("PRAGMA query_only = OFF")
    case._db.run(
        "UPDATE chunk SET data = CAST(replace(CAST(data AS TEXT), 'AAAAA', 'AAAAB') AS BLOB)"
    )
    with pytest.raises(CaseDamaged, match=r"“mri\.pdf” is damaged"):
        case.documents.data(document.sha256)


def test_a_file_that_changes_while_it_is_added_is_refused(case):
    data = b"first"
    sha = hashlib.sha256(data).hexdigest()
    document = Document(sha, "a.pdf", "application/pdf", 5, sha, (PageFacts(1, 1),))
    with pytest.raises(CaseDamaged, match="changed while"):
        case.documents.store(
            document, ("",), b"", Source(sha, 5, lambda: [b"other"]), None, Progress()
        )
    assert case.documents.get(sha) is None
    assert case._db.rows("SELECT * FROM chunk") == []


def test_stopping_in_the_middle_leaves_nothing(case, keep):
    progress = Progress(lambda done, total, what: done and progress.cancel())
    with pytest.raises(Cancelled):
        keep(case, os.urandom(20 * CHUNK), "text", progress=progress)
    assert case._db.rows("SELECT * FROM chunk") == []
    assert case._db.rows("SELECT * FROM document") == []


def test_closing_erases_documents_without_a_record_and_keeps_the_others(case, keep):
    kept, dropped = keep(case, b"NEEDLE-KEPT" * 100, "a"), keep(case, b"NEEDLE-GONE" * 100, "b")
    with case.change("Add"):
        case.records.add("Letter", document=kept.sha256)
    case.close()
    data = case.path.read_bytes()
    assert b"NEEDLE-KEPT" in data
    assert b"NEEDLE-GONE" not in data
    again = CaseFile.open(case.path)
    assert again.documents.get(dropped.sha256) is None
    assert again.documents.data(kept.sha256).startswith(b"NEEDLE-KEPT")
    again.close()


def test_a_record_in_the_bin_keeps_its_document_until_the_bin_is_emptied(case, keep):
    document = keep(case, b"x" * 10, "a")
    with case.change("Add"):
        record = case.records.add("Letter", document=document.sha256)
    with case.change("Remove"):
        case.records.remove(record)
    assert case.documents.sweep() == 0
    assert case.empty_bin() == 1
    assert case.documents.get(document.sha256) is None
    assert case.undo_label is None


def test_a_document_that_a_crash_left_without_its_record_is_erased_at_the_next_opening(case, keep):
    document = keep(case, b"half", "a")
    case._db.close()
    case._closed = True
    again = CaseFile.open(case.path)
    assert again.documents.get(document.sha256) is None
    assert again._db.rows("SELECT * FROM chunk") == []
    again.close()


def test_stopping_among_very_many_pages_leaves_nothing(case):
    data, pages = b"many", 1000
    sha = hashlib.sha256(data).hexdigest()
    document = Document(sha, "a.pdf", "application/pdf", 4, sha, (PageFacts(1, 1),) * pages)
    texts = tuple(f"needle {page}" for page in range(pages))
    seen = []
    progress = Progress(lambda *_step: (seen.append(1), len(seen) > 3 and progress.cancel()))
    source = Source(sha, 4, lambda: [data])
    with pytest.raises(Cancelled):
        case.documents.store(document, texts, b"", source, None, progress)
    for table in ("chunk", "content", "document", "page"):
        assert case._db.rows(f"SELECT * FROM {table}") == []
    case.documents.store(document, texts, b"", source, None, Progress())
    assert case.documents.texts(sha) == texts


def test_chunks_left_by_a_crash_are_erased_at_the_next_opening(case):
    with case._writing():
        case._db.run("INSERT INTO chunk VALUES ('abc', 0, x'00')")
    case._db.close()
    case._closed = True
    again = CaseFile.open(case.path)
    assert again._db.rows("SELECT * FROM chunk") == []
    again.close()


def test_somebody_who_types_waits_little_while_a_large_file_goes_in(case, keep):
    """Changes get their turn between the slices of an import on another thread."""
    started, done = threading.Event(), threading.Event()

    def work():
        keep(case, os.urandom(40 * CHUNK), "t", progress=Progress(lambda *_: started.set()))
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    typed = 0
    while not done.is_set():
        with case.change("Type"):
            case.questions.add(f"Question {typed}?")
        typed += 1
    thread.join()
    assert typed >= 3
    assert len(case.questions.all()) == typed
