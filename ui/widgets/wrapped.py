"""Plain words over several lines, for what paints itself. Nothing is read as markup."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

_FAR = 1e6  # pixels; wider than any screen


def height_of(text: str, font: QFont, width: float) -> float:
    """Give the height in pixels of words broken to `width` pixels."""
    return _lay_out(text, font, width)[1]


def draw_words(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> float:
    """Draw words from the top of `place`, broken to its width, and give their height in pixels.

    A word that is wider than the place is broken inside. `colour` is "#RRGGBB".
    """
    laid, height = _lay_out(text, font, place.width())
    painter.setPen(QColor(colour))
    laid.draw(painter, place.topLeft())
    return height


def _lay_out(text: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    laid = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid.setTextOption(option)
    laid.beginLayout()
    height = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(max(1.0, min(width, _FAR)))
        line.setPosition(QPointF(0, height))
        height += line.height()
    laid.endLayout()
    return laid, height
