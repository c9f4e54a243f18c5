"""One box on the page: taken hold of with the mouse, moved and sized with keys."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.model.version import CoverUp
from ui.covering.areas import Area, moved, on_sheet, pulled
from ui.covering.words import label_on
from ui.theme.colours import LIGHT
from ui.widgets.sheet import Sheet

STEP, FINE = 8.0, 1.0  # points that an arrow key moves a box; with Ctrl
GRIP = 11  # pixels across of what a hand takes hold of, at the usual size of text
LABEL = 7.0  # points of the words on a box, as in the PDF
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_SLANTS = {"lt": 1, "rb": 1, "lb": -1, "rt": -1}


class BoxOnPage(QWidget):
    """Black, with its reason, as it will be in the PDF; the paper is white in every look.

    `changed` tells of another area, with words that are the same for the
    moves of one go; `removed` that it should go; `taken` that somebody took
    hold of it.
    """

    changed = Signal(object, str)  # a CoverUp, and what goes together
    removed = Signal(object)  # the CoverUp
    taken = Signal()

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, box: CoverUp, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        self.current = False
        self._sheet: Sheet | None = None
        self._scale = scale
        self._together = uuid4().hex
        self._held: tuple[str, QPointF, Area] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show()

    @property
    def area(self) -> Area:
        """Where it lies on the upright page."""
        return self.box.x0, self.box.y0, self.box.x1, self.box.y1

    def show_box(self, box: CoverUp) -> None:
        """Show what the case says of it, unless a hand holds it."""
        if self._held is None:
            self.box = box
            self._place()

    def lie_on(self, sheet: Sheet, scale: float) -> None:
        """Lie on a page that is shown like this; `scale` is how much larger text is."""
        self._sheet, self._scale = sheet, scale
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Move with the arrow keys, size with Shift, finely with Ctrl; Delete removes."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        held = event.modifiers()
        if event.key() in _REMOVES:
            self.removed.emit(self.box)
        elif arrow is not None and self._sheet and not held & Qt.KeyboardModifier.AltModifier:
            step = FINE if held & Qt.KeyboardModifier.ControlModifier else STEP
            across, down = arrow[0] * step, arrow[1] * step
            if held & Qt.KeyboardModifier.ShiftModifier:
                self._take(pulled(self._sheet, self.area, "rb", across, down))
            else:
                self._take(moved(self._sheet, self.area, across, down))
            self.changed.emit(self.box, self._together)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - a name of Qt's
        """Become the one that is worked on; what is moved from now on is a step of its own."""
        super().focusInEvent(event)
        self._together = uuid4().hex
        self.raise_()
        self.taken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Take hold of it, or of one of its sides."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._together = uuid4().hex
            self._held = self._sides(event.position()), event.globalPosition(), self.area

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Follow the hand."""
        if self._held is None or self._sheet is None:
            self._show_hand(self._sides(event.position()))
            return
        sides, start, area = self._held
        way = (event.globalPosition() - start) / self._sheet.zoom
        if sides:
            self._take(pulled(self._sheet, area, sides, way.x(), way.y()))
        else:
            self._take(moved(self._sheet, area, way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - a name of Qt's
        """Let go; where it lies now is written down."""
        if event.button() is Qt.MouseButton.LeftButton and self._held is not None:
            other = self._held[2] != self.area
            self._held = None
            if other:
                self.changed.emit(self.box, self._together)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the box, its reason, and how to take hold of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self._inside()
        painter.fillRect(inside, QColor("black"))
        self._write(painter, inside)
        if self.current or self.hasFocus():
            self._edge(painter, inside)
        painter.end()

    def _take(self, area: Area) -> None:
        x0, y0, x1, y1 = area
        self.box = replace(self.box, x0=x0, y0=y0, x1=x1, y1=y1)
        self._place()

    def _place(self) -> None:
        if self._sheet is not None:
            rim = self._rim()
            around = on_sheet(self._sheet, self.area).adjusted(-rim, -rim, rim, rim)
            self.setGeometry(around.toAlignedRect())
            self.update()

    def _rim(self) -> float:
        return GRIP * self._scale / 2 + 3

    def _inside(self) -> QRectF:
        """Give where the black lies in the widget."""
        if self._sheet is None:
            return QRectF()
        return on_sheet(self._sheet, self.area).translated(-QPointF(self.pos()))

    def _write(self, painter: QPainter, inside: QRectF) -> None:
        """Write the reason the way it stands on the page, where it fits."""
        assert self._sheet is not None
        font = QFont(self.font())
        font.setPixelSize(max(1, round(LABEL * self._sheet.zoom)))
        font.setWeight(QFont.Weight.DemiBold)
        words, metrics = label_on(self.box), QFontMetricsF(font)
        size = inside.size() if self._sheet.turn in (0, 180) else inside.size().transposed()
        if metrics.horizontalAdvance(words) > size.width() or metrics.height() > size.height() + 2:
            return
        painter.save()
        painter.translate(inside.center())
        painter.rotate(self._sheet.turn)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        place = QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _edge(self, painter: QPainter, inside: QRectF) -> None:
        """Paint a ring that stands out from black and from white, and the grips."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for far, width, colour in ((0.5, 1.5, LIGHT.surface), (2.0, 3.0, LIGHT.focus)):
            if far < 1 or self.hasFocus():
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRect(inside.adjusted(-far, -far, far, far))
        painter.setPen(QPen(QColor(LIGHT.focus), 1.5))
        painter.setBrush(QColor(LIGHT.surface))
        side = GRIP * self._scale * 0.8
        for spot in self._grips(inside).values():
            painter.drawRect(QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side))

    def _grips(self, inside: QRectF) -> dict[str, QPointF]:
        """Give the middle of each grip by the sides that it moves."""
        return {
            "lt": inside.topLeft(),
            "rt": inside.topRight(),
            "lb": inside.bottomLeft(),
            "rb": inside.bottomRight(),
        }

    def _sides(self, spot: QPointF) -> str:
        """Give the sides that a hand at a place moves; "" for the whole box."""
        inside, near = self._inside(), self._rim()
        near = min(near, max(4.0, min(inside.width(), inside.height()) / 3))
        over = ""
        if abs(spot.x() - inside.left()) <= near or spot.x() < inside.left():
            over += "l"
        elif abs(spot.x() - inside.right()) <= near or spot.x() > inside.right():
            over += "r"
        if abs(spot.y() - inside.top()) <= near or spot.y() < inside.top():
            over += "t"
        elif abs(spot.y() - inside.bottom()) <= near or spot.y() > inside.bottom():
            over += "b"
        return over

    def _show_hand(self, sides: str) -> None:
        shape = Qt.CursorShape
        if sides in _SLANTS:
            hand = shape.SizeFDiagCursor if _SLANTS[sides] > 0 else shape.SizeBDiagCursor
        elif sides:
            hand = shape.SizeHorCursor if sides in "lr" else shape.SizeVerCursor
        else:
            hand = shape.SizeAllCursor
        self.setCursor(hand)
