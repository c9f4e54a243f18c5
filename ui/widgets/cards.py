"""Frames that hold what belongs together."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.looks import Looks
from ui.widgets.labels import frame, label
from ui.widgets.spacing import Margins, space


def card(
    looks: Looks, margins: Margins = (16, 14, 16, 16), gap: int = 8
) -> tuple[QFrame, QVBoxLayout]:
    """Give a raised frame and its column; lengths in pixels at the usual size of text."""
    made = frame("card")
    return made, space(QVBoxLayout(made), looks, margins, gap)


def said_card(looks: Looks, head: str = "") -> tuple[QFrame, QVBoxLayout]:
    """Give the frame with the dotted bar that marks what a person said, and its column.

    `head` stands above the words, as "In the patient’s words" does in the dossier.
    """
    made = frame("said")
    column = space(QVBoxLayout(made), looks, (12, 10, 12, 10), 6)
    if head:
        column.addWidget(label(head, "said"))
    return made, column


def look_card(looks: Looks) -> tuple[QFrame, QVBoxLayout]:
    """Give the frame for what somebody should look at, and its column."""
    made = frame("look")
    return made, space(QVBoxLayout(made), looks, (12, 10, 12, 10), 6)


def rule(*, upright: bool = False, parent: QWidget | None = None) -> QFrame:
    """Give a thin line between two parts."""
    return frame("upright-rule" if upright else "rule", parent)
