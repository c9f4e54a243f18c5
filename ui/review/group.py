"""A group of the look at new papers: its name, and one card with a row for each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.review.rows_layout import RowsLayout
from ui.theme.looks import Looks
from ui.widgets.cards import rule
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space


class Group(QWidget):
    """Hidden while it has no row."""

    def __init__(self, name: str, looks: Looks, hint: str = "") -> None:
        super().__init__()
        self._lines: dict[QWidget, QWidget] = {}
        column = space(QVBoxLayout(self), looks, (0, 0, 0, 16), 6)
        column.addWidget(Heading(name, 2))
        if hint:
            column.addWidget(label(hint, "small"))
        made = frame("card")
        self._rows = RowsLayout(made)
        column.addWidget(made)
        self.hide()

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        line = rule()
        self._rows.addWidget(line)
        self._rows.addWidget(row)
        line.setVisible(bool(self._lines))  # the first one has none above it
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
