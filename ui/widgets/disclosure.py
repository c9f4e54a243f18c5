"""A part of a page that opens when somebody wants it."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.spacing import space


class Disclosure(QWidget):
    """A button that shows and hides what `make` gives; it is made when it is first opened."""

    def __init__(
        self,
        looks: Looks,
        words: str,
        make: Callable[[], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._inside: QWidget | None = None
        self.opener = _Opener(words, looks, self)
        row = QHBoxLayout()
        row.addWidget(self.opener)
        row.addStretch(1)
        self._column = space(QVBoxLayout(self), looks, gap=8)
        self._column.addLayout(row)
        self.opener.clicked.connect(lambda: self.open(not self.opened))
        self.opener.point(opened=False)

    @property
    def opened(self) -> bool:
        """Whether the part is open."""
        return self._inside is not None and not self._inside.isHidden()

    @Slot(bool)
    def open(self, opened: bool) -> None:
        """Open or close the part."""
        if self._inside is None and opened:
            self._inside = self._make()
            self._column.addWidget(self._inside)
        if self._inside is not None:
            self._inside.setVisible(opened)
        self.opener.point(opened=opened)


class _Opener(PictureButton):
    """A link with an arrow that points at what it opens."""

    def __init__(self, words: str, looks: Looks, parent: QWidget) -> None:
        super().__init__(words, looks, "chevron-right", "quiet", parent=parent)

    def point(self, *, opened: bool) -> None:
        """Point down at what is open, or aside."""
        self._picture = "chevron-down" if opened else "chevron-right"
        self.setAccessibleDescription(_("Open") if opened else _("Closed"))
        self._dress()
