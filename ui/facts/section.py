"""A heading, a list below it, and a button that adds to it."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.facts.kind import FactKind
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class FactSection(QWidget):
    """One list of facts as a part of a longer page; `top` stands between heading and list."""

    wanted = Signal()  # a new fact

    def __init__(
        self,
        kind: FactKind,
        words: tuple[str, str, str],
        looks: Looks,
        top: QWidget | None = None,
    ) -> None:
        """Take the heading, what it is about, and the words of the button."""
        super().__init__()
        heading, about, add = words
        self.kind = kind
        self.view = LineView(heading, looks, whole=True)
        self.add = PictureButton(add, looks, "plus")
        self.head = Heading(heading, 2)
        self._card, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        column = space(QVBoxLayout(self), looks, gap=8)
        column.addWidget(self.head)
        if about:
            column.addWidget(label(about, "small"))
        if top:
            column.addWidget(top)
        column.addWidget(self._card)
        row = space(QHBoxLayout(), looks)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        self.add.clicked.connect(self.wanted)

    def show_lines(self, lines: list[Line]) -> None:
        """Show the facts; an empty list has no frame."""
        self._card.setVisible(bool(lines))
        self.view.show_lines(lines)


class Page(QScrollArea):
    """A long page; a line that somebody comes to is brought in sight."""

    def __init__(self, looks: Looks, gap: int = 16) -> None:
        """Leave `gap` pixels, at the usual size of text, between its parts."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = inner = QWidget()
        inner.setProperty("kind", "clear")
        self.column = space(QVBoxLayout(inner), looks, (28, 24, 28, 28), gap)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)

    def bring(self, view: LineView) -> None:
        """Scroll to the chosen line of a list on this page."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(view))

    def _scroll_to(self, view: LineView) -> None:
        box: QRect = view.visualRect(view.currentIndex())
        middle = view.mapTo(self._inner, box.center())
        self.ensureVisible(middle.x(), middle.y(), 0, box.height() // 2 + 8)
