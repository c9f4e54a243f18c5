"""Margins and gaps that grow with the text."""

from typing import TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QGridLayout, QLayout

from ui.theme.looks import Looks

Margins = tuple[int, int, int, int]
AnyLayout = TypeVar("AnyLayout", bound=QLayout)


def space(
    layout: AnyLayout, looks: Looks, margins: Margins = (0, 0, 0, 0), gap: int = 8
) -> AnyLayout:
    """Give a layout its margins (left, top, right, bottom) and gap, and give it back.

    Lengths are pixels at the usual size of text; they follow when it changes.
    """
    _Spacing(layout, looks, margins, gap)
    return layout


class _Spacing(QObject):
    """Belongs to its layout, and goes with it."""

    def __init__(self, layout: QLayout, looks: Looks, margins: Margins, gap: int) -> None:
        super().__init__(layout)
        self._layout = layout
        self._looks = looks
        self._margins = margins
        self._gap = gap
        looks.changed.connect(self._put)
        self._put()

    @Slot()
    def _put(self) -> None:
        scale = self._looks.scale
        left, top, right, bottom = (round(one * scale) for one in self._margins)
        self._layout.setContentsMargins(left, top, right, bottom)
        gap = round(self._gap * scale)
        if isinstance(self._layout, QGridLayout):
            self._layout.setHorizontalSpacing(gap)
            self._layout.setVerticalSpacing(gap)
        else:
            self._layout.setSpacing(gap)
