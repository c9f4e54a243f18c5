"""Form values, highlights, stamps and notes become part of the page they lie on."""

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.model.record import Remark
from app.worker.risks import risky
from app.worker.sanitising import sanitise
from tests.app.worker.small_pdfs import a_pdf, annotated, drawn, ink, text


def a_form(pdf, kind="/Tx", value="Margaret Ellis", *, renew=True, look=False, flags=0):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.Encoding = Name.WinAnsiEncoding
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name(kind), T=String("name"), F=4, Ff=flags,
        Rect=[40, 100, 260, 130], DA=String("/Helv 14 Tf 0 g"), V=String(value),
    )  # fmt: skip
    if look:
        field.AP = drawn(pdf)
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(
        Fields=[field], NeedAppearances=renew, DR=Dictionary(Font=Dictionary(Helv=font))
    )


@pytest.mark.parametrize("renew", [True, False])
def test_a_filled_in_field_without_appearance_is_drawn_as_text(tmp_path, renew):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: a_form(pdf, renew=renew))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.remarks == {Remark.FILLED_FORM}
    assert "Margaret Ellis" in text(tmp_path / "b.pdf")
    assert ink(tmp_path / "b.pdf", box=(40, 270, 260, 300)) > 100
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert "/AcroForm" not in pdf.Root


def test_umlauts_of_a_filled_in_field_are_drawn(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: a_form(pdf, value="Jürgen Größe"))

    sanitise(source, tmp_path / "b.pdf")

    assert "Jürgen Größe" in text(tmp_path / "b.pdf")


@pytest.mark.parametrize(
    ("value", "flags"), [("日本", 0), ("one\nlong\nanswer", 1 << 12), ("Γεια σου", 0)]
)
def test_a_field_that_cannot_be_written_anew_is_kept_as_a_picture(tmp_path, value, flags):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: a_form(pdf, value=value, flags=flags))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert Remark.AS_PICTURE in cleaned.remarks
    assert Remark.FILLED_FORM in cleaned.remarks
    before = ink(source, box=(40, 270, 260, 300))
    assert ink(tmp_path / "b.pdf", box=(40, 270, 260, 300)) == pytest.approx(before, rel=0.5)
    assert ink(tmp_path / "b.pdf") > 100


def test_an_appearance_that_is_there_is_kept(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: a_form(pdf, renew=False, look=True))

    sanitise(source, tmp_path / "b.pdf")

    assert ink(tmp_path / "b.pdf", box=(45, 275, 255, 295)) > 1000  # the red box of `drawn`


def test_a_signature_is_named_and_its_look_stays(tmp_path):
    def change(pdf):
        a_form(pdf, "/Sig", renew=False, look=True)
        pdf.pages[0].Annots[0].V = Dictionary(
            Type=Name.Sig, ByteRange=[0, 1, 2, 3], Contents=String("x")
        )

    source = a_pdf(tmp_path / "a.pdf", change)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.remarks == {Remark.SIGNED}
    assert ink(tmp_path / "b.pdf", box=(45, 275, 255, 295)) > 1000
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert not risky(pdf)


def test_a_form_that_only_xfa_shows_is_named(tmp_path):
    def change(pdf):
        pdf.Root.AcroForm = Dictionary(Fields=[], XFA=pdf.make_stream(b"<xdp/>"))

    cleaned = sanitise(a_pdf(tmp_path / "a.pdf", change), tmp_path / "b.pdf")

    assert cleaned.remarks == {Remark.XFA_ONLY}


QUAD = [20, 80, 120, 80, 20, 20, 120, 20]


BLACK = {"C": [0, 0, 0], "BS": Dictionary(W=9)}


@pytest.mark.parametrize(
    ("kind", "entries"),
    [
        ("/Highlight", {"C": [1, 0, 0], "QuadPoints": QUAD}),
        ("/Underline", {"C": [0], "QuadPoints": QUAD}),
        ("/StrikeOut", {"C": [0], "QuadPoints": QUAD}),
        ("/Ink", {"InkList": [[20, 20, 120, 80]], **BLACK}),
        ("/Line", {"L": [20, 20, 120, 80], **BLACK}),
        ("/PolyLine", {"Vertices": [20, 20, 120, 80, 120, 20], **BLACK}),
        ("/Polygon", {"Vertices": [20, 20, 120, 80, 120, 20], "IC": [0, 0, 1], **BLACK}),
        ("/Square", {"IC": [0, 0, 0], **BLACK}),
        ("/Text", {"Contents": String("ask about this")}),
    ],
)
def test_marks_without_an_appearance_are_drawn_and_the_words_of_the_page_stay(
    tmp_path, kind, entries
):
    source = a_pdf(tmp_path / "a.pdf", annotated(kind, F=4, **entries))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf:
        area = pdf[0].render(scale=1, grayscale=True).to_pil().crop((20, 320, 120, 380))
    assert cleaned.remarks == set()
    assert sum(area.histogram()[:240]) > 90
    assert "haemoglobin" in text(tmp_path / "b.pdf")


def test_a_mark_that_only_another_reader_can_draw_makes_the_page_a_picture(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", annotated("/Circle", F=4, IC=[0, 0, 0], **BLACK))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.remarks == {Remark.AS_PICTURE}
    assert ink(tmp_path / "b.pdf", box=(20, 320, 120, 380)) > 1000


@pytest.mark.parametrize("words", ["Größe (3 cm) \\ links", "one " * 60, "first\rsecond\nthird"])
def test_typed_words_without_an_appearance_are_all_written_out(tmp_path, words):
    entries = {"Contents": String(words), "DA": String("/Helv 12 Tf 0 g")}
    source = a_pdf(tmp_path / "a.pdf", annotated("/FreeText", F=4, **entries))

    sanitise(source, tmp_path / "b.pdf")

    found = text(tmp_path / "b.pdf").replace("haemoglobin 7.1", "").split()
    assert found == words.split()


@pytest.mark.parametrize("kind", ["/Stamp", "/Highlight", "/FreeText", "/Line"])
def test_marks_with_an_appearance_become_part_of_the_page(tmp_path, kind):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: annotated(kind, AP=drawn(pdf))(pdf))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.remarks == set()
    assert ink(tmp_path / "b.pdf", box=(25, 325, 115, 375)) == 90 * 50
    assert "haemoglobin" in text(tmp_path / "b.pdf")


@pytest.mark.parametrize("flag", [2, 32])
def test_marks_that_were_hidden_stay_hidden(tmp_path, flag):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: annotated("/Stamp", AP=drawn(pdf), F=flag)(pdf))

    assert sanitise(source, tmp_path / "b.pdf").needed is False
