"""What may not stand in a dossier is gone, and what a doctor must see is still there."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from app.model.record import Remark
from app.worker.risks import risky
from app.worker.sanitising import sanitise
from tests.app.worker.small_pdfs import WORDS, a_pdf, annotated, drawn, ink, text


def action(kind, **entries):
    return Dictionary(Type=Name.Action, S=Name(kind), **entries)


def opening(act):
    def change(pdf):
        pdf.Root.OpenAction = act

    return change


def attachment(pdf):
    file = pdf.make_stream(b"MZ evil", Type=Name.EmbeddedFile)
    return Dictionary(Type=Name.Filespec, F=String("evil.exe"), EF=Dictionary(F=file))


def named_script(pdf):
    script = action("/JavaScript", JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("a"), script]))


def embedded_file(pdf):
    tree = Dictionary(Names=[String("a"), attachment(pdf)])
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree)


def document_actions(pdf):
    pdf.Root.AA = Dictionary(WC=action("/JavaScript", JS=String("app.alert(2)")))


def page_script(pdf):
    pdf.pages[0].AA = Dictionary(O=action("/JavaScript", JS=String("app.alert(3)")))


def metadata(pdf):
    pdf.docinfo["/Author"] = "Nurse Jane"
    pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)


def file_note(pdf):
    annotated("/FileAttachment", FS=attachment(pdf))(pdf)


HARMLESS_ONCE_BOUND = {
    "script on opening": (opening(action("/JavaScript", JS=String("1"))), Remark.HAD_ACTIONS),
    "program on opening": (opening(action("/Launch", F=String("cmd.exe"))), Remark.HAD_ACTIONS),
    "site on opening": (opening(action("/URI", URI=String("http://x"))), Remark.HAD_ACTIONS),
    "form sent on opening": (
        opening(action("/SubmitForm", F=Dictionary(FS=Name.URL, F=String("http://x")))),
        Remark.HAD_ACTIONS,
    ),
    "other file on opening": (
        opening(action("/GoToR", F=String("b.pdf"), D=Array([0, Name.Fit]))),
        Remark.HAD_ACTIONS,
    ),
    "data on opening": (opening(action("/ImportData", F=String("x.fdf"))), Remark.HAD_ACTIONS),
    "named script": (named_script, Remark.HAD_ACTIONS),
    "document script": (document_actions, Remark.HAD_ACTIONS),
    "attached file": (embedded_file, Remark.HAD_ACTIONS),
    "page script": (page_script, Remark.HAD_ACTIONS),
    "web link": (
        annotated("/Link", A=action("/URI", URI=String("https://example.org"))),
        Remark.HAD_ACTIONS,
    ),
    "file link": (
        annotated("/Link", A=action("/URI", URI=String("file:///etc/passwd"))),
        Remark.HAD_ACTIONS,
    ),
    "author and metadata": (metadata, None),
}


@pytest.mark.parametrize("row", HARMLESS_ONCE_BOUND)
def test_what_lies_outside_the_drawn_page_is_named_and_needs_no_copy(tmp_path, row):
    change, remark = HARMLESS_ONCE_BOUND[row]
    source = a_pdf(tmp_path / "a.pdf", change)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.needed is False
    assert cleaned.remarks == ({remark} if remark else set())
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("row", HARMLESS_ONCE_BOUND)
def test_a_copy_made_for_another_reason_carries_none_of_it(tmp_path, row):
    change, _ = HARMLESS_ONCE_BOUND[row]

    def both(pdf):
        change(pdf)
        annotated("/Stamp", AP=drawn(pdf))(pdf)

    source = a_pdf(tmp_path / "a.pdf", both)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.needed
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert not risky(pdf)
        assert "/Info" not in pdf.trailer
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert "/Annots" not in pdf.pages[0]
    assert "haemoglobin 7.1" in text(tmp_path / "b.pdf")


def external_stream(pdf):
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.F = String("/etc/passwd")
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


def metadata_of_a_picture(pdf):
    image = pdf.make_stream(
        b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
        ColorSpace=Name.DeviceGray, BitsPerComponent=8,
    )  # fmt: skip
    image.Metadata = pdf.make_stream(b"<gps/>", Type=Name.Metadata, Subtype=Name.XML)
    pdf.pages[0].Resources.XObject = Dictionary(Im0=image)


def associated_file(pdf):
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.AF = Array([pdf.make_indirect(attachment(pdf))])
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


def private_data(pdf):
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.PieceInfo = Dictionary(Illustrator=Dictionary(Private=String("c:/users/jane")))
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


def reference_to_another_file(pdf):
    form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.Ref = Dictionary(F=String("other.pdf"), Page=0)
    pdf.pages[0].Resources.XObject = Dictionary(Fm0=form)


def link_hidden_in_resources(pdf):
    pdf.pages[0].Resources.Properties = Dictionary(
        P0=Dictionary(Next=action("/URI", URI=String("http://x")))
    )


@pytest.mark.parametrize(
    "change",
    [
        external_stream,
        metadata_of_a_picture,
        associated_file,
        private_data,
        reference_to_another_file,
        link_hidden_in_resources,
        file_note,
    ],
)
def test_what_reaches_out_from_inside_a_page_is_cut_off(tmp_path, change):
    source = a_pdf(tmp_path / "a.pdf", change)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.needed
    with pikepdf.open(source) as pdf:
        assert risky(pdf)
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert not risky(pdf)
    raw = (tmp_path / "b.pdf").read_bytes()
    assert b"passwd" not in raw
    assert b"evil.exe" not in raw


def test_fonts_and_pictures_with_the_names_of_actions_stay(tmp_path):
    def change(pdf):
        fonts = pdf.pages[0].Resources.Font
        for name in ("/AA", "/A", "/JS", "/AF", "/F", "/Metadata", "/Ref", "/EF"):
            fonts[name] = fonts.F1
        annotated("/Stamp", AP=drawn(pdf))(pdf)

    content = b"BT /AA 20 Tf 40 300 Td (one) Tj /JS 9 Tf ( two) Tj /Metadata 9 Tf ( three) Tj ET"
    source = a_pdf(tmp_path / "a.pdf", change, content=content)

    sanitise(source, tmp_path / "b.pdf")

    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        assert {"/AA", "/JS", "/Metadata", "/AF", "/Ref"} <= set(pdf.pages[0].Resources.Font.keys())
        assert not risky(pdf)
    assert "one two three" in text(tmp_path / "b.pdf")


def test_text_under_a_black_box_is_kept_as_it_was(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", content=WORDS + b" 0 g 30 290 200 40 re f")

    assert sanitise(source, tmp_path / "b.pdf").needed is False


def test_inherited_sizes_and_resources_survive_the_cleaning(tmp_path):
    def change(pdf):
        annotated("/Stamp", AP=drawn(pdf))(pdf)
        for key in ("/MediaBox", "/Resources"):
            pdf.Root.Pages[key] = pdf.pages[1].obj[key]
            del pdf.pages[1].obj[key]

    source = a_pdf(tmp_path / "a.pdf", change, pages=2)

    sanitise(source, tmp_path / "b.pdf")

    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf:
        assert pdf[1].get_size() == (300, 400)
    assert ink(tmp_path / "b.pdf", 1) == ink(source, 1) > 100


def test_a_cleaned_page_looks_the_same(tmp_path):
    def change(pdf):
        annotated("/Stamp", AP=drawn(pdf))(pdf)
        image = io.BytesIO()
        Image.linear_gradient("L").save(image, "JPEG")
        pdf.pages[0].Resources.XObject = Dictionary(
            Im0=pdf.make_stream(
                image.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=256, Height=256,
                ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.DCTDecode,
                SMask=pdf.make_stream(
                    bytes(range(256)), Type=Name.XObject, Subtype=Name.Image, Width=16,
                    Height=16, ColorSpace=Name.DeviceGray, BitsPerComponent=8,
                ),
            )
        )  # fmt: skip

    content = WORDS + b" q 100 0 0 100 150 100 cm /Im0 Do Q"
    source = a_pdf(tmp_path / "a.pdf", change, content=content)

    sanitise(source, tmp_path / "b.pdf")

    pictures = []
    for path in (source, tmp_path / "b.pdf"):
        with pypdfium2.PdfDocument(path) as pdf:
            pictures.append(pdf[0].render(scale=1).to_pil().tobytes())
    assert pictures[0] == pictures[1]


def test_a_page_that_another_reader_would_draw_for_hours_becomes_a_picture(tmp_path):
    from tests.hostile.pdfs import HOSTILE

    (kind,) = [kind for kind in HOSTILE if kind.name == "pattern_tiny_step"]
    source, target = tmp_path / "tiny.pdf", tmp_path / "clean.pdf"
    source.write_bytes(kind.make())
    cleaned = sanitise(source, target)
    assert cleaned.needed
    assert Remark.AS_PICTURE in cleaned.remarks
    with pikepdf.open(target) as pdf:
        assert "/Pattern" not in pdf.pages[0].Resources
