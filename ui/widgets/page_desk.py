"""The desk on which one page lies: it scrolls, zooms and turns, and lets words be chosen."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ui.theme.colours import colours
from ui.theme.looks import Looks
from ui.widgets.chosen_words import ChosenWords
from ui.widgets.page_text import Match, PageText
from ui.widgets.paper import PagePicture, box_of, paint_chosen, paint_found, paint_paper
from ui.widgets.sheet import Fit, Sheet, arrange, stepped

MARGIN = 16  # pixels around the paper at the usual size of text
SOON = 150  # milliseconds until a new picture is asked for while the size still changes
PATIENCE = 400  # milliseconds until the paper says that its picture is on the way
_JITTER = 5  # pixels that a hand may move in a click


class PageDesk(QAbstractScrollArea):
    """Shows one page; whoever owns it brings the pictures that `wanted` asks for."""

    wanted = Signal(float)  # device pixels to a point
    fit_changed = Signal()
    turn_wanted = Signal(int)  # pages on or back
    chosen_changed = Signal()
    laid = Signal()  # the paper lies otherwise than before
    text_shown = Signal()

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self.fit = Fit.WIDTH
        self.sheet: Sheet | None = None
        self.text = PageText()
        self.chosen = ChosenWords(self._choice_changed)
        self._found: tuple[Match, ...] = ()
        self._current = -1
        self._picture = PagePicture()
        self._late = False
        self._pressed = QPointF()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._want)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_late)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        looks.changed.connect(self._arrange)

    @property
    def has_picture(self) -> bool:
        """Whether the picture of the page has come."""
        return self._picture.there

    def lay(self, size: tuple[float, float] | None, turn: int = 0) -> None:
        """Lay another page on the desk, its picture still to come; None clears the desk."""
        zoom = self.sheet.zoom if self.sheet else 1.0
        self.sheet = Sheet(*size, turn=turn, zoom=zoom) if size else None
        self._picture.set(QImage())
        self._late = False
        self._soon.stop()
        self.show_text(PageText())
        self._patience.start()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._want()

    def show_picture(self, image: QImage) -> None:
        """Show the picture of the page."""
        self._picture.set(image)
        self.viewport().update()

    def show_text(self, text: PageText) -> None:
        """Let the words of the page be chosen."""
        self.text = text
        self._found, self._current = (), -1
        self.chosen.show(text)
        self.text_shown.emit()

    def mark(self, found: tuple[Match, ...], current: int) -> None:
        """Mark what was found and bring the current place into sight; -1 for none."""
        self._found, self._current = found, current
        if self.sheet is not None and 0 <= current < len(found):
            self.bring(box_of(self.sheet, self.text, found[current]))
        self.viewport().update()

    def bring(self, box: QRectF) -> None:
        """Scroll so that a box, in pixels, is in sight."""
        view = QRectF(self.viewport().rect())
        x = min(0.0, box.left() - view.left()) or max(0.0, box.right() - view.right())
        y = min(0.0, box.top() - view.top()) or max(0.0, box.bottom() - view.bottom())
        third = view.height() / 3 if box.height() > 1 and y else 0.0  # with what stands around it
        self._scroll(x, y + (third if y > 0 else -third))

    def fit_to(self, fit: Fit) -> None:
        """Show the page as wide as the desk, or all of it."""
        self.fit = fit
        self._arrange()
        self.fit_changed.emit()

    def zoom_by(self, steps: float, at: QPointF | None = None) -> None:
        """Zoom in, or out where `steps` is below 0, about a place on the desk."""
        if self.sheet is None:
            return
        about = at or QPointF(self.viewport().rect().center())
        spot = self.sheet.point(about)
        self.fit = Fit.ZOOM
        self._arrange(stepped(self.sheet.zoom, steps))
        away = self.sheet.transform().map(spot) - about
        self._scroll(away.x(), away.y())
        self.fit_changed.emit()

    def turn(self) -> None:
        """Turn the page a quarter clockwise, for the eye only."""
        if self.sheet is not None:
            self.sheet = replace(self.sheet, turn=(self.sheet.turn + 90) % 360)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Fit the page to the new size."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give a size at which a page can be read."""
        return QSize(round(420 * self._looks.scale), round(540 * self._looks.scale))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for some lines of the page; in a low window the rest is scrolled to."""
        return QSize(round(120 * self._looks.scale), round(30 * self._looks.scale))

    def scrollContentsBy(self, _x: int, _y: int) -> None:  # noqa: N802 - a name of Qt's
        """Move the paper."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """Keep the keys for copying from the menus, and follow a window to another screen."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.chosen.takes(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - a name of Qt's
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Choose words, turn pages, zoom; the space bar and the arrows scroll."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        held = event.modifiers()
        if self.chosen.press(event):
            event.accept()
        elif event.key() in pages:
            self.turn_wanted.emit(pages[Qt.Key(event.key())])
        elif event.key() in zooms and not held & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(zooms[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            screen = 0.9 * self.viewport().height()
            self._scroll(0, -screen if held & Qt.KeyboardModifier.ShiftModifier else screen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Begin to choose words."""
        if event.button() is Qt.MouseButton.LeftButton and self.sheet is not None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pressed = event.position()
            self.chosen.begin(self.sheet.point(event.position()), extend=extend)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Choose the word under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton and self.sheet is not None:
            self._pressed = event.position()
            self.chosen.take_word(self.sheet.point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Choose up to the pointer while the button is held."""
        if self.sheet is None:
            return
        spot = self.sheet.point(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton:
            if (event.position() - self._pressed).manhattanLength() > _JITTER:
                self.chosen.reach(spot)
            self.bring(QRectF(event.position(), QSizeF(1, 1)))
        on_word = self.text.at(spot.x(), spot.y()) is not None
        shape = Qt.CursorShape.IBeamCursor if on_word else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint desk, paper, picture, marks and the focus ring."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours().sunken))
        if self.sheet is not None:
            paint_paper(painter, self.sheet, self._picture, late=self._late)
            paint_found(painter, self.sheet, self.text, self._found, self._current)
            paint_chosen(painter, self.sheet, self.text, self.chosen.range)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _choice_changed(self) -> None:
        self.viewport().update()
        self.chosen_changed.emit()

    def _say_late(self) -> None:
        self._late = True
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - a name of Qt's
        """Ask for the picture that was not wanted while nobody saw it."""
        super().showEvent(event)
        self._soon.start()

    def _want(self) -> None:
        if self.sheet is not None and self.isVisible():
            self.wanted.emit(self.sheet.zoom * self.devicePixelRatioF())

    def _arrange(self, zoom: float | None = None) -> None:
        """Find the zoom, the reach of the scroll bars, and the place of the paper."""
        reach = (0, 0)
        if self.sheet is not None:
            space, before = self.maximumViewportSize(), self.sheet.zoom
            found = arrange(
                self.sheet.lying,
                self.fit,
                zoom or before,
                (space.width(), space.height()),
                margin=round(MARGIN * self._looks.scale),
                bar=self.verticalScrollBar().sizeHint().width(),
            )
            reach = found.reach
            self.sheet = replace(self.sheet, zoom=found.zoom)
            self.horizontalScrollBar().setPageStep(found.room[0])
            self.verticalScrollBar().setPageStep(found.room[1])
            if found.zoom != before:
                self._soon.start()
        for bar, length in zip(self._bars(), reach, strict=True):
            bar.setRange(0, length)
            bar.setSingleStep(round(24 * self._looks.scale))
        self._place()

    def _place(self) -> None:
        """Lay the paper where the scroll bars say, in the middle where it is narrower."""
        if self.sheet is not None:
            margin = round(MARGIN * self._looks.scale)
            middle = round((self.viewport().width() - self.sheet.size.width()) / 2)
            self.sheet = replace(
                self.sheet,
                left=max(margin, middle) - self.horizontalScrollBar().value(),
                top=margin - self.verticalScrollBar().value(),
            )
        self.viewport().update()
        self.laid.emit()

    def _scroll(self, x: float, y: float) -> None:
        for bar, way in zip(self._bars(), (x, y), strict=True):
            bar.setValue(round(bar.value() + way))

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()
