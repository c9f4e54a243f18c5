"""The timeline as a drawing: a lane for each kind of event, a shape for each event."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.model.story import EventKind
from app.phrases import _
from ui.facts.line import Line
from ui.theme.colours import Colours, colours
from ui.theme.fonts import font_of
from ui.timeline.axis import Axis, span
from ui.timeline.happenings import Happening
from ui.timeline.marks import draw_mark, lane_title
from ui.widgets.labels import em

_LANES: tuple[EventKind | None, ...] = (*EventKind, None)


class Strip(QWidget):
    """Shows the same facts as the list; arrow keys go from mark to mark.

    `chosen` tells the line of the mark that somebody comes to, `opened` the
    one they press.
    """

    accessible_role = QAccessible.Role.Graphic
    chosen = Signal(object)  # Line
    opened = Signal(object)  # Line

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Happening] = []
        self.years = 0
        self._today = date.today()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Timeline, drawn"))

    def show_found(self, found: list[Happening], today: date) -> None:
        """Show what happened; lines without a date have no mark."""
        at = self.line
        self.found = [one for one in found if one.when.known]
        self._today = today
        self._at = -1
        if at is not None:
            self.choose(at.kind, at.id)
        self._describe()
        self.updateGeometry()
        self.update()

    def show_years(self, years: int) -> None:
        """Show only the last years, or all for 0."""
        self.years = years
        self._describe()
        self.update()

    def choose(self, kind: str, number: int) -> None:
        """Mark the mark of a line, if it has one."""
        places = [
            place
            for place, one in enumerate(self.found)
            if (one.line.kind, one.line.id) == (kind, number)
        ]
        self._at = places[0] if places else -1
        self._describe()
        self.update()

    @property
    def line(self) -> Line | None:
        """The line of the mark that somebody has come to."""
        return self.found[self._at].line if 0 <= self._at < len(self.found) else None

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the lanes and the words of the time below them."""
        return QSize(30 * em(self), round((len(self._lanes()) * 1.7 + 2.4) * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the height that it needs; it may be narrow."""
        return QSize(14 * em(self), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go to the mark before or after, the first or the last; open one."""
        seen = self._seen()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        line = self.line
        if event.key() in steps and seen:
            place = seen.index(self._at) + steps[Qt.Key(event.key())] if self._at in seen else 0
            self._go(seen[min(max(place, 0), len(seen) - 1)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and seen:
            self._go(seen[0 if event.key() == Qt.Key.Key_Home else -1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and line:
            self.opened.emit(line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Come to the mark that is pressed."""
        place = self._near(event.position())
        if place is not None:
            self._go(place)
            self.opened.emit(self.found[place].line)

    def event(self, event: QEvent) -> bool:
        """Say what a mark is when the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            place = self._near(QPointF(event.pos()))
            words = self.found[place].line.sentence if place is not None else ""
            QToolTip.showText(event.globalPos(), words.replace("<", "‹"), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint lanes, time, today and marks."""
        told = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = self._axis()
        self._paint_time(painter, axis, told)
        self._paint_lanes(painter, axis, told)
        seen = self._seen()
        drawn: set[tuple[EventKind | None, int]] = set()
        for place in seen:
            spot = (self.found[place].lane, round(self._spot(place, axis).x()))
            if spot not in drawn or place == self._at:  # one mark hides all under it
                drawn.add(spot)
                self._paint_mark(painter, place, axis, told)
        if self.hasFocus() and self._at not in seen:
            painter.setPen(QPen(QColor(told.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_time(self, painter: QPainter, axis: Axis, told: Colours) -> None:
        unit, small = em(self), font_of("small", digits=True)
        bottom = len(self._lanes()) * 1.7 * unit
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        for x, words in axis.ticks(4.8 * unit):
            painter.setPen(QPen(QColor(told.border), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            painter.setPen(QColor(told.text2))
            left = min(x, self.width() - metrics.horizontalAdvance(words))
            painter.drawText(QPointF(left, bottom + metrics.ascent() + 2), words)
        x = axis.x(self._today)
        painter.setPen(QPen(QColor(told.accent_text), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        words = _("today")
        wide = metrics.horizontalAdvance(words)
        left = min(max(0.0, x - wide / 2), self.width() - wide)
        painter.setPen(QColor(told.accent_text))
        painter.drawText(QPointF(left, bottom + metrics.height() + metrics.ascent() + 2), words)

    def _paint_lanes(self, painter: QPainter, axis: Axis, told: Colours) -> None:
        small = font_of("small")
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        for lane in self._lanes():
            y = self._y(lane)
            painter.setPen(QPen(QColor(told.border), 1))
            painter.drawLine(QPointF(axis.left, y), QPointF(axis.right, y))
            painter.setPen(QColor(told.text2))
            words = lane_title(lane) if lane else _("Records")
            painter.drawText(QPointF(0, y + metrics.ascent() / 2 - 1), words)

    def _paint_mark(self, painter: QPainter, place: int, axis: Axis, told: Colours) -> None:
        one = self.found[place]
        at, half = self._spot(place, axis), 0.42 * em(self)
        ink = told.said if one.line.said else told.text
        first, last = axis.ends(one.when)
        if last - first > half:
            painter.setPen(QPen(QColor(told.edge), 2))
            start = max(first, axis.left)
            painter.drawLine(QPointF(start, at.y()), QPointF(min(last, axis.right), at.y()))
        if one.lane:
            draw_mark(painter, one.lane, at, half, ink, told.surface)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(told.text2))
            painter.drawRect(QRectF(at.x() - half / 2, at.y() - half / 2, half, half))
        if place == self._at:
            painter.setPen(QPen(QColor(told.focus if self.hasFocus() else told.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, half * 1.9, half * 1.9)

    def _lanes(self) -> tuple[EventKind | None, ...]:
        records = any(one.lane is None for one in self.found)
        return _LANES if records else _LANES[:-1]

    def _y(self, lane: EventKind | None) -> float:
        return (_LANES.index(lane) + 0.5) * 1.7 * em(self)

    def _axis(self) -> Axis:
        metrics = QFontMetricsF(font_of("small"))
        names = [lane_title(one) if one else _("Records") for one in self._lanes()]
        left = max(metrics.horizontalAdvance(name) for name in names) + em(self)
        start, end = span([one.when for one in self.found], self._today, self.years)
        return Axis(start, end, left, max(left + 1, self.width() - 0.8 * em(self)))

    def _spot(self, place: int, axis: Axis) -> QPointF:
        one = self.found[place]
        return QPointF(min(axis.middle(one.when), axis.right), self._y(one.lane))

    def _seen(self) -> list[int]:
        """Give the places of the marks that lie in the years shown."""
        axis = self._axis()
        return [place for place, one in enumerate(self.found) if axis.middle(one.when) >= axis.left]

    def _near(self, at: QPointF) -> int | None:
        axis, reach = self._axis(), max(16.0, 0.9 * em(self))
        found = [
            ((self._spot(place, axis) - at).manhattanLength(), place) for place in self._seen()
        ]
        best = min(found, default=(reach + 1, -1))
        return best[1] if best[0] <= reach else None

    def _go(self, place: int) -> None:
        self._at = place
        self._describe()
        self.update()
        line = self.found[place].line
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line.sentence))
        self.chosen.emit(line)

    def _describe(self) -> None:
        seen = self._seen()
        line = self.line
        words = _("{n} marks. The list below says the same in words.").format(n=len(seen))
        self.setAccessibleDescription(f"{line.sentence} {words}" if line else words)
