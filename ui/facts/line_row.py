"""How one fact looks in a list: its date, its shape, its words, and who says so."""

from math import ceil
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.facts.line import Line
from ui.facts.line_list import LINE
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.timeline.marks import draw_mark
from ui.widgets.wrapped import draw_words, height_of

Index = QModelIndex | QPersistentModelIndex

_WIDE = 28  # lines of text; from this width on, dates stand in a column of their own
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_OVER = QStyle.StateFlag.State_MouseOver


class LineRow(QStyledItemDelegate):
    """Paints plain text as high as it needs; nothing is cut off or read as markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give room for all lines of text at the width of the list."""
        line = cast(Line, index.data(LINE))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 600
        return QSize(10, ceil(_Row(line, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is selected has an edge as well as a colour."""
        box, state = QRectF(option.rect), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Row(cast(Line, index.data(LINE)), box.width()).paint(painter, box, state)
        painter.restore()


class _Row:
    """One line measured for a width in pixels."""

    def __init__(self, line: Line, width: float) -> None:
        self.line = line
        self.strong, self.small = font_of("strong"), font_of("small")
        self.group = font_of("group")
        self.em = QFontMetricsF(font_of()).height()
        em = self.em
        self.wide = width >= _WIDE * em
        self.lead = (8.5 * em if self.wide else 0) if line.lead else 0
        self.shape = 2.0 * em if line.lane or line.small_mark else 0
        inner = width - 1.6 * em - self.lead - self.shape
        self.source = min(13 * em, 0.32 * inner) if self.wide and line.source else 0
        self.words = inner - self.source - (em if self.source else 0)
        self.head = 2.5 * em if line.head else 0
        left = sum(self._high(text, font, self.words) for text, font in self._parts())
        right = self._high(line.source, self.small, self.source) if self.source else 0
        lead = self._high(self._lead(), font_of(), self.lead - 0.8 * em) if self.lead else 0
        self.height = max(left, right, lead, em) + em + self.head

    def _lead(self) -> str:
        """Give what stands in front; a span of dates breaks between the two."""
        return self.line.lead.replace(" to ", " to\n")

    def _parts(self) -> list[tuple[str, QFont]]:
        """Give the texts of the main column, from above."""
        one, font = self.line, self.small
        parts = [(one.title, font_of() if one.quiet else self.strong), (one.more, font)]
        if not self.wide:
            parts = [(one.lead, font), *parts, (one.source, font)]
        return [(text, font) for text, font in parts if text]

    def _high(self, text: str, font: QFont, width: float) -> float:
        metrics = QFontMetricsF(font)
        if "\n" not in text and metrics.horizontalAdvance(text) <= width:
            return metrics.height()
        return height_of(text, font, width)

    def paint(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        told, em, one = colours(), self.em, self.line
        if one.head:
            place = QRectF(box.left() + 0.8 * em, box.top(), box.width() - em, self.head)
            painter.setFont(self.group)
            painter.setPen(QColor(told.text))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(place.adjusted(0, 0, 0, -0.4 * em), bottom, one.head)
        body = box.adjusted(2, self.head + 1, -2, -1)
        _ground(painter, body, state, told, em)
        x, top = box.left() + 0.8 * em, box.top() + self.head + 0.5 * em
        ink = told.said if one.said else told.text
        if self.lead:
            place = QRectF(x, top, self.lead - 0.8 * em, 0)
            draw_words(painter, place, self._lead(), font_of(digits=True), told.text2)
        x += self.lead
        if one.lane:
            at = QPointF(x + 0.7 * em, top + 0.5 * em)
            draw_mark(painter, one.lane, at, 0.38 * em, ink, told.surface)
        elif one.small_mark:
            painter.fillRect(QRectF(x + 0.5 * em, top + 0.3 * em, 0.4 * em, 0.4 * em), told.text2)
        x += self.shape
        place = QRectF(x, top, self.words, 0)
        for number, (text, font) in enumerate(self._parts()):
            place.translate(0, draw_words(painter, place, text, font, self._tone(number, told)))
        if self.source:
            place = QRectF(x + self.words + em, top, self.source, 0)
            tone = told.said if one.said else told.text2
            draw_words(painter, place, one.source, self.small, tone)

    def _tone(self, number: int, told: Colours) -> str:
        text = self._parts()[number][0]
        if text == self.line.source and number:
            return told.said if self.line.said else told.text2
        if text != self.line.title or self.line.quiet:
            return told.text2
        return told.text


def _ground(
    painter: QPainter, body: QRectF, state: QStyle.StateFlag, told: Colours, em: float
) -> None:
    selected = bool(state & _SELECTED)
    if selected or state & _OVER:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(told.accent_soft if selected else told.surface2))
        painter.drawRoundedRect(body, em / 3, em / 3)
    if selected:
        focused = bool(state & _FOCUSED)
        painter.setPen(QPen(QColor(told.focus if focused else told.accent), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, em / 3, em / 3)
    else:
        painter.setPen(QPen(QColor(told.border), 1))
        low = body.bottom() + 0.5
        start, end = body.left() + 0.7 * em, body.right() - 0.7 * em
        painter.drawLine(QPointF(start, low), QPointF(end, low))
