"""Paints a hit with the words that were found in bold; nothing is read as markup."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.model.finding import marks
from ui.finding.hits import DETAIL, HEAD, WORDS
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.widgets.check import draw_ring

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HitRow(QStyledItemDelegate):
    """One line for a head; a name and a line of what stands around for a hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give room for the lines that there are."""
        line = option.fontMetrics.lineSpacing()
        lines = 2.2 if index.data(HEAD) else 2.9 if index.data(DETAIL) else 1.9
        return QSize(12 * line, max(32, round(lines * line)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is chosen has an edge as well as a colour."""
        told, line = colours(), float(option.fontMetrics.lineSpacing())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(HEAD):
            place = box.adjusted(0.6 * line, 0.6 * line, 0, 0)
            painter.setFont(font_of("group"))
            painter.setPen(QColor(told.text))
            painter.drawText(place, _LEFT, str(index.data()))
        else:
            _ground(painter, box, option.state, told, line)
            inside = box.adjusted(0.6 * line, 0.4 * line, -0.6 * line, -0.4 * line)
            words = str(index.data(WORDS))
            first = QRectF(inside.left(), inside.top(), inside.width(), line)
            draw_found(painter, first, str(index.data()), words, font_of(), told.text)
            if detail := str(index.data(DETAIL)):
                second = first.translated(0, 1.05 * line)
                draw_found(painter, second, detail, words, font_of("small"), told.text2)
        painter.restore()


def draw_found(
    painter: QPainter, place: QRectF, text: str, words: str, font: QFont, colour: str
) -> None:
    """Draw one line of text with the found words in bold, cut at its end where it is too long."""
    metrics = QFontMetricsF(_bold(font))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    laid = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    laid.setTextOption(option)
    laid.setFormats([_format(start, length, font) for start, length in marks(shown, words)])
    laid.beginLayout()
    line = laid.createLine()
    line.setLineWidth(place.width())
    laid.endLayout()
    painter.setPen(QColor(colour))
    laid.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2))


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.Bold)
    return made


def _format(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setFont(_bold(font))
    look.setForeground(QColor(colours().text))
    made.format = look
    return made


def _ground(
    painter: QPainter, box: QRectF, state: QStyle.StateFlag, told: Colours, line: float
) -> None:
    body = box.adjusted(2, 1, -2, -1)
    flag = QStyle.StateFlag
    selected = bool(state & flag.State_Selected)
    if selected or state & flag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(told.accent_soft if selected else told.surface2))
        painter.drawRoundedRect(body, line / 2, line / 2)
    if selected and state & flag.State_HasFocus and state & flag.State_Active:
        draw_ring(painter, body, line / 2)
    elif selected:
        painter.setPen(QPen(QColor(told.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, line / 2, line / 2)
    else:
        painter.setPen(QPen(QColor(told.border), 1))
        bottom = box.bottom() - 0.5
        start = QPointF(box.left() + 0.6 * line, bottom)
        painter.drawLine(start, QPointF(box.right(), bottom))
