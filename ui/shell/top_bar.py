"""The bar above the page where there is no room for a sidebar beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.phrases import _
from ui.shell.saved_state import SavedState
from ui.theme.looks import Looks
from ui.unsaved import Unsaved
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import label
from ui.widgets.spacing import space


class TopBar(QFrame):
    """The menu of places, where somebody is, and the lock."""

    def __init__(self, unsaved: Unsaved, looks: Looks) -> None:
        super().__init__()
        self._where = ""
        self.setProperty("kind", "bar")
        self.menu = PictureButton(_("Menu"), looks, "list-checks", "quiet", _("F9"))
        self.menu.setAccessibleName(_("Menu: show all parts of the case"))
        self.where = label("", "strong", wrap=False)
        self.where.setMinimumWidth(1)
        self.state = SavedState(unsaved, looks, brief=True)
        self.lock = PictureButton(_("Lock"), looks, "lock", "quiet", _("Ctrl+L"))
        self.lock.setAccessibleName(_("Lock the case"))
        row = space(QHBoxLayout(self), looks, (8, 4, 8, 4), 8)
        row.addWidget(self.menu)
        row.addWidget(self.where, 1)
        row.addWidget(self.state)
        row.addWidget(self.lock)

    def say(self, name: str, place: str) -> None:
        """Show whose case it is and which place is shown."""
        self._where = _("{name}: {place}").format(name=name, place=place) if place else name
        self.where.setToolTip(self._where)
        self.where.setAccessibleName(self._where)
        self._cut()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - a name of Qt's
        """Cut the words to the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a resize event
        self._cut()

    def _cut(self) -> None:
        how = Qt.TextElideMode.ElideRight
        width = max(1, self.where.width())
        self.where.setText(self.where.fontMetrics().elidedText(self._where, how, width))
