"""How words look."""

from dataclasses import dataclass, replace

from app.typesetting.fonts import Face

Ink = str
"""Red, green and blue from 0 to 1, as a PDF content stream spells them."""


def ink(code: str) -> Ink:
    """Give the ink of six hexadecimal digits, such as "14202B"."""
    return " ".join(f"{int(code[place : place + 2], 16) / 255:.3g}" for place in (0, 2, 4))


INK = ink("14202B")
"""The ink of text: near black, and black on a grey printer and a fax."""


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
