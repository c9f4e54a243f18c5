"""Which of the chosen reasons a record speaks to."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.record import Record
from app.model.story import Reason
from app.phrases import _
from ui.records.needs import reason_title
from ui.records.text_field import Write
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.spacing import space


class ReasonTicks(QWidget):
    """A tick box for each chosen reason; hidden when no reason is chosen."""

    def __init__(self, looks: Looks, write: Write) -> None:
        super().__init__()
        self._write = write
        self._reasons: list[Reason] = []
        self._record: Record | None = None
        self.boxes: dict[str, Check] = {}
        self._column = space(QVBoxLayout(self), looks, gap=2)
        self._column.addWidget(Heading(_("It speaks to these reasons"), 2))
        self.hide()

    def show_record(self, record: Record, reasons: list[Reason]) -> None:
        """Show which of `reasons` the record carries."""
        self._record = record
        if reasons != self._reasons:
            self._reasons = reasons
            self._rebuild()
        for code, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(code in record.reasons)
        self.setVisible(bool(reasons))

    def _rebuild(self) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for reason in self._reasons:
            box = Check(reason_title(reason))
            box.toggled.connect(partial(self._toggle, reason.code))
            self.boxes[reason.code] = box
            self._column.addWidget(box)

    def _toggle(self, code: str, wanted: bool) -> None:
        if self._record is None:
            return
        kept = tuple(one for one in self._record.reasons if one != code)
        self._write(_("Change the reasons of {title}"), reasons=(*kept, code) if wanted else kept)
