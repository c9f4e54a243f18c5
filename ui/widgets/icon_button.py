"""A small button that shows a picture; its words are read out and stand in its tooltip."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from ui.theme.icons import icon
from ui.theme.looks import Looks
from ui.widgets.pressed import Pressed

ICON = 20  # pixels at the usual size of text


class IconButton(Pressed):
    """A quiet button with a picture; its words are its name and its tooltip."""

    def __init__(self, picture: str, words: str, looks: Looks, keys: str = "") -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("kind", "quiet")
        self.say(picture, words, keys)
        looks.changed.connect(self._dress)

    def say(self, picture: str, words: str, keys: str = "") -> None:
        """Show another picture of resources/icons; `keys` are told in the tooltip."""
        self._picture = picture
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give a square that a hand can hit."""
        side = round(36 * self._looks.scale)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give the same square: it never shrinks."""
        return self.sizeHint()

    def _dress(self) -> None:
        side = round(ICON * self._looks.scale)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._picture, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
