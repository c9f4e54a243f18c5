"""What lies over the page while parts of it are covered: boxes, and the hand that draws one."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.model.version import CoverUp
from app.phrases import _
from ui.covering.areas import MIDDLE, Area, drawn, moved, on_sheet
from ui.covering.box_widget import BoxOnPage
from ui.covering.words import label_on, place_title
from ui.theme.colours import LIGHT
from ui.theme.looks import Looks
from ui.widgets.page_desk import PageDesk

_JITTER = 5  # pixels that a hand may move in a click
_ASIDE = 12.0  # points between two new boxes


class CoverLayer(QWidget):
    """Lies over the desk, so that the mouse draws boxes; the keys go to the boxes.

    `drawn` tells of a new area, `changed` and `removed` of a box that is
    there, `current_changed` that another box is worked on.
    """

    drawn = Signal(object)  # an area
    changed = Signal(object, str)  # a CoverUp, and what goes together
    removed = Signal(object)  # a CoverUp
    current_changed = Signal()

    def __init__(self, desk: PageDesk, looks: Looks) -> None:
        super().__init__(desk.viewport())
        self._desk = desk
        self._looks = looks
        self.boxes: list[BoxOnPage] = []
        self._start: QPointF | None = None
        self._end = QPointF()
        self.setCursor(Qt.CursorShape.CrossCursor)
        desk.laid.connect(self._fit)
        looks.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> int | None:
        """The id of the box that is worked on."""
        return next((one.box.id for one in self.boxes if one.current), None)

    def show_boxes(self, boxes: list[CoverUp]) -> None:
        """Show just these; a box that was there stays the same widget, with its focus."""
        known = {one.box.id: one for one in self.boxes}
        self.boxes = [known.pop(box.id) if box.id in known else self._make(box) for box in boxes]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        before: QWidget = self._desk
        for number, (one, box) in enumerate(zip(self.boxes, boxes, strict=True), 1):
            one.show_box(box)
            name = _("{place}, covered: {why}")
            one.setAccessibleName(name.format(place=place_title(number), why=label_on(box)))
            QWidget.setTabOrder(before, one)
            before = one

    def describe(self, words: dict[int, str]) -> None:
        """Let each box say what it covers."""
        for one in self.boxes:
            one.setAccessibleDescription(words.get(one.box.id, ""))

    def focus_on(self, number: int) -> None:
        """Give the keyboard to a box and bring it into sight."""
        for one in self.boxes:
            if one.box.id == number:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                if self._desk.sheet is not None:
                    self._desk.bring(on_sheet(self._desk.sheet, one.area))

    def free_place(self) -> Area | None:
        """Give a place for a new box in the middle of the page, beside those that are there."""
        sheet = self._desk.sheet
        if sheet is None:
            return None
        area, taken = MIDDLE, {one.area for one in self.boxes}
        for _turn in range(len(taken) + 1):
            if not any(_same(area, one) for one in taken):
                return area
            area = moved(sheet, area, _ASIDE, _ASIDE)
        return area

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Begin a box; with Shift, words are chosen on as without this layer."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() is not Qt.MouseButton.LeftButton or held or not self._desk.sheet:
            event.ignore()
            return
        self._desk.setFocus(Qt.FocusReason.MouseFocusReason)
        self._start = self._end = event.position()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let the desk choose the word."""
        self._start = None
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Draw."""
        if self._start is None:
            event.ignore()
            return
        self._end = event.position()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Tell of the new box, unless it was only a click."""
        start, self._start = self._start, None
        sheet = self._desk.sheet
        self.update()
        if start is None or sheet is None:
            event.ignore()
            return
        across = event.position() - start
        if min(abs(across.x()), abs(across.y())) > _JITTER:
            if sheet.place.intersects(QRectF(start, event.position()).normalized()):
                self.drawn.emit(drawn(sheet, start, event.position()))
        else:
            self._work_on(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Give up a box that is being drawn with Esc; all other keys are the desk's."""
        if event.key() == Qt.Key.Key_Escape and self._start is not None:
            self._start = None
            self.update()
            return
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint what is being drawn."""
        if self._start is None:
            return
        painter = QPainter(self)
        box = QRectF(self._start, self._end).normalized()
        painter.fillRect(box, QColor(0, 0, 0, 150))
        painter.setPen(QPen(QColor(LIGHT.focus), 2))
        painter.drawRect(box)
        painter.end()

    def _make(self, box: CoverUp) -> BoxOnPage:
        made = BoxOnPage(box, self._looks.scale, self)
        made.changed.connect(self._tell_changed)
        made.removed.connect(self.removed)
        made.taken.connect(lambda: self._work_on(made))
        if self._desk.sheet is not None:
            made.lie_on(self._desk.sheet, self._looks.scale)
        return made

    @Slot(object, str)
    def _tell_changed(self, box: CoverUp, together: str) -> None:
        if self._desk.sheet is not None:
            area = box.x0, box.y0, box.x1, box.y1
            self._desk.bring(on_sheet(self._desk.sheet, area))
        self.changed.emit(box, together)

    def _work_on(self, chosen: BoxOnPage | None) -> None:
        for one in self.boxes:
            one.current = one is chosen
            one.update()
        self.current_changed.emit()

    @Slot()
    def _fit(self) -> None:
        self.setGeometry(self._desk.viewport().rect())
        if self._desk.sheet is not None:
            for one in self.boxes:
                one.lie_on(self._desk.sheet, self._looks.scale)


def _same(one: Area, other: Area) -> bool:
    return all(abs(a - b) < 0.01 for a, b in zip(one, other, strict=True))
