"""The dossier's type and inks.

Every ink of text has a contrast of at least 7:1 on white, and is so dark that
the thin strokes of a letter survive a grey printer and a fax, also one with 98
lines an inch. So does every line that says something, in an ink of text and at
least `FAXED` points thick. Rules, hairlines and fills are ornament and may
vanish. No type is smaller than 8.5 points; numbers that must
not be misread are semibold, or at least as large as in a table's cell.
"""

from app.typesetting.fonts import Face
from app.typesetting.style import Style, ink

SOFT = ink("2C3843")
RULE = ink("6F7D89")
HAIR = ink("B9C3CC")
TINT = ink("EEF2F5")
BLUE = ink("144469")
PLUM = ink("5A255A")
WHITE = ink("FFFFFF")

FAXED = 1.1
"""The points that a line must be thick at least to survive a fax."""

DISPLAY = Style(Face.BOLD, 26, 31)
HEAD1 = Style(Face.BOLD, 19, 23)
HEAD2 = Style(Face.BOLD, 12, 15.5)
HEAD3 = Style(Face.SEMIBOLD, 10, 13.5)
BIG = Style(Face.BOLD, 15, 19)
LEAD = Style(Face.REGULAR, 11.2, 15.6)
SUMMARY = Style(Face.REGULAR, 10.4, 14.4)
BODY = Style(Face.REGULAR, 10, 14)
CELL = Style(Face.REGULAR, 9.6, 12.6)
CELL_HEAD = Style(Face.SEMIBOLD, 8.8, 12)
SMALL = Style(Face.REGULAR, 8.8, 12, SOFT)
LABEL = Style(Face.SEMIBOLD, 8.8, 12, SOFT)
CITATION = Style(Face.SEMIBOLD, 8.8, 12, BLUE)
SAID = Style(Face.REGULAR, 8.8, 12, PLUM)
PAGE_NUMBER = Style(Face.SEMIBOLD, 9.6, 12)
FINE = Style(Face.REGULAR, 8.5, 11, SOFT)
