import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms, ImageDraw

from app.model.record import Remark
from app.worker.orders import Refusal
from app.worker.readers import picture
from app.worker.readers.outcome import CannotRead

A4 = (595.276, 841.89)
ORIENTATION = 0x0112


def photo_with_everything(path):
    """A photo that says who, where and with what it was taken."""
    image = Image.effect_noise((600, 400), 60).convert("RGB")
    notes = Image.Exif()
    notes[0x0110] = "SecretPhone"
    notes[0x013B] = "Maria Secret"
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 31.0, 12.0), "E", (13.0, 24.0, 18.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image.save(
        path,
        "JPEG",
        exif=notes,
        comment=b"SecretComment",
        icc_profile=profile,
        xmp=b"<x:xmpmeta>SecretXmp</x:xmpmeta>",
        dpi=(72, 72),
    )


def all_bytes(path):
    """The file itself and every stream of it, decoded."""
    yield path.read_bytes()
    with pikepdf.open(path) as pdf:
        for value in pdf.objects:
            if isinstance(value, pikepdf.Stream):
                yield value.read_raw_bytes()
                if value.get("/Filter") != "/DCTDecode":
                    yield value.read_bytes()


def shown(path, page=0, scale=0.5):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[page].render(scale=scale).to_pil().convert("RGB")


def test_nothing_of_the_phone_the_place_or_the_person_travels_along(tmp_path, made):
    photo_with_everything(tmp_path / "in")
    assert b"Secret" in (tmp_path / "in").read_bytes()
    picture.read(tmp_path / "in", made, "image/jpeg")
    for content in [*all_bytes(made.rendition), made.picture.read_bytes()]:
        for trace in (b"Secret", b"Exif", b"GPS", b"xmpmeta", b"ICC_PROFILE", b"Photoshop"):
            assert trace not in content
    with pikepdf.open(made.rendition) as pdf:
        assert "/Info" not in pdf.trailer
        image = pdf.pages[0].obj.Resources.XObject.Picture
        assert Image.open(io.BytesIO(image.read_raw_bytes())).getexif() == {}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_held_sideways_is_shown_upright(tmp_path, made, orientation):
    upright = Image.new("RGB", (300, 200), "white")
    ImageDraw.Draw(upright).rectangle((0, 0, 99, 66), fill="red")  # upper left
    turns = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = upright
    for turn in turns[orientation]:
        stored = stored.transpose(turn)
    notes = Image.Exif()
    notes[ORIENTATION] = orientation
    stored.save(tmp_path / "in", "JPEG", exif=notes, quality=95)
    found = picture.read(tmp_path / "in", made, "image/jpeg")
    assert found.pages[0].wide
    for image in (shown(made.rendition), Image.open(made.picture)):
        corner = image.getpixel((image.width // 8, image.height // 8))
        opposite = image.getpixel((image.width * 7 // 8, image.height * 7 // 8))
        assert corner[0] > 200
        assert max(corner[1:]) < 80
        assert min(opposite) > 200


@pytest.mark.parametrize(
    ("size", "page"),
    [
        ((3000, 4000), (595.276, 793.7)),
        ((4000, 3000), (793.7, 595.276)),
        ((2000, 6000), (280.6, 841.89)),
    ],
)
def test_a_large_picture_fills_a4_upright_or_on_its_side(tmp_path, made, size, page):
    Image.new("L", size, 200).save(tmp_path / "in", "PNG")
    found = picture.read(tmp_path / "in", made, "image/png")
    facts = found.pages[0]
    assert (facts.width, facts.height) == pytest.approx(page, abs=0.1)
    assert not facts.has_text
    with pypdfium2.PdfDocument(made.rendition) as pdf:
        assert pdf[0].get_size() == pytest.approx(page, abs=0.1)
        (image,) = pdf[0].get_objects()
        assert max(image.get_px_size()) <= A4[1] / 72 * 300 + 1


def test_a_small_picture_is_not_blown_up(tmp_path, made):
    Image.new("RGB", (96, 48)).save(tmp_path / "in", "PNG")
    facts = picture.read(tmp_path / "in", made, "image/png").pages[0]
    assert (facts.width, facts.height) == pytest.approx((72, 36))


def fax(pages, size=(1728, 1100), dpi=(204, 98), compression="group4"):
    """Black on white, as fax machines send it: fewer dots down than across."""
    images = []
    for number in range(pages):
        image = Image.new("1", size, 1)
        ImageDraw.Draw(image).rectangle((100 + 300 * number, 100, 300 + 300 * number, 300), fill=0)
        images.append(image)
    out = io.BytesIO()
    images[0].save(
        out, "TIFF", save_all=True, append_images=images[1:], dpi=dpi, compression=compression
    )
    return out.getvalue()


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_lzw"])
def test_every_page_of_a_fax_becomes_a_page_without_loss(tmp_path, made, compression):
    (tmp_path / "in").write_bytes(fax(4, compression=compression))
    found = picture.read(tmp_path / "in", made, "image/tiff")
    assert len(found.pages) == 4
    # 1728 dots at 204 an inch by 1100 at 98: taller than wide
    assert found.pages[0].height / found.pages[0].width == pytest.approx(
        (1100 / 98) / (1728 / 204), abs=0.01
    )
    with pikepdf.open(made.rendition) as pdf:
        image = pdf.pages[2].obj.Resources.XObject.Picture
        kept = pikepdf.PdfImage(image).as_pil_image().convert("1")
    with Image.open(tmp_path / "in") as sent:
        sent.seek(2)
        assert kept.tobytes() == sent.convert("1").tobytes()
    page = shown(made.rendition, 3, scale=1)
    across = 1100 / 1728 * page.width
    assert page.getpixel((int(across), int(200 / 1100 * page.height)))[0] < 50
    assert page.getpixel((10, 10)) == (255, 255, 255)


def test_a_smaller_copy_inside_a_tiff_is_no_page(tmp_path, made):
    scan, small = Image.new("L", (800, 1000), 255), Image.new("L", (80, 100), 255)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    scan.save(tmp_path / "in", "TIFF", save_all=True, append_images=[small])
    with Image.open(tmp_path / "in") as stored:
        assert stored.n_frames == 2
    assert len(picture.read(tmp_path / "in", made, "image/tiff").pages) == 1


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_each_kind_of_picture_is_readable(tmp_path, made, mode):
    image = Image.linear_gradient("L").convert("I;16" if mode == "I;16" else mode)
    image.save(tmp_path / "in", "PNG")
    picture.read(tmp_path / "in", made, "image/png")
    page = shown(made.rendition)
    dark = page.getpixel((page.width // 2, 2))[0]
    light = page.getpixel((page.width // 2, page.height - 3))[0]
    assert light - dark > 150


def test_what_is_clear_in_a_picture_is_white_on_paper(tmp_path, made):
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(tmp_path / "in", "PNG")
    picture.read(tmp_path / "in", made, "image/png")
    assert min(shown(made.rendition).getpixel((20, 20))) > 250


def test_webp_and_cmyk_are_read(tmp_path, made):
    Image.new("RGB", (100, 100), "red").save(tmp_path / "in.webp", "WEBP")
    picture.read(tmp_path / "in.webp", made, "image/webp")
    assert shown(made.rendition).getpixel((9, 9))[0] > 200
    Image.new("CMYK", (100, 100), (0, 255, 255, 0)).save(tmp_path / "in.jpg", "JPEG")
    picture.read(tmp_path / "in.jpg", made, "image/jpeg")
    assert shown(made.rendition).getpixel((9, 9))[0] > 200


def test_the_upper_half_of_a_broken_photo_is_saved_and_said(tmp_path, made):
    out = io.BytesIO()
    Image.effect_noise((500, 500), 50).save(out, "JPEG")
    (tmp_path / "in").write_bytes(out.getvalue()[: len(out.getvalue()) // 2])
    found = picture.read(tmp_path / "in", made, "image/jpeg")
    assert found.remarks == {Remark.RECOVERED}


def test_a_picture_of_too_many_pixels_is_refused_unread(tmp_path, made, monkeypatch):
    monkeypatch.setattr(picture, "MOST_PIXELS", 1000)
    Image.new("1", (100, 100)).save(tmp_path / "in", "PNG")
    with pytest.raises(CannotRead) as refused:
        picture.read(tmp_path / "in", made, "image/png")
    assert (refused.value.why, refused.value.detail) == (Refusal.TOO_LARGE, "pixels")


def test_a_picture_that_is_none_is_damaged(tmp_path, made):
    (tmp_path / "in").write_bytes(b"\x89PNG\r\n\x1a\n" + b"nonsense" * 20)
    with pytest.raises(CannotRead) as refused:
        picture.read(tmp_path / "in", made, "image/png")
    assert refused.value.why is Refusal.DAMAGED
