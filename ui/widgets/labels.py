"""Words on the screen: always plain text, whatever a file or a person calls itself.

Who makes many at once gives each its parent at the start: one that gets it
only from its layout is looked through by Qt once more.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QWidget

from ui.widgets.pressed import Pressed


def label(text: str, kind: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """Give a label; `kind` is a style of the sheet: "title", "group", "small" and so on."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("kind", kind)
    return made


def button(text: str, kind: str = "", parent: QWidget | None = None) -> QPushButton:
    """Give a button; `kind` is "main" (one on each screen), "quiet" or ""."""
    made = Pressed(parent)
    name(made, text)
    made.setProperty("kind", kind)
    return made


def name(one: QAbstractButton, text: str) -> None:
    """Give a button its words; “&” in them is a letter, not a key."""
    one.setText(text.replace("&", "&&"))
    one.setAccessibleName(text)


def frame(kind: str, parent: QWidget | None = None) -> QFrame:
    """Give a frame in a style of the sheet: "card", "foot", "ok" or "look"."""
    made = QFrame(parent)
    made.setProperty("kind", kind)
    return made


def em(widget: QWidget) -> int:
    """Give the height of a line of text in pixels: what margins are measured with."""
    return widget.fontMetrics().height()
