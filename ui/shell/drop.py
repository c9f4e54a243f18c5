"""The invitation to drop files anywhere on the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.phrases import _
from ui.widgets.labels import em


class DropHint(QLabel):
    """Covers the window while files are held over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "drop")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.hide()

    def invite(self, name: str) -> None:
        """Say whose case the files go to."""
        self.setText(
            _("Drop to add to {name}").format(name=name) if name else _("Drop to add to this case")
        )
        edge = em(self)
        self.setGeometry(self._window.rect().adjusted(edge, edge, -edge, -edge))
        self.raise_()
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - a name of Qt's
        """Forget whose case it was: hidden words can still be read from outside."""
        self.clear()
        super().hideEvent(event)
