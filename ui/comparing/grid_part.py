"""The table of what each doctor says; one point at a time where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.model.journey.comparison import GridCell, Stance
from app.model.journey.grid import cell_in, cells_of
from app.model.journey.opinion import Opinion
from app.model.journey.row_words import stance_words
from app.model.story import CaseSnapshot
from app.phrases import _
from ui.comparing.row_by_row import RowByRow
from ui.comparing.word_table import Told, WordTable
from ui.opinions.opinion_kinds import page_words, quoted
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.labels import em, label
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space

_LEAST = 7
"""The width of a doctor's column, in heights of a line, below which the table is no help."""


class GridPart(QWidget):
    """Tells the cell that somebody came to or goes into, by its row and its column."""

    chosen = Signal(int, int)
    gone_into = Signal(int, int)
    row_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = WordTable(_("What each doctor says"), looks)
        self.one = RowByRow(looks)
        self.add = PictureButton(_("Add a row of your own"), looks, "plus")
        frame, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self.stack = OneAtATime(frame, self.one)
        column = space(QVBoxLayout(self), looks, gap=12)
        words = _("The marks are yours. This app does not say who is right.")
        column.addWidget(label(words, "small"))
        column.addWidget(self.stack)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.chosen.connect(self.chosen)
        self.table.gone_into.connect(self.gone_into)
        self.one.opened.connect(self.gone_into)
        self.add.clicked.connect(self.row_wanted)
        looks.changed.connect(self.fit)

    @property
    def first(self) -> QWidget:
        """The control that somebody comes to first."""
        return self.table if self.stack.currentIndex() == 0 else self.one.choice

    def come_to(self, row: int, column: int) -> None:
        """Come to a cell of the table, or to its point where one is shown at a time."""
        self.table.choose(row, column)
        self.one.come_to(row)

    def show_case(
        self, told: CaseSnapshot, doctors: Sequence[Opinion], titles: dict[str, str]
    ) -> None:
        """Show the comparison as the case has it."""
        cells = cells_of(told.journey.grid_cells)
        rows = [
            (Told(title), *(_told(cell_in(cells, one.id, row)) for one in doctors))
            for row, title in titles.items()
        ]
        columns = [_("Point"), *(one.doctor for one in doctors)]
        self.table.words.show(columns, rows)
        self.one.show_rows(columns, rows)
        self.fit()

    def fit(self) -> None:
        """Show the table where its columns are wide enough to read."""
        doctors = max(1, self.table.words.columnCount() - 1)
        room = 0.74 * self.width() / doctors >= _LEAST * em(self)
        if room == (self.stack.currentIndex() == 0):
            return
        here = self.table.currentIndex().row()
        focused = self.table.hasFocus() or self._in_one()
        if not room and here >= 0:
            self.one.come_to(here)
        self.stack.setCurrentIndex(0 if room else 1)
        if focused:
            self.first.setFocus()

    def _in_one(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.one.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Look again whether the table has room."""
        super().resizeEvent(event)
        self.fit()


def _told(cell: GridCell) -> Told:
    mark = "" if cell.stance is Stance.NOT_SAID else stance_words()[cell.stance]
    small = " · ".join(part for part in (mark, page_words(cell.page)) if part)
    return Told(quoted(cell.text, cell.verbatim), small)
