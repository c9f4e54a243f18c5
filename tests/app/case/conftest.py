"""A fresh case for each test, and documents to put into it."""

import hashlib
from pathlib import Path

import pytest

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.model.record import Document, PageFacts
from app.progress import Progress


@pytest.fixture
def case(tmp_path: Path):
    case = CaseFile.create(tmp_path / "ellis.casepack")
    yield case
    case.close()


def source_of(data: bytes) -> Source:
    return Source(hashlib.sha256(data).hexdigest(), len(data), lambda: [data])


@pytest.fixture
def keep():
    """Return a function that keeps a document in a case and gives it."""

    def keep(case, data: bytes, *texts: str, name="letter.pdf", progress=None):
        source = source_of(data)
        document = Document(
            source.sha256,
            name,
            "application/pdf",
            len(data),
            source.sha256,
            tuple(PageFacts(595, 842) for _ in texts),
        )
        case.documents.store(document, texts, b"", source, None, progress or Progress())
        return document

    return keep
