"""What can be done about a dossier that is too large for the way it will be sent."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.weight import Weight
from app.model.version import Pictures
from app.phrases import _
from ui.dossier.rare_choices import PICTURES
from ui.dossier.size_gauge import size_words
from ui.theme.looks import Looks
from ui.widgets.cards import look_card
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class TooBig(QWidget):
    """Offers lighter pictures, several files, and leaving out the records that weigh most."""

    lighter = Signal(object)
    """Pictures of this step are wanted."""
    several = Signal()
    """Several files are wanted, each small enough."""
    leave_out = Signal(object)
    """These records, their ids, should stay behind."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Pictures | None = None
        self._weights: tuple[Weight, ...] = ()
        self.ticks: dict[int, Check] = {}
        self.light = button("")
        self.result = label("", "small")
        self.parts = button(_("Make several files"))
        self.leave = button("")
        self._records = QWidget()
        self._list = space(QVBoxLayout(self._records), looks, gap=2)
        frame, column = look_card(looks)
        column.addWidget(Heading(_("Too large"), 2))
        column.addWidget(self.light, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.result)
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(_("Each repeats the cover, the summary and the index."), "small"))
        column.addWidget(label(_("Or leave out what takes most room:"), ""))
        column.addWidget(self._records)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.light.clicked.connect(self._lighten)
        self.parts.clicked.connect(lambda: self.several.emit())
        self.leave.clicked.connect(self._leave)
        self.hide()

    @property
    def step(self) -> Pictures | None:
        """The step of lighter pictures that is offered, if there is one."""
        return self._step

    def offer(self, pictures: Pictures, weights: Sequence[Weight]) -> None:
        """Offer the step after `pictures`, and these records with their sizes."""
        steps = list(Pictures)
        at = steps.index(pictures) + 1
        self._step = steps[at] if at < len(steps) else None
        self.light.setVisible(self._step is not None)
        self.result.setVisible(self._step is not None)
        if self._step is not None:
            name = _("Lighter pictures")
            self.light.setText(name)
            self.light.setAccessibleName(f"{name}. {_(PICTURES[self._step])}")
            self.result.setText(_("Makes scans smaller; text stays sharp."))
        if tuple(weights) != self._weights:
            self._weights = tuple(weights)
            self._fill()
        self.show()

    def show_result(self, step: Pictures, size: int) -> None:
        """Say how large the dossier would be with the step that is offered."""
        if step is self._step:
            words = _("{what}: about {size} in all. Text stays sharp.")
            self.result.setText(words.format(what=_(PICTURES[step]), size=size_words(size)))

    def _fill(self) -> None:
        ticked = {number for number, one in self.ticks.items() if one.isChecked()}
        focused = next((number for number, one in self.ticks.items() if one.hasFocus()), None)
        for old in self.ticks.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.ticks = {}
        for weight in self._weights:
            words = _("{title}, about {size}")
            tick = Check(words.format(title=weight.record.title, size=size_words(weight.bytes)))
            tick.setChecked(weight.record.id in ticked)
            tick.toggled.connect(self._sum)
            self.ticks[weight.record.id] = tick
            self._list.addWidget(tick)
        if focused in self.ticks:
            self.ticks[focused].setFocus()
        self._sum()

    @Slot()
    def _sum(self, *_ticked: object) -> None:
        chosen = [one for one in self._weights if self.ticks[one.record.id].isChecked()]
        words = _("Leave out the ticked ones")
        if chosen:
            words = _("Leave out {size}").format(size=size_words(sum(one.bytes for one in chosen)))
        self.leave.setText(words)
        self.leave.setAccessibleName(words)
        self.leave.setEnabled(bool(chosen))

    @Slot()
    def _lighten(self) -> None:
        if self._step is not None:
            self.lighter.emit(self._step)

    @Slot()
    def _leave(self) -> None:
        chosen = tuple(number for number, one in self.ticks.items() if one.isChecked())
        for one in self.ticks.values():
            one.setChecked(False)
        self.leave_out.emit(chosen)
