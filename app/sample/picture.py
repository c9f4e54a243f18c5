"""The sample's papers that are pictures: a photo, scans, and a fax of two pages."""

import io
import random
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from app.resources import resource
from app.sample.texts import MARK

SHEET = (1240, 1754)
"""A4 at 150 dots per inch."""
POINTS = 72 / 150
DESK = (108, 96, 84)
PAPER = 244
INK = 40
COLUMNS = (90, 680, 930)
"""Where the columns of a line start, in dots."""

TURN_CLOCKWISE = 6
"""EXIF orientation: the picture is shown upright after a quarter turn to the right."""
OPEN_SEA = {1: "N", 2: (30.0, 15.0, 0.0), 3: "W", 4: (40.0, 30.0, 0.0)}
"""A place for the photo where nobody lives, in degrees, minutes and seconds."""


def draw_photo(sheet: Mapping[str, Any]) -> bytes:
    """Give a JPEG as a telephone makes it: lying on its side, with the place where it was taken."""
    page = _sheet(sheet["heading"], sheet["lines"]).resize((930, 1316))
    upright = Image.new("RGB", (1080, 1480), DESK)
    turned = page.convert("RGB").rotate(
        2.2, expand=True, fillcolor=DESK, resample=Image.Resampling.BILINEAR
    )
    upright.paste(turned, ((1080 - turned.width) // 2, (1480 - turned.height) // 2))
    shade = (
        Image.linear_gradient("L").resize(upright.size).point([level // 3 for level in range(256)])
    )
    upright.paste((20, 16, 12), mask=shade)
    out = io.BytesIO()
    stored = upright.filter(ImageFilter.GaussianBlur(0.6)).transpose(Image.Transpose.ROTATE_90)
    stored.save(out, "JPEG", quality=80, exif=_exif())
    return out.getvalue()


def draw_scan(sheet: Mapping[str, Any]) -> bytes:
    """Give a PDF of one grey picture and no text."""
    return _picture_pdf(_scanned(sheet), rotate=0)


def draw_sideways(sheet: Mapping[str, Any]) -> bytes:
    """Give a PDF whose picture lies on its side and whose /Rotate says how to turn it."""
    return _picture_pdf(_scanned(sheet).transpose(Image.Transpose.ROTATE_90), rotate=90)


def draw_fax(sheet: Mapping[str, Any]) -> bytes:
    """Give a TIFF of black and white pages, packed as a fax packs them (ITU-T T.6)."""
    pages = [
        _sheet(page["heading"], page["lines"]).point(lambda level: 255 if level > 150 else 0, "1")
        for page in sheet["pages"]
    ]
    out = io.BytesIO()
    pages[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=pages[1:],
        compression="group4",
        dpi=(150, 150),
    )
    return out.getvalue()


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = resource(f"fonts/AtkinsonHyperlegibleNext_{weight}.ttf")
    # the basic layout needs no library of the system, so it looks the same everywhere
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _sheet(heading: str, lines: list[str]) -> Image.Image:
    """Give an upright grey sheet with its words; ValueError if a line is too long for it."""
    page = Image.new("L", SHEET, PAPER)
    pen = ImageDraw.Draw(page)
    left = COLUMNS[0]
    pen.text((left, 100), heading, font=_font("700Bold", 46), fill=INK)
    pen.line((left, 170, SHEET[0] - left, 170), fill=INK, width=3)
    font = _font("400Regular", 32)
    for row, line in enumerate(lines):
        cells = line.split("|")
        ends = (*COLUMNS[1 : len(cells)], SHEET[0] - left // 2)
        for start, end, words in zip(COLUMNS, ends, cells, strict=False):
            if start + font.getlength(words) > end:
                raise ValueError(f"the line does not fit: {words}")
            pen.text((start, 210 + 62 * row), words, font=font, fill=INK)
    pen.text((left, SHEET[1] - 90), MARK, font=_font("400Regular", 22), fill=90)
    return page


def _scanned(sheet: Mapping[str, Any]) -> Image.Image:
    """Give the sheet as a scanner sees it: not quite straight, and with grain."""
    page = _sheet(sheet["heading"], sheet["lines"])
    page = page.rotate(-0.8, fillcolor=PAPER, resample=Image.Resampling.BILINEAR)
    width, height = SHEET[0] // 4, SHEET[1] // 4
    grain = Image.frombytes("L", (width, height), random.Random(7).randbytes(width * height))
    return Image.blend(page, grain.resize(SHEET), 0.05)


def _picture_pdf(picture: Image.Image, rotate: int) -> bytes:
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=70)
    width, height = picture.width * POINTS, picture.height * POINTS
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        shown = pdf.make_stream(
            jpeg.getvalue(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
            Filter=Name.DCTDecode,
        )
        page = pdf.add_blank_page(page_size=(width, height)).obj
        page.Resources = Dictionary(XObject=Dictionary(Scan=shown))
        page.Contents = pdf.make_stream(f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode())
        if rotate:
            page.Rotate = rotate
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Sample"  # make
    exif[0x0110] = "Telephone camera"  # model
    exif[0x0112] = TURN_CLOCKWISE
    exif[0x0132] = "2026:11:03 17:42:10"  # when
    exif.get_ifd(0x8825).update(OPEN_SEA)  # where
    exif[0x8825] = exif.get_ifd(0x8825)
    exif[0x9C9C] = MARK.encode("utf-16-le")  # comment
    return exif
