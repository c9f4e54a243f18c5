"""Paints what goes into the dossier: a tick box, a name, and where it stands."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.dossier.contents import COUNT, DETAIL, SORT, Sort
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.theme.icons import draw_icon
from ui.widgets.check import draw_box
from ui.widgets.painted_row import Index, paint_ground, two_lines, write

_BOX = 1.2  # the side of a tick box in heights of a line


class ContentRow(QStyledItemDelegate):
    """Two lines of plain text for a part or a record, one for the head of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give room for the lines."""
        line = option.fontMetrics.lineSpacing()
        lines = 2.1 if index.data(SORT) is Sort.HEAD else 2.9
        return QSize(12 * line, round(lines * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; what is chosen has an edge as well as a colour."""
        told, line = colours(), float(option.fontMetrics.lineSpacing())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(SORT) is Sort.HEAD:
            low = box.adjusted(0, 0.3 * line, 0, 0)
            if index.data(COUNT):
                paint_ground(painter, low, option.state, line)
            _head(painter, low, told, line, index)
        else:
            paint_ground(painter, box, option.state, line)
            _body(painter, box, told, line, index)
        painter.restore()

    def editorEvent(  # noqa: N802 - a name of Qt's
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with a click on the box, or with the space bar."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        if isinstance(event, QKeyEvent):
            wanted = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent):
            line = option.fontMetrics.lineSpacing()
            near = event.position().x() <= option.rect.left() + (_BOX + 0.9) * line
            wanted = event.type() == QEvent.Type.MouseButtonRelease and near
        else:
            return False
        if wanted:
            ticked = Qt.CheckState(state) is Qt.CheckState.Checked
            new = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            model.setData(model.index(index.row(), 0), new, Qt.ItemDataRole.CheckStateRole)
        return wanted


def _head(painter: QPainter, box: QRectF, told: Colours, line: float, index: Index) -> None:
    """Write the name of a group; one of records has a box for all of them, and their count."""
    state, inside = index.data(Qt.ItemDataRole.CheckStateRole), box.adjusted(0.5 * line, 0, 0, 0)
    inside.setRight(box.right() - 0.4 * line)
    if state is not None:
        square = _square(box, line)
        draw_box(painter, square, ticked=Qt.CheckState(state) is Qt.CheckState.Checked)
        if Qt.CheckState(state) is Qt.CheckState.PartiallyChecked:
            middle = QRectF(square.left() + 0.3 * line, square.center().y() - 1, 0, 2)
            middle.setRight(square.right() - 0.3 * line)
            painter.fillRect(middle, QColor(told.accent))
        inside.setLeft(square.right() + 0.55 * line)
        count, font = str(index.data(COUNT)), font_of("label", digits=True)
        width = QFontMetricsF(font).horizontalAdvance(count) + 2
        write(painter, inside.adjusted(inside.width() - width, 0, 0, 0), font, told.text2, count)
        inside.setRight(inside.right() - width - 0.4 * line)
    write(painter, inside, font_of("label"), told.text2, str(index.data()))


def _square(box: QRectF, line: float) -> QRectF:
    side = _BOX * line
    return QRectF(box.left() + 0.45 * line, box.center().y() - side / 2, side, side)


def _body(painter: QPainter, box: QRectF, told: Colours, line: float, index: Index) -> None:
    square, state = _square(box, line), index.data(Qt.ItemDataRole.CheckStateRole)
    inside = box.adjusted(square.right() - box.left() + 0.55 * line, 0.4 * line, -0.4 * line, 0)
    if state is None:
        draw_icon(painter, "check", square.adjusted(3, 3, -3, -3), told.ok)
    else:
        draw_box(painter, square, ticked=state == Qt.CheckState.Checked)
        grip = QRectF(box.right() - 1.3 * line, box.center().y() - 0.45 * line, 0.9 * line, 0)
        grip.setHeight(0.9 * line)
        draw_icon(painter, "grip-vertical", grip, told.text3)
        inside.setRight(grip.left() - 0.2 * line)
    goes_in = state != Qt.CheckState.Unchecked
    colour = told.text if goes_in else told.text2
    first, second = two_lines(inside, line)
    write(painter, first, font_of("strong" if goes_in else ""), colour, str(index.data()))
    write(painter, second, font_of("small", digits=True), told.text2, str(index.data(DETAIL)))
