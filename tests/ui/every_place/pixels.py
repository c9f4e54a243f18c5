"""What the pixels of a window say: how far words stand out, and where the keyboard is."""

from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from tests.ui.every_place.seen import seen, who
from ui.theme.colours import LIGHT, colours

LEAST = 4.5  # to 1; WCAG 2.2, 1.4.3


def contrast(one, other):
    """Give how far two colours (red, green, blue) stand out from each other; WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(code):
    """Give red, green and blue of "#RRGGBB"."""
    return QColor(code).getRgb()[:3]


def picture(widget):
    """Give the pixels of a widget as they are painted now."""
    drawn = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    size = (drawn.width(), drawn.height())
    return Image.frombuffer(
        "RGB", size, bytes(drawn.constBits()), "raw", "RGB", drawn.bytesPerLine()
    )


def pale(root):
    """Give the labels and buttons whose words do not stand out from what is behind them."""
    whole, found = picture(root), []
    for one in seen(root, QLabel) + seen(root, QAbstractButton):
        if not one.text() or not one.isEnabled():
            continue
        place = _words_of(one)
        if not one.visibleRegion().boundingRect().contains(place):
            continue
        at = one.mapTo(root, place.topLeft())
        part = whole.crop((at.x(), at.y(), at.x() + place.width(), at.y() + place.height()))
        if (reached := _stands_out(part)) < LEAST:
            found.append(f"{who(one)} stands out by {reached:.1f}")
    return found


def ring_of(drawn, main=False):
    """Count the pixels in the colour that says where the keyboard is; on paper it is always dark."""
    rings = [colours().on_accent] if main else [colours().focus, LIGHT.focus]
    codes = {rgb(one) for one in rings}
    return sum(n for n, colour in drawn.getcolors(drawn.width * drawn.height) if colour in codes)


def _stands_out(part):
    drawn = part.getcolors(part.width * part.height)
    behind = max(drawn)[1]
    return max(contrast(colour, behind) for _n, colour in drawn)


def _words_of(one):
    """Give where the words lie: inside the edge, and beside the picture or the box to tick."""
    line = one.fontMetrics().height()
    if isinstance(one, QLabel):
        return one.rect().adjusted(2, 2, -2, -2)
    if not isinstance(one, QPushButton):
        return one.rect().adjusted(2 * line, line // 3, -line // 3, -line // 3)
    width = min(one.fontMetrics().horizontalAdvance(one.text()), one.width() - line)
    beside = 0 if one.icon().isNull() else one.iconSize().width() // 2
    left = one.rect().center().x() + beside - width // 2
    return QRect(left, 5, width, one.height() - 10)


def _luminance(colour):
    parts = [channel / 255 for channel in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
