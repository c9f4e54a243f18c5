"""Reads plain text and Markdown and lays them out as pages.

Markdown is shown as it was typed, with its headings in bold: every sign of
the file can be found again on the page.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from app.model.record import PageFacts, Remark
from app.typesetting.fonts import Face, Fonts, has
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.script import cleaned
from app.typesetting.style import Style
from app.typesetting.text import Line, wrap
from app.worker.orders import Examination, Refusal
from app.worker.readers.outcome import PICTURE_SIDE, CannotRead, Made

MOST_PAGES = 500
MOST_BYTES = 16 * 1024 * 1024
_A4 = (595.276, 841.89)
_MARGIN = 56.7  # points, 2 cm
_PLAIN = Style(Face.REGULAR, 10.5, 14.5)
_BOLD = _PLAIN.bold()
_TAB = 8  # columns
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADING = re.compile(r"#{1,6} +(?=\S)")
# no language of Western Europe writes so: it is Greek or Russian in an older code
_WRONGLY_DECODED = re.compile("[ŠšŒœŽžŸƒÀ-ÖØ-öø-ÿ]{4}")


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    width: float = _A4[0]
    height: float = _A4[1]
    code: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(line.spoken for line in self.lines).strip("\n")


def read(source: Path, made: Made, media_type: str) -> Examination:
    """Examine a text; its rendition has A4 pages. Raises CannotRead.

    The texts of the pages are the file's own, in the order in which it is
    spoken. A character that no bundled font has is shown as “□”; a file with
    more than one letter in three of that kind cannot be read.
    """
    if source.stat().st_size > MOST_BYTES:
        raise CannotRead(Refusal.TOO_LARGE, "text")
    written = cleaned(_decoded(source.read_bytes()).expandtabs(_TAB))
    if not written.strip():
        raise CannotRead(Refusal.EMPTY)
    if _lacks_letters(written):
        raise CannotRead(Refusal.NOT_SUPPORTED, "letters")
    document = new_document("", "", reproducible=True)
    fonts = Fonts(document)
    pages = _paged(_lines(written, fonts, markdown=media_type == "text/markdown"))
    for page in pages:
        page.code.extend(_drawn(page.lines, fonts))
    made.rendition.write_bytes(own_pdf(document, pages))
    _save_picture(made.rendition, made.picture)
    texts = tuple(page.text for page in pages)
    facts = tuple(PageFacts(*_A4, has_text=bool(words)) for words in texts)
    return Examination(
        media_type, facts, texts, _remarks(written), made.rendition.name, made.picture.name
    )


def _decoded(raw: bytes) -> str:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252.

    Raises CannotRead when that gives letters in an order that nobody writes:
    which code it is can only be guessed.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    if _WRONGLY_DECODED.search(text):
        raise CannotRead(Refusal.NOT_SUPPORTED, "code")
    return text


def _lacks_letters(text: str) -> bool:
    """Whether no font has more than a third of the letters; a picture counts as a letter."""
    signs = Counter(text)
    letters = [one for one in signs if one.isalpha() or unicodedata.category(one) == "So"]
    lacking = sum(signs[one] for one in letters if not has(one))
    return lacking * 3 > sum(signs[one] for one in letters)


def _remarks(text: str) -> frozenset[Remark]:
    """Say that some letters are shown as “□”, so that nobody takes the page for the whole text."""
    lacking = any(not has(one) for one in set(text) if not one.isspace())
    return frozenset({Remark.MISSING_LETTERS} if lacking else ())


def _lines(text: str, fonts: Fonts, *, markdown: bool) -> Iterator[Line]:
    for typed in text.split("\n"):
        style = _BOLD if markdown and _HEADING.match(typed) else _PLAIN
        yield from wrap(typed.rstrip(), style, _A4[0] - 2 * _MARGIN, fonts)


def _paged(lines: Iterable[Line]) -> list[_Page]:
    rows = int((_A4[1] - 2 * _MARGIN) // _PLAIN.leading)
    pages = [_Page([])]
    for line in lines:
        if len(pages[-1].lines) == rows:
            if len(pages) == MOST_PAGES:
                raise CannotRead(Refusal.TOO_LARGE, "pages")
            pages.append(_Page([]))
        pages[-1].lines.append(line)
    while len(pages) > 1 and not any(line.fragments for line in pages[-1].lines):
        pages.pop()
    return pages


def _drawn(lines: Iterable[Line], fonts: Fonts) -> Iterator[str]:
    """Give the content stream of a page, line by line."""
    base = _A4[1] - _MARGIN - _PLAIN.size
    for line in lines:
        for part in line.fragments:
            shown = fonts.shown(part.text, part.style.face, part.style.size)
            yield f"BT {part.style.ink} rg {_MARGIN + part.x:.2f} {base:.2f} Td {shown} ET"
        base -= line.height


def _save_picture(source: Path, target: Path) -> None:
    with pypdfium2.PdfDocument(source) as document:
        image = document[0].render(scale=PICTURE_SIDE / _A4[1]).to_pil().convert("RGB")
    image.thumbnail((PICTURE_SIDE, PICTURE_SIDE))
    image.save(target, "JPEG", quality=75)
