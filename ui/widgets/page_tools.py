"""The small buttons above a page: turn over, zoom, fit, turn round, find."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.sheet import Fit


class PageTools(QWidget):
    """Two groups of buttons side by side, or one below the other where there is no room."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", _("Previous page"), looks, "Page Up")
        self.where: QLabel = label("", wrap=False)
        self.on = IconButton("chevron-right", _("Next page"), looks, "Page Down")
        self.out = IconButton("zoom-out", _("Zoom out"), looks, _("Ctrl and mouse wheel"))
        self.into = IconButton("zoom-in", _("Zoom in"), looks, _("Ctrl and mouse wheel"))
        self.fit = IconButton("page-whole", _("Show the whole page"), looks)
        self.turn = IconButton("rotate-cw", _("Turn the page round"), looks)
        self.finder = IconButton("search", _("Find on this page"), looks, "F3")
        self._tools: list[QWidget] = [self.out, self.into, self.fit, self.turn, self.finder]
        self._over = _group(self.back, self.where, self.on)
        self._look = _group(*self._tools)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._over, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        self._row.addWidget(self._look, 0, Qt.AlignmentFlag.AlignRight)

    def show_page(self, page: int, count: int) -> None:
        """Say which page is shown; 0 of 0 where there is none."""
        text = _("Page {page} of {count}").format(page=page, count=count) if count else ""
        if text != self.where.text():
            self.where.setText(text)
            self._fit()
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)
        for one in self._tools:
            one.setEnabled(count > 0)

    def add(self, tool: QWidget) -> None:
        """Put another button at the end; like the others, it works while there is a page."""
        self._tools.append(tool)
        tool.setEnabled(self.finder.isEnabled())
        row = self._look.layout()
        assert row is not None
        row.addWidget(tool)
        self._fit()

    def show_fit(self, fit: Fit) -> None:
        """Offer the way of fitting that is not in use."""
        if fit is Fit.WIDTH:
            self.fit.say("page-whole", _("Show the whole page"))
        else:
            self.fit.say("page-width", _("Fit to the width"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the groups side by side where both fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self._over.sizeHint().width() + self._look.sizeHint().width()
        beside = both <= self.width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._row.setAlignment(self._look, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the size of the wider group: the other one goes below it."""
        groups = (self._over.sizeHint(), self._look.sizeHint())
        return QSize(max(one.width() for one in groups), super().minimumSizeHint().height())


def _group(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for part in parts:
        row.addWidget(part)
    return made
