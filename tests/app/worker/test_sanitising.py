"""What may not stand in a dossier is gone, and what a doctor must see is still there."""

import io

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from app.model.record import Remark
from app.worker.pictures import PageUnreadable
from app.worker.risks import risky
from app.worker.sanitising import as_pictures, sanitise

WORDS = b"BT /F1 20 Tf 40 300 Td (haemoglobin 7.1) Tj ET"


def a_pdf(path, change=lambda pdf: None, *, content=WORDS, pages=1, **saving):
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for _ in range(pages):
        pdf.add_blank_page(page_size=(300, 400))
        page = pdf.pages[-1]
        page.Contents = pdf.make_stream(content)
        page.Resources = Dictionary(Font=Dictionary(F1=font))
    change(pdf)
    pdf.save(path, **saving)
    return path


def ink(path, page=0, box=None):
    """Count the dark pixels of a page as a reader sees it."""
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        image = pdf[page].render(scale=1, grayscale=True).to_pil()
    if box:
        image = image.crop(box)
    return sum(image.histogram()[:128])


def text(path, page=0):
    return pypdf.PdfReader(path).pages[page].extract_text()


def annotated(kind, **entries):
    def change(pdf):
        one = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=[20, 20, 120, 80], **entries)
        page = pdf.pages[0]
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(one)])

    return change


def action(kind, **entries):
    return Dictionary(Type=Name.Action, S=Name(kind), **entries)


def opening(act):
    def change(pdf):
        pdf.Root.OpenAction = act

    return change


def drawn(pdf, code=b"1 0 0 rg 0 0 100 60 re f"):
    return Dictionary(
        N=pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 60])
    )


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


def layers(pdf, **configuration):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
    default = Dictionary(**configuration) if configuration else Dictionary(OFF=[group])
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=default)
    pdf.pages[0].Resources.Properties = Dictionary(L=group)
    return group


HIDDEN = WORDS + b" /OC /L BDC 0 0 0 rg 50 50 100 100 re f EMC"


@pytest.mark.parametrize("configuration", [{}, {"BaseState": Name.OFF}])
def test_a_hidden_layer_stays_hidden(tmp_path, configuration):
    source = a_pdf(
        tmp_path / "a.pdf", lambda pdf: layers(pdf, **configuration), content=HIDDEN, pages=2
    )

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.remarks == {Remark.HIDDEN_LAYERS, Remark.AS_PICTURE}
    assert cleaned.pages == 2
    assert ink(tmp_path / "b.pdf", box=(60, 260, 140, 340)) == 0
    assert ink(tmp_path / "b.pdf") > 100
    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf:
        assert pdf[0].get_size() == (300, 400)
    assert "haemoglobin" in text(tmp_path / "b.pdf", 1)  # the other page keeps its words


def test_a_layer_that_shows_needs_no_copy(tmp_path):
    def change(pdf):
        layers(pdf, ON=Array())

    cleaned = sanitise(a_pdf(tmp_path / "a.pdf", change, content=HIDDEN), tmp_path / "b.pdf")

    assert cleaned.needed is False
    assert cleaned.remarks == set()


def test_what_shows_only_while_a_layer_is_off_is_kept_as_it_shows(tmp_path):
    def change(pdf):
        group = layers(pdf)
        pdf.pages[0].Resources.Properties.L = pdf.make_indirect(
            Dictionary(Type=Name.OCMD, OCGs=Array([group]), P=Name.AllOff)
        )

    source = a_pdf(tmp_path / "a.pdf", change, content=HIDDEN)

    sanitise(source, tmp_path / "b.pdf")

    assert ink(tmp_path / "b.pdf", box=(60, 260, 140, 340)) == 80 * 80


@pytest.mark.parametrize(
    ("kind", "entries"),
    [
        ("/Highlight", {"C": [1, 0, 0], "QuadPoints": [20, 80, 120, 80, 20, 20, 120, 20]}),
        ("/Ink", {"C": [0, 0, 0], "InkList": [[20, 20, 120, 80]], "BS": Dictionary(W=9)}),
        ("/Square", {"C": [0, 0, 0], "IC": [0, 0, 0]}),
    ],
)
def test_marks_without_an_appearance_stay_visible(tmp_path, kind, entries):
    source = a_pdf(tmp_path / "a.pdf", annotated(kind, F=4, **entries))

    cleaned = sanitise(source, tmp_path / "b.pdf")

    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf:
        area = pdf[0].render(scale=1, grayscale=True).to_pil().crop((20, 320, 120, 380))
    assert cleaned.remarks == {Remark.AS_PICTURE}
    assert sum(area.histogram()[:240]) > 200


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


def test_text_under_a_black_box_is_kept_as_it_was(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", content=WORDS + b" 0 g 30 290 200 40 re f")

    assert sanitise(source, tmp_path / "b.pdf").needed is False


@pytest.mark.parametrize("kind", [4, 6])
def test_a_locked_file_opens_with_its_password_and_is_kept_readable(tmp_path, kind):
    lock = pikepdf.Encryption(user="secret", owner="other", R=kind)
    source = a_pdf(tmp_path / "a.pdf", encryption=lock)

    with pytest.raises(pikepdf.PasswordError):
        sanitise(source, tmp_path / "b.pdf")
    with pytest.raises(pikepdf.PasswordError):
        sanitise(source, tmp_path / "b.pdf", password="wrong")
    cleaned = sanitise(source, tmp_path / "b.pdf", password="secret")

    assert cleaned.remarks == {Remark.WAS_LOCKED}
    assert "haemoglobin" in text(tmp_path / "b.pdf")


def test_a_file_locked_only_against_changes_needs_no_copy(tmp_path):
    lock = pikepdf.Encryption(user="", owner="other", R=6)
    source = a_pdf(tmp_path / "a.pdf", encryption=lock)

    assert sanitise(source, tmp_path / "b.pdf").needed is False


def test_a_damaged_file_is_mended_and_named(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", pages=3)
    raw = source.read_bytes()
    source.write_bytes(raw[: raw.rindex(b"xref")])

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.needed
    assert Remark.RECOVERED in cleaned.remarks
    assert len(pypdf.PdfReader(tmp_path / "b.pdf").pages) == cleaned.pages == 3


def test_an_older_version_inside_the_file_is_left_behind(tmp_path):
    source = a_pdf(tmp_path / "a.pdf", lambda pdf: annotated("/Stamp", AP=drawn(pdf))(pdf))
    writer = pypdf.PdfWriter(source, incremental=True)
    writer.add_metadata({"/Keywords": "second revision"})
    writer.write(source)

    sanitise(source, tmp_path / "b.pdf")

    assert (tmp_path / "b.pdf").read_bytes().count(b"%%EOF") == 1


def test_a_page_whose_stream_cannot_be_read_becomes_a_picture(tmp_path):
    def change(pdf):
        pdf.pages[1].Contents = pdf.make_stream(b"not deflated", Filter=Name.FlateDecode)

    source = a_pdf(tmp_path / "a.pdf", change, pages=2)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert Remark.AS_PICTURE in cleaned.remarks
    assert len(pypdf.PdfReader(tmp_path / "b.pdf").pages) == 2


def test_a_file_that_nothing_opens_is_refused(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing")

    with pytest.raises(pikepdf.PdfError):
        sanitise(tmp_path / "a.pdf", tmp_path / "b.pdf")
    with pytest.raises(PageUnreadable):
        as_pictures(tmp_path / "a.pdf", tmp_path / "b.pdf")


def test_every_page_can_be_kept_as_a_picture_the_right_way_up(tmp_path):
    def change(pdf):
        pdf.pages[1].Rotate = 90
        pdf.pages[1].CropBox = [0, 200, 300, 400]

    source = a_pdf(tmp_path / "a.pdf", change, pages=2)
    steps = []

    cleaned = as_pictures(
        source, tmp_path / "b.pdf", step=lambda done, total: steps.append((done, total))
    )

    assert cleaned.pages == 2
    assert steps == [(1, 2), (2, 2)]
    with pypdfium2.PdfDocument(tmp_path / "b.pdf") as pdf:
        assert [pdf[n].get_size() for n in range(2)] == [(300, 400), (200, 300)]
    assert ink(tmp_path / "b.pdf", 1) == pytest.approx(ink(source, 1), rel=0.15)


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
