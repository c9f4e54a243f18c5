"""One finding with the button that leads to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.dossier.findings import Level, Line
from app.phrases import _
from ui.check.fixes import fix_of
from ui.theme.colours import colours
from ui.theme.icons import draw_icon
from ui.theme.looks import Looks
from ui.widgets.breadth import room
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import em, frame, label
from ui.widgets.spacing import space

_BESIDE = 420  # pixels at the usual size of text, above which the buttons stand at the right
_HIGH = 38  # pixels of a button with the ring of the keyboard, so that it never grows
_IN_A_ROW = 700  # above which two buttons stand beside each other
_PICTURES = {
    Level.STOP: ("triangle-alert", "stop"),
    Level.LOOK: ("circle-alert", "warn"),
    Level.OK: ("circle-check", "ok"),
}


class Sign(QWidget):
    """The picture of a level; the words beside it say the same."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give a square as high as a line."""
        return QSize(em(self), em(self))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the picture in the colour of the level."""
        name, tone = _PICTURES[self._level]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = em(self)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        draw_icon(painter, name, place, getattr(colours(), tone))
        painter.end()


class FindingCard(QWidget):
    """Says what was found; the button stands beside it, or below where there is little room.

    With `beside` other buttons stand after it, and `below` opens under them.
    """

    wanted = Signal(object)  # Line

    def __init__(
        self,
        line: Line,
        looks: Looks,
        beside: Sequence[QPushButton] = (),
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.line = line
        self._looks = looks
        self.words = label(line.sentence)
        self.fix = PictureButton(_(fix_of(line).words), looks, kind="quiet")
        self.fix.setAccessibleDescription(line.sentence)
        self.fix.clicked.connect(self._ask)
        stops = line.level is Level.STOP
        box = frame("card" if stops else "look")
        self.words.setProperty("kind", "wrong" if stops else "")
        said = space(QBoxLayout(QBoxLayout.Direction.LeftToRight), looks, gap=10)
        said.addWidget(Sign(line.level))
        said.addWidget(self.words, 1)
        self._buttons = space(QBoxLayout(QBoxLayout.Direction.LeftToRight), looks, gap=4)
        for one in (self.fix, *beside):
            self._buttons.addWidget(one, 0, Qt.AlignmentFlag.AlignRight)
        self._row = space(QBoxLayout(QBoxLayout.Direction.LeftToRight), looks, (12, 8, 8, 8), 8)
        self._row.addLayout(said, 1)
        self._row.addLayout(self._buttons)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._row)
        if below is not None:
            inside.addWidget(below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
        looks.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        way = QBoxLayout.Direction
        across = room(self, self._looks)
        for button in self.findChildren(PictureButton):
            button.setMinimumHeight(round(_HIGH * self._looks.scale))
        for layout, least in ((self._row, _BESIDE), (self._buttons, _IN_A_ROW)):
            wanted = way.LeftToRight if across >= least else way.TopToBottom
            if layout.direction() != wanted:
                layout.setDirection(wanted)

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self.line)
