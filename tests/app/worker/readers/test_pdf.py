import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image

from app.model.record import Remark
from app.worker.orders import Refusal
from app.worker.readers import pdf
from app.worker.readers.outcome import CannotRead

LINE = b"BT /F 12 Tf 20 20 Td (Hello) Tj ET"


def build(path, *words, pages=1, **changes):
    document = pikepdf.new()
    font = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for number in range(pages):
        page = document.add_blank_page(page_size=(200, 300))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        content = words[number] if number < len(words) else LINE
        page.obj.Contents = document.make_stream(content)
        for key, value in changes.items():
            page.obj["/" + key] = value
    document.save(path)
    return path


def test_sizes_are_those_of_the_page_read_upright(tmp_path, made, no_steps):
    source = build(tmp_path / "a", Rotate=90, CropBox=[0, 0, 100, 250], UserUnit=2)
    (facts,) = pdf.read(source, made, "", no_steps).pages
    assert (facts.width, facts.height) == (500, 200)


def test_a_page_without_letters_is_a_picture(tmp_path, made, no_steps):
    source = build(
        tmp_path / "a", LINE, b"0 0 50 50 re f", b"BT /F 9 Tf 9 9 Td (-- .) Tj ET", pages=3
    )
    found = pdf.read(source, made, "", no_steps)
    assert [page.has_text for page in found.pages] == [True, False, False]
    assert found.texts == ("Hello", "", "")


def test_a_clean_file_stands_for_itself(tmp_path, made, no_steps):
    found = pdf.read(build(tmp_path / "a"), made, "", no_steps)
    assert (found.rendition, found.remarks) == ("", frozenset())
    with Image.open(tmp_path / found.picture) as picture:
        assert (picture.format, max(picture.size)) == ("JPEG", 400)


def test_a_box_of_kilometres_keeps_its_shape(tmp_path, made, no_steps):
    source = build(tmp_path / "a", MediaBox=[0, 0, 2_000_000, 1_000_000])
    (facts,) = pdf.read(source, made, "", no_steps).pages
    assert (facts.width, facts.height) == (100_000, 50_000)


def test_a_file_that_only_the_second_reader_opens_is_recovered(
    tmp_path, made, no_steps, monkeypatch
):
    source = build(tmp_path / "a", pages=3)
    opened = pdf._open

    def refuse_the_source(path, password):
        return None if path == source else opened(path, password)

    monkeypatch.setattr(pdf, "_open", refuse_the_source)
    found = pdf.read(source, made, "", no_steps)
    assert Remark.RECOVERED in found.remarks
    assert found.rendition
    assert len(pypdf.PdfReader(tmp_path / found.rendition).pages) == len(found.pages) == 3


@pytest.mark.parametrize("problem", [pikepdf.PdfError("broken"), RecursionError(), MemoryError()])
def test_where_cleaning_fails_every_page_is_kept_as_a_picture(
    tmp_path, made, no_steps, monkeypatch, problem
):
    def fail(*_arguments, **_named):
        raise problem

    monkeypatch.setattr(pdf, "sanitise", fail)
    source = build(tmp_path / "a", LINE, b"0 0 50 50 re f", pages=3)
    found = pdf.read(source, made, "", no_steps)
    assert Remark.AS_PICTURE in found.remarks
    assert [page.has_text for page in found.pages] == [False] * 3
    assert found.texts == ("Hello", "", "Hello")  # still found by searching
    with pypdfium2.PdfDocument(source) as before, pypdfium2.PdfDocument(made.rendition) as after:
        assert len(after) == 3
        for old, new in zip(before, after, strict=True):
            assert old.get_size() == pytest.approx(new.get_size())
            assert ink(new) == pytest.approx(ink(old), rel=0.1)


def test_pictures_are_made_at_once_when_cleaning_has_killed_the_room(tmp_path, made):
    steps = []
    found = pdf.read(
        build(tmp_path / "a", pages=2),
        made,
        "",
        lambda done, total: steps.append((done, total)),
        as_pictures=True,
    )
    assert found.remarks == {Remark.AS_PICTURE}
    assert steps == [(0, 2), (1, 2), (2, 2)]


def ink(page):
    return 255 - sum(page.render(scale=1).to_pil().convert("L").resize((1, 1)).tobytes())


def test_a_form_is_drawn_with_its_values(tmp_path, made, no_steps):
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(200, 300))
    look = document.make_stream(
        b"0 0 150 20 re f",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 150, 20],
    )
    field = document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="name",
            V="Maria",
            F=4,
            Rect=[20, 20, 170, 40],
            AP=pikepdf.Dictionary(N=look),
        )
    )
    page.obj.Annots = [field]
    document.Root.AcroForm = pikepdf.Dictionary(Fields=[field])
    document.save(tmp_path / "a")
    found = pdf.read(tmp_path / "a", made, "", no_steps)
    assert Remark.FILLED_FORM in found.remarks
    with Image.open(made.picture) as picture:
        assert picture.convert("L").getextrema()[0] < 60


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.7\ntrailer <<>>\n%%EOF", b"%PDF-" + b"\xff" * 999]
)
def test_a_file_without_a_page_is_refused(tmp_path, made, no_steps, content):
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(CannotRead) as refused:
        pdf.read(tmp_path / "a", made, "", no_steps)
    assert refused.value.why in (Refusal.DAMAGED, Refusal.NO_PAGES)
