"""What a screen reader finds in a finished dossier, read back by others than those who wrote it."""

import re
import shutil
import subprocess
from contextlib import closing
from datetime import date
from itertools import pairwise

import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.dossier.plan import Paper
from app.progress import Progress
from app.sample.demo import make_demo
from tests.app.worker.read_tree import Tree, check

MADE = date(2026, 11, 22)
LEVEL = {"H1": 1, "H2": 2, "H3": 3}


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tagged")
    demo = make_demo(folder, made=MADE, progress=Progress())
    letter = folder / "letter.pdf"
    with closing(CaseFile.open(demo.case)) as case:
        export(case, letter, Choices(MADE, Paper.LETTER), Progress())
    return {Paper.A4: demo.dossier, Paper.LETTER: letter}


@pytest.fixture(scope="module", params=list(Paper), ids=lambda paper: paper.name)
def dossier(request, dossiers):
    return dossiers[request.param]


@pytest.fixture(scope="module")
def tree(dossier):
    return Tree(dossier)


def test_all_that_shows_is_tagged_or_an_ornament_and_finds_its_element(tree):
    check(tree)
    assert len(tree.document.all("Link")) > 100


def test_the_file_says_that_it_is_tagged_and_claims_no_more(tree):
    root = tree.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/Metadata" not in root
    assert "/RoleMap" not in root["/StructTreeRoot"]


def test_every_part_and_every_record_has_one_main_heading_and_no_level_is_skipped(tree):
    parts = tree.document.kids
    assert {part.kind for part in parts} == {"Sect"}
    for part in parts:
        levels = [LEVEL[one.kind] for one in part.all(*LEVEL)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        for before, after in pairwise(levels):
            assert after <= before + 1
        assert all(tree.spoken(one).strip() for one in part.all(*LEVEL))
    names = [str(part.entry["/T"]) for part in parts]
    assert names[:2] == ["Cover", "One-page summary"]
    assert len([name for name in names if name.startswith("Doc ")]) > 10


def test_tables_are_even_and_their_headers_say_what_they_head(tree):
    tables = tree.document.all("Table")
    assert len(tables) >= 5
    for table in tables:
        head, *rows = table.kids
        assert [cell.kind for cell in head.kids] == ["TH"] * len(head.kids)
        assert rows
        for row in rows:
            spans = [int(cell.attributes.get("/ColSpan", 1)) for cell in row.kids]
            assert sum(spans) == len(head.kids)
            assert {cell.kind for cell in row.kids} in ({"TD"}, {"TH"})
        for cell in table.all("TH"):
            assert (cell.attributes["/O"], cell.attributes["/Scope"]) == ("/Table", "/Column")
            assert tree.spoken(cell)


def test_every_picture_is_said_in_words(tree):
    words = [str(one.entry["/Alt"]) for one in tree.document.all("Figure")]
    assert all(words)
    assert all("/BBox" in one.attributes for one in tree.document.all("Figure"))
    (strip,) = [one for one in words if one.startswith("The events of the list below")]
    assert "Visits: 3 (11-Mar-2026)" in strip
    charts = [one for one in words if one.startswith("Chart of")]
    assert len(charts) >= 2
    assert any(re.search(r"\d\d-\w{3}-20\d\d: \d", one) for one in charts)
    assert "Page 1 of 1 of Bone density scan (DEXA). A picture; no text." in words


def test_the_page_of_a_record_is_one_element_under_the_name_of_the_record(tree):
    (letter,) = [
        part for part in tree.document.kids if part.entry["/T"].endswith("surgery clinic letter")
    ]
    assert letter.entry["/T"] == "Doc 1 · Spine surgery clinic letter"
    first, second = [one for one in letter.kids if one.kind == "P"]
    assert first.marks[0][0] + 1 == second.marks[0][0]


def test_lists_have_items_with_a_label_and_words(tree):
    for one in tree.document.all("L"):
        assert one.kids
        for item in one.kids:
            assert item.kind == "LI"
            assert [kid.kind for kid in item.kids] == ["Lbl", "LBody"]


def test_what_is_inside_is_a_list_of_contents(tree):
    parts, records = tree.document.all("TOC")
    for item in (*parts.kids, *records.kids):
        (reference,) = item.kids
        (link,) = reference.kids
        assert (item.kind, reference.kind, link.kind) == ("TOCI", "Reference", "Link")
        assert tree.spoken(link).isdigit()


def test_a_checker_of_accessible_pdf_finds_no_error(dossier):
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    report = pdfua.validate(str(dossier))
    grave = [one for one in report.findings if one.severity is pdfua.Severity.ERROR]
    assert grave == []
    assert {one.rule_id for one in report.findings} <= {"UA-28-004"}  # we claim no PDF/UA
    skipped = {one.rule_id for one in report.outcomes if one.skipped_reason}
    # 0.1.3 cannot ask newer pikepdf whether a heading with a link in it is empty; we ask above
    assert skipped <= {"UA-14-001"}
    assert len(report.outcomes) > 10


@pytest.fixture(scope="module")
def heard(dossier):
    """The lines that poppler reads from the structure, in its order."""
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed")
    read = subprocess.run(
        [program, "-struct-text", str(dossier)], capture_output=True, check=True, timeout=60
    )
    text = read.stdout.decode("utf-8", "replace")
    return [line.strip().strip('"') for line in text.splitlines() if line.strip().startswith('"')]


def test_the_summary_is_read_in_its_order(heard):
    wanted = [
        "One-page summary",
        "Decision needed by",
        "14-Dec-2026",
        "My questions for you   ",
        "Q1",
        "Do I need the fusion, or would decompression alone be likely to help my leg pain?",
        "Why I am asking",
        "My doctors have given me different advice.",
        "What matters most to me",
        "Problem",
        "Tried so far",
        "Prepared by Daniel Ellis (Son). Not checked by a doctor.",
    ]
    start = heard.index("One-page summary")  # the cover names it together with a note
    places = [heard.index(line, start) for line in wanted]
    assert places == sorted(places)


def test_words_at_the_ends_of_lines_are_not_glued(heard):
    words = " ".join(heard)
    for phrase in (
        "do not read, copy or pass it on. Tell the sender and delete it.",
        "To look after my husband. No second operation, even if some back pain stays.",
        "The most important ones are in bold: Q1, Q2",
    ):
        assert phrase in words
