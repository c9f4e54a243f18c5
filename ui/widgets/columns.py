"""Equal things side by side where there is room for it, below one another where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow
from ui.widgets.spacing import space


class Columns(QWidget):
    """Lays out widgets in two columns, row by row; in one where the window is narrow.

    `least` is the width that each should have, in pixels at the usual size of text.
    """

    def __init__(
        self, looks: Looks, widgets: Sequence[QWidget] = (), *, gap: int = 12, least: int = 240
    ) -> None:
        super().__init__()
        self._looks = looks
        self._gap = gap
        self._least = least
        self._widgets: list[QWidget] = []
        self._grid = space(QGridLayout(self), looks, gap=gap)
        self.across = 0
        looks.changed.connect(self.fit)
        self.hold(widgets)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Lay out these from now on."""
        self._widgets = list(widgets)
        self.across = 0
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Change the number of columns where the room asks for it."""
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for one column: where there is less room than two need, there is one."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._widest()), hint.height())

    @Slot()
    def fit(self) -> None:
        """Lay out anew where the room of the window asks for it."""
        scale = self._looks.scale
        each = max(self._least * scale, self._widest())
        enough = self.width() >= 2 * each + self._gap * scale
        across = 2 if enough and not is_narrow(self, self._looks) else 1
        if across == self.across:
            return
        self.across = across
        for one in self._widgets:
            self._grid.removeWidget(one)
        for number, one in enumerate(self._widgets):
            row, column = divmod(number, across)
            self._grid.addWidget(one, row, column, _aligned(one))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _widest(self) -> int:
        return max((one.minimumSizeHint().width() for one in self._widgets), default=0)


def _aligned(one: QWidget) -> Qt.AlignmentFlag:
    """Let cards fill their row; let what has a fixed height stand at its top."""
    fills = one.sizePolicy().hasHeightForWidth() and one.layout() is None
    return Qt.AlignmentFlag(0) if fills else Qt.AlignmentFlag.AlignTop
