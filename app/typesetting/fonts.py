"""The bundled fonts: which one has a character, how wide words are, how a PDF spells them."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any
from unicodedata import decomposition

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from app.resources import resource
from app.typesetting.script import whole_letters

MISSING = "□"


class Face(StrEnum):
    """A weight of our type; the value is the file of Atkinson Hyperlegible Next."""

    REGULAR = "AtkinsonHyperlegibleNext_400Regular"
    SEMIBOLD = "AtkinsonHyperlegibleNext_600SemiBold"
    BOLD = "AtkinsonHyperlegibleNext_700Bold"
    ITALIC = "AtkinsonHyperlegibleNext_400Regular_Italic"


# every digit has a twin of one width ten glyphs further on, the font's feature "tnum"
_TABULAR_STEP = 10
_TABULAR_WIDTH = 632

_SCRIPTS = ("NotoSans", "NotoSansArabic", "NotoSansHebrew")
_SYMBOLS = (
    "NotoSansDevanagari-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansCJK-Regular",  # the last, since it takes longest to load
)
_LIGHT = (*(f"{script}-Regular" for script in _SCRIPTS), *_SYMBOLS)
_HEAVY = (*(f"{script}-Bold" for script in _SCRIPTS), *_SYMBOLS)
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *b"()\\")}


# decompositions that are as good as the character; raised digits are not: 10⁹ is not 109
_AS_GOOD = ("<wide>", "<narrow>", "<square>", "<compat>", "<font>")


def has(character: str) -> bool:
    """Whether a bundled font has `character`, or characters that are as good."""
    return bool(_standing_for(character, Face.REGULAR))


def _standing_for(character: str, face: Face) -> str:
    """Give `character` if a font has it, else what is as good (“mg” for “㎎”), else ""."""
    if _home(character, face):
        return character
    tag, *codes = decomposition(character).split() or [""]
    plainer = "".join(chr(int(code, 16)) for code in codes) if tag in _AS_GOOD else ""
    return plainer if all(_home(one, face) for one in plainer) else ""


@cache
def _home(character: str, face: Face) -> str:
    """Give the name of the first font that has `character`, "" if there is none."""
    heavy = face in (Face.BOLD, Face.SEMIBOLD)
    for name in (face, *(_HEAVY if heavy else _LIGHT)):
        if ord(character) in _font(name).face.charToGlyph:
            return name
    return ""


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
        self._literals: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._homes: dict[tuple[str, str], str] = {}
        self._advances: dict[str, dict[str, float]] = {face: {} for face in Face}
        self._first_subset: dict[str, dict[str, str]] = {face: {} for face in Face}

    def width(self, text: str, face: Face, size: float) -> float:
        """Give the width of `text` in points when set at `size` points."""
        known = self._widths.get((face, text))
        if known is None:
            known = self._widths[face, text] = self._natural_width(text, face)
        return known * size / 1000

    def _natural_width(self, text: str, face: Face) -> float:
        advances = self._advances[face]
        try:
            return sum(map(advances.__getitem__, text))
        except KeyError:
            for character in dict.fromkeys(text):
                advances[character] = sum(
                    _font(name).face.charWidths[ord(one)]
                    for name, run in self._runs(character, face)
                    for one in run
                )
            return sum(map(advances.__getitem__, text))

    def shown(self, text: str, face: Face, size: float) -> str:
        """Give `text` at `size` points as operators to stand between BT and ET."""
        spelled = self.spelled(text, face)
        return " ".join(f"{font} {size:g} Tf {literal} Tj" for font, literal in spelled)

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
        known = self._first_subset[face]
        if text and known.keys() >= set(text):
            inside = _font(face).getSubsetInternalName(0, self._document)
            return [(inside, f"({''.join(map(known.__getitem__, text))})")]
        return [pair for name, run in self._runs(text, face) for pair in self._literal(run, name)]

    def _literal(self, run: str, name: str) -> list[tuple[str, str]]:
        known = self._literals.get((name, run))
        if known is None:
            font, known = _font(name), []
            for subset, codes in font.splitString(run, self._document):
                literal = codes.decode("latin-1").translate(_ESCAPED)
                known.append((font.getSubsetInternalName(subset, self._document), f"({literal})"))
                if subset == 0 and len(codes) == len(run) and name in self._first_subset:
                    spelled = (chr(code).translate(_ESCAPED) for code in codes)
                    self._first_subset[name].update(zip(run, spelled, strict=True))
            self._literals[name, run] = known
        return known

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
        return text[: whole_letters(text, fits)].rstrip() + "…"

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
        """Give the character, or what stands for one that no font has; note where it lives."""
        if (face, character) in self._homes:
            return character
        standing = _standing_for(character, face)
        if not standing:
            self.missing[character] = None
            standing = MISSING
        for one in standing:
            self._homes[face, one] = _home(one, face)
        return standing
