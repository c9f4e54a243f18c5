"""Paints a hit with the words that were found in bold; nothing is read as markup."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.model.finding import marks
from ui.finding.hits import DETAIL, HEAD, WORDS
from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.widgets.painted_row import Index, paint_ground, two_lines, write


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
            write(painter, place, font_of("group"), told.text, str(index.data()))
        else:
            paint_ground(painter, box, option.state, line, ruled=True)
            inside = box.adjusted(0.6 * line, 0.4 * line, -0.6 * line, -0.4 * line)
            words = str(index.data(WORDS))
            first, second = two_lines(inside, line)
            draw_found(painter, first, str(index.data()), words, font_of(), told.text)
            if detail := str(index.data(DETAIL)):
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
