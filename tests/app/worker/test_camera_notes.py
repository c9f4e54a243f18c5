"""Pictures inside PDFs lose what cameras wrote into them, and nothing of what they show."""

import base64
import io

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from app.worker.camera_notes import bare_jpeg, bare_jpx, has_notes, take_notes_away
from app.worker.sanitising import sanitise
from tests.app.worker.small_pdfs import a_pdf


def photo(**saving):
    exif = Image.Exif()
    exif[0x010F] = "Secret Maker"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 12.0)
    written = io.BytesIO()
    how = {"exif": exif, "comment": b"Secret comment", "xmp": b"<x:xmpmeta>Secret</x:xmpmeta>"}
    noise = Image.effect_noise((120, 90), 80).convert("RGB")
    noise.save(written, "JPEG", **(how | saving))
    return written.getvalue()


def pixels(data):
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize(
    "saving", [{}, {"progressive": True}, {"icc_profile": b"colours" * 20}, {"quality": 100}]
)
def test_a_photo_loses_its_notes_and_keeps_its_pixels(saving):
    noted = photo(**saving)
    assert b"Secret" in noted
    bare = bare_jpeg(noted)
    assert b"Secret" not in bare
    assert b"Exif" not in bare
    assert pixels(bare) == pixels(noted)
    assert bare_jpeg(bare) == bare
    assert (b"colours" in bare) == ("icc_profile" in saving)


def test_a_second_file_behind_a_photo_goes_too():
    plain = photo(exif=Image.Exif(), comment=b"", xmp=b"")
    plain = bare_jpeg(plain)
    assert bare_jpeg(plain + b"ftypmp4 Secret film") == plain


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xd8", b"no picture", b"\xff\xd8\xff\xe1\xff", b"\xff"]
)
def test_what_is_no_whole_photo_stays_as_it_is(data):
    assert bare_jpeg(data) == data


def test_bytes_that_fill_up_the_room_before_a_note_go_with_it_or_stay_whole():
    plain = bare_jpeg(photo(exif=Image.Exif(), comment=b"", xmp=b""))
    note = b"\xff\xfe\x00\x08Secret"
    filled = plain[:-2] + b"\xff\xff" + note + plain[-2:]
    bare = bare_jpeg(filled)
    assert b"Secret" not in bare
    assert pixels(bare) == pixels(plain)
    assert bare_jpeg(bare) == bare


def test_every_beginning_of_a_photo_can_be_looked_at():
    noted = photo()
    for end in range(0, len(noted), 97):
        bare = bare_jpeg(noted[:end])
        assert noted[:2].startswith(bare[:2])
        assert len(bare) <= end


def test_a_jpeg_2000_loses_its_notes():
    written = io.BytesIO()
    Image.effect_noise((64, 64), 60).save(written, "JPEG2000")
    plain = written.getvalue()
    end = plain.index(b"jp2c") - 4
    note = (16 + 6 + 2).to_bytes(4, "big") + b"uuid" + b"0123456789Secret"
    noted = plain[:end] + note + plain[end:]
    assert bare_jpx(noted) == plain
    assert bare_jpx(plain) == plain
    assert bare_jpx(noted[:60]) == noted[:60]


def with_photo(path, *, wrapped=False):
    """A PDF with a photo as it came from the camera, perhaps wrapped in letters."""
    data, how = photo(), Name.DCTDecode
    if wrapped:
        data, how = base64.a85encode(data) + b"~>", Array([Name.ASCII85Decode, Name.DCTDecode])

    def change(pdf):
        image = pdf.make_stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=120, Height=90,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=how,
        )  # fmt: skip
        if not wrapped:
            image.DecodeParms = Dictionary(ColorTransform=1)
        pdf.pages[0].Resources.XObject = Dictionary(Im=image)
        pdf.pages[0].contents_add(b"q 120 0 0 90 20 20 cm /Im Do Q")

    return a_pdf(path, change)


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_photo_inside_a_pdf_loses_its_notes_when_the_file_is_added(tmp_path, wrapped):
    source = with_photo(tmp_path / "a.pdf", wrapped=wrapped)

    cleaned = sanitise(source, tmp_path / "b.pdf")

    assert cleaned.needed
    before, after = (
        pypdf.PdfReader(tmp_path / name).pages[0].images[0] for name in ("a.pdf", "b.pdf")
    )
    assert b"Secret" not in after.data
    assert before.image.tobytes() == after.image.tobytes()
    with pikepdf.open(tmp_path / "b.pdf") as made:
        assert not has_notes(made)
        (image,) = (
            one
            for one in made.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        )
        assert image.Filter == Name.DCTDecode
        assert ("/DecodeParms" in image) is not wrapped
        assert b"Secret" not in image.read_raw_bytes()


def test_a_file_whose_pictures_have_no_notes_needs_no_copy(tmp_path):
    source = with_photo(tmp_path / "a.pdf")
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        take_notes_away(pdf)
        pdf.save(source)
    assert sanitise(source, tmp_path / "b.pdf").needed is False


@pytest.mark.parametrize("padding", [b"", b"\0", b"\r\n", b"  \n"])
def test_a_photo_without_notes_stays_as_it_is_with_what_fills_it_up(padding):
    plain = bare_jpeg(photo()) + padding
    assert bare_jpeg(plain) is plain


def test_a_note_behind_the_pixels_goes_too():
    plain = bare_jpeg(photo())
    assert bare_jpeg(plain[:-2] + b"\xff\xfe\x00\x08Secret" + plain[-2:]) == plain
