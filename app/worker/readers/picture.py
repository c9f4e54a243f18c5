"""Reads photos, screenshots and faxes, and makes of each picture one page.

A picture is always encoded anew from its pixels, so that nothing of the
camera, the place or the person travels along.
"""

import io
import zlib
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from app.model.record import PageFacts, Remark
from app.worker.orders import Examination, Refusal
from app.worker.readers.outcome import PICTURE_SIDE, CannotRead, Made
from app.worker.readers.picture_pages import PagePicture, PicturePages

MOST_PIXELS = 100_000_000
MOST_PICTURES = 2000
_A4 = (595.276, 841.89)
_DENSEST = 300  # dots an inch: finer is not seen on paper
_COARSEST = 96  # dots an inch: a small picture stays small
_QUALITY = 88
_FORMATS = {
    "image/jpeg": ("JPEG", "MPO"),
    "image/png": ("PNG",),
    "image/webp": ("WEBP",),
    "image/tiff": ("TIFF",),
}
_SUBFILE_TYPE = 254  # TIFF 6.0: bit 0 marks a smaller copy of another picture
_SQUARE = (1.0, 1.0)

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def read(source: Path, made: Made, media_type: str) -> Examination:
    """Examine a picture; each picture of a TIFF is a page. Raises CannotRead."""
    try:
        pages, whole = _read(source, made, media_type), True
    except (OSError, SyntaxError, EOFError):
        # once more, with what a broken-off copy still shows
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            pages, whole = _read(source, made, media_type), False
        except (OSError, SyntaxError, EOFError, ValueError) as problem:
            raise CannotRead(Refusal.DAMAGED, "picture") from problem
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
    except ValueError as problem:
        raise CannotRead(Refusal.DAMAGED, "picture") from problem
    return Examination(
        media_type,
        tuple(pages),
        ("",) * len(pages),
        frozenset() if whole else frozenset({Remark.RECOVERED}),
        made.rendition.name,
        made.picture.name,
    )


def _read(source: Path, made: Made, media_type: str) -> list[PageFacts]:
    pages: list[PageFacts] = []
    try:
        with (
            Image.open(source, formats=_FORMATS[media_type]) as opened,
            made.rendition.open("wb") as target,
        ):
            written = PicturePages(target)
            for image, dots in _upright_pictures(opened, media_type):
                if not pages:
                    _save_picture(image, dots, made.picture)
                page = _page_of(image, dots)
                written.add(page)
                pages.append(PageFacts(*page.page, has_text=False))
            written.finish()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as problem:
        raise CannotRead(Refusal.TOO_LARGE, "pixels") from problem
    except UnidentifiedImageError as problem:
        raise CannotRead(Refusal.DAMAGED, "picture") from problem
    if not pages:
        raise CannotRead(Refusal.NO_PAGES)
    return pages


def _upright_pictures(
    opened: Image.Image, media_type: str
) -> Iterator[tuple[Image.Image, tuple[float, float]]]:
    """Give each picture of a file with its dots an inch across and down (or their ratio)."""
    count = getattr(opened, "n_frames", 1) if media_type == "image/tiff" else 1
    if count > MOST_PICTURES:
        raise CannotRead(Refusal.TOO_LARGE, "pages")
    for index in range(count):
        if index:
            opened.seek(index)
        if media_type == "image/tiff" and index and _is_smaller_copy(opened):
            continue
        width, height = opened.size
        if width * height > MOST_PIXELS:
            raise CannotRead(Refusal.TOO_LARGE, "pixels")
        if media_type == "image/jpeg":
            opened.draft(None, _most_pixels_shown(opened.size))
        dots = _dots(opened)
        image = ImageOps.exif_transpose(opened)
        if (image.width > image.height) != (width > height) and width != height:
            dots = dots[1], dots[0]
        yield _plain(image), dots


def _is_smaller_copy(opened: Image.Image) -> bool:
    tags = getattr(opened, "tag_v2", {})
    return bool(int(tags.get(_SUBFILE_TYPE, 0)) & 1)


def _dots(opened: Image.Image) -> tuple[float, float]:
    """Give the dots an inch across and down; only their ratio is relied on.

    A fax has about twice as many across as down; a ratio beyond 3 is a mistake.
    """
    stated = opened.info.get("dpi", _SQUARE)
    try:
        across, down = float(stated[0]), float(stated[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return _SQUARE
    if across <= 0 or down <= 0 or not 1 / 3 <= across / down <= 3:
        return _SQUARE
    return across, down


def _plain(image: Image.Image) -> Image.Image:
    """Give the picture as black and white, grey or sRGB, on white, without any notes."""
    profile = image.info.get("icc_profile")
    if image.mode == "1":
        plain = image.copy()
    elif image.mode.startswith("I;16") or image.mode in ("I", "F"):
        plain = _eight_bits(image)
    elif image.mode in ("L", "CMYK", "RGB", "YCbCr", "LAB"):
        plain = _in_srgb(image, profile)
    elif "A" in image.getbands() or "transparency" in image.info:
        layered = image.convert("RGBA")
        plain = Image.new("RGB", image.size, "white")
        plain.paste(layered, mask=layered.getchannel("A"))
        plain = _in_srgb(plain, profile)
    else:
        plain = _in_srgb(image.convert("RGB"), profile)
    plain.info = {}
    return plain


def _eight_bits(image: Image.Image) -> Image.Image:
    """Give a grey picture of many shades with 256, from its darkest to its lightest."""
    wide = image.convert("F")
    darkest, lightest = (float(value) for value in wide.getextrema())  # type: ignore[arg-type]
    factor = 255 / max(lightest - darkest, 1e-9)
    return wide.point(lambda value: value * factor - darkest * factor).convert("L")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Apply the picture's own colours; a profile that does not fit is left out."""
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            turned = None
        if turned is not None:
            return turned
    return image.copy() if image.mode == "L" else image.convert("RGB")


def _page_of(image: Image.Image, dots: tuple[float, float]) -> PagePicture:
    """Encode a picture and choose its page: as large as A4, upright or on its side, allows."""
    # across, one pixel is as wide as `stretch` pixels are high
    stretch = dots[1] / dots[0]
    shape = (image.width * stretch, float(image.height))
    box = _A4 if shape[1] >= shape[0] else (_A4[1], _A4[0])
    scale = min(box[0] / shape[0], box[1] / shape[1], 72 / _COARSEST)
    size = (max(shape[0] * scale, 1.0), max(shape[1] * scale, 1.0))
    if image.mode == "1":
        encoded = zlib.compress(image.tobytes(), 9)
        return PagePicture(encoded, "FlateDecode", image.size, True, 1, size)
    most = tuple(max(1, round(side / 72 * _DENSEST)) for side in size)
    if image.width > most[0] or image.height > most[1]:
        fewer = (min(image.width, most[0]), min(image.height, most[1]))
        image = image.resize(fewer, Image.Resampling.LANCZOS, reducing_gap=2.0)
    written = io.BytesIO()
    image.save(written, "JPEG", quality=_QUALITY, subsampling=0)
    return PagePicture(written.getvalue(), "DCTDecode", image.size, image.mode == "L", 8, size)


def _most_pixels_shown(size: tuple[int, int]) -> tuple[int, int]:
    """Give the pixels that an A4 page shows of a picture, before it is turned."""
    box = sorted(_A4) if size[1] >= size[0] else sorted(_A4, reverse=True)
    scale = min(1.0, *(side / 72 * _DENSEST / have for side, have in zip(box, size, strict=True)))
    return (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))


def _save_picture(image: Image.Image, dots: tuple[float, float], target: Path) -> None:
    """Save the small picture of a page, with square dots."""
    small = image.convert("L") if image.mode == "1" else image
    width, height = small.width * dots[1] / dots[0], float(small.height)
    scale = min(1.0, PICTURE_SIDE / max(width, height))
    shown = (max(1, int(width * scale)), max(1, int(height * scale)))
    small.resize(shown, Image.Resampling.LANCZOS, reducing_gap=2.0).save(target, "JPEG", quality=75)
