"""Pages with parts covered: each becomes a picture of itself with the boxes burnt in.

A box drawn over a page hides nothing: its words are still in the file. So
nothing of the page is kept but its pixels, and the pixels under a box are
black before the picture is packed.
"""

import io
import math
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from app.resources import resource
from app.typesetting.fonts import Face, Fonts
from app.typesetting.own_pdf import new_document, own_pdf
from app.worker.orders import PageWords, Word
from app.worker.page_orders import Covered, CoveredPage, Covering
from app.worker.readers.one_page import words
from app.worker.readers.unseen import has_unseen
from app.worker.spellings import finder, flat

QUALITY = 85
MOST_PIXELS = 80_000_000  # a poster gets fewer dots an inch rather than all the memory
_LABEL = 7.0  # points
_AROUND = 3.0  # points that a label keeps free on each side
_LINE = 0.5  # parts of a word's thickness that two words of one line may lie apart

_Box = tuple[float, float, float, float]


def cover(folder: Path, order: Covering) -> Covered:
    """Write `order.result` and give what is hidden now.

    Raises PdfiumError or IndexError for a page that is not there, ValueError
    for a box that is none; nothing is covered by halves.
    """
    source = folder / order.source
    _check(order)
    hidden: list[tuple[tuple[str, ...], ...]] = []
    pictures: list[tuple[bytes, tuple[int, int], tuple[float, float]]] = []
    layers: list[tuple[Word, ...]] = []
    left: list[tuple[str, ...]] = []
    with pypdfium2.PdfDocument(source) as pdf:
        pdf.init_forms()
        for page in order.pages:
            found = words(source, page.page, "")
            boxes = [_on_page(box, found.width, found.height) for box in page.boxes]
            hidden.append(tuple(hidden_lines(found, box) for box in boxes))
            shown = tuple(word for word in found.words if not _touches(word, boxes))
            left.append(_sought_in(shown, order.sought))
            secret = order.text_layer and _has_unseen(pdf, page.page)
            layers.append(shown if order.text_layer and not secret else ())
            pictures.append(_picture(pdf, page, order.dots))
    sizes = [size for _jpeg, _pixels, size in pictures]
    (folder / order.result).write_bytes(_layers(layers, sizes))
    with pikepdf.open(folder / order.result, allow_overwriting_input=True) as made:
        for layer, (jpeg, pixels, size) in zip(made.pages, pictures, strict=True):
            _lay_under(made, layer.obj, jpeg, pixels, size)
        made.save(folder / order.result, deterministic_id=True)
    return Covered(tuple(hidden), tuple(left))


def hidden_lines(page: PageWords, box: _Box) -> tuple[str, ...]:
    """Give the words that touch a box, those of one line together."""
    lines: list[list[Word]] = []
    for word in page.words:
        if not _touches(word, [box]):
            continue
        if lines and _same_line(lines[-1][-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(dict.fromkeys(" ".join(word.text for word in line) for line in lines))


def _sought_in(shown: Sequence[Word], sought: Sequence[str]) -> tuple[str, ...]:
    if not sought:
        return ()
    text = flat(" ".join(word.text for word in shown))
    return tuple(words for words in sought if finder(words)(text))


def _has_unseen(pdf: pypdfium2.PdfDocument, page: int) -> bool:
    opened = pdf[page]
    try:
        return has_unseen(opened)
    finally:
        opened.close()


def _check(order: Covering) -> None:
    for page in order.pages:
        for x0, y0, x1, y1 in page.boxes:
            if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
                raise ValueError(f"no box on page {page.page}")


def _on_page(box: _Box, width: float, height: float) -> _Box:
    return (box[0] * width, box[1] * height, box[2] * width, box[3] * height)


def _touches(word: Word, boxes: Sequence[_Box]) -> bool:
    return any(
        word.x0 < x1 and word.x1 > x0 and word.y0 < y1 and word.y1 > y0 for x0, y0, x1, y1 in boxes
    )


def _same_line(one: Word, other: Word) -> bool:
    height = min(one.y1 - one.y0, other.y1 - other.y0)
    if abs(one.y1 - other.y1) <= height * _LINE:
        return True
    width = min(one.x1 - one.x0, other.x1 - other.x0)  # words that run up or down the page
    upright = all(word.y1 - word.y0 > 1.3 * (word.x1 - word.x0) for word in (one, other))
    return upright and abs(one.x1 - other.x1) <= width * _LINE


def _picture(
    pdf: pypdfium2.PdfDocument, page: CoveredPage, dots: int
) -> tuple[bytes, tuple[int, int], tuple[float, float]]:
    """Give the page as a JPEG with its boxes, the pixels, and the upright size in points."""
    opened = pdf[page.page]
    try:
        size = opened.get_size()
        scale = min(dots / 72, math.sqrt(MOST_PIXELS / max(1.0, size[0] * size[1])))
        image = opened.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    finally:
        opened.close()
    pen = ImageDraw.Draw(image)
    labels = (*page.labels, *[""] * len(page.boxes))
    for (x0, y0, x1, y1), label in zip(page.boxes, labels, strict=False):
        corner = (math.floor(x0 * image.width), math.floor(y0 * image.height))
        end = (math.ceil(x1 * image.width), math.ceil(y1 * image.height))
        pen.rectangle((corner, end), fill="black")
        _label(pen, label, corner, end, scale)
    red, green, blue = image.split()
    grey = red.tobytes() == green.tobytes() == blue.tobytes()
    written = io.BytesIO()
    (red if grey else image).save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue(), image.size, size


def _label(
    pen: ImageDraw.ImageDraw,
    label: str,
    corner: tuple[int, int],
    end: tuple[int, int],
    scale: float,
) -> None:
    """Write why something is covered, white on the box, where that fits."""
    if not label:
        return
    font = ImageFont.truetype(str(resource(f"fonts/{Face.SEMIBOLD}.ttf")), _LABEL * scale)
    left, top, right, bottom = pen.textbbox((0, 0), label, font=font)
    room = 2 * _AROUND * scale
    if right - left + room <= end[0] - corner[0] and bottom - top <= end[1] - corner[1]:
        middle = ((corner[0] + end[0]) / 2, (corner[1] + end[1]) / 2)
        pen.text(middle, label, fill="white", font=font, anchor="mm")


class _Layer:
    """A page with words that can be searched and do not show (text rendering mode 3)."""

    def __init__(self, size: tuple[float, float], shown: Sequence[Word], fonts: Fonts) -> None:
        self.width, self.height = size
        self.code: list[str] = []
        for word in shown:
            points = max(1.0, (word.y1 - word.y0) * 0.8)
            text = fonts.shown(word.text, Face.REGULAR, points)
            natural = fonts.width(word.text, Face.REGULAR, points)
            stretch = 100 * (word.x1 - word.x0) / natural if natural else 100
            base = self.height - word.y1 + (word.y1 - word.y0) * 0.2
            self.code.append(
                f"BT 3 Tr {stretch:.1f} Tz {word.x0:.2f} {base:.2f} Td {text} ( ) Tj ET"
            )


def _layers(layers: Sequence[Sequence[Word]], sizes: Sequence[tuple[float, float]]) -> bytes:
    document = new_document("", "", reproducible=True)
    fonts = Fonts(document)
    return own_pdf(
        document, [_Layer(size, shown, fonts) for size, shown in zip(sizes, layers, strict=True)]
    )


def _lay_under(
    pdf: pikepdf.Pdf,
    page: pikepdf.Object,
    jpeg: bytes,
    pixels: tuple[int, int],
    size: tuple[float, float],
) -> None:
    """Put the picture below the words that do not show."""
    with Image.open(io.BytesIO(jpeg)) as opened:
        grey = opened.mode == "L"
    image = pdf.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=pixels[0],
        Height=pixels[1],
        ColorSpace=pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.Resources.XObject = pikepdf.Dictionary(Page=image)
    drawn = b"q %.4f 0 0 %.4f 0 0 cm /Page Do Q\n" % size
    page.Contents = pikepdf.Array([pdf.make_stream(drawn), page.Contents])
