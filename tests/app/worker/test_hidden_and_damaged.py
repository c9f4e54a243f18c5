"""What was hidden stays hidden, and what is locked or damaged is saved as far as it can be."""

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.model.record import Remark
from app.worker.pictures import PageUnreadable
from app.worker.sanitising import as_pictures, sanitise
from tests.app.worker.small_pdfs import WORDS, a_pdf, annotated, drawn, ink, text


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
