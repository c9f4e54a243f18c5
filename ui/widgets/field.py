"""A control with its words: what it is, a hint, and what is wrong with it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.spacing import space


class FieldRow(QWidget):
    """Shows the name of a control above it, a hint between, and a fault below.

    The label is the control's buddy, so its words are the name that is read out.
    """

    def __init__(
        self,
        words: str,
        control: QWidget,
        looks: Looks,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = label(words, "strong")
        self.label.setBuddy(control)
        self.hint = label(hint, "small")
        if not hint:
            self.hint.hide()  # to show it before it has a parent would make it a window
        self.fault = label("", "wrong")
        self.fault.hide()
        control.setAccessibleName(words)
        control.setAccessibleDescription(hint)
        if isinstance(control, QPlainTextEdit):
            control.setTabChangesFocus(True)
        column = space(QVBoxLayout(self), looks, gap=4)
        for one in (self.label, self.hint, control, self.fault):
            column.addWidget(one)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong and what to do, below the control."""
        self.fault.setText(sentence)
        self.fault.show()
        self._mark(True)
        self.control.setAccessibleDescription(sentence)

    def clear_wrong(self) -> None:
        """Take the fault away."""
        if self.fault.isHidden():
            return
        self.fault.hide()
        self._mark(False)
        self.control.setAccessibleDescription(self.hint.text())

    def _mark(self, wrong: bool) -> None:
        if isinstance(self.control, QLineEdit | QPlainTextEdit):
            self.control.setProperty("wrong", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)


def text_box(lines: int = 4, most: int = 0) -> QPlainTextEdit:
    """Give a box for plain words, high enough for `lines` lines; `most` is how many it grows to."""
    return _TextBox(lines, max(lines, most))


class _TextBox(QPlainTextEdit):
    """As high as its words, between two numbers of lines."""

    def __init__(self, lines: int, most: int) -> None:
        super().__init__()
        self._lines = lines
        self._most = most
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - a name of Qt's
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self, *_size: object) -> None:
        line = self.fontMetrics().lineSpacing()
        words = round(self.document().size().height())  # in lines, for plain text
        lines = min(max(self._lines, words), self._most)
        self.setFixedHeight(lines * line + line)
