"""What a card to choose says: a title, and below it a line of help."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.widgets.labels import name
from ui.widgets.wrapped import draw_words, height_of


@dataclass(frozen=True, slots=True)
class CardWords:
    """Lengths are pixels; `line` is the height of a line of text."""

    title: str
    hint: str

    def put_on(self, card: QAbstractButton) -> None:
        """Name a button by them, and let it be as high as they need."""
        name(card, self.title)
        card.setAccessibleDescription(self.hint)
        card.setCursor(Qt.CursorShape.PointingHandCursor)
        card.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        card.setSizePolicy(policy)

    def height(self, width: float, line: float) -> int:
        """Give the height of a card whose words have `width` to break in."""
        height = height_of(self.title, font_of("strong"), width) + 2 * margin(line)
        if self.hint:
            height += height_of(self.hint, font_of("small"), width) + line / 6
        return ceil(height)

    def draw(self, painter: QPainter, left: float, width: float, line: float) -> None:
        """Paint them at the top of the card, `left` pixels from its left edge."""
        told, place = colours(), QRectF(left, margin(line), width, 0)
        used = draw_words(painter, place, self.title, font_of("strong"), told.text)
        if self.hint:
            place.translate(0, used + line / 6)
            draw_words(painter, place, self.hint, font_of("small"), told.text2)


def margin(line: float) -> float:
    """Give the room between the words and the edge of their card."""
    return 0.75 * line
