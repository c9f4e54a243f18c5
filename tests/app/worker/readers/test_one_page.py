"""One page as it shows: its pixels, and where its words stand."""

import pypdfium2
import pytest
from pikepdf import Array
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.worker.page_frames import MOST_PIXELS
from app.worker.readers import one_page
from tests.app.worker.small_pdfs import a_pdf

ONE_WORD = b"BT /F1 20 Tf 40 300 Td (haemoglobin) Tj ET"


def picture(source, target, page=0, width=300):
    size = one_page.draw(source, target, page, width, "")
    return Image.frombytes("RGB", size, target.read_bytes(), "raw", "BGRX")


def dark(image, box=None):
    found = image.convert("L").crop(box) if box else image.convert("L")
    return sum(found.histogram()[:128])


@pytest.mark.parametrize("crop", [None, [30, 250, 250, 390]], ids=["whole", "cropped"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_word_stands_where_its_ink_is(tmp_path, turn, crop):
    def change(pdf):
        pdf.pages[0].Rotate = turn
        if crop:
            pdf.pages[0].CropBox = Array(crop)

    source = a_pdf(tmp_path / "a.pdf", change, content=ONE_WORD)
    found = one_page.words(source, 0, "")
    (word,) = found.words
    seen = picture(source, tmp_path / "p", width=round(found.width))

    size = (220, 140) if crop else (300, 400)
    assert (found.width, found.height) == (size if turn in (0, 180) else size[::-1])
    assert seen.size == (found.width, found.height)
    box = (int(word.x0) - 1, int(word.y0) - 1, int(word.x1) + 2, int(word.y1) + 2)
    assert dark(seen, box) == dark(seen) > 100
    assert (box[2] - box[0]) * (box[3] - box[1]) < 0.2 * seen.width * seen.height


def test_words_come_in_the_order_of_the_text_one_by_one(tmp_path):
    content = b"BT /F1 12 Tf 20 300 Td (Potassium  3.9 mmol/l) Tj 0 -20 Td (Sodium 140) Tj ET"
    found = one_page.words(a_pdf(tmp_path / "a.pdf", content=content), 0, "").words
    assert [word.text for word in found] == ["Potassium", "3.9", "mmol/l", "Sodium", "140"]
    assert found[0].x1 < found[1].x0 < found[1].x1 < found[2].x0
    assert found[0].y1 <= found[3].y0 + 1
    assert found[0].y0 == pytest.approx(found[1].y0, abs=0.1)


def test_a_word_outside_of_what_shows_is_left_out(tmp_path):
    content = b"BT /F1 12 Tf 20 350 Td (above) Tj 0 -200 Td (inside) Tj ET"

    def crop(pdf):
        pdf.pages[0].CropBox = Array([0, 0, 300, 200])

    source = a_pdf(tmp_path / "a.pdf", crop, content=content)
    assert [word.text for word in one_page.words(source, 0, "").words] == ["inside"]


def test_a_page_that_is_a_picture_has_no_words(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", content=b"0 0 100 100 re f")
    assert one_page.words(source, 0, "").words == ()


def test_the_words_of_the_second_page_are_its_own(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for said in ("first", "zweite Größe"):
        canvas.drawString(72, 720, said)
        canvas.showPage()
    canvas.save()
    found = one_page.words(tmp_path / "a.pdf", 1, "")
    assert [word.text for word in found.words] == ["zweite", "Größe"]
    assert (found.width, found.height) == pytest.approx(A4, abs=0.01)
    assert found.words[0].x0 == pytest.approx(72, abs=1)
    assert found.words[0].y0 < A4[1] - 720 < found.words[0].y1


def test_no_more_words_than_allowed_are_given(tmp_path, monkeypatch):
    monkeypatch.setattr(one_page, "MOST_WORDS", 3)
    source = a_pdf(tmp_path / "a.pdf", content=b"BT /F1 5 Tf 9 300 Td (a b c d e f) Tj ET")
    assert [word.text for word in one_page.words(source, 0, "").words] == ["a", "b", "c"]


def test_a_run_of_letters_without_end_is_cut_into_words(tmp_path, monkeypatch):
    monkeypatch.setattr(one_page, "LONGEST_WORD", 4)
    source = a_pdf(tmp_path / "a.pdf", content=b"BT /F1 5 Tf 9 300 Td (abcdefghij) Tj ET")
    assert [word.text for word in one_page.words(source, 0, "").words] == ["abcd", "efgh", "ij"]


def test_a_page_is_as_wide_as_asked_and_in_its_colours(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", content=b"1 0 0 rg 0 0 150 400 re f")
    seen = picture(source, tmp_path / "p", width=600)
    assert seen.size == (600, 800)
    assert seen.getpixel((10, 10)) == (255, 0, 0)
    assert seen.getpixel((590, 790)) == (255, 255, 255)


def test_a_drawing_is_never_larger_than_forty_million_pixels(tmp_path):
    def huge(pdf):
        pdf.pages[0].MediaBox = Array([0, 0, 14400, 14400])

    source = a_pdf(tmp_path / "a.pdf", huge)
    width, height = one_page.draw(source, tmp_path / "p", 0, 144_000, "")
    assert 39_000_000 < width * height <= MOST_PIXELS
    assert (tmp_path / "p").stat().st_size == 4 * width * height


def test_a_page_that_is_not_there_is_not_drawn(tmp_path):
    source = a_pdf(tmp_path / "a.pdf")
    for page in (-1, 1):
        with pytest.raises(IndexError):
            one_page.draw(source, tmp_path / "p", page, 100, "")
    (tmp_path / "b.pdf").write_bytes(b"nothing of the kind")
    with pytest.raises(pypdfium2.PdfiumError):
        one_page.words(tmp_path / "b.pdf", 0, "")
