"""The timeline as a drawing: a lane for each kind of event, a shape for each event."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.model.partial_date import PartialDate, Point
from app.model.story import EventKind
from app.model.typed_date import say_date
from app.phrases import _
from ui.facts.line import Line
from ui.theme.fonts import font_of
from ui.timeline.axis import Axis, span
from ui.timeline.happenings import Happening
from ui.timeline.laid import Laid, Lane, days_of, lay
from ui.timeline.marks import lane_title
from ui.timeline.strip_paint import paint_strip
from ui.timeline.zoom import Zoom
from ui.widgets.labels import em

_LANES: tuple[Lane, ...] = (*EventKind, None)


class Strip(QWidget):
    """Shows the same facts as the list; arrow keys go from mark to mark.

    Plus and minus show less and more time, 0 shows all, Page Up and Page Down
    go on in time. `chosen` tells the line of the mark that somebody comes to,
    `opened` the one they press.
    """

    accessible_role = QAccessible.Role.Graphic
    chosen = Signal(object)  # Line
    opened = Signal(object)  # Line
    zoomed = Signal()  # another stretch of time is shown

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Happening] = []
        self._days: list[tuple[int, int]] = []
        self.years = 0
        self._today = date.today()
        self._at = -1
        self.zoom = Zoom(*span([], self._today, 0))
        self._laid: Laid | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Timeline, drawn"))

    def show_found(self, found: list[Happening], today: date) -> None:
        """Show what happened; lines without a date have no mark."""
        at = self.line
        self.found = [one for one in found if one.when.known]
        self._days = [days_of(one) for one in self.found]
        self._today = today
        self._at = -1
        self._span_anew()
        if at is not None:
            self.choose(at.kind, at.id)

    def show_years(self, years: int) -> None:
        """Show only the last years, or all for 0."""
        self.years = years
        self.zoom = self.zoom.all()
        self._span_anew()

    def zoom_by(self, step: int) -> None:
        """Show less time (1) or more (-1), about the mark that somebody has come to."""
        about = date.fromordinal(sum(self._days[self._at]) // 2) if self.line else None
        self._show(self.zoom.by(step, about))

    def show_all(self) -> None:
        """Show all the time that there is."""
        self._show(self.zoom.all())

    def move_in_time(self, step: int) -> None:
        """Show what is later (1) or earlier (-1)."""
        self._show(self.zoom.moved(step))

    def choose(self, kind: str, number: int) -> None:
        """Mark the mark of a line, if it has one, and bring it into sight."""
        places = (
            place
            for place, one in enumerate(self.found)
            if (one.line.kind, one.line.id) == (kind, number)
        )
        self._at = next(places, -1)
        self._bring()

    @property
    def line(self) -> Line | None:
        """The line of the mark that somebody has come to."""
        return self.found[self._at].line if 0 <= self._at < len(self.found) else None

    @property
    def span_words(self) -> str:
        """From when to when it shows, in words."""
        start, end = self.zoom.span
        return _("{start} to {end}").format(start=_month(start), end=_month(end))

    @property
    def laid(self) -> Laid:
        """Where everything lies now."""
        if self._laid is None:
            self._laid = lay(self.found, self._days, self._axis(), self._lanes(), em(self))
        return self._laid

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for the lanes and the words of the time below them."""
        return QSize(30 * em(self), round(self.laid.bottom + 2.4 * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the height that it needs; it may be narrow."""
        return QSize(14 * em(self), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Lay out anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_anew()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - a name of Qt's
        """Lay out anew for another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go to the mark before or after, the first or the last; open one; zoom."""
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Home: lambda: self._go(self._reachable()[0]),
            Qt.Key.Key_End: lambda: self._go(self._reachable()[-1]),
            Qt.Key.Key_Plus: lambda: self.zoom_by(1),
            Qt.Key.Key_Equal: lambda: self.zoom_by(1),
            Qt.Key.Key_Minus: lambda: self.zoom_by(-1),
            Qt.Key.Key_0: self.show_all,
            Qt.Key.Key_PageUp: lambda: self.move_in_time(-1),
            Qt.Key.Key_PageDown: lambda: self.move_in_time(1),
        }
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        line = self.line
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not held and event.key() in acts and self._reachable():
            acts[event.key()]()
        elif event.key() in opens and line:
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
        painter = QPainter(self)
        at = self._at if self._at in self.laid.spots else None
        paint_strip(painter, self, self.laid, self.found, self._today, at)
        painter.end()

    def _lanes(self) -> tuple[Lane, ...]:
        records = any(one.lane is None for one in self.found)
        return _LANES if records else _LANES[:-1]

    def _axis(self) -> Axis:
        metrics = QFontMetricsF(font_of("small"))
        names = [lane_title(one) if one else _("Records") for one in self._lanes()]
        left = max(metrics.horizontalAdvance(name) for name in names) + em(self)
        return Axis(*self.zoom.span, left, max(left + 1, self.width() - 0.8 * em(self)))

    def _span_anew(self) -> None:
        first, last = span([one.when for one in self.found], self._today, self.years)
        wide = self.zoom.wide if self.zoom.wide < (last - first).days else 0
        self.zoom = Zoom(first, last, wide, self.zoom.middle)
        self._lay_anew()
        self.zoomed.emit()

    def _show(self, zoom: Zoom) -> None:
        if zoom == self.zoom:
            return
        self.zoom = zoom
        self._lay_anew()
        self.zoomed.emit()
        words = self.span_words
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _lay_anew(self) -> None:
        high = self._laid.bottom if self._laid else 0.0
        self._laid = None
        if self.laid.bottom != high:
            self.updateGeometry()
        self._describe()
        self.update()

    def _reachable(self) -> list[int]:
        """Give the marks that arrow keys go to: all of the years that were chosen."""
        least = 2 * self.zoom.first.toordinal()
        return [place for place, days in enumerate(self._days) if sum(days) >= least]

    def _step(self, step: int) -> None:
        reached = self._reachable()
        if self._at in reached:
            place = reached.index(self._at) + step
        else:  # begin with what is in sight
            seen = list(self.laid.spots)
            place = reached.index(seen[0]) if seen and seen[0] in reached else 0
        self._go(reached[min(max(place, 0), len(reached) - 1)])

    def _near(self, at: QPointF) -> int | None:
        reach = max(16.0, 0.9 * em(self))
        spots = self.laid.spots.items()
        found = [((spot - at).manhattanLength(), place) for place, spot in spots]
        best = min(found, default=(reach + 1, -1))
        return best[1] if best[0] <= reach else None

    def _go(self, place: int) -> None:
        self._at = place
        self._bring()
        line = self.found[place].line
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line.sentence))
        self.chosen.emit(line)

    def _bring(self) -> None:
        if self.line and not self.zoom.whole:
            self._show(self.zoom.showing(*map(date.fromordinal, self._days[self._at])))
        self._describe()
        self.update()

    def _describe(self) -> None:
        count, line = len(self.laid.spots), self.line
        words = _("1 mark.") if count == 1 else _("{n} marks.").format(n=count)
        words = " ".join((words, _("The list below says the same in words.")))
        self.setAccessibleDescription(f"{line.sentence} {words}" if line else words)


def _month(when: date) -> str:
    return say_date(PartialDate(Point(when.year, when.month)))
