"""What was just done and can be taken back, at the bottom until the next step."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space


class UndoBar(QWidget):
    """Stays until it is used, closed, or the next step is made; no timer takes it away."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._act: Callable[[], object] | None = None
        card = frame("card")
        self.words = label("")
        self.action = PictureButton(_("Undo"), looks, "undo-2")
        self.close_button = IconButton("x", _("Close this message"), looks)
        row = space(QHBoxLayout(card), looks, (14, 6, 6, 6), 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        outer = space(QVBoxLayout(self), looks, (16, 6, 16, 10))
        outer.addWidget(card)
        self.action.clicked.connect(self._do)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(self, words: str, action: str, act: Callable[[], object]) -> None:
        """Show `words` and a button that takes it back, and have them read out."""
        self._act = act
        self.words.setText(words)
        self.action.say(action)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
