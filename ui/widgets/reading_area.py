"""A page of words that the arrow keys scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea


class ReadingArea(QScrollArea):
    """Takes the keyboard so that it can be scrolled, and has a name for that reason."""

    accessible_role = QAccessible.Role.Pane  # a plain scroll area is passed over in silence

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words)
        self.setProperty("kind", "reading")  # a ring shows that it has the keyboard
