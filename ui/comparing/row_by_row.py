"""One row of the comparison at a time, all doctors below each other: for little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.comparing.word_table import Told
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.spacing import space


class RowByRow(QWidget):
    """Shows the same words as the table; a button below each doctor opens its cell."""

    opened = Signal(int, int)  # row and column of the table

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._rows: list[Sequence[Told]] = []
        self.choice = Combo()
        self.back = PictureButton(_("Point before"), looks, "chevron-left")
        self.on = PictureButton(_("Next point"), looks, "chevron-right")
        self.row = PictureButton(_("About this point"), looks, "split")
        self.doctors: list[DoctorCard] = []
        buttons = QWidget(self)
        flow = Flow(buttons, looks)
        for one in (self.back, self.on, self.row):
            flow.addWidget(one)
        self._column = space(QVBoxLayout(self), looks, gap=12)
        self._column.addWidget(FieldRow(_("Point"), self.choice, looks))
        self._column.addWidget(buttons)
        self.choice.activated.connect(lambda _place: self._show())
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.row.clicked.connect(lambda: self.opened.emit(self.choice.currentIndex(), 0))

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[Told]]) -> None:
        """Show other rows; the one that is shown stays."""
        titles = [row[0].text for row in rows]
        if titles != [row[0].text for row in self._rows]:
            place = max(0, self.choice.currentIndex())
            self.choice.clear()
            self.choice.addItems(titles)
            self.choice.setCurrentIndex(min(place, len(titles) - 1))
        self._rows = list(rows)
        while len(self.doctors) < len(columns) - 1:
            made = DoctorCard(self._looks, self)
            column = len(self.doctors) + 1
            made.change.clicked.connect(lambda _on=False, column=column: self._open(column))
            self.doctors.append(made)
            self._column.addWidget(made)
        for place, one in enumerate(self.doctors, 1):
            one.setVisible(place < len(columns))
            if place < len(columns):
                one.doctor = columns[place]
        self._show()

    def step(self, by: int) -> None:
        """Show the point before, or the next one."""
        self.come_to(self.choice.currentIndex() + by)

    def come_to(self, row: int) -> None:
        """Show a row of the table."""
        if 0 <= row < self.choice.count():
            self.choice.setCurrentIndex(row)
            self._show()

    def _open(self, column: int) -> None:
        self.opened.emit(self.choice.currentIndex(), column)

    def _show(self) -> None:
        place = self.choice.currentIndex()
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place < self.choice.count() - 1)
        if 0 <= place < len(self._rows):
            for one, cell in zip(self.doctors, self._rows[place][1:], strict=False):
                one.show_cell(cell, self._rows[place][0].text)


class DoctorCard(QWidget):
    """What one doctor says about the point that is shown."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.doctor = ""
        self.head = label("", "strong")
        self.text = label("")
        self.small = label("", "small")
        self.change = PictureButton(_("Change"), looks, "square-pen")
        frame, inside = card(looks)
        for one in (self.head, self.text, self.small):
            inside.addWidget(one)
        inside.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), looks).addWidget(frame)

    def show_cell(self, cell: Told, title: str) -> None:
        """Show one cell of the table."""
        self.head.setText(self.doctor)
        self.text.setText(cell.text or _("Nothing written down yet"))
        self.small.setText(cell.small)
        self.small.setVisible(bool(cell.small))
        words = _("Change what {doctor} says about: {title}")
        self.change.setAccessibleName(words.format(doctor=self.doctor, title=title))
