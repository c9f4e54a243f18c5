"""What a screen reader finds in the small prints: all their words, in order, under headings."""

import re
import shutil
import subprocess
from contextlib import closing
from datetime import date, datetime
from io import BytesIO

import pypdfium2
import pytest

from app.board.cases import board_of
from app.case.casefile import CaseFile
from app.dossier.password_sheet import Locked, password_sheet
from app.dossier.prints.board import board_print
from app.dossier.prints.choices import print_choices
from app.dossier.prints.comparison import comparison_print
from app.dossier.prints.decision import decision_print
from app.dossier.prints.emergency import emergency_page
from app.dossier.prints.labels import print_label_sheet, print_labels
from app.dossier.prints.letter_facts import letter_facts
from app.dossier.prints.receipt import removal_receipt
from app.dossier.prints.request_letter import letter_of, print_letters
from app.dossier.prints.sharing_report import sharing_report
from app.dossier.prints.shipping import print_shipping
from app.dossier.prints.visit_sheet import visit_sheet
from app.model.journey.sharing import shared_in
from app.progress import Progress
from app.sample.demo import make_demo
from tests.app.worker.read_tree import Tree, check

MADE = date(2026, 11, 22)
HEAD, FOOT = 56, 84  # points; the foot has the page number and what the bars mean


def _letters(case):
    letters = [letter_of(case, one) for one in case.journey.requests]
    return print_letters(case, letters, made=MADE)


MADE_OF_A_CASE = {
    "comparison": lambda case: comparison_print(case, made=MADE),
    "decision": lambda case: decision_print(case, made=MADE),
    "emergency": lambda case: emergency_page(case, made=MADE),
    "facts": lambda case: letter_facts(case, made=MADE),
    "label sheet": lambda case: print_label_sheet(case, case.outside),
    "labels": lambda case: print_labels(case, case.outside, made=MADE),
    "letters": _letters,
    "options": lambda case: print_choices(case, made=MADE),
    "password": lambda _case: password_sheet(Locked(("ellis.pdf",), MADE), "plum-river-42"),
    "receipt": lambda case: removal_receipt(case, [], [], made=datetime(2026, 11, 22, 9, 30)),
    "shipping": lambda case: print_shipping(case, case.outside, made=MADE),
    "visit": lambda case: visit_sheet(case, made=MADE),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prints")
    return make_demo(folder, made=MADE, progress=Progress()).case


@pytest.fixture(scope="module")
def prints(sample):
    with closing(CaseFile.open(sample)) as case:
        snapshot = case.snapshot()
        shared = shared_in(case.sharing.all(), case.builds.all(), None, None)
        sharing = sharing_report(shared, snapshot.patient, made=MADE)
    made = {name: make(snapshot) for name, make in MADE_OF_A_CASE.items()}
    return {**made, "sharing": sharing, "board": board_print(board_of(sample.parent, MADE))}


@pytest.fixture(params=sorted([*MADE_OF_A_CASE, "sharing", "board"]))
def made(request, prints):
    return prints[request.param]


def test_all_that_shows_is_tagged_or_an_ornament_and_the_file_says_so(made):
    tree = Tree(BytesIO(made))
    check(tree)
    root = tree.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert tree.reader.metadata.title
    assert "/Metadata" not in root


def test_a_main_heading_comes_first_and_no_picture_is_without_words(made):
    tree = Tree(BytesIO(made))
    for part in tree.document.kids:
        heads = [one.kind for one in part.all("H1", "H2", "H3")]
        assert heads[:1] in (["H1"], [])
        assert "H1" not in heads[1:]
    assert all(one.entry["/Alt"] for one in tree.document.all("Figure"))


def test_every_word_is_read_out_but_those_of_header_and_footer(made, tmp_path):
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo (poppler-utils) is not installed")
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    read = subprocess.run(
        [program, "-struct-text", str(path)], capture_output=True, check=True, timeout=60
    )
    heard = set(_words(read.stdout.decode("utf-8", "replace")))
    for page in pypdfium2.PdfDocument(made):
        width, height = page.get_size()
        text = page.get_textpage()
        head = text.get_text_bounded(0, height - HEAD, width, height)
        foot = text.get_text_bounded(0, 0, width, FOOT)
        assert set(_words(text.get_text_range())) <= heard | set(_words(f"{head}\n{foot}"))
    assert heard


def test_a_checker_of_accessible_pdf_finds_no_error(made, tmp_path):
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    report = pdfua.validate(str(path))
    assert [one for one in report.findings if one.severity is pdfua.Severity.ERROR] == []


def _words(text):
    return re.findall(r"\w+", text)
