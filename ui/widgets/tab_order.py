"""Lets Tab go through a page as the eye does: down its layouts, part by part."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QStackedWidget, QWidget


class TabOrder(QObject):
    """Keeps the order of Tab on a page that of its layouts, also when parts come and go."""

    def __init__(self, page: QWidget, *watched: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._order)
        for one in (page, *watched):
            one.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        """Whether the order is about to be made anew."""
        return self._timer.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - of Qt's
        """Look again after the layouts were made anew."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._timer.start()
        return False

    @Slot()
    def _order(self) -> None:
        before: QWidget | None = None
        for one in stops(self._page):
            if before is not None:
                QWidget.setTabOrder(before, one)
            before = one


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab can stop at inside `widget`, in the order of its layouts.

    One that hands the keyboard on to a part of itself stands for all its
    parts: Qt moves them together and keeps their order.
    """
    if widget.focusProxy() is not None:
        yield widget
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from stops(inside)
    elif isinstance(widget, QSplitter | QStackedWidget):
        for index in range(widget.count()):
            if (part := widget.widget(index)) is not None:
                yield from stops(part)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
