"""The bundled fonts: which one has a character, how wide words are, how a PDF spells them."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from app.resources import resource

MISSING = "□"


class Face(StrEnum):
    """A weight of the dossier's type; the value is the file of Atkinson Hyperlegible Next."""

    REGULAR = "AtkinsonHyperlegibleNext_400Regular"
    SEMIBOLD = "AtkinsonHyperlegibleNext_600SemiBold"
    BOLD = "AtkinsonHyperlegibleNext_700Bold"
    ITALIC = "AtkinsonHyperlegibleNext_400Regular_Italic"


# every digit has a twin of one width ten glyphs further on, the font's feature "tnum"
_TABULAR_STEP = 10
_TABULAR_WIDTH = 632

_SCRIPTS = ("NotoSans", "NotoSansArabic", "NotoSansHebrew")
_SYMBOLS = ("NotoSansDevanagari-Regular", "NotoSansSymbols2-Regular", "NotoSansMath-Regular")
_LIGHT = (*(f"{script}-Regular" for script in _SCRIPTS), *_SYMBOLS)
_HEAVY = (*(f"{script}-Bold" for script in _SCRIPTS), *_SYMBOLS)
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *b"()\\")}


@cache
def _font(name: str) -> Any:  # noqa: ANN401  # reportlab is not typed
    ours = name.startswith("Atkinson")
    font = TTFont(name, str(resource(f"fonts/{name}.ttf")), asciiReadable=ours)
    if ours:
        for digit in range(ord("0"), ord("9") + 1):
            font.face.charToGlyph[digit] += _TABULAR_STEP
            font.face.charWidths[digit] = _TABULAR_WIDTH
    return font


class Fonts:
    """The fonts of one PDF document.

    `missing` gathers each character that no bundled font has, in the order
    of its first use.
    """

    def __init__(self, document: PDFDocument) -> None:
        self.missing: dict[str, None] = {}
        self._document = document
        self._widths: dict[tuple[str, str], float] = {}
        self._spelled: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._homes: dict[tuple[str, str], str] = {}

    def width(self, text: str, face: Face, size: float) -> float:
        """Give the width of `text` in points when set at `size` points."""
        known = self._widths.get((face, text))
        if known is None:
            known = sum(
                _font(name).face.charWidths[ord(character)]
                for name, run in self._runs(text, face)
                for character in run
            )
            self._widths[face, text] = known
        return known * size / 1000

    def spelled(self, text: str, face: Face) -> list[tuple[str, str]]:
        """Give `text` as pairs of a font's name in /Resources and a PDF string."""
        known = self._spelled.get((face, text))
        if known is None:
            known = self._spelled[face, text] = self._spell(text, face)
        return known

    def _spell(self, text: str, face: Face) -> list[tuple[str, str]]:
        if text and text.isascii():
            # a font that is "asciiReadable" has ASCII at its own places in its first subset
            font = _font(face)
            font.splitString("", self._document)  # reportlab's way to begin with a document
            inside = font.getSubsetInternalName(0, self._document)
            return [(inside, f"({text.translate(_ESCAPED)})")]
        spelled = []
        for name, run in self._runs(text, face):
            font = _font(name)
            for subset, codes in font.splitString(run, self._document):
                literal = codes.decode("latin-1").translate(_ESCAPED)
                inside = font.getSubsetInternalName(subset, self._document)
                spelled.append((inside, f"({literal})"))
        return spelled

    def cut(self, text: str, face: Face, size: float, width: float) -> str:
        """Give `text` whole if it fits into `width` points, else its start and “…”."""
        if self.width(text, face, size) <= width:
            return text
        fits, far = 0, len(text)
        while fits < far:
            half = (fits + far + 1) // 2
            if self.width(text[:half].rstrip() + "…", face, size) <= width:
                fits = half
            else:
                far = half - 1
        return text[:fits].rstrip() + "…"

    def _runs(self, text: str, face: Face) -> Iterator[tuple[str, str]]:
        start, home = 0, ""
        if text.isascii():
            if text:
                yield face, text
            return
        text = "".join(self._shown(character, face) for character in text)
        for place, character in enumerate(text):
            here = self._homes[face, character]
            if here != home:
                if place > start:
                    yield home, text[start:place]
                start, home = place, here
        if text:
            yield home, text[start:]

    def _shown(self, character: str, face: Face) -> str:
        """Give the character, or the box that stands for one no font has; note where it lives."""
        if (face, character) in self._homes:
            return character
        heavy = face in (Face.BOLD, Face.SEMIBOLD)
        for name in (face, *(_HEAVY if heavy else _LIGHT)):
            if ord(character) in _font(name).face.charToGlyph:
                self._homes[face, character] = name
                return character
        self.missing[character] = None
        return self._shown(MISSING, face)
