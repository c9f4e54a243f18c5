"""The comparison as a small PDF, read back."""

from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from app.dossier.plan import Paper
from app.dossier.prints.comparison import comparison_print
from app.errors import DossierBlocked
from tests.app.dossier.pages.conftest import spine_case
from tests.app.dossier.pages.opinions import with_opinions

MADE = date(2026, 11, 22)


def words(data):
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_print_says_what_each_doctor_said_and_where_it_stands(paper, tmp_path):
    data = comparison_print(with_opinions(spine_case()), made=MADE, paper=paper)
    text = words(data)
    assert "ELLIS, Margaret (Mrs)" in text
    assert "“We recommend decompression and fusion.” (Spine surgery clinic letter, page 2)" in text
    assert "Exercise for 12 weeks first (Rehabilitation consultation, page 1) Mark: Differs" in text
    assert "[Doc" not in text  # there is no dossier around it
    path = tmp_path / "grid.pdf"
    path.write_bytes(data)
    box = PdfReader(path).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(paper.value, abs=0.01)


def test_the_same_case_gives_the_same_bytes():
    case = with_opinions(spine_case())
    assert comparison_print(case, made=MADE) == comparison_print(case, made=MADE)


def test_without_two_opinions_nothing_is_printed():
    with pytest.raises(DossierBlocked, match="not two opinions"):
        comparison_print(spine_case(), made=MADE)
