"""One row of the plan: the whole row is a button, and its state is said in words."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.model.task import Status, Task
from app.phrases import _
from ui.theme.colours import CONTRAST, colours
from ui.theme.fonts import font_of
from ui.theme.icons import draw_icon
from ui.widgets.check import draw_ring
from ui.widgets.labels import em
from ui.widgets.wrapped import draw_words, height_of

_NARROW = 24  # heights of a line; a row of less width says its state below its words


def status_words(status: Status) -> str:
    """Say how far a part has come."""
    return {
        Status.DONE: _("Done"),
        Status.STARTED: _("Started"),
        Status.TO_DO: _("To do"),
        Status.NOT_YET: _("Not yet"),
        Status.IF_YOU_LIKE: _("If you like"),
    }[status]


class PlanRow(QAbstractButton):
    """Leads to one part; reads as "Records. Started. 11 added, 2 still need a date"."""

    def __init__(self, task: Task, *, last: bool = False) -> None:
        super().__init__()
        self.task = task
        self._last = last
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_task(task)

    def show_task(self, task: Task) -> None:
        """Show how far the part has come now."""
        self.task = task
        self.setText(task.title.replace("&", "&&"))
        self.setAccessibleName(f"{task.title}. {status_words(task.status)}. {task.hint}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for words on lines of a comfortable length."""
        width = max(self.width(), 20 * em(self))
        return QSize(30 * em(self), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is little room."""
        width = 14 * em(self)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        inner = self._words_width(width)
        height = height_of(self.task.title, font_of("strong"), inner)
        height += height_of(self.task.hint, font_of("small"), inner)
        if self._stacked(width):
            height += 1.6 * em(self)
        return max(32, ceil(height + em(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the words, the state and the arrow."""
        told, line = colours(), em(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        if self.isDown() or self.underMouse():
            shade = QColor(told.sunken if self.isDown() else told.surface2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), line / 2, line / 2)
        if not self._last:
            painter.setPen(QPen(QColor(told.border), 1))
            foot = place.bottom() - 0.5
            painter.drawLine(QPointF(0.9 * line, foot), QPointF(place.right() - 0.9 * line, foot))
        inner = QRectF(0.9 * line, line / 2, self._words_width(self.width()), 0)
        waits = self.task.status is Status.NOT_YET
        title = told.text2 if waits else told.text
        inner.translate(0, draw_words(painter, inner, self.task.title, font_of("strong"), title))
        inner.translate(0, draw_words(painter, inner, self.task.hint, font_of("small"), told.text2))
        self._draw_status(painter, inner.top())
        side = 1.1 * line
        arrow = QRectF(place.right() - 1.9 * line, place.center().y() - side / 2, side, side)
        if not waits:
            draw_icon(painter, "chevron-right", arrow, told.text3)
        if self.hasFocus():
            draw_ring(painter, place.adjusted(2, 2, -2, -2), line / 2)
        painter.end()

    def _draw_status(self, painter: QPainter, below: float) -> None:
        told, line = colours(), em(self)
        status = self.task.status
        pill = status in (Status.STARTED, Status.TO_DO)
        font = font_of("label" if pill else "")
        metrics = QFontMetricsF(font)
        words = status_words(status)
        before = 1.4 * line if status is Status.DONE else line / 2 if pill else 0.0
        wide = metrics.horizontalAdvance(words) + before + (line / 2 if pill else 0)
        high = metrics.height() + 0.4 * line
        if self._stacked(self.width()):
            place = QRectF(0.9 * line, below + 0.2 * line, wide, high)
        else:
            right = self.width() - 2.4 * line
            place = QRectF(right - wide, (self.height() - high) / 2, wide, high)
        ink, ground = {
            Status.DONE: (told.ok, ""),
            Status.STARTED: (told.warn, told.warn_soft),
            Status.TO_DO: (told.accent_text, told.accent_soft),
        }.get(status, (told.text2, ""))
        if ground:
            edge = QPen(QColor(ink), 1.5) if told is CONTRAST else QPen(Qt.PenStyle.NoPen)
            painter.setPen(edge)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(place, line / 4, line / 4)
        if status is Status.DONE:
            tick = QRectF(place.left(), place.center().y() - line / 2, line, line)
            draw_icon(painter, "check", tick, told.ok)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(
            place.adjusted(before, 0, 2, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            words,
        )

    def _stacked(self, width: int) -> bool:
        return width < _NARROW * em(self)

    def _words_width(self, width: int) -> float:
        line = em(self)
        return width - (3.0 * line if self._stacked(width) else 9.0 * line)
