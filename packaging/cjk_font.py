"""Makes resources/fonts/NotoSansCJK-Regular.ttf: `cjk_font.py NotoSansCJK-Regular.ttc`.

Noto Sans CJK (SIL Open Font License 1.1) has outlines of PostScript, which
reportlab cannot embed. Of its first Simplified Chinese face this keeps what
people write today in Chinese, Japanese and Korean, and draws it with outlines
of TrueType; needs fontTools, and takes two minutes.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

TARGET = Path(__file__).parent.parent / "resources/fonts/NotoSansCJK-Regular.ttf"
FACE = "Noto Sans CJK SC"
KEPT = (
    range(0x3000, 0x3100),  # marks, Hiragana, Katakana
    range(0x3105, 0x3130),  # Bopomofo
    range(0x3131, 0x318F),  # letters of Korean
    range(0x31A0, 0x3200),
    range(0x3400, 0x4DC0),  # rare signs of names
    range(0x4E00, 0xA000),
    range(0xAC00, 0xD7A4),  # Korean
    range(0xF900, 0xFB00),
    range(0xFF01, 0xFF10),  # wide marks; wide Latin letters and digits are set as plain ones
    range(0xFF1A, 0xFF21),
    range(0xFF3B, 0xFF41),
    range(0xFF5B, 0xFFF0),
)
MOST_OFF = 2.0  # units of 1000, by which an outline may differ


def main(source: Path) -> None:
    """Write the font."""
    faces = TTCollection(str(source)).fonts
    font = next(one for one in faces if one["name"].getDebugName(4).startswith(FACE))
    _keep(font)
    _with_quadratic_outlines(font)
    font.recalcTimestamp = False
    font.save(TARGET)


def _keep(font: TTFont) -> None:
    options = subset.Options(
        layout_features=[], hinting=False, desubroutinize=True, notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], glyph_names=False,
        drop_tables=["BASE", "GSUB", "GPOS", "GDEF", "VORG", "vhea", "vmtx", "DSIG"],
    )  # fmt: skip
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for some in KEPT for code in some])
    subsetter.subset(font)


def _with_quadratic_outlines(font: TTFont) -> None:
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    made = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, MOST_OFF, reverse_direction=True))
        made[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, made
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    font["maxp"].maxZones = 1
    for what in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs"):
        setattr(font["maxp"], f"max{what}", 0)
    for what in ("StackElements", "SizeOfInstructions", "ComponentElements", "ComponentDepth"):
        setattr(font["maxp"], f"max{what}", 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
