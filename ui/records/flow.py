"""Controls in a row that go on in the next line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme.looks import Looks

_GAP = 12  # pixels at the usual size of text


class Flow(QLayout):
    """Lays widgets out from left to right and then downwards."""

    def __init__(self, parent: QWidget, looks: Looks) -> None:
        super().__init__(parent)
        self._looks = looks
        self._inside: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - a name of Qt's
        """Put something at the end."""
        self._inside.append(item)

    def count(self) -> int:
        """Give how many there are."""
        return len(self._inside)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give one of them, or None."""
        return self._inside[index] if 0 <= index < len(self._inside) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one out, or None."""
        return self._inside.pop(index) if 0 <= index < len(self._inside) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - a name of Qt's
        """Ask for no more room than there is need for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels of all lines."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - a name of Qt's
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the room for one line."""
        hints = [one.sizeHint() for one in self._seen()]
        width = sum(hint.width() for hint in hints) + self._gap() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the room of the widest one."""
        sizes = [one.minimumSize() for one in self._seen()]
        return QSize(
            max((one.width() for one in sizes), default=0),
            max((one.height() for one in sizes), default=0),
        )

    def _gap(self) -> int:
        return round(_GAP * self._looks.scale)

    def _seen(self) -> list[QLayoutItem]:
        return [one for one in self._inside if not one.isEmpty()]

    def _lay_out(self, place: QRect, *, move: bool) -> int:
        """Put the widgets into lines and give their height."""
        gap, left, top = self._gap(), place.left(), place.top()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        for one in self._seen():
            size = one.sizeHint()
            width = min(size.width(), place.width())
            if line and left + width > place.left() + place.width():
                top += _put(line, top, move=move) + gap // 2
                left, line = place.left(), []
            line.append((one, left, QSize(width, size.height())))
            left += width + gap
        return top + _put(line, top, move=move) - place.top()


def _put(line: list[tuple[QLayoutItem, int, QSize]], top: int, *, move: bool) -> int:
    """Put one line in its place, its widgets at the middle of it; give its height."""
    heights = [
        one.heightForWidth(size.width()) if one.hasHeightForWidth() else size.height()
        for one, _left, size in line
    ]
    height = max(heights, default=0)
    if move:
        for (one, left, size), own in zip(line, heights, strict=True):
            one.setGeometry(
                QRect(QPoint(left, top + (height - own) // 2), QSize(size.width(), own))
            )
    return height
