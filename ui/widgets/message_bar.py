"""One message inside the page: what happened, what to do, and perhaps a button for it."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.phrases import _
from ui.widgets.labels import button, frame, label, name


class MessageBar(QWidget):
    """Shows the newest message until it is closed or another one comes; no timer takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._card = frame("ok")
        self.words = label("")
        self.action = button("")
        self.close_button = button(_("Close"), "quiet")
        self.close_button.setAccessibleName(_("Close this message"))
        row = QHBoxLayout(self._card)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self.action.clicked.connect(self._do)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def tell(
        self, words: str, *, done: bool, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show `words` and have them read out; `done` says that all went well."""
        self._act = act
        self.words.setText(words)
        name(self.action, action)
        self.action.setVisible(bool(action))
        self._card.setProperty("kind", "ok" if done else "look")
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _do(self) -> None:
        if self._act is not None:
            self._act()
