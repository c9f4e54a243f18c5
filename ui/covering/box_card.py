"""One covered place in the list beside the page."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.version import CoverUp
from app.phrases import _
from ui.covering.words import WHYS, place_title, why_title
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import label
from ui.widgets.spacing import space


class BoxCard(QWidget):
    """Says what a box covers, and lets somebody say why; it writes nothing itself."""

    why_chosen = Signal(object, object)  # the CoverUp, a WhyCovered
    elsewhere_chosen = Signal(object, bool)  # the CoverUp, whether its words may stand elsewhere
    removed = Signal(object)
    shown = Signal(int)  # its id: it is to be seen on the page

    def __init__(self, box: CoverUp, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        made, column = card(looks, (12, 8, 8, 10), 6)
        self.title = label("", "strong")
        self.find_it = IconButton("scan-line", "", looks)
        self.remove = IconButton("trash-2", "", looks, _("Delete"))
        self.covers = label("", "small")
        self.why = Combo([why_title(why) for why in WHYS])
        self.elsewhere = Check(_("These words may stand on other pages"))
        self.meaning = label("", "small")
        head = space(QHBoxLayout(), looks, gap=2)
        head.addWidget(self.title, 1)
        head.addWidget(self.find_it)
        head.addWidget(self.remove)
        column.addLayout(head)
        column.addWidget(self.covers)
        column.addWidget(FieldRow(_("Why is it covered?"), self.why, looks))
        column.addWidget(self.elsewhere)
        column.addWidget(self.meaning)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(made)
        self.why.activated.connect(lambda row: self.why_chosen.emit(self.box, WHYS[row]))
        self.elsewhere.toggled.connect(lambda on: self.elsewhere_chosen.emit(self.box, on))
        self.remove.clicked.connect(lambda: self.removed.emit(self.box))
        self.find_it.clicked.connect(lambda: self.shown.emit(self.box.id))

    def show_box(self, box: CoverUp, number: int, covers: str, *, current: bool) -> None:
        """Show what the case says of the box; `covers` says what lies under it."""
        self.box = box
        title = place_title(number)
        self.title.setText(_("{place}, chosen").format(place=title) if current else title)
        self.find_it.say("scan-line", _("Go to it on the page: {place}").format(place=title))
        self.remove.say("trash-2", _("Remove {place}").format(place=title), _("Delete"))
        self.covers.setText(covers)
        with QSignalBlocker(self.why), QSignalBlocker(self.elsewhere):
            self.why.setCurrentIndex(WHYS.index(box.why))
            self.elsewhere.setChecked(not box.everywhere)
        self.meaning.setText(
            _("No PDF is made while one of these words is left on a page or in a title.")
            if box.everywhere
            else _("Only this page is looked through for them.")
        )
