"""A heading and a few choices of which one holds."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.radio import Radio
from ui.widgets.spacing import space

Value = TypeVar("Value", bound=StrEnum | bool)


class OneOf(QWidget, Generic[Value]):
    """Shows one of `options`, each a value and its words; `chosen` gets what a person chooses."""

    def __init__(
        self,
        words: str,
        options: Sequence[tuple[Value, str]],
        looks: Looks,
        chosen: Callable[[Value], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[Value, Radio] = {value: Radio(said) for value, said in options}
        self._group = QButtonGroup(self)
        self.column = space(QVBoxLayout(self), looks, gap=4)
        self.column.addWidget(Heading(words, 2))
        for value, one in self.buttons.items():
            one.setAccessibleDescription(words)
            one.toggled.connect(lambda on, value=value: chosen(value) if on else None)
            self._group.addButton(one)
            self.column.addWidget(one)

    def show_value(self, value: Value) -> None:
        """Show which one holds."""
        with ExitStack() as quiet:
            for one in self.buttons.values():
                quiet.enter_context(QSignalBlocker(one))
            self.buttons[value].setChecked(True)
