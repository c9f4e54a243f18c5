"""The page of one part of the story: the way back, one question, and the way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow, room
from ui.widgets.buttons import PictureButton, back_button
from ui.widgets.columns import Columns
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space
from ui.widgets.tab_order import TabOrder

WIDEST = 720  # pixels of the column of text, at the usual size of text
BESIDE = 250  # pixels of the column beside it
_FOR_BOTH = 940  # pixels of the page, above which there is room for both


class StoryPage(QWidget):
    """One thing: its heading, its fields in `body`, and a bar with what comes next.

    `save` writes what was typed and gives whether that went well; `on` and
    `back` lead away. `beside` stands at the right, or below where there is
    no room. Nothing needs the button: all is saved as it is typed.
    """

    def __init__(
        self,
        looks: Looks,
        heading: str,
        intro: str,
        *,
        part: str,
        next_name: str,
        save: Callable[[], bool],
        on: Callable[[], object],
        back: Callable[[], object],
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._save = save
        self._on = on
        self._beside = beside
        self._wide: bool | None = None
        self.back = back_button(_("Your plan"), looks)
        self.heading = Heading(heading)
        self.go_on = PictureButton(_("Save and go on"), looks, kind="main")
        self.skip = PictureButton(_("Skip for now"), looks, kind="quiet")
        self.then = label(_("Next: {place}").format(place=next_name), "quiet", wrap=False)
        self.body = QVBoxLayout()
        self.pane = QScrollArea()
        self.foot = frame("foot")
        self._place(part, intro)
        self._tabs = TabOrder(self, self._column)
        self.back.clicked.connect(lambda: back())
        self.skip.clicked.connect(lambda: on())
        self.go_on.clicked.connect(self._save_and_go_on)
        looks.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put what stands beside where there is room for it."""
        super().resizeEvent(event)
        self._fit()
        for one in self.findChildren(Columns):  # narrow is the window, not what they have of it
            one.fit()

    def add_group(self, head: str, *widgets: QWidget, hint: str = "") -> None:
        """Add widgets that belong together, below their heading."""
        group = space(QVBoxLayout(), self._looks)
        if head:
            group.addWidget(Heading(head, 2))
        if hint:
            group.addWidget(label(hint, "quiet"))
        for one in widgets:
            group.addWidget(one)
        self.body.addLayout(group)

    def show_part(self, widget: QWidget) -> None:
        """Scroll to a widget of the page."""
        self.pane.ensureWidgetVisible(widget, 0, round(24 * self._looks.scale))

    def _place(self, part: str, intro: str) -> None:
        self._column = QWidget()
        column = space(QVBoxLayout(self._column), self._looks, gap=6)
        way = QHBoxLayout()
        way.addWidget(self.back)
        way.addStretch(1)
        column.addLayout(way)
        column.addWidget(label(part, "label"))
        column.addWidget(self.heading)
        column.addWidget(label(intro, "quiet"))
        space(self.body, self._looks, (0, 10, 0, 0), 16)
        column.addLayout(self.body)
        self._below = space(QVBoxLayout(), self._looks, (0, 10, 0, 0))
        column.addLayout(self._below)
        column.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "clear")
        self._row = space(QHBoxLayout(page), self._looks, (32, 16, 32, 24), 32)
        self._row.addWidget(self._column, 1)
        if self._beside is not None:
            self._row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(0)
        self.pane.setWidget(page)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = space(QHBoxLayout(self.foot), self._looks, (32, 12, 32, 12), 12)
        foot.addWidget(self.go_on)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.then)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.pane, 1)
        outer.addWidget(self.foot)

    @Slot()
    def _fit(self) -> None:
        scale = self._looks.scale
        self._column.setMaximumWidth(round(WIDEST * scale))
        self.then.setVisible(room(self, self._looks) >= 560)
        if self._beside is None:
            return
        wide = room(self, self._looks) >= _FOR_BOTH and not is_narrow(self, self._looks)
        self._beside.setMaximumWidth(round((BESIDE if wide else WIDEST) * scale))
        if wide:
            self._beside.setFixedWidth(round(BESIDE * scale))
        else:
            self._beside.setMinimumWidth(0)
        if wide is self._wide:
            return
        self._wide = wide
        if wide:
            self._row.insertWidget(1, self._beside, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._below.addWidget(self._beside)

    @Slot()
    def _save_and_go_on(self) -> None:
        if self._save():
            self._on()
