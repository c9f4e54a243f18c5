"""Headings: large words that a screen reader also knows to be headings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

_KINDS = {0: "display", 1: "title", 2: "group"}


class Heading(QLabel):
    """The title of a place (level 1, once on each screen) or of a part of it (level 2).

    Level 0 looks larger and is for a page without anything else.
    """

    accessible_role = QAccessible.Role.Heading

    def __init__(
        self, text: str, level: int = 1, *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.accessible_level = max(1, level)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("kind", _KINDS[level])
        self.say(text)

    def say(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
