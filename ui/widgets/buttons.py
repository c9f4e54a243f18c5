"""Buttons with a picture before their words, and links to another place."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.icons import icon
from ui.theme.looks import Looks
from ui.widgets.labels import name
from ui.widgets.pressed import Pressed

PICTURE = 18  # pixels at the usual size of text
_TONES = {"main": "on_accent", "quiet": "accent_text", "warn": "stop"}


class PictureButton(Pressed):
    """A button with words and a picture of resources/icons in the right colour.

    `kind` is "main" (one on each screen), "quiet" (a link), "warn" (takes
    something away) or "". `keys` are told in the tooltip, and are no shortcut.
    """

    def __init__(
        self,
        words: str,
        looks: Looks,
        picture: str = "",
        kind: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._looks = looks
        self._picture = picture
        self._kind = kind
        self.setProperty("kind", kind)
        self.say(words)
        if keys:
            self.setToolTip(f"{words} ({keys})")
        looks.changed.connect(self._dress)
        self._dress()

    def say(self, words: str) -> None:
        """Show other words; “&” in them is a letter, not a key."""
        name(self, words)
        if self._picture:
            self.setText(" " + self.text())  # the gap, as wide as the text is large

    @Slot()
    def _dress(self) -> None:
        if self._picture:
            side = round(PICTURE * self._looks.scale)
            self.setIconSize(QSize(side, side))
            self.setIcon(icon(self._picture, side, tone=_TONES.get(self._kind, "text2")))


def back_button(words: str, looks: Looks) -> PictureButton:
    """Give the link with an arrow that leads back to `words`."""
    return PictureButton(words, looks, "arrow-left", "quiet")
