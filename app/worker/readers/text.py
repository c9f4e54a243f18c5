"""Reads plain text and Markdown and lays them out as pages.

Markdown is shown as it was typed, with its headings in bold: every sign of
the file can be found again on the page.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.model.record import PageFacts
from app.resources import resource
from app.worker.cleaning import clean
from app.worker.orders import Examination, Refusal
from app.worker.readers.outcome import PICTURE_SIDE, CannotRead, Made

MOST_PAGES = 500
MOST_BYTES = 16 * 1024 * 1024
_A4 = (595.276, 841.89)
_MARGIN = 56.7  # points, 2 cm
_SIZE, _LEADING = 10.5, 14.5  # points
_TAB = 8  # columns
_PLAIN, _BOLD = "TextPlain", "TextBold"
_FILES = {
    _PLAIN: "fonts/AtkinsonHyperlegibleNext_400Regular.ttf",
    _BOLD: "fonts/AtkinsonHyperlegibleNext_700Bold.ttf",
}
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADING = re.compile(r"#{1,6} +(?=\S)")
_PIECE = re.compile(r"\s+|\S+")

rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    font: str


def read(source: Path, made: Made, media_type: str) -> Examination:
    """Examine a text; its rendition has A4 pages. Raises CannotRead."""
    if source.stat().st_size > MOST_BYTES:
        raise CannotRead(Refusal.TOO_LARGE, "text")
    _load_fonts()
    written = _printable(_decoded(source.read_bytes()))
    if not written.strip():
        raise CannotRead(Refusal.EMPTY)
    pages = _paged(_lines(written, markdown=media_type == "text/markdown"))
    _draw(pages, made.rendition)
    _save_picture(made.rendition, made.picture)
    texts = tuple("\n".join(line.words for line in page).strip("\n") for page in pages)
    facts = tuple(PageFacts(*_A4, has_text=bool(words)) for words in texts)
    return Examination(
        media_type, facts, texts, frozenset(), made.rendition.name, made.picture.name
    )


def _decoded(raw: bytes) -> str:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _load_fonts() -> None:
    for name, file in _FILES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource(file))))


def _printable(text: str) -> str:
    """Clean the text, and write out the name of each sign that the font does not have.

    Raises CannotRead when that would be more than one letter in twenty: a
    text full of names could not be read.
    """
    cleaned = unicodedata.normalize("NFC", clean(text)).expandtabs(_TAB)
    cleaned = cleaned.replace("\u2028", "\n").replace("\u2029", "\n")
    known = pdfmetrics.getFont(_PLAIN).face.charToGlyph
    signs = Counter(cleaned)
    missing = [sign for sign in signs if sign != "\n" and ord(sign) not in known]
    written = {sign: _written_out(sign, known) for sign in missing}
    letters = sum(count for sign, count in signs.items() if sign.isalnum())
    named = sum(signs[sign] for sign in missing if sign.isalnum() and len(written[sign]) > 3)
    if named * 20 > letters:
        raise CannotRead(Refusal.NOT_SUPPORTED, "letters")
    return cleaned.translate({ord(sign): words for sign, words in written.items()})


def _written_out(sign: str, known: Collection[int]) -> str:
    """Give what stands for a sign without a glyph: "ﬁ" as "fi", "→" by its name in brackets.

    Raised and lowered digits are named too: 10⁹ must not become 109.
    """
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    if kind == "Cf" or "\ufe00" <= sign <= "\ufe0f":  # joins, soft hyphens, variations
        return ""
    plainer = unicodedata.normalize("NFKC", sign)
    if kind[0] == "L" and plainer != sign and all(ord(letter) in known for letter in plainer):
        return plainer
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"


def _lines(text: str, *, markdown: bool) -> Iterator[_Line]:
    for typed in text.split("\n"):
        heading = markdown and _HEADING.match(typed)
        font = _BOLD if heading else _PLAIN
        for words in _wrapped(typed.rstrip(), font):
            yield _Line(words, font)


def _wrapped(typed: str, font: str) -> Iterator[str]:
    """Break a typed line where it leaves the page, between words where there are any."""
    width = _A4[0] - 2 * _MARGIN
    line, used = "", 0.0
    for piece in _PIECE.findall(typed):
        needed = pdfmetrics.stringWidth(piece, font, _SIZE)
        if used + needed > width and line.strip():
            yield line.rstrip()
            line, used = "", 0.0
            if piece.isspace():
                continue
        while needed > width:
            fits = _fitting(piece, font, width)
            yield piece[:fits]
            piece = piece[fits:]
            needed = pdfmetrics.stringWidth(piece, font, _SIZE)
        line, used = line + piece, used + needed
    yield line.rstrip()


def _fitting(word: str, font: str, width: float) -> int:
    """Give how many letters of `word` fit on a line, at least one."""
    used, count = 0.0, 0
    for letter in word:
        used += pdfmetrics.stringWidth(letter, font, _SIZE)
        if used > width:
            break
        count += 1
    return max(1, count)


def _paged(lines: Iterator[_Line]) -> list[list[_Line]]:
    rows = int((_A4[1] - 2 * _MARGIN) // _LEADING)
    pages: list[list[_Line]] = [[]]
    for line in lines:
        if len(pages[-1]) == rows:
            if len(pages) == MOST_PAGES:
                raise CannotRead(Refusal.TOO_LARGE, "pages")
            pages.append([])
        pages[-1].append(line)
    while len(pages) > 1 and not any(line.words for line in pages[-1]):
        pages.pop()
    return pages


def _draw(pages: list[list[_Line]], target: Path) -> None:
    canvas = Canvas(str(target), pagesize=_A4, invariant=1, pageCompression=1)
    for setting in (canvas.setTitle, canvas.setAuthor, canvas.setSubject, canvas.setCreator):
        setting("")
    for page in pages:
        height = _A4[1] - _MARGIN - _SIZE
        for line in page:
            if line.words:
                canvas.setFont(line.font, _SIZE)
                canvas.drawString(_MARGIN, height, line.words)
            height -= _LEADING
        canvas.showPage()
    canvas.save()


def _save_picture(source: Path, target: Path) -> None:
    with pypdfium2.PdfDocument(source) as document:
        image = document[0].render(scale=PICTURE_SIDE / _A4[1]).to_pil().convert("RGB")
    image.thumbnail((PICTURE_SIDE, PICTURE_SIDE))
    image.save(target, "JPEG", quality=75)
