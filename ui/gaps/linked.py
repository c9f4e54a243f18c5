"""The records that are linked to a line of the checklist."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.checklist import Gap, may_hold
from app.model.record import Record
from app.phrases import _
from ui.gaps.reading import offer_words
from ui.records.flow import Flow
from ui.records.mark_words import record_title
from ui.records.record_chooser import RecordChooser
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class LinkedRecords(QWidget):
    """Each with a button that opens it and one that takes the link away; below, one to link more.

    Records of the fitting kind are offered first; none is ever linked by itself.
    """

    linked = Signal(int)  # the id of a record
    unlinked = Signal(int)
    opened = Signal(int)

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._gap: Gap | None = None
        self._records: Mapping[int, Record] = {}
        self.rows: dict[int, QWidget] = {}
        self.head = label(_("Records that are linked"), "strong", parent=self)
        self.offer = label("", "small", parent=self)
        self.none = label(_("No record is linked."), "", parent=self)
        self.link = PictureButton(_("Link a record"), looks, "link")
        self.chooser: RecordChooser | None = None
        self._column = space(QVBoxLayout(self), looks, gap=4)
        self._column.addWidget(self.head)
        self._column.addWidget(self.offer)
        self._column.addWidget(self.none)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.link.clicked.connect(self._choose)

    def show_gap(self, gap: Gap, records: Mapping[int, Record]) -> None:
        """Show what is linked to a line, and how many records might fit."""
        self._gap, self._records = gap, records
        words = offer_words(gap, records)
        self.offer.setText(words)
        self.offer.setVisible(bool(words))
        there = [one for one in gap.records if one in records]
        self.none.setVisible(not there)
        for number in self.rows.keys() - set(there):
            self.rows.pop(number).deleteLater()
        for number in there:
            if number not in self.rows:
                self.rows[number] = self._row(records[number])
                self._column.insertWidget(self._column.indexOf(self.link), self.rows[number])
        self.link.setVisible(self.chooser is None and len(records) > len(there))

    def _row(self, record: Record) -> QWidget:
        row = QWidget(self)
        flow = Flow(row, self._looks)
        title = record_title(record)
        opened = button(title, "quiet", row)
        opened.setAccessibleDescription(_("Open the record"))
        away = button(_("Take it away"), "quiet", row)
        away.setAccessibleName(f"{title}: {_('Take it away')}")
        flow.addWidget(opened)
        flow.addWidget(away)
        opened.clicked.connect(lambda: self.opened.emit(record.id))
        away.clicked.connect(lambda: self.unlinked.emit(record.id))
        return row

    def _choose(self) -> None:
        gap = self._gap
        if gap is None:
            return
        first = list(may_hold(gap, self._records.values()))
        rest = [
            one for one in self._records.values() if one not in first and one.id not in gap.records
        ]
        self.chooser = RecordChooser(self.head.text(), self._looks)
        self._column.addWidget(self.chooser)
        self.chooser.chosen.connect(self._take)
        self.chooser.left.connect(self._leave)
        self.link.hide()
        self.chooser.offer([*first, *rest])

    def _leave(self) -> None:
        chooser, self.chooser = self.chooser, None
        if chooser is not None:
            chooser.hide()
            chooser.deleteLater()
        self.link.show()
        self.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, number: int) -> None:
        self._leave()
        self.linked.emit(number)
