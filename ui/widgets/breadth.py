"""How much room there is, measured in the size of the text."""

from PySide6.QtWidgets import QWidget

from ui.theme.looks import Looks

NARROW = 900
"""A window of less pixels than this, at the usual size of text, has one column."""


def room(widget: QWidget, looks: Looks) -> float:
    """Give the width of a widget in pixels as they would be at the usual size of text."""
    return widget.width() / looks.scale


def is_narrow(widget: QWidget, looks: Looks) -> bool:
    """Whether the window of `widget` has room for one column only."""
    return room(widget.window(), looks) < NARROW
