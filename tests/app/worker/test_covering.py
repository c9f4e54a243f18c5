"""Covered pages: what a box hides is gone, and is found when it is not."""

import io

import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.worker import seeking
from app.worker.covering import cover
from app.worker.lightening import lighten
from app.worker.page_orders import (
    CoveredPage,
    Covering,
    FoundWords,
    Lightening,
    Seeking,
    Sought,
)
from app.worker.seeking import plain, seek

WIDTH, HEIGHT = 600, 800


def page_with(canvas, lines):
    canvas.setFont("Helvetica", 20)
    for n, line in enumerate(lines):
        canvas.drawString(50, HEIGHT - 100 - 100 * n, line)
    canvas.showPage()


@pytest.fixture
def letter(tmp_path):
    canvas = Canvas(str(tmp_path / "letter.pdf"), (WIDTH, HEIGHT))
    page_with(canvas, ["The aunt Sophie Brandt has it too", "Blood count", "Iron 12"])
    page_with(canvas, ["Nothing private"])
    canvas.save()
    return tmp_path


FIRST_LINE = (0.05, 0.08, 0.95, 0.14)


def covered(folder, *pages, **more):
    pages = pages or (CoveredPage(0, (FIRST_LINE,), ("other person",)),)
    return cover(folder, Covering("letter.pdf", "covered.pdf", pages, **more))


def texts(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def test_what_lies_under_a_box_is_named_and_no_longer_in_the_file(letter):
    done = covered(letter)
    assert done.hidden == ((("The aunt Sophie Brandt has it too",),),)
    assert texts(letter / "covered.pdf") == [""]
    with pikepdf.open(letter / "covered.pdf") as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image":
                assert b"Sophie" not in one.read_bytes()


def test_the_pixels_under_a_box_are_black_and_the_others_as_they_were(letter):
    covered(letter, CoveredPage(0, (FIRST_LINE,)))
    with pypdfium2.PdfDocument(letter / "covered.pdf") as pdf:
        assert pdf[0].get_size() == pytest.approx((WIDTH, HEIGHT), abs=0.01)
        made = pdf[0].render(scale=1, grayscale=True).to_pil()
    with pypdfium2.PdfDocument(letter / "letter.pdf") as pdf:
        before = pdf[0].render(scale=1, grayscale=True).to_pil()
    box = (35, 68, 565, 108)
    assert made.crop(box).getextrema()[1] < 40
    below = (0, 130, WIDTH, HEIGHT)
    difference = [
        abs(a - b)
        for a, b in zip(made.crop(below).tobytes(), before.crop(below).tobytes(), strict=True)
    ]
    assert sum(difference) / len(difference) < 1


def test_a_picture_of_a_page_has_200_dots_an_inch(letter):
    covered(letter)
    with pikepdf.open(letter / "covered.pdf") as pdf:
        image = pdf.pages[0].get_images()["/Page"]
        assert int(image.Width) >= WIDTH / 72 * 200 - 1


def test_with_a_text_layer_only_words_outside_the_boxes_can_be_found(letter):
    covered(letter, text_layer=True)
    (found,) = texts(letter / "covered.pdf")
    assert "Blood count" in found
    assert "Iron 12" in found
    assert "Sophie" not in found


def test_a_page_that_is_not_there_covers_nothing(letter):
    with pytest.raises(IndexError):
        covered(letter, CoveredPage(7, (FIRST_LINE,)))


@pytest.mark.parametrize("box", [(0.5, 0, 0.5, 1), (0.2, 0.5, 0.1, 0.6), (-0.1, 0, 1, 1)])
def test_a_box_that_is_none_covers_nothing(letter, box):
    with pytest.raises(ValueError, match="no box"):
        covered(letter, CoveredPage(0, (box,)))


@settings(max_examples=15, deadline=None)
@given(
    turn=st.sampled_from([0, 90, 180, 270]),
    crop=st.sampled_from([(0, 0, WIDTH, HEIGHT), (20, 30, 580, 790)]),
)
def test_boxes_cover_turned_and_cropped_pages_as_they_show(tmp_path_factory, turn, crop):
    folder = tmp_path_factory.mktemp("turned")
    canvas = Canvas(str(folder / "plain.pdf"), (WIDTH, HEIGHT))
    page_with(canvas, ["Sophie Brandt", "Iron Ferritin"])
    canvas.save()
    with pikepdf.open(folder / "plain.pdf") as pdf:
        pdf.pages[0].Rotate = turn
        pdf.pages[0].CropBox = crop
        pdf.save(folder / "letter.pdf")
    done = covered(folder, CoveredPage(0, ((0, 0, 1, 1),)), text_layer=True)
    assert {frozenset(line.split()) for line in done.hidden[0][0]} == {
        frozenset({"Sophie", "Brandt"}),
        frozenset({"Iron", "Ferritin"}),
    }
    assert texts(folder / "covered.pdf") == [""]


def sought(folder, name, *wanted, **more):
    return seek(folder, Seeking(name, tuple(wanted), **more))


@pytest.fixture(params=["at once", "step by step"])
def pace(request, monkeypatch):
    """A long file is opened anew now and then; nothing is missed where that is done."""
    if request.param == "step by step":
        monkeypatch.setattr(seeking, "_PAGES_AT_ONCE", 1)
        monkeypatch.setattr(seeking, "_OBJECTS_AT_ONCE", 1)


@pytest.mark.usefixtures("pace")
def test_words_are_found_on_pages_whatever_their_case_accents_and_spaces(letter):
    found = sought(letter, "letter.pdf", Sought("SÖPHIE   brandt"), Sought("Brand"))
    assert found[0] == FoundWords("SÖPHIE   brandt", 0)
    assert {one.words for one in found} == {"SÖPHIE   brandt"}


@pytest.mark.usefixtures("pace")
def test_words_can_be_looked_for_on_one_page_alone(letter):
    assert sought(letter, "letter.pdf", Sought("Sophie", page=9)) == ()
    assert sought(letter, "letter.pdf", Sought("Sophie", page=1)) == ()
    assert sought(letter, "letter.pdf", Sought("Sophie", page=0)) == (FoundWords("Sophie", 0),)


@pytest.mark.usefixtures("pace")
@pytest.mark.parametrize("where", ["title", "bookmark", "description", "name", "facts", "spoken"])
def test_words_are_found_where_no_page_shows_them(letter, where):
    with pikepdf.open(letter / "letter.pdf") as pdf:
        del pdf.trailer["/Info"]
        page = pdf.pages[1].obj
        if where == "title":
            pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Title="Für Herbert Grün"))
        elif where == "bookmark":
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("Herbert Grün", 0))
        elif where == "description":
            note = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=[0, 0, 1, 1],
                Contents=pikepdf.String("Herbert Grün"),
            )
            page.Annots = pikepdf.Array([pdf.make_indirect(note)])
        elif where == "spoken":
            said = ("\ufeff" + "Herbert Grün").encode("utf-16-be").hex()
            code = f"/Span << /ActualText <{said}> >> BDC EMC".encode()
            page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(code)])
        elif where == "name":
            page.Resources.Properties = pikepdf.Dictionary(
                A=pikepdf.Dictionary(Title=pikepdf.String("Herbert Grün"))
            )
        else:
            with pdf.open_metadata() as facts:
                facts["dc:title"] = "Herbert Grün"
        pdf.save(letter / "other.pdf")
    assert FoundWords("herbert grun", None) in sought(letter, "other.pdf", Sought("herbert grun"))
    assert sought(letter, "letter.pdf", Sought("herbert grun")) == ()


@pytest.mark.usefixtures("pace")
def test_words_are_found_in_a_locked_file_with_its_password(letter):
    with pikepdf.open(letter / "letter.pdf") as pdf:
        pdf.save(letter / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="a", R=6))
    assert sought(letter, "locked.pdf", Sought("Sophie", page=0), password="a") == (
        FoundWords("Sophie", 0),
    )


@given(st.text())
def test_a_plain_text_stays_as_it_is_when_made_plain_again(text):
    assert plain(plain(text)) == plain(text)


@pytest.fixture
def scan(tmp_path):
    picture = Image.effect_noise((1700, 2200), 60).convert("RGB")
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=92)
    (tmp_path / "scan.jpg").write_bytes(written.getvalue())
    canvas = Canvas(str(tmp_path / "scan.pdf"), (612, 792))
    canvas.drawImage(str(tmp_path / "scan.jpg"), 0, 0, 612, 792)
    canvas.drawString(72, 720, "Words beside the picture")
    canvas.showPage()
    canvas.save()
    return tmp_path


@pytest.mark.parametrize(("dots", "grey"), [(150, False), (150, True), (116, True)])
def test_scans_become_lighter_and_text_stays_text(scan, dots, grey):
    done = lighten(scan, Lightening("scan.pdf", "light.pdf", dots, grey=grey))
    assert done.pictures == 1
    assert done.after < 0.7 * done.before
    assert done.after == (scan / "light.pdf").stat().st_size
    assert "Words beside the picture" in texts(scan / "light.pdf")[0]
    with pikepdf.open(scan / "light.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert int(image.Height) == pytest.approx(dots * 11, abs=1)
        assert (image.ColorSpace == "/DeviceGray") is grey


def test_each_step_is_lighter_than_the_one_before(scan):
    steps = [(200, False, 80), (150, False, 75), (150, True, 70), (116, True, 60)]
    sizes = [
        lighten(scan, Lightening("scan.pdf", "light.pdf", dots, grey, quality)).after
        for dots, grey, quality in steps
    ]
    assert sizes == sorted(sizes, reverse=True)


def test_what_would_not_become_smaller_stays_byte_for_byte(scan):
    lighten(scan, Lightening("scan.pdf", "light.pdf", 100, grey=True, quality=40))
    again = lighten(scan, Lightening("light.pdf", "same.pdf", 100, grey=True, quality=40))
    assert again.pictures == 0
    with pikepdf.open(scan / "light.pdf") as one, pikepdf.open(scan / "same.pdf") as other:
        (first,), (second,) = (pdf.pages[0].get_images().values() for pdf in (one, other))
        assert first.read_raw_bytes() == second.read_raw_bytes()


def test_a_picture_with_see_through_parts_is_left_alone(tmp_path):
    picture = Image.effect_noise((800, 800), 60).convert("RGBA")
    picture.putalpha(128)
    picture.save(tmp_path / "a.png")
    canvas = Canvas(str(tmp_path / "a.pdf"), (612, 792))
    canvas.drawImage(str(tmp_path / "a.png"), 0, 0, 300, 300, mask="auto")
    canvas.save()
    assert lighten(tmp_path, Lightening("a.pdf", "b.pdf", 100)).pictures == 0


def test_words_that_nobody_sees_do_not_come_back_as_words_to_search(tmp_path):
    canvas = Canvas(str(tmp_path / "letter.pdf"), (WIDTH, HEIGHT))
    page_with(canvas, ["The aunt Sophie Brandt has it too", "Blood count"])
    page_with(canvas, ["The aunt Sophie Brandt has it too", "Blood count"])
    canvas.save()
    with pikepdf.open(tmp_path / "letter.pdf", allow_overwriting_input=True) as pdf:
        pdf.pages[0].contents_add(b"0 g 40 690 400 40 re f")
        pdf.save(tmp_path / "letter.pdf")
    low = (0.0, 0.9, 0.2, 0.95)
    covered(tmp_path, CoveredPage(0, (low,)), CoveredPage(1, (low,)), text_layer=True)
    first, second = texts(tmp_path / "covered.pdf")
    assert first == ""
    assert "Sophie Brandt" in second


def test_a_page_can_become_a_picture_with_nothing_covered(letter):
    done = covered(letter, CoveredPage(0, ()))
    assert done.hidden == ((),)
    assert texts(letter / "covered.pdf") == [""]
    with pypdfium2.PdfDocument(letter / "covered.pdf") as pdf:
        darkest, _lightest = pdf[0].render(scale=1, grayscale=True).to_pil().getextrema()
    assert darkest < 128


def test_names_that_can_still_be_read_beside_a_box_are_told(letter):
    pages = (CoveredPage(0, (FIRST_LINE,)), CoveredPage(1, ()), CoveredPage(0, ()))
    done = covered(letter, *pages, sought=("Sophie Brandt", "Brandt", "count", "12"))
    assert done.left == (("count",), (), ("Sophie Brandt", "Brandt", "count"))


def spelt(folder, file, *words):
    return seek(folder, Seeking(file, tuple(Sought(one, spelt=True) for one in words)))


def test_a_name_is_found_in_all_its_spellings_in_a_finished_file(tmp_path):
    canvas = Canvas(str(tmp_path / "letter.pdf"), (WIDTH, HEIGHT))
    for words in ("Mrs E L L I S", "born 14. 3. 1957", "no. 00482913", "Nothing"):
        page_with(canvas, [words])
    canvas.setFont("Helvetica", 20)
    canvas.drawString(50, 600, "seen with mar-")
    canvas.drawString(50, 570, "garet at noon")
    canvas.showPage()
    text = canvas.beginText(50, 500)
    text.setFont("Helvetica", 20)
    text.setCharSpace(12)
    text.textOut("ELLIS")
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    words = ("Ellis", "Margaret", "1957-03-14", "00-482-913")
    found = spelt(tmp_path, "letter.pdf", *words)
    assert {(one.words, one.page) for one in found if one.page is not None} == {
        ("Ellis", 0), ("1957-03-14", 1), ("00-482-913", 2), ("Margaret", 4), ("Ellis", 5)
    }  # fmt: skip


def _in_title(pdf):
    pdf.docinfo["/Title"] = "For Mrs E l l i s"


def _in_outline(pdf):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Letter to Mrs El\u00adlis", 0))


def _on_link(pdf):
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
        Contents=pikepdf.String("Éllis"),
    )  # fmt: skip
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])


def _for_a_figure(pdf):
    pdf.pages[0].contents_add(b"/Span <</ActualText <FEFF0045006C006C00690073>>> BDC EMC")


def _in_hexadecimal(pdf):
    pdf.Root.Unused = pdf.make_indirect(pdf.make_stream(b"BT <456C6C6973> Tj ET"))


def _letter_by_letter(pdf):
    pdf.Root.Unused = pdf.make_indirect(pdf.make_stream(b"BT [(E) -80 (l\\154) 20 (is)] TJ ET"))


def _as_the_name_of_a_picture(pdf):
    pdf.Root.Unused = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Scan_Ellis": 1}))


def _in_facts(pdf):
    facts = pdf.make_stream(b"<x>ELLIS</x>", Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.Unused = pdf.make_indirect(facts)


@pytest.mark.parametrize(
    "hide",
    [
        _in_title, _in_outline, _on_link, _for_a_figure, _in_hexadecimal, _letter_by_letter,
        _as_the_name_of_a_picture, _in_facts,
    ],
)  # fmt: skip
def test_a_name_is_found_where_no_page_shows_it(letter, hide):
    with pikepdf.open(letter / "letter.pdf") as pdf:
        hide(pdf)
        pdf.save(letter / "other.pdf")
    assert spelt(letter, "letter.pdf", "Ellis") == ()
    assert spelt(letter, "other.pdf", "Ellis")[-1:] == (FoundWords("Ellis", None),)
