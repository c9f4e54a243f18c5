"""Offers reasons for a record that stays behind; nobody has to give one."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.phrases import _, later
from ui.dossier.chosen import Chosen
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.breadth import is_narrow
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

REASONS = (
    later("Not related"),
    later("Private"),
    later("Duplicate"),
    later("Older version"),
)
OWN = len(REASONS) + 1
"""The row for words of one's own; row 0 gives no reason."""


class WhyLeft(QWidget):
    """Shows why a record stays behind, and takes another reason or the record back."""

    said = Signal(int, str)
    """The record, and why it stays behind."""
    taken_back = Signal(int)
    """What this version says of the record should go: it is as in the first dossier."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._own = False
        self._record = 0
        self._why = ""
        self.words = label("", "small")
        self.reason = Combo([_("No reason given"), *map(_, REASONS), _("In my own words")])
        self.row = FieldRow("", self.reason, looks)
        self.own = QLineEdit()
        self.own.setMaxLength(200)
        self.back = button(_("As in the first dossier"), "quiet")
        self._way_back = QWidget()
        Flow(self._way_back, looks).addWidget(self.back)
        column = space(QVBoxLayout(self), looks, (8, 4, 8, 4), 6)
        for part in (self.words, self.row, self.own, self._way_back):
            column.addWidget(part)
        self.reason.currentIndexChanged.connect(self._choose)
        self.own.editingFinished.connect(self.flush)
        self.back.clicked.connect(lambda: self.taken_back.emit(self._record))
        self.hide()

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show what a version says of a record, and offer to say why it stays behind.

        Where something else than a person keeps it out, that is told instead.
        """
        if chosen is None or (chosen.goes and not chosen.own):
            self.hide()
            return
        other = chosen.record.id != self._record or chosen.why != self._why
        self._record, self._why = chosen.record.id, chosen.why
        asks = not chosen.goes and chosen.by_hand
        self.words.setText("" if asks or chosen.goes else chosen.why)
        self.words.setVisible(bool(self.words.text()))
        self.row.setVisible(asks)
        title = chosen.record.title
        self.back.setAccessibleName(_("Take “{title}” as in the first dossier").format(title=title))
        name = _("Why is “{title}” left out?").format(title=title)
        self.row.label.setText(name)
        for one in (self.reason, self.own):
            one.setAccessibleName(name)
            one.setAccessibleDescription(_("The page “What is not in this PDF” gives the reason."))
        if asks and other:
            self._fill(chosen.why)
        self.own.setVisible(asks and self.reason.currentIndex() == OWN)
        self._own = chosen.own
        self._offer_way_back()
        self.show()

    @Slot()
    def flush(self) -> None:
        """Take what was typed and not taken yet."""
        if self.own.isModified():
            self.own.setModified(False)
            self._say(self.own.text())

    def _fill(self, why: str) -> None:
        reasons = ["", *map(_, REASONS)]
        row = reasons.index(why) if why in reasons else OWN
        with QSignalBlocker(self.reason):
            self.reason.setCurrentIndex(row)
        if not self.own.hasFocus():
            self.own.setText(why if row == OWN else "")
            self.own.setModified(False)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.own.setModified(False)
        if row == OWN:
            self.own.show()
            self._offer_way_back()
            self.own.setFocus()
        else:
            self._say(_(REASONS[row - 1]) if row else "")

    def _offer_way_back(self) -> None:
        """Offer to take the record back; where there is little room, not beside other words."""
        crowded = is_narrow(self, self._looks) and not self.own.isHidden()
        self._way_back.setVisible(self._own and not crowded)

    def _say(self, words: str) -> None:
        self.said.emit(self._record, " ".join(words.split()))
