"""Pages that can only be kept as a picture of themselves."""

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2

DOTS_PER_INCH = 200
QUALITY = 80
_MOST_PIXELS = 40_000_000  # a poster gets fewer dots per inch rather than all the memory


class PageUnreadable(Exception):
    """A page could not even be drawn; `page` counts from 1."""

    def __init__(self, page: int) -> None:
        super().__init__(f"page {page} cannot be read")
        self.page = page


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it shows: a JPEG, its pixels, and its upright size in points."""

    jpeg: bytes
    pixels: tuple[int, int]
    size: tuple[float, float]
    grey: bool


def count_pages(source: Path, password: str = "") -> int:
    """Give the number of pages that PDFium finds; 0 when it cannot open the file."""
    try:
        with pypdfium2.PdfDocument(source, password=password or None) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0


def draw(source: Path, pages: Iterable[int], password: str = "") -> Iterable[Picture]:
    """Draw pages, counted from 0, one by one: forms filled in, hidden layers hidden.

    Raises PageUnreadable for one that PDFium cannot load.
    """
    wanted = list(pages)
    if not wanted:
        return
    try:
        pdf = pypdfium2.PdfDocument(source, password=password or None)
    except pypdfium2.PdfiumError as problem:
        raise PageUnreadable(wanted[0] + 1) from problem
    with pdf:
        pdf.init_forms()
        for index in wanted:
            yield _draw_one(pdf, index)


def _draw_one(pdf: pypdfium2.PdfDocument, index: int) -> Picture:
    try:
        page = pdf[index]
    except (pypdfium2.PdfiumError, IndexError) as problem:
        raise PageUnreadable(index + 1) from problem
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        raise PageUnreadable(index + 1)
    scale = min(DOTS_PER_INCH / 72, math.sqrt(_MOST_PIXELS / (width * height)))
    image = page.render(scale=scale).to_pil().convert("RGB")
    page.close()
    red, green, blue = image.split()
    grey = red.tobytes() == green.tobytes() == blue.tobytes()
    written = io.BytesIO()
    (red if grey else image).save(written, "JPEG", quality=QUALITY, optimize=True)
    return Picture(written.getvalue(), image.size, (width, height), grey)


def replace_page(pdf: pikepdf.Pdf, index: int, picture: Picture) -> None:
    """Let page `index` show the picture and nothing else."""
    width, height = picture.size
    image = pdf.make_stream(
        picture.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.pixels[0],
        Height=picture.pixels[1],
        ColorSpace=pikepdf.Name.DeviceGray if picture.grey else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page = pdf.pages[index].obj
    for key in list(page.keys()):
        if key not in ("/Type", "/Parent", "/UserUnit"):
            del page[key]
    page.Rotate = 0  # would else be inherited
    page.MediaBox = page.CropBox = [0, 0, round(width, 4), round(height, 4)]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    page.Contents = pdf.make_stream(b"q %.4f 0 0 %.4f 0 0 cm /Im0 Do Q" % (width, height))
