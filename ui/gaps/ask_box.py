"""Asking for what a line of the checklist wants: on a request that is there, or on a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.journey.request import Outcome, Request
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.spacing import space

OPEN = (Outcome.OPEN, Outcome.PART_CAME)


class AskBox(QWidget):
    """A list of the open requests and “a new request”, for which it wants to know who is asked."""

    wanted = Signal(object, str)  # the id of a request or None, and who is asked

    def __init__(
        self, requests: Sequence[Request], looks: Looks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._requests = [one for one in requests if one.outcome in OPEN]
        self.which = Combo([*(one.whom for one in self._requests), _("A new request")], self)
        self.whom = QLineEdit(self)
        self.ask = PictureButton(_("Put it on the request"), looks, "mail")
        self._which = FieldRow(_("On which request?"), self.which, looks)
        self.row = FieldRow(
            _("Who is asked?"), self.whom, looks, _("A hospital, a lab, a doctor’s office")
        )
        column = space(QVBoxLayout(self), looks, gap=8)
        for one in (self._which, self.row):
            column.addWidget(one)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._which.setVisible(bool(self._requests))
        self.which.currentIndexChanged.connect(lambda _place: self._fit())
        self.whom.returnPressed.connect(self._tell)
        self.whom.textEdited.connect(lambda _words: self.row.clear_wrong())
        self.ask.clicked.connect(self._tell)
        self._fit()

    @property
    def _chosen(self) -> Request | None:
        place = self.which.currentIndex()
        return self._requests[place] if 0 <= place < len(self._requests) else None

    def _fit(self) -> None:
        self.row.setVisible(self._chosen is None)

    def _tell(self) -> None:
        chosen, whom = self._chosen, self.whom.text().strip()
        if chosen is None and not whom:
            self.row.say_wrong(_("Type who is asked."))
            self.whom.setFocus()
            return
        self.wanted.emit(chosen.id if chosen else None, whom)
