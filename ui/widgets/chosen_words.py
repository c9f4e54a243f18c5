"""The words of a page that somebody chose, with the mouse or with keys, to copy them."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ui.widgets.page_text import Match, PageText

_COPY, _ALL = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll


class ChosenWords:
    """From one word to another of `text`; `changed` is called after each change."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self.text = PageText()
        self._changed = changed
        self._from: int | None = None
        self._to: int | None = None

    @property
    def range(self) -> Match | None:
        """The first and the last word, or None."""
        if self._from is None or self._to is None:
            return None
        return min(self._from, self._to), max(self._from, self._to)

    @property
    def said(self) -> str:
        """The chosen text, line by line."""
        return self.text.between(*self.range) if self.range else ""

    def show(self, text: PageText) -> None:
        """Choose from another text; nothing of it is chosen yet."""
        self.text = text
        self._set(None, None)

    def begin(self, point: QPointF, *, extend: bool) -> None:
        """Begin at a point of the page, or go on to it from where the last choice began."""
        nearest = self.text.nearest(point.x(), point.y())
        if extend and self._from is not None:
            self._set(self._from, nearest)
        else:
            self._set(nearest, None)

    def reach(self, point: QPointF) -> None:
        """Go on to a point of the page."""
        self._set(self._from, self.text.nearest(point.x(), point.y()))

    def take_word(self, point: QPointF) -> None:
        """Choose the word at a point of the page, if there is one."""
        word = self.text.at(point.x(), point.y())
        self._set(word, word)

    def take_all(self) -> None:
        """Choose the whole page."""
        if self.text.words:
            self._set(0, len(self.text.words) - 1)

    def copy(self) -> None:
        """Put the chosen text on the clipboard; without one, nothing changes there."""
        if said := self.said:
            QGuiApplication.clipboard().setText(said)

    def takes(self, event: QKeyEvent) -> bool:
        """Whether `press` would do something with this key."""
        if event.matches(_COPY):
            return self.range is not None
        if event.key() == Qt.Key.Key_Escape:
            return self.range is not None
        return bool(self.text.words) and (event.matches(_ALL) or _step(event) is not None)

    def press(self, event: QKeyEvent) -> bool:
        """Copy, choose all, choose on by a word or a line, or choose nothing; False for other keys.

        With nothing chosen yet, choosing begins at the first word.
        """
        if not self.takes(event):
            return False
        if event.matches(_COPY):
            self.copy()
        elif event.matches(_ALL):
            self.take_all()
        elif event.key() == Qt.Key.Key_Escape:
            self._set(None, None)
        else:
            self._go(*(_step(event) or (0, 0)))
        return True

    def _go(self, words: int, lines: int) -> None:
        if self._from is None or self._to is None:
            start = self._from or 0
            self._set(start, start)
        elif lines:
            self._set(self._from, self.text.above_or_below(self._to, lines))
        else:
            self._set(self._from, min(max(self._to + words, 0), len(self.text.words) - 1))

    def _set(self, start: int | None, end: int | None) -> None:
        if (start, end) != (self._from, self._to):
            self._from, self._to = start, end
            self._changed()


def _step(event: QKeyEvent) -> tuple[int, int] | None:
    """Give the words and lines that a key goes on by; None for other keys."""
    shift = Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != shift:
        return None
    steps = {
        Qt.Key.Key_Right: (1, 0),
        Qt.Key.Key_Left: (-1, 0),
        Qt.Key.Key_Down: (0, 1),
        Qt.Key.Key_Up: (0, -1),
    }
    return steps.get(Qt.Key(event.key()))
