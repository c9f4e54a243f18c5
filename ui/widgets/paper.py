"""How a page looks on the desk: the paper, its picture, and what is marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from app.phrases import _
from ui.theme.colours import DARK, LIGHT, colours
from ui.widgets.page_text import Match, PageText
from ui.widgets.sheet import Sheet

_SHADOW = 6  # pixels


class PagePicture:
    """The picture of a page, kept turned and sharp for the sheet on which it was last painted."""

    def __init__(self) -> None:
        self._image = QImage()
        self._sharp = QImage()
        self._for: tuple[int, float] | None = None

    @property
    def there(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    def set(self, image: QImage) -> None:
        """Show another picture; an empty one clears it."""
        self._image = image
        self._sharp = QImage()
        self._for = None

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Paint it on the sheet: pixel for pixel where the sizes agree, else stretched."""
        ratio = painter.device().devicePixelRatioF()
        if abs(self._image.width() - sheet.width * sheet.zoom * ratio) < 1:
            if self._for != (sheet.turn, ratio):
                self._sharp = self._image.transformed(QTransform().rotate(sheet.turn))
                self._sharp.setDevicePixelRatio(ratio)
                self._for = sheet.turn, ratio
            painter.drawImage(sheet.place.topLeft(), self._sharp)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(sheet.transform(), combine=True)
        painter.drawImage(QRectF(0, 0, sheet.width, sheet.height), self._image)
        painter.restore()


def paint_paper(painter: QPainter, sheet: Sheet, picture: PagePicture, *, late: bool) -> None:
    """Paint the paper, white in every look, with its picture; `late` says that it will come."""
    place = sheet.place
    painter.setPen(Qt.PenStyle.NoPen)
    for width in range(_SHADOW):
        painter.setBrush(QColor(0, 0, 0, 7))
        painter.drawRoundedRect(place.adjusted(-width, 2 - width, width, 2 + width), 4, 4)
    painter.fillRect(place, QColor(LIGHT.surface))
    if picture.there:
        picture.paint(painter, sheet)
    elif late:
        painter.setPen(QColor(LIGHT.text2))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _("One moment…"))
    painter.setPen(QColor(colours().border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def paint_chosen(painter: QPainter, sheet: Sheet, text: PageText, chosen: Match | None) -> None:
    """Paint the chosen words as a text marker does, line by line."""
    if chosen is not None:
        for box in _lines(sheet, text, chosen):
            _marker(painter, box, DARK.accent)


def paint_found(
    painter: QPainter, sheet: Sheet, text: PageText, found: Sequence[Match], current: int
) -> None:
    """Paint what was found; the current place has a stronger colour and a thicker edge."""
    for number, match in enumerate(found):
        here = number == current
        for box in _lines(sheet, text, match):
            _marker(painter, box, DARK.warn if here else LIGHT.warn_soft)
            _line(painter, box, LIGHT.warn, 2.0 if here else 1.0)


def box_of(sheet: Sheet, text: PageText, match: Match) -> QRectF:
    """Give the box around some words, in pixels."""
    around = QRectF()
    for box in _lines(sheet, text, match):
        around = around.united(box)
    return around


def _lines(sheet: Sheet, text: PageText, match: Match) -> list[QRectF]:
    """Give a box for the part of each line between two words."""
    boxes: list[QRectF] = []
    index, last = match
    while index <= min(last, len(text.words) - 1):
        end = min(text.line_of(index)[1], last)
        words = text.words[index : end + 1]
        boxes.append(
            sheet.box(
                min(word.x0 for word in words),
                min(word.y0 for word in words),
                max(word.x1 for word in words),
                max(word.y1 for word in words),
            )
        )
        index = end + 1
    return boxes


def _marker(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(box, QColor(colour))
    painter.restore()


def _line(painter: QPainter, box: QRectF, colour: str, width: float) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = width / 2 + 0.5  # around the letters, not over them
    painter.drawRect(box.adjusted(-out, -out, out, out))
