"""A group of the look at new papers: its name, and one card with a row for each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.review.rows_layout import RowsLayout
from ui.theme.looks import Looks
from ui.widgets.cards import rule
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space

_ON_A_SHEET = 10


class Group(QWidget):
    """Hidden while it has no row.

    Its rows stand on sheets of a few: a further one has Qt measure anew those
    on its own sheet, and of every other sheet only what it knows already.
    """

    def __init__(self, name: str, looks: Looks, hint: str = "") -> None:
        super().__init__()
        self._lines: dict[QWidget, QWidget] = {}
        column = space(QVBoxLayout(self), looks, (0, 0, 0, 16), 6)
        column.addWidget(Heading(name, 2))
        if hint:
            column.addWidget(label(hint, "small"))
        made = frame("card", self)
        self._sheets = RowsLayout(made)
        self._last: RowsLayout | None = None
        column.addWidget(made)
        self.hide()

    @property
    def sheet(self) -> QWidget:
        """The parent to make the next row with: one that gets it later is dressed twice."""
        sheet = self._sheet_with_room().parentWidget()
        assert sheet is not None  # it was made with one
        return sheet

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        line = rule(parent=self.sheet)
        if not self._lines:  # the first one has none above it
            line.hide()
        sheet = self._sheet_with_room()
        sheet.addWidget(line)
        sheet.addWidget(row)
        self._lines[row] = line
        self.show()

    def take(self, row: QWidget) -> None:
        """Take a row away."""
        for one in (self._lines.pop(row), row):
            one.hide()
            one.deleteLater()
        for number, line in enumerate(self._lines.values()):
            line.setVisible(number > 0)
        self.setVisible(bool(self._lines))

    def _sheet_with_room(self) -> RowsLayout:
        if self._last is None or self._last.count() >= 2 * _ON_A_SHEET:  # a row and its line
            sheet = QWidget()
            self._last = RowsLayout(sheet)
            self._sheets.addWidget(sheet)
        return self._last
