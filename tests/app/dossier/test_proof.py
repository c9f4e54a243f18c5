from contextlib import closing
from datetime import date

import pytest
from pypdf import PdfReader

from app.case.casefile import CaseFile
from app.dossier.export import Choices
from app.dossier.findings import Level
from app.dossier.plan import Paper
from app.dossier.proof import Proofs
from app.progress import Cancelled, Progress
from app.sample.demo import make_demo

MADE = date(2026, 11, 22)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    return make_demo(tmp_path_factory.mktemp("demo"), made=MADE, progress=Progress())


@pytest.fixture
def proofs(demo):
    with closing(CaseFile.open(demo.case)) as case:
        yield Proofs(case)


def test_the_estimate_is_within_five_parts_in_a_hundred(demo, proofs):
    proof, lines = proofs.make(Choices(made=MADE), Progress())
    assert proof.size == pytest.approx(demo.dossier.stat().st_size, rel=0.05)
    assert lines


def test_pages_and_their_sizes_are_those_of_the_finished_pdf(demo, proofs):
    proof, _lines = proofs.make(Choices(made=MADE), Progress())
    pages = PdfReader(demo.dossier).pages
    there = [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]
    assert len(there) == len(proof.sizes)
    for made, found in zip(proof.sizes, there, strict=True):
        assert made == pytest.approx(found, abs=0.01)


def test_the_parts_stand_before_and_after_the_records(proofs):
    proof, _lines = proofs.make(Choices(made=MADE), Progress())
    assert proof.parts[0].name == "Cover"
    assert proof.parts[-1].name == "About this dossier"
    assert proof.parts[-1].page == len(proof.sizes)
    assert not any("·" in part.name for part in proof.parts)


def test_a_proof_becomes_a_whole_pdf(proofs, tmp_path):
    proof, _lines = proofs.make(Choices(made=MADE, paper=Paper.LETTER), Progress())
    bound = proofs.bind(proof, tmp_path / "proof.pdf", Progress())
    reader = PdfReader(tmp_path / "proof.pdf")
    assert len(reader.pages) == bound.pages
    assert float(reader.pages[0].mediabox.width) == 612


def test_an_empty_case_has_one_line_that_stops(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        proof, lines = Proofs(case).make(Choices(made=MADE), Progress())
    assert proof is None
    assert [(line.code, line.level) for line in lines] == [("records.none", Level.STOP)]


def test_making_a_proof_can_be_stopped(proofs):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        proofs.make(Choices(made=MADE), progress)
