"""A series as a drawing: what was measured when, without any judgement."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.result import Result
from app.model.series import Scale, Series, scale_of
from app.model.voice import Said
from app.phrases import _
from ui.results.result_kind import value_words
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.timeline.axis import Axis
from ui.widgets.labels import em

_TALL = 11.5  # lines of text


class Chart(QWidget):
    """Draws dots and a line; what somebody said has hollow dots and dotted lines.

    The lab's own range, where one is printed, lies between dashed lines.
    Arrow keys go from dot to dot. `chosen` tells the result that somebody
    comes to, `opened` the one they press Enter on.
    """

    accessible_role = QAccessible.Role.Chart
    chosen = Signal(object)  # Result
    opened = Signal(object)  # Result

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[Result, ...] = ()
        self._series: Series | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, series: Series | None, chosen: int = 0) -> None:
        """Show a series with at least two points; `chosen` is the id of the result to mark."""
        self._series = series if series and series.charted else None
        self.points = self._series.points if self._series else ()
        places = [place for place, one in enumerate(self.points) if one.id == chosen]
        self._at = places[0] if places else -1
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def result(self) -> Result | None:
        """The result whose dot is marked."""
        return self.points[self._at] if 0 <= self._at < len(self.points) else None

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the dots and the words around them."""
        return QSize(26 * em(self), round(_TALL * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the height that it needs; it may be narrow."""
        return QSize(12 * em(self), round(_TALL * em(self)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go to the dot before or after, the first or the last; open its page."""
        last = len(self.points) - 1
        goals = {
            Qt.Key.Key_Left: max(0, self._at - 1),
            Qt.Key.Key_Right: min(last, self._at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        result = self.result
        if event.key() in goals and self.points:
            self._go(goals[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and result:
            self.opened.emit(result)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Come to the dot that is pressed."""
        reach = max(16.0, 0.9 * em(self))
        far = [
            ((spot - event.position()).manhattanLength(), place)
            for place, spot in enumerate(self.spots())
        ]
        best = min(far, default=(reach + 1, -1))
        if best[0] <= reach:
            self._go(best[1])

    def spots(self) -> list[QPointF]:
        """Give where the dots lie, in pixels."""
        if self._series is None:
            return []
        scale, place = scale_of(self._series), self._place()
        axis = _axis(scale, place)
        return [
            QPointF(axis.middle(one.date), _y(scale, place, one.number or 0.0))
            for one in self.points
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the range, the line, the dots and the words."""
        if self._series is None:
            return
        told, scale, place = colours(), scale_of(self._series), self._place()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_range(painter, scale, place, told)
        self._paint_frame(painter, scale, place, told)
        spots = self.spots()
        self._paint_line(painter, spots, told)
        self._paint_dots(painter, spots, told)
        if self.hasFocus() and self.result is None:
            painter.setPen(QPen(QColor(told.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_range(self, painter: QPainter, scale: Scale, place: QRectF, told: Colours) -> None:
        assert self._series is not None
        low, high = self._series.bounds
        if low is None and high is None:
            return
        top = place.top() if high is None else _y(scale, place, high)
        bottom = place.bottom() if low is None else _y(scale, place, low)
        painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), told.surface2)
        painter.setPen(QPen(QColor(told.text2), 1, Qt.PenStyle.DashLine))
        for value in (low, high):
            if value is not None:
                y = _y(scale, place, value)
                painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))

    def _paint_frame(self, painter: QPainter, scale: Scale, place: QRectF, told: Colours) -> None:
        small = font_of("small", digits=True)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(QPen(QColor(told.edge), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.setPen(QColor(told.text2))
        for value in scale.ticks:
            words, y = scale.shown(value), _y(scale, place, value)
            x = place.left() - metrics.horizontalAdvance(words) - 0.4 * em(self)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words)
        for x, words in _axis(scale, place).ticks(5 * em(self)):
            painter.drawLine(QPointF(x, place.bottom()), QPointF(x, place.bottom() + 4))
            wide = metrics.horizontalAdvance(words)
            left = min(x - wide / 2, self.width() - wide)
            painter.drawText(QPointF(left, place.bottom() + metrics.height() + 3), words)

    def _paint_line(self, painter: QPainter, spots: list[QPointF], told: Colours) -> None:
        for number in range(1, len(spots)):
            said = any(isinstance(one.voice, Said) for one in self.points[number - 1 : number + 1])
            pen = QPen(QColor(told.said if said else told.text), 2)
            if said:
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.1, 2.5])
            painter.setPen(pen)
            painter.drawLine(spots[number - 1], spots[number])

    def _paint_dots(self, painter: QPainter, spots: list[QPointF], told: Colours) -> None:
        strong = font_of("strong", digits=True)
        metrics = QFontMetricsF(strong)
        half, end = 0.26 * em(self), float("-inf")
        for number, (one, spot) in enumerate(zip(self.points, spots, strict=True)):
            said = isinstance(one.voice, Said)
            ink = QColor(told.said if said else told.text)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(QColor(told.surface) if said else ink)
            painter.drawEllipse(spot, half, half)
            if number == self._at:
                painter.setPen(QPen(QColor(told.focus if self.hasFocus() else told.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(spot, half * 2.2, half * 2.2)
            words = one.value.strip()
            wide = metrics.horizontalAdvance(words)
            left = min(max(0.0, spot.x() - wide / 2), self.width() - wide)
            if left > end + 4:  # values too close are read in the list
                painter.setFont(strong)
                painter.setPen(ink)
                painter.drawText(QPointF(left, spot.y() - 0.6 * em(self)), words)
                end = left + wide

    def _place(self) -> QRectF:
        """Give the field for the dots: between the words at its left and below it."""
        assert self._series is not None
        metrics = QFontMetricsF(font_of("small", digits=True))
        scale, line = scale_of(self._series), em(self)
        words = max(metrics.horizontalAdvance(scale.shown(one)) for one in scale.ticks)
        left = words + 0.7 * line
        high = self.height() - 2.4 * line
        return QRectF(left, line, max(1.0, self.width() - left - line), high)

    def _go(self, place: int) -> None:
        self._at = place
        self._describe()
        self.update()
        result = self.points[place]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, _point_words(result)))
        self.chosen.emit(result)

    def _describe(self) -> None:
        """Say the chart in words: what is marked, then all of it."""
        if self._series is None:
            self.setAccessibleName(_("No chart"))
            self.setAccessibleDescription("")
            return
        self.setAccessibleName(_("Chart of {name}").format(name=self._series.name))
        parts = [_point_words(self.result)] if self.result else []
        if self._series.reference:
            words = _("The lab’s own range is {range}.")
            parts.append(words.format(range=self._series.reference))
        parts += [_point_words(one) for one in self.points]
        self.setAccessibleDescription(" ".join(parts))


def _axis(scale: Scale, place: QRectF) -> Axis:
    return Axis(scale.first, scale.last, place.left() + place.width() / 40, place.right())


def _y(scale: Scale, place: QRectF, value: float) -> float:
    return place.bottom() - scale.up(value) * place.height()


def _point_words(one: Result) -> str:
    said = isinstance(one.voice, Said)
    form = _("{date}: {value}, said.") if said else _("{date}: {value}.")
    return form.format(date=one.date.shown(), value=value_words(one))
