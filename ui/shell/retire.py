"""Taking away a widget with hundreds of rows in it, so that nobody has to wait for it."""

from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from ui.review.rows_layout import RowsLayout

_MANY = 20  # widgets in one layout; from there on they go one by one
_AT_ONCE = 0.01  # seconds; then the window answers again


def retire(widget: QWidget) -> None:
    """Hide a widget, take its rows away bit by bit, and in the end itself.

    It must not be used any more. Where its parent goes earlier, it goes along.
    """
    widget.hide()
    rows = _rows_in(widget)
    timer = QTimer(widget)

    def step() -> None:
        begun = monotonic()
        while rows and monotonic() - begun < _AT_ONCE:
            row = rows.pop()
            if isValid(row):
                delete(row)
        if not rows:
            timer.stop()
            widget.deleteLater()

    timer.timeout.connect(step)
    timer.start(0)


def _rows_in(widget: QWidget) -> list[QWidget]:
    """Give what stands in layouts that hold many or are made for it, and no part of a row itself.

    A sheet of rows comes before its rows; the rest goes with what is around it.
    """
    layout = widget.layout()
    if layout is None or not (isinstance(layout, RowsLayout) or layout.count() > _MANY):
        parts = (one for one in widget.children() if isinstance(one, QWidget))
        return [row for part in parts for row in _rows_in(part)]
    found = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (row := item.widget()) is not None:
            found.append(row)
            if isinstance(row.layout(), RowsLayout):
                found += _rows_in(row)
    return found
