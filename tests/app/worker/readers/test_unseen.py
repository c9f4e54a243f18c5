"""Words that nobody sees and everybody can copy are found, and nothing else is taken for them."""

import io
import time

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.worker.readers import drawn, pdf, unseen
from app.worker.readers.unseen import has_unseen, pages_with_unseen

NAME = "Margaret Ellis"


@pytest.fixture
def sheet(tmp_path):
    """Give the pages with unseen words of a PDF that `draw` draws; every draw is a page."""

    def find(*draws, change=lambda _pdf: None):
        path = tmp_path / "a.pdf"
        canvas = Canvas(str(path), (600, 800))
        for draw in draws:
            canvas.setFont("Helvetica", 12)
            draw(canvas)
            canvas.showPage()
        canvas.save()
        with pikepdf.open(path, allow_overwriting_input=True) as opened:
            change(opened)
            opened.save(path)
        return pages_with_unseen(path, "", [True] * len(draws), lambda _page: None)

    return find


def line(canvas, words=f"Patient: {NAME}, born 1950", x=50, y=650):
    canvas.drawString(x, y, words)


def box(canvas, x=90, y=646, wide=120, high=16, grey=0.0):
    canvas.setFillGray(grey)
    canvas.rect(x, y, wide, high, fill=1, stroke=0)
    canvas.setFillGray(0)


def scan(words=NAME, size=(1200, 1600)):
    picture = Image.new("L", size, 255)
    ImageDraw.Draw(picture).text((100, 290), words, fill=0, font_size=30)
    return ImageReader(picture)


def without_ink(canvas, words=NAME, x=50, y=640):
    text = canvas.beginText(x, y)
    text.setTextRenderMode(3)
    text.textOut(words)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def test_a_part_of_a_line_below_a_black_box_is_found(sheet):
    def draw(canvas):
        line(canvas)
        box(canvas)

    assert sheet(line, draw, line) == {1}


@pytest.mark.parametrize("grey", [0.0, 0.5, 1.0])
def test_a_box_of_any_colour_hides_words(sheet, grey):
    def draw(canvas):
        line(canvas)
        box(canvas, grey=grey)

    assert sheet(draw) == {0}


def test_a_thick_line_drawn_over_words_hides_them(sheet):
    def draw(canvas):
        line(canvas)
        canvas.setLineWidth(16)
        canvas.line(90, 654, 210, 654)

    assert sheet(draw) == {0}


def test_words_below_a_picture_are_found(sheet):
    def draw(canvas):
        line(canvas)
        canvas.drawImage(ImageReader(Image.new("RGB", (50, 20), "white")), 90, 640, 120, 30)

    assert sheet(draw) == {0}


def test_words_below_a_see_through_picture_or_colour_are_seen(sheet):
    mark = Image.new("RGBA", (60, 15), (0, 0, 0, 0))
    mark.paste((200, 0, 0, 255), (0, 13, 60, 15))

    def marked(canvas):
        line(canvas)
        canvas.drawImage(ImageReader(mark), 90, 646, 120, 16, mask="auto")

    def lit(canvas):
        line(canvas)
        canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
        canvas.rect(90, 646, 120, 16, fill=1, stroke=0)

    assert sheet(marked, lit) == set()


def test_a_marker_that_lets_the_words_through_hides_nothing(sheet):
    def draw(canvas):
        line(canvas)
        canvas.setBlendMode("Multiply")
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(90, 646, 120, 16, fill=1, stroke=0)

    assert sheet(draw) == set()


@pytest.mark.parametrize("colour", [(1, 1, 1), (0.96, 0.97, 0.96)])
def test_words_in_the_colour_of_the_paper_are_found(sheet, colour):
    def draw(canvas):
        line(canvas, "Iron 12", y=700)
        canvas.setFillColorRGB(*colour)
        line(canvas)

    assert sheet(draw) == {0}


def test_white_words_in_a_dark_band_and_grey_print_are_seen(sheet):
    def band(canvas):
        box(canvas, 40, 640, 300, 30)
        canvas.setFillGray(1)
        line(canvas)

    def grey(canvas):
        canvas.setFillGray(0.75)
        line(canvas)

    assert sheet(band, grey) == set()


def test_black_words_on_black_are_found(sheet):
    def draw(canvas):
        box(canvas, 40, 640, 300, 30)
        line(canvas)

    assert sheet(draw) == {0}


def test_words_on_shaded_rows_of_a_table_are_seen(sheet):
    def draw(canvas):
        for row in range(20):
            box(canvas, 40, 700 - 15 * row - 3, 500, 15, grey=0.9 if row % 2 else 1)
            line(canvas, y=700 - 15 * row)

    assert sheet(draw) == set()


def test_words_without_ink_are_found(sheet):
    assert sheet(without_ink) == {0}


def test_recognised_words_below_or_above_their_scan_are_meant_so(sheet):
    def below(canvas):
        without_ink(canvas)
        canvas.drawImage(scan(), 0, 0, 600, 800)

    def above(canvas):
        canvas.drawImage(scan(), 0, 0, 600, 800)
        without_ink(canvas)

    assert sheet(below, above) == set()


def test_recognised_words_of_a_scan_on_which_a_box_was_drawn_are_found(sheet):
    def draw(canvas):
        canvas.drawImage(scan(), 0, 0, 600, 800)
        without_ink(canvas)
        box(canvas, 40, 630, 200, 30)

    def framed(canvas):
        canvas.drawImage(scan(), 0, 0, 600, 800)
        without_ink(canvas)
        canvas.rect(40, 630, 200, 30, fill=0)

    assert sheet(draw, framed) == {0}


def test_words_smaller_than_a_point_are_found(sheet):
    def small(canvas):
        canvas.setFont("Helvetica", 0.6)
        line(canvas)

    def scaled_up(canvas):
        canvas.scale(20, 20)
        canvas.setFont("Helvetica", 0.6)
        line(canvas, x=2, y=30)

    def upright(canvas):
        canvas.rotate(90)
        line(canvas, "ill", x=300, y=-300)

    assert sheet(small, scaled_up, upright) == {0}


def test_words_beyond_the_edge_of_the_page_are_found(sheet):
    def outside(canvas):
        line(canvas, x=650)

    def reaching(canvas):
        line(canvas, x=560)

    assert sheet(line, outside, reaching) == {1, 2}


def test_words_that_were_cropped_away_are_found(sheet):
    def crop(opened):
        opened.pages[1].CropBox = [0, 0, 600, 600]

    assert sheet(line, line, change=crop) == {1}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_lie_on_their_side_are_looked_at_as_they_are(sheet, turn):
    def hidden(canvas):
        line(canvas)
        box(canvas)

    def shown(canvas):
        line(canvas)
        box(canvas, 300)

    def change(opened):
        for page in opened.pages:
            page.Rotate = turn
            page.CropBox = [20, 30, 500, 700]

    assert sheet(hidden, shown, change=change) == {0}


def test_words_and_boxes_inside_forms_are_looked_at_where_they_are_drawn(sheet):
    def hidden(canvas):
        canvas.beginForm("letter")
        canvas.setFont("Helvetica", 6)
        line(canvas, x=10, y=10)
        canvas.endForm()
        canvas.translate(50, 600)
        canvas.scale(2, 2)
        canvas.doForm("letter")
        box(canvas, 8, 8, 200, 10)

    def shown(canvas):
        canvas.beginForm("other")
        canvas.setFont("Helvetica", 6)
        line(canvas, x=10, y=10)
        canvas.endForm()
        canvas.translate(50, 600)
        canvas.scale(2, 2)
        canvas.doForm("other")
        box(canvas, 8, 40, 200, 10)

    assert sheet(hidden, shown) == {0}


def test_letters_set_far_apart_count_as_words(sheet):
    def draw(canvas):
        canvas.setFillGray(1)
        for n, letter in enumerate("ELLIS"):
            line(canvas, letter, x=50 + 40 * n)

    assert sheet(draw) == {0}


def test_a_covered_comma_or_line_tells_nothing(sheet):
    def draw(canvas):
        line(canvas, ", . - _")
        box(canvas, 40, 640, 300, 30)

    assert sheet(draw) == set()


def test_a_page_with_more_than_anybody_draws_ends_soon(sheet, monkeypatch):
    monkeypatch.setattr(drawn, "MOST_COMPARED", 500)

    def draw(canvas):
        for n in range(600):
            line(canvas, "word", x=20 + n % 20 * 25, y=20 + n // 20 * 25)
            canvas.rect(20 + n % 20 * 25, 15 + n // 20 * 25, 5, 4, fill=1, stroke=0)
        line(canvas)
        box(canvas)

    began = time.process_time()
    assert sheet(draw, line) == {0}
    assert time.process_time() - began < 5


def test_a_page_that_takes_too_long_to_paint_counts_as_doubtful(sheet, monkeypatch):
    monkeypatch.setattr(unseen, "MOST_SECONDS", -1.0)

    def draw(canvas):
        line(canvas)
        canvas.drawImage(scan(), 300, 640, 120, 30)
        box(canvas, 300, 646)
        canvas.drawImage(ImageReader(Image.new("RGBA", (9, 9))), 40, 640, 300, 30, mask="auto")

    assert sheet(draw, line) == {0}
    monkeypatch.undo()
    assert sheet(draw, line) == set()


def test_forms_that_draw_themselves_end(tmp_path):
    made = pikepdf.new()
    made.add_blank_page(page_size=(300, 400))
    form = made.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 300, 400])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    made.pages[0].Resources = Dictionary(XObject=Dictionary(F=form))
    made.pages[0].Contents = made.make_stream(b"/F Do")
    made.save(tmp_path / "a.pdf")
    assert pages_with_unseen(tmp_path / "a.pdf", "", [True], lambda _page: None) == set()


def test_a_single_page_can_be_asked_for(tmp_path, sheet):
    def draw(canvas):
        line(canvas)
        box(canvas)

    sheet(draw, line)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as opened:
        assert [has_unseen(opened[n]) for n in range(2)] == [True, False]


def test_what_was_blackened_with_a_note_is_found_when_the_file_is_added(tmp_path, made, no_steps):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), (600, 800))
    line(canvas)
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        look = opened.make_stream(
            b"0 g 0 0 120 16 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 120, 16]
        )
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Square,
            Rect=[90, 646, 210, 662],
            F=4,
            AP=Dictionary(N=look),
        )
        opened.pages[0].Annots = Array([opened.make_indirect(note)])
        opened.save(path)

    found = pdf.read(path, made, "", no_steps)

    assert [page.unseen for page in found.pages] == [True]
    assert NAME in pypdf.PdfReader(made.folder / found.rendition).pages[0].extract_text()


def test_pages_that_were_kept_as_pictures_have_no_unseen_words(tmp_path, made, no_steps):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), (600, 800))
    line(canvas)
    box(canvas)
    canvas.save()
    assert [page.unseen for page in pdf.read(path, made, "", no_steps).pages] == [True]
    found = pdf.read(path, made, "", no_steps, as_pictures=True)
    assert [page.unseen for page in found.pages] == [False]


def test_a_locked_file_is_looked_at_too(tmp_path, made, no_steps):
    written = io.BytesIO()
    canvas = Canvas(written, (600, 800))
    without_ink(canvas)
    canvas.save()
    with pikepdf.open(written) as opened:
        opened.save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(user="key", owner="own"))
    found = pdf.read(tmp_path / "a.pdf", made, "key", no_steps)
    assert [page.unseen for page in found.pages] == [True]
