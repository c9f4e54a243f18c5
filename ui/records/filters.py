"""What of the list is to be seen, and in which order."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.model.record import Kind
from app.model.story import Reason
from app.phrases import _
from ui.records.flow import Flow
from ui.records.needs import Sort, Wanted, kind_title, reason_title
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.combo import Combo
from ui.widgets.labels import em, label
from ui.widgets.spacing import space

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon  # of the longest reason


class Marked(Enum):
    """What else than a kind or a reason can be seen alone."""

    PRIVATE = "private"


Choice = Kind | Reason | Marked | None


class Filters(QWidget):
    """Tells with `changed` that somebody wants to see other records."""

    changed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._choices: list[Choice] = []
        self._private: frozenset[int] = frozenset()
        self.show_box = Combo()
        self.show_box.setSizeAdjustPolicy(_SHORT)
        self.show_box.setMinimumContentsLength(14)
        self.sort_box = Combo(
            [_("Newest first"), _("Oldest first"), _("By name"), _("By kind")],
        )
        self.needing = Check("")
        self.bin = Check("")
        row = Flow(self, looks)
        for words, box in ((_("Show"), self.show_box), (_("Sort"), self.sort_box)):
            row.addWidget(_beside(words, box, looks))
        row.addWidget(self.needing)
        row.addWidget(self.bin)
        self.show_reasons([])
        self.show_counts(0, 0)
        self.show_box.activated.connect(lambda _row: self.changed.emit())
        self.sort_box.activated.connect(lambda _row: self.changed.emit())
        self.needing.toggled.connect(lambda _on: self.changed.emit())
        self.bin.toggled.connect(lambda _on: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        """What somebody wants to see."""
        chosen = self._chosen
        return Wanted(
            kind=chosen if isinstance(chosen, Kind) else None,
            reason=chosen.code if isinstance(chosen, Reason) else "",
            only=self._private if isinstance(chosen, Marked) else None,
            only_needing=self.needing.isChecked(),
            sort=list(Sort)[self.sort_box.currentIndex()],
        )

    @property
    def _chosen(self) -> Choice:
        row = self.show_box.currentIndex()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    @property
    def in_bin(self) -> bool:
        """Whether the bin is to be seen."""
        return self.bin.isChecked()

    def show_reasons(self, reasons: list[Reason], private: frozenset[int] = frozenset()) -> None:
        """Offer the kinds, these reasons, and the records that are marked as private.

        What was chosen stays so where it is still there.
        """
        self._private = private
        choices: list[Choice] = [None, *Kind, *reasons, *Marked]
        if choices == self._choices:
            return
        before = self._chosen
        self._choices = choices
        self.show_box.clear()
        self.show_box.addItems([_choice_words(one) for one in choices])
        view = self.show_box.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 3 * em(self))
        for row, one in enumerate(choices):
            if _code(one) == _code(before):
                self.show_box.setCurrentIndex(row)

    def show_counts(self, needing: int, binned: int) -> None:
        """Say how many records need something, and how many are in the bin."""
        self.needing.say(_("Only those that need something ({n})").format(n=needing))
        self.bin.say(_("Show the bin ({n})").format(n=binned))
        self.bin.setVisible(binned > 0 or self.bin.isChecked())
        self.needing.setVisible(not self.in_bin)  # nothing is asked of what was removed

    def show_all(self) -> None:
        """Leave nothing out."""
        self.show_box.setCurrentIndex(0)
        for box in (self.needing, self.bin):
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)
        self.changed.emit()


def _code(choice: Choice) -> object:
    return choice.code if isinstance(choice, Reason) else choice


def _choice_words(choice: Choice) -> str:
    if isinstance(choice, Marked):
        return _("Marked as private")
    if isinstance(choice, Reason):
        return _("For the reason: {reason}").format(reason=reason_title(choice))
    return kind_title(choice) if choice else _("All records")


def _beside(words: str, box: Combo, looks: Looks) -> QWidget:
    made = QWidget()
    row = space(QHBoxLayout(made), looks)
    head = label(words, "small", wrap=False)
    head.setBuddy(box)
    box.setAccessibleName(words)
    row.addWidget(head)
    row.addWidget(box)
    return made
