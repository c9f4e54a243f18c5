"""Rows below each other, each as high as it needs: a further one moves none of the others."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class RowsLayout(QLayout):
    """A column for hundreds of rows that come one after the other.

    Qt's own column presses all rows together whenever one is added, until
    there is room for it; each of them is laid out twice then.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # of all rows, by width, until one of them changes
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - a name of Qt's
        """Put a row at the end."""
        self._rows.append(item)

    def count(self) -> int:
        """Give the number of rows."""
        return len(self._rows)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - a name of Qt's
        """Give a row, or None."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - a name of Qt's
        """Take a row out, or None."""
        return self._rows.pop(index) if 0 <= index < len(self._rows) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - a name of Qt's
        """Ask for all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels of all rows."""
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = sum(_height(one, width) for one in self._seen())
        return found

    def invalidate(self) -> None:
        """Measure anew."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - a name of Qt's
        """Put every row in its place, whether or not the whole of it fits."""
        super().setGeometry(rect)
        top = rect.top()
        for one in self._seen():
            height = _height(one, rect.width())
            one.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the room that all would like to have."""
        hints = [one.sizeHint() for one in self._seen()]
        width = max((one.width() for one in hints), default=0)
        return QSize(width, sum(one.height() for one in hints))

    def minimumSize(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the least width; the height that is needed goes by the width.

        What the rows call their least height may be that of a time when they were narrower.
        """
        return QSize(max((one.minimumSize().width() for one in self._seen()), default=0), 0)

    def _seen(self) -> list[QLayoutItem]:
        return [one for one in self._rows if not one.isEmpty()]


def _height(row: QLayoutItem, width: int) -> int:
    return row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
