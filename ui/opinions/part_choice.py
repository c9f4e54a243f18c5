"""A choice between the parts of a page, of which one is shown at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.radio import Radio


class PartChoice(QWidget):
    """Says which part is wanted; the first one is, to begin with."""

    chosen = Signal(str)  # the code of a part

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self,
        words: str,
        parts: Sequence[tuple[str, str]],
        looks: Looks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.now = parts[0][0]
        self.buttons: dict[str, Radio] = {}
        self._group = QButtonGroup(self)
        row = Flow(self, looks)
        for code, said in parts:
            one = Radio(said, self)
            one.setAccessibleDescription(words)
            one.toggled.connect(lambda on, code=code: self._take(code) if on else None)
            self.buttons[code] = one
            self._group.addButton(one)
            row.addWidget(one)
        self.buttons[self.now].setChecked(True)

    def choose(self, code: str) -> None:
        """Choose a part."""
        self.buttons[code].setChecked(True)

    def _take(self, code: str) -> None:
        if code != self.now:
            self.now = code
            self.chosen.emit(code)
