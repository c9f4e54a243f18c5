"""A row of the sidebar: a place with its picture and number, or the title of a group."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.theme.icons import draw_icon
from ui.theme.looks import Looks
from ui.widgets.check import draw_ring
from ui.widgets.wrapped import draw_words, height_of

Index = QModelIndex | QPersistentModelIndex

CODE = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
GROUP = Qt.ItemDataRole.UserRole + 3
FOLDED = Qt.ItemDataRole.UserRole + 4

ROW = 32  # pixels at the usual size of text
_BEFORE, _END = 40, 10  # pixels before a name, with its picture, and behind it
_ROUND = 10  # pixels above and below a name of several lines together
TITLE = 24  # the same as ROW, of the name of a group that is open: the keyboard steps over it


class PlaceRow(QStyledItemDelegate):
    """Paints a place with its picture and number, or the title of a group."""

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = looks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give a row that a hand can hit, with room for all words of a long name."""
        u = self._looks.scale
        if not index.data(CODE):
            return QSize(1, round((ROW if index.data(FOLDED) else TITLE) * u))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        room = width - 16 * u - _BEFORE * u - self._after(str(index.data(COUNT)))
        height = height_of(str(index.data()), font_of("strong"), room)
        return QSize(1, round(max(ROW * u, height + _ROUND * u)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; where somebody is has a bar and bold words as well as a colour."""
        u, told = self._looks.scale, colours()
        rect, state = option.rect, option.state
        box = QRectF(rect).adjusted(8 * u, u, -8 * u, -u)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data())
        if not index.data(CODE):
            painter.setFont(font_of("label"))
            painter.setPen(QColor(told.text3))
            place = box.adjusted(10 * u, 2 * u, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            side = 14 * u
            arrow = QRectF(box.right() - 24 * u, place.center().y() - side / 2, side, side)
            name = "chevron-right" if index.data(FOLDED) else "chevron-down"
            draw_icon(painter, name, arrow, told.text3)
            if state & QStyle.StateFlag.State_HasFocus:
                draw_ring(painter, box, 6 * u)
            painter.restore()
            return
        here = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if here:
            painter.setBrush(QColor(told.accent_soft))
            painter.drawRoundedRect(box, 6 * u, 6 * u)
            painter.setBrush(QColor(told.accent))
            bar = QRectF(box.left(), box.top() + 7 * u, 3 * u, box.height() - 14 * u)
            painter.drawRoundedRect(bar, 1.5 * u, 1.5 * u)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(told.sunken))
            painter.drawRoundedRect(box, 6 * u, 6 * u)
        side = 18 * u
        picture = QRectF(box.left() + 12 * u, box.center().y() - side / 2, side, side)
        draw_icon(painter, str(index.data(ICON)), picture, told.accent_text if here else told.text2)
        self._write(painter, box, words, str(index.data(COUNT)), here=here)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box, 6 * u)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, words: str, count: str, *, here: bool) -> None:
        u, told = self._looks.scale, colours()
        if count:
            painter.setFont(font_of("small", digits=True))
            painter.setPen(QColor(told.text2))
            across = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box.adjusted(0, 0, -_END * u, 0), across, count)
        place = box.adjusted(_BEFORE * u, 0, -self._after(count), 0)
        font = font_of("strong" if here else "")
        place.translate(0, (box.height() - height_of(words, font, place.width())) / 2)
        draw_words(painter, place, words, font, told.text)

    def _after(self, count: str) -> float:
        """Give the pixels behind a name: its number, and the edge."""
        u = self._looks.scale
        if not count:
            return _END * u
        small = font_of("small", digits=True)
        return (_END + 4) * u + QFontMetricsF(small).horizontalAdvance(count)
