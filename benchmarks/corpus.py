"""Makes a folder of PDFs like those of a long illness: half of the pages text, half scans.

Started as a program of its own: `corpus.py FOLDER DOCUMENTS PAGES SEED`. The
same numbers give the same pages; only the encrypted files differ from run to
run, because encryption does.
"""

import io
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
from PIL import Image, ImageChops, ImageDraw, ImageFont
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from words import Speaker, vocabulary

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
TRUETYPE = ("NotoSans-Regular", "AtkinsonHyperlegibleNext_400Regular")
PAPERS = ((595.276, 841.89), (612.0, 792.0))
SCAN = (1654, 2339)  # pixels: A4 at 200 dpi
WORDS = 60_000
MOST_PICTURES = 32  # different scans; each use of one is made unique by some bytes in it
_JFIF = 2  # where the segment begins that every JPEG has first

rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Order:
    """One document to make; `kind` is "builtin", "truetype", "scan" or "read scan"."""

    number: int
    pages: int
    kind: str
    seed: int


def make(folder: Path, documents: int, pages: int, seed: int) -> None:
    """Fill `folder`; `corpus.json` comes last and says that all is there."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        count = min(MOST_PICTURES, max(4, pages // 25))
        for number, jpeg in enumerate(pool.map(_picture, range(count), [seed] * count)):
            (folder / f"picture{number:02d}.jpg").write_bytes(jpeg)
        orders = list(_orders(documents, pages, seed))
        large_first = sorted(orders, key=lambda order: -order.pages)
        files = dict(pool.map(partial(_document, folder), large_first))
    facts = {
        "documents": documents,
        "pages": pages,
        "bytes": sum(path.stat().st_size for path in folder.glob("*.pdf")),
        "files": [files[order.number] for order in orders],
    }
    (folder / "corpus.json").write_text(json.dumps(facts), encoding="utf-8")


def _orders(documents: int, pages: int, seed: int) -> Iterator[Order]:
    """Share the pages out: many short documents, few long ones, half of all pages scans."""
    random = Random(seed)
    weights = [random.lognormvariate(2.8, 1) for _ in range(documents)]
    room = pages - documents
    lengths = [1 + int(room * weight / sum(weights)) for weight in weights]
    lengths[lengths.index(max(lengths))] += pages - sum(lengths)
    scans = texts = 0
    for number, length in enumerate(lengths):
        if scans < texts:
            scans += length
            kind = "read scan" if number % 3 == 0 else "scan"
        else:
            texts += length
            kind = "truetype" if number % 3 == 0 else "builtin"
        yield Order(number, length, kind, seed * 100_000 + number)


@cache
def _words() -> list[str]:
    return vocabulary(WORDS)


def _picture(number: int, seed: int) -> bytes:
    """Give a scanned page as JPEG: words, a little turned, with the grain of paper."""
    speaker = Speaker(_words(), seed * 1000 + number)
    grey = number % 3 == 0
    page = Image.new("L", SCAN, 250)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(FONTS / "NotoSans-Regular.ttf", 30)
    for line in range(27):
        pen.text((140, 150 + line * 76), " ".join(speaker.say(8))[:64], fill=40, font=font)
    page = page.rotate(speaker.random.uniform(-0.6, 0.6), Image.Resampling.BICUBIC, fillcolor=250)
    page = ImageChops.add(page, _grain(speaker.random), 1, -128)
    shown = page if grey else Image.merge("RGB", (page, page, page.point(lambda v: v * 0.97)))
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=21 if grey else 18, dpi=(200, 200))
    return out.getvalue()


def _grain(random: Random) -> Image.Image:
    side = 256
    values = bytes(max(0, min(255, round(random.gauss(128, 1.3)))) for _ in range(side * side))
    tile = Image.frombytes("L", (side, side), values)
    grain = Image.new("L", SCAN)
    for x in range(0, SCAN[0], side):
        for y in range(0, SCAN[1], side):
            grain.paste(tile, (x, y))
    return grain


@cache
def _pictures(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.jpg"))]


def _unique(jpeg: bytes, random: Random) -> bytes:
    """Make each scan another file; not by a comment, which would have to be taken away again."""
    end = _JFIF + 2 + int.from_bytes(jpeg[_JFIF + 2 : _JFIF + 4], "big")
    return jpeg[:end] + b"\xff\xe0\x00\x28JFXX\x00\x00" + random.randbytes(32) + jpeg[end:]


def _document(folder: Path, order: Order) -> tuple[int, dict[str, Any]]:
    name = f"document{order.number:04d}.pdf"
    path = folder / name
    speaker = Speaker(_words(), order.seed)
    paper = PAPERS[speaker.random.random() < 0.2]
    if "scan" in order.kind:
        _scan(path, order, speaker, paper, _pictures(folder))
    else:
        _type(path, order, speaker, paper)
    form = _vary(path, order.number % 10)
    return order.number, {"name": name, "pages": order.pages, "kind": order.kind, "form": form}


def _type(path: Path, order: Order, speaker: Speaker, paper: tuple[float, float]) -> None:
    """Write a text document; a longer one has an outline and a link to its last page."""
    font, last = _font(order), f"page{order.pages - 1}"
    canvas = Canvas(str(path), pagesize=paper, pageCompression=1, invariant=1)
    canvas.setTitle(f"Document {order.number}")
    for index in range(order.pages):
        canvas.bookmarkPage(f"page{index}")
        text = canvas.beginText(45, paper[1] - 50)
        text.setFont(font, 9.5, 14)
        for line in _lines(speaker, index):
            text.textLine(line)
        canvas.drawText(text)
        if index == 0 and order.pages > 3:
            canvas.addOutlineEntry("Chapter 1", "page0", 0)
            canvas.addOutlineEntry("Last page", last, 1)
            canvas.linkRect("", last, (45, 700, 200, 720), Border="[0 0 0]")
        canvas.showPage()
    canvas.save()


def _scan(
    path: Path, order: Order, speaker: Speaker, paper: tuple[float, float], pictures: list[bytes]
) -> None:
    """Write a document as scanners do: a JPEG on every page, below it perhaps the words read."""
    place = b"q %.3f 0 0 %.3f 0 0 cm /Im0 Do Q" % paper
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.Type1,
                BaseFont=pikepdf.Name.Helvetica,
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
        )
        for index in range(order.pages):
            page = pdf.add_blank_page(page_size=paper).obj
            picture = _embedded(pdf, _unique(speaker.random.choice(pictures), speaker.random))
            page.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(Im0=picture), Font=pikepdf.Dictionary(F1=font)
            )
            words = _unseen(speaker, index, paper) if order.kind == "read scan" else b""
            page.Contents = pdf.make_stream(words + place)
        pdf.save(path, deterministic_id=True, compress_streams=True)


def _embedded(pdf: pikepdf.Pdf, jpeg: bytes) -> pikepdf.Object:
    with Image.open(io.BytesIO(jpeg)) as image:
        grey = image.mode == "L"
    return pdf.make_stream(
        jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=SCAN[0],
        Height=SCAN[1],
        ColorSpace=pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=pikepdf.Name.DCTDecode,
    )


def _unseen(speaker: Speaker, index: int, paper: tuple[float, float]) -> bytes:
    shown = b"\n".join(b"(%s) '" % line.encode("cp1252") for line in _lines(speaker, index))
    return b"BT /F1 9.5 Tf 14 TL 3 Tr 45 %.2f Td\n%s ET\n" % (paper[1] - 50, shown)


def _lines(speaker: Speaker, index: int) -> Iterator[str]:
    if index == 0:
        random = speaker.random
        day, month = random.randint(1, 28), random.choice(("March", "June", "October"))
        yield f"{speaker.say(1)[0].title()} Hospital, Department of Neurology"
        yield "Discharge letter"
        yield f"Date of visit: {day} {month} {random.randint(2015, 2025)}"
    for _ in range(49):
        yield " ".join(speaker.say(13))[:98]


def _font(order: Order) -> str:
    if order.kind != "truetype":
        return ("Helvetica", "Times-Roman")[order.number % 2]
    name = TRUETYPE[order.number % 2]
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    return name


def _vary(path: Path, place: int) -> str:
    """Write every few documents the way other programs do; say how."""
    forms = {1: "object streams", 2: "rotated", 3: "cropped", 4: "object streams"}
    forms |= {5: "encrypted", 6: "linearised"}
    form = forms.get(place, "")
    if not form:
        return form
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        how: dict[str, Any] = {"deterministic_id": True}
        if form == "object streams":
            how["object_stream_mode"] = pikepdf.ObjectStreamMode.generate
        elif form == "linearised":
            how["linearize"] = True
        elif form == "encrypted":
            newer = pikepdf.Encryption(owner="owner", user="", R=6)
            older = pikepdf.Encryption(owner="owner", user="", R=4)
            how = {"encryption": newer if len(pdf.pages) % 2 else older}
        for index, page in enumerate(pdf.pages):
            if form == "rotated":
                page.obj.Rotate = 90 * (1 + index % 3)
            elif form == "cropped":
                page.obj.CropBox = [20, 30, 550, 760]
        pdf.save(path, **how)
    return form


if __name__ == "__main__":
    make(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:5]))
