"""Type for what paints itself; labels get the same sizes from the style sheet."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

SIZES = {"display": 1.75, "title": 1.45, "group": 1.15, "small": 0.91, "label": 0.91}
"""Sizes of text as parts of the usual one."""
WEIGHTS = {"display": 700, "title": 700, "group": 600, "strong": 600, "label": 600}
LEAST = 10.0  # points


def font_of(kind: str = "", *, digits: bool = False) -> QFont:
    """Give the font of a kind: "display", "title", "group", "strong", "small", "label" or "".

    `digits` makes all digits equally wide, for numbers that stand in a column.
    """
    font = QFont(QApplication.font())
    font.setPointSizeF(max(LEAST, font.pointSizeF() * SIZES.get(kind, 1.0)))
    font.setWeight(QFont.Weight(WEIGHTS.get(kind, 400)))
    if digits:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
