"""The sidebar: which case it is, its places, and what is always at hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.phrases import _
from ui.shell.places import Spot
from ui.shell.saved_state import SavedState
from ui.shell.sidebar_list import PlacesList
from ui.theme.colours import colours
from ui.theme.icons import pixmap
from ui.theme.looks import Looks
from ui.unsaved import Unsaved
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import rule
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.spacing import space

WIDTH = 236  # pixels at the usual size of text
WIDE = 280  # where it lies over the page


class CaseButton(QPushButton):
    """The name of the case; a click lets somebody change to another."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("kind", "case")
        self.setAutoDefault(False)
        self.name = label("", "strong", wrap=False)
        self.file = label("", "small", wrap=False)
        self._arrows = QLabel()
        row = space(QHBoxLayout(self), looks, (10, 4, 8, 4), 8)
        words = space(QVBoxLayout(), looks, gap=0)
        words.addWidget(self.name)
        words.addWidget(self.file)
        row.addLayout(words, 1)
        row.addWidget(self._arrows)
        for one in (self.name, self.file, self._arrows):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for one in (self.name, self.file):
            one.setMinimumWidth(1)  # long names are cut, not the sidebar made wide
        looks.changed.connect(self._dress)
        self._dress()

    def say(self, name: str, file: str) -> None:
        """Show whose case it is and the name of its file."""
        self._name, self._file = name, file
        self.setAccessibleName(_("Case: {name}. Change case").format(name=f"{name}, {file}"))
        self.setToolTip(f"{name}\n{file}")
        self._cut()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - a name of Qt's
        """Cut the names to the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a resize event
        self._cut()

    def _cut(self) -> None:
        for shown, words in ((self.name, self._name), (self.file, self._file)):
            room = max(1, self.width() - round(56 * self._looks.scale))
            how = Qt.TextElideMode.ElideRight
            shown.setText(shown.fontMetrics().elidedText(words, how, room))

    _name = _file = ""

    @Slot()
    def _dress(self) -> None:
        side = round(16 * self._looks.scale)
        picture: QPixmap = pixmap(
            "chevrons-up-down", side, colours().text2, self.devicePixelRatioF()
        )
        self._arrows.setPixmap(picture)
        self.setMinimumHeight(round(50 * self._looks.scale))


class Sidebar(QFrame):
    """Says where somebody wants to go; it goes nowhere itself."""

    closed = Signal()  # Esc, where the sidebar lies over the page

    def __init__(self, spots: tuple[Spot, ...], unsaved: Unsaved, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._over = False
        self.setProperty("kind", "bar")
        self.case = CaseButton(looks)
        self.list = PlacesList(spots, looks)
        self.state = SavedState(unsaved, looks)
        self.lock = PictureButton(_("Lock"), looks, "lock", "quiet", _("Ctrl+L"))
        self.lock.setAccessibleName(_("Lock the case"))
        self.settings = IconButton("settings", _("Settings"), looks, _("Ctrl+,"))
        top = space(QHBoxLayout(), looks, (8, 4, 8, 0), 0)
        top.addWidget(self.case)
        foot = space(QHBoxLayout(), looks, (18, 3, 6, 4), 4)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.lock)
        foot.addWidget(self.settings)
        column = space(QVBoxLayout(self), looks, gap=2)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(rule())
        column.addLayout(foot)
        looks.changed.connect(self._size)
        self._size()

    def lie_over(self, over: bool) -> None:
        """Dress to lie over the page, or to stand beside it."""
        self._over = over
        self.setProperty("kind", "drawer" if over else "bar")
        self.style().unpolish(self)
        self.style().polish(self)
        self._size()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - a name of Qt's
        """Close with Esc where it lies over the page."""
        if event.key() == Qt.Key.Key_Escape and self._over:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    @Slot()
    def _size(self) -> None:
        self.setFixedWidth(round((WIDE if self._over else WIDTH) * self._looks.scale))
