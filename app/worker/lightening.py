"""Makes the pictures of a PDF lighter; its text, lines and order stay as they are."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from PIL import Image

from app.worker.page_orders import Lightened, Lightening
from app.worker.record_page import visible_box

MOST_PIXELS = 120_000_000
_LEAST_SIDE = 32  # pixels; a smaller picture is an ornament
_LEAST_GAIN = 0.9  # of the bytes; a picture that gains less stays as it is


def lighten(folder: Path, order: Lightening) -> Lightened:
    """Write `order.result`. Raises pikepdf.PdfError for a file that cannot be read.

    Only pictures in colour or grey that are packed as JPEG or plain pixels
    and have no mask of their own are touched; black and white ones are small
    already and lose by it.
    """
    source = folder / order.source
    changed = 0
    with pikepdf.open(source, suppress_warnings=True) as pdf:
        seen: set[tuple[int, int]] = set()
        for page in pdf.pages:
            for image in _images(page.obj.get("/Resources"), depth=0):
                if image.objgen in seen:
                    continue
                seen.add(image.objgen)
                changed += _lighten_one(image, _longest_inches(page.obj), order)
        pdf.save(folder / order.result, deterministic_id=True)
    return Lightened(changed, source.stat().st_size, (folder / order.result).stat().st_size)


def _images(resources: object, depth: int) -> Iterator[pikepdf.Stream]:
    if not isinstance(resources, pikepdf.Dictionary) or depth > 5:
        return
    named = resources.get("/XObject")
    if not isinstance(named, pikepdf.Dictionary):
        return
    for name in named.keys():  # noqa: SIM118 - not a dict
        one = named[name]
        if not isinstance(one, pikepdf.Stream):
            continue
        if one.get("/Subtype") == "/Image":
            yield one
        elif one.get("/Subtype") == "/Form":
            yield from _images(one.get("/Resources"), depth + 1)


def _longest_inches(page: pikepdf.Object) -> float:
    """Give the longer side of the page: a picture on it is at most as long."""
    x0, y0, x1, y1 = visible_box(page)
    return max(x1 - x0, y1 - y0) / 72


def _lighten_one(image: pikepdf.Stream, inches: float, order: Lightening) -> bool:
    if not _is_plain(image):
        return False
    before = image.read_raw_bytes()
    try:
        shown = pikepdf.PdfImage(image).as_pil_image()
    except (pikepdf.PdfError, pikepdf.models.image.UnsupportedImageTypeError, OSError, ValueError):
        return False  # stays as it is: lighter is a wish, whole is not
    if shown.mode not in ("RGB", "L", "P"):
        return False  # four inks need their own profile to look the same
    grey = order.grey or shown.mode == "L"
    picture = shown.convert("L" if grey else "RGB")
    factor = order.dots * inches / max(picture.size)
    if factor < 1:
        size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=order.quality, optimize=True)
    packed = written.getvalue()
    if len(packed) > len(before) * _LEAST_GAIN:
        return False
    image.write(packed, filter=pikepdf.Name.DCTDecode)
    image.Width, image.Height = picture.size
    image.ColorSpace = pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB
    image.BitsPerComponent = 8
    for key in ("/Decode", "/DecodeParms", "/Intent"):
        if key in image:
            del image[key]
    return True


def _is_plain(image: pikepdf.Object) -> bool:
    """Whether a picture can be packed anew without changing what shows."""
    try:
        width, height = int(image.Width), int(image.Height)
    except (AttributeError, TypeError, ValueError):
        return False
    if min(width, height) < _LEAST_SIDE or width * height > MOST_PIXELS:
        return False
    if image.get("/ImageMask") or "/SMask" in image or "/Mask" in image or "/Decode" in image:
        return False
    return image.get("/BitsPerComponent", 8) == 8
