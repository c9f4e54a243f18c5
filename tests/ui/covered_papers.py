"""A letter whose parts are to be covered, and a hand that draws on the page."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

LINES = ["Dear colleague", "her sister Agathe Quillfeather", "has the same gene", "Kind regards"]
NAME = "Agathe Quillfeather"


def draw(widget, start, end):
    """Draw with the left button from one place to another, also where the widget moves along."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start, way = widget.mapToGlobal(QPointF(start)), QPointF(end) - QPointF(start)
    QTest.mousePress(widget, left, none, widget.mapFromGlobal(start).toPoint())
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(widget, widget.mapFromGlobal(start + way * part).toPoint())
    QTest.mouseRelease(widget, left, none, widget.mapFromGlobal(start + way).toPoint())


def around(desk, *words):
    """Give the box in pixels around these words of the page."""
    box = None
    for word in desk.text.words:
        if word.text in words:
            here = desk.sheet.box(word.x0, word.y0, word.x1, word.y1)
            box = here if box is None else box.united(here)
    return box
