"""How one line of a ranked list looks, and the box in which its words are changed."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.phrases import _
from ui.session import CaseSession
from ui.theme.colours import colours
from ui.theme.fonts import font_of
from ui.theme.icons import draw_icon
from ui.widgets.autosave import AutoSave
from ui.widgets.check import draw_box, draw_ring
from ui.widgets.filling import typed
from ui.widgets.ranked_model import KEY, TAG, Index
from ui.widgets.wrapped import draw_words, height_of

Reword = Callable[[int, str, str], object]
"""Called with the key of a line, its new words, and what belongs together in one undo."""


class RankedRow(QStyledItemDelegate):
    """Paints the number, the words over several lines, a box to tick, and a tag."""

    def __init__(
        self,
        session: CaseSession,
        view: QAbstractItemView,
        reword: Reword,
        tick: Callable[[int, bool], object],
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._reword = reword
        self._tick = tick

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Give room for all words, broken to the width of the list."""
        line = option.fontMetrics.height()
        width = self._view.viewport().width()
        inner = width - self._indent(line, index) - 2.2 * line
        height = height_of(str(index.data()), font_of(""), inner)
        if index.data(TAG):
            height += height_of(str(index.data(TAG)), font_of("small"), inner)
        return QSize(8 * line, max(32, ceil(height + line)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; what is chosen has an edge as well as a colour."""
        told, line = colours(), option.fontMetrics.height()
        state: QStyle.StateFlag = option.state
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(told.accent), 1.5))
            painter.setBrush(QColor(told.accent_soft))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), line / 3, line / 3)
        elif index.row() < index.model().rowCount() - 1:
            painter.setPen(QPen(QColor(told.border), 1))
            foot = place.adjusted(line, 0, -line, -0.5)
            painter.drawLine(foot.bottomLeft(), foot.bottomRight())
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            draw_box(painter, self._box(option.rect, line), ticked=_is_on(ticked))
        indent = self._indent(line, index)
        top = place.top() + line / 2
        number = QRectF(place.left() + indent - 1.9 * line, top, 1.7 * line, line)
        draw_words(painter, number, f"{index.row() + 1}.", font_of("strong"), told.text2)
        inner = QRectF(place.left() + indent, top, place.width() - indent - 2.2 * line, 0)
        used = draw_words(painter, inner, str(index.data()), font_of(""), told.text)
        inner.translate(0, used)
        draw_words(painter, inner, str(index.data(TAG) or ""), font_of("small"), told.text2)
        grip = QRectF(place.right() - 1.7 * line, place.center().y() - line / 2, line, line)
        draw_icon(painter, "grip-vertical", grip, told.text3)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place.adjusted(1, 1, -1, -1), line / 3)
        painter.restore()

    def editorEvent(  # noqa: N802 - a name of Qt's
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick with Space, or with a click on the box."""
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None:
            return False
        line = option.fontMetrics.height()
        hit = isinstance(event, QMouseEvent) and self._box(option.rect, line).adjusted(
            -line / 2, -line / 2, line / 2, line / 2
        ).contains(event.position())
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if (hit and event.type() == QEvent.Type.MouseButtonRelease) or (
            pressed and event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        ):
            self._tick(int(index.data(KEY)), not _is_on(ticked))
            return True
        return hit

    def createEditor(  # noqa: N802 - a name of Qt's
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Give the box in which the words are changed; it saves while somebody types."""
        box = QPlainTextEdit(parent)
        box.setTabChangesFocus(True)
        box.setAccessibleName(_("Words of number {n}").format(n=index.row() + 1))
        box.setPlainText(str(index.data()))
        key = int(index.data(KEY))
        saving = AutoSave(
            self._session, lambda together: self._reword(key, typed(box), together), box
        )
        saving.setObjectName("saving")
        saving.watch(box)
        box.moveCursor(box.textCursor().MoveOperation.End)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - a name of Qt's
        """Leave what somebody types alone: it is saved already."""

    def setModelData(  # noqa: N802 - a name of Qt's
        self, editor: QWidget, _model: QAbstractItemModel, _index: Index
    ) -> None:
        """Save what was typed."""
        saving_of(editor).close_step()

    def updateEditorGeometry(  # noqa: N802 - a name of Qt's
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the box over the words, with room for three lines or more."""
        line = option.fontMetrics.height()
        place: QRect = option.rect.adjusted(ceil(self._indent(line, index)) - line // 2, 2, -2, -2)
        place.setHeight(max(place.height(), 4 * line))
        low = self._view.viewport().height() - 2
        if place.bottom() > low:
            place.moveBottom(max(low, place.height() + 2))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """End with Enter or Esc; what was typed is kept both times, and Undo takes it back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            ends = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if plain and event.key() in ends and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self._view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _box(self, place: QRect, line: int) -> QRectF:
        return QRectF(place.left() + 0.7 * line, place.top() + 0.4 * line, 1.2 * line, 1.2 * line)

    def _indent(self, line: int, index: Index) -> float:
        boxed = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        return (4.2 if boxed else 2.6) * line


def saving_of(editor: QWidget) -> AutoSave:
    """Give what saves the words of an open box."""
    found = editor.findChild(AutoSave, "saving")
    if not isinstance(found, AutoSave):
        raise TypeError("only boxes of this list come here")
    return found


def _is_on(ticked: object) -> bool:
    return ticked in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
