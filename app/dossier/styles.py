"""The dossier's type and inks.

Every ink of text has a contrast of at least 7:1 on white, so it survives a
grey printer and a fax; fills are ornament and may vanish. No type is smaller
than 8.5 points.
"""

from dataclasses import dataclass, replace

from app.dossier.fonts import Face

Ink = str
"""Red, green and blue from 0 to 1, as a PDF content stream spells them."""


def _ink(code: str) -> Ink:
    return " ".join(f"{int(code[place : place + 2], 16) / 255:.3g}" for place in (0, 2, 4))


INK = _ink("14202B")
SOFT = _ink("44525E")
RULE = _ink("6F7D89")
HAIR = _ink("B9C3CC")
TINT = _ink("EEF2F5")
BLUE = _ink("1B5480")
PLUM = _ink("6B2F6B")
WHITE = _ink("FFFFFF")


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `size` and `leading` (the distance of two lines) in points."""

    face: Face
    size: float
    leading: float
    ink: Ink = INK

    def bold(self) -> "Style":
        """Give the same in bold."""
        return replace(self, face=Face.BOLD)

    def in_ink(self, ink: Ink) -> "Style":
        """Give the same in another ink."""
        return replace(self, ink=ink)

    def sized(self, size: float) -> "Style":
        """Give the same at another size, the leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


DISPLAY = Style(Face.BOLD, 26, 31)
HEAD1 = Style(Face.BOLD, 19, 23)
HEAD2 = Style(Face.BOLD, 12, 15.5)
HEAD3 = Style(Face.SEMIBOLD, 10, 13.5)
BIG = Style(Face.BOLD, 15, 19)
LEAD = Style(Face.REGULAR, 11.2, 15.6)
SUMMARY = Style(Face.REGULAR, 10.4, 14.4)
BODY = Style(Face.REGULAR, 10, 14)
CELL = Style(Face.REGULAR, 9.2, 12.4)
CELL_HEAD = Style(Face.SEMIBOLD, 8.8, 12)
SMALL = Style(Face.REGULAR, 8.8, 12, SOFT)
LABEL = Style(Face.SEMIBOLD, 8.8, 12, SOFT)
CITATION = Style(Face.SEMIBOLD, 8.8, 12, BLUE)
SAID = Style(Face.REGULAR, 8.8, 12, PLUM)
PAGE_NUMBER = Style(Face.SEMIBOLD, 9.6, 12)
FINE = Style(Face.REGULAR, 8.5, 11, SOFT)
