"""The bin: what stands above its list, and beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.record import Record
from app.phrases import _, many
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import look_card
from ui.widgets.heading import Heading
from ui.widgets.labels import button, frame, label, name
from ui.widgets.spacing import space


class BinBar(QWidget):
    """Says what the bin is, and asks once, in place, before it is emptied."""

    empty_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._count = 0
        card, column = look_card(looks)
        self.words = label("")
        self.empty = PictureButton(_("Empty the bin"), looks, "trash-2", "warn")
        self.yes = button("", "warn")
        self.no = button(_("Keep them"))
        row = space(QHBoxLayout(), looks)  # one line: what is below it needs the height
        row.addWidget(self.words, 1)
        for one in (self.empty, self.yes, self.no):
            row.addWidget(one)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.empty.clicked.connect(lambda: self._ask(True))
        self.no.clicked.connect(lambda: self._ask(False))
        self.yes.clicked.connect(self._take_yes)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many records are in the bin; a question about another number is taken back."""
        if count != self._count or not count:
            self._count = count
            self._ask(False)
        self.empty.setEnabled(count > 0)

    def _ask(self, asking: bool) -> None:
        self.words.setText(
            _("This cannot be taken back, and Undo forgets the steps before it.")
            if asking
            else many(
                "This record was removed. It stays here until you empty the bin.",
                "These records were removed. They stay here until you empty the bin.",
                self._count,
            )
        )
        erase = _("Erase 1 record for good")
        if self._count != 1:
            erase = _("Erase {n} records for good").format(n=self._count)
        name(self.yes, erase)
        had_focus = self.empty.hasFocus() or self.no.hasFocus()
        for one in (self.yes, self.no):
            one.setVisible(asking)
        self.empty.setVisible(not asking)
        if had_focus:
            (self.no if asking else self.empty).setFocus()

    def _take_yes(self) -> None:
        self._ask(False)
        self.empty_wanted.emit()


class BinnedRecord(QWidget):
    """One record in the bin: it can only be put back."""

    back_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        pane = frame("pane")
        self.title = Heading("", 2)
        self.words = label(
            _("You removed this record. It is not in your list and not in the dossier."), "quiet"
        )
        self.back = PictureButton(_("Put it back"), looks, "undo-2")
        column = space(QVBoxLayout(pane), looks, (16, 14, 16, 20), 12)
        for one in (self.title, self.words):
            column.addWidget(one)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()  # a low window has room for some lines of it
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(pane)
        outer.addWidget(area)
        self.back.clicked.connect(lambda: self.back_wanted.emit())

    def show_record(self, record: Record) -> None:
        """Show which record it is."""
        self.title.say(record.title)
