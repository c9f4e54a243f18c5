"""A list at the left and what belongs to its line at the right; one at a time in little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from ui.theme.looks import Looks
from ui.widgets.detail_pane import DetailPane
from ui.widgets.spacing import space
from ui.widgets.tab_order import TabOrder

NARROW = 740  # pixels of the place at the usual size of text; the sidebar stands beside it
_LIST = 320
_WIDEST = 640  # pixels of a column of fields; wider ones are hard to read


class ListAndDetail(QWidget):
    """Holds `listed` and, beside it, what `put` was given last; that scrolls."""

    def __init__(
        self, listed: QWidget, back: str, looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.narrow = False
        self._looks = looks
        self._beside = False
        self._placed = False
        self._shown: QWidget | None = None
        self._next: QWidget | None = None  # what `put` puts its widget on
        self.listed = listed
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self.pane = DetailPane(back, looks)
        self.back, self.area = self.pane.back, self.pane.area
        self._split.addWidget(listed)
        self._split.addWidget(self.pane)
        self._split.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self._tabs = TabOrder(self, self.area)
        self.back.clicked.connect(self.go_back)
        looks.changed.connect(self._fit)

    @property
    def beside_in_sight(self) -> bool:
        """Whether what stands beside the list can be seen."""
        return not self.narrow or self._beside

    @property
    def room(self) -> QWidget:
        """The parent to make with what `put` is to show: what gets it later is dressed twice."""
        if self._next is None:
            self._next = QWidget(self.area.viewport())
        return self._next

    def put(self, shown: QWidget) -> None:
        """Show a widget beside the list, in place of the one before, which goes."""
        holder, self._next = self.room, None
        row = space(QHBoxLayout(holder), self._looks, (24, 16, 24, 24))
        row.addWidget(shown, 1)
        row.addStretch(0)
        self._shown = shown
        self._limit()
        self.pane.put(holder)

    def bring(self, *, beside: bool) -> None:
        """Where only one of the two is seen: show what stands beside, or the list."""
        self._beside = beside
        self._fit()

    def go_back(self) -> None:
        """Show the list again."""
        self.bring(beside=False)
        self.listed.setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for room for one of the two: with less than both need, one is shown."""
        hint = super().minimumSizeHint()
        widest = max(one.minimumSizeHint().width() for one in (self.listed, self.pane))
        return QSize(min(hint.width(), widest), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Go back to the list with Esc, where there is a way back."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self.back.isVisible():
            self.back.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Place the two anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - a name of Qt's
        """Place the two when they come in sight."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale = self._looks.scale
        was, self.narrow = self.narrow, self.width() < NARROW * scale
        self.listed.setMinimumWidth(0 if self.narrow else round(240 * scale))
        self.listed.setVisible(not self.narrow or not self._beside)
        self.pane.setVisible(not self.narrow or self._beside)
        self.back.setVisible(self.narrow)
        self._limit()
        if was != self.narrow or not self._placed:
            self._placed = True
            wide = round(_LIST * scale)
            self._split.setSizes([wide, max(1, self.width() - wide)])

    def _limit(self) -> None:
        if self._shown is not None:
            self._shown.setMaximumWidth(round(_WIDEST * self._looks.scale))
