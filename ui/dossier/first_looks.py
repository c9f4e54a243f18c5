"""The gravest findings of the check, beside the dossier that they are about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.findings import Level, Line
from app.phrases import _
from ui.check.finding_card import FindingCard
from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.labels import button
from ui.widgets.spacing import space

FIRST = 3  # findings shown here


class FirstLooks(QWidget):
    """Shows a few findings, each with its button, and leads to all of them."""

    mend = Signal(object)  # Line

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._lines: tuple[Line, ...] | None = None
        self.cards: list[FindingCard] = []
        self.all_lines = button("", "quiet")
        self._findings = space(QVBoxLayout(), looks, gap=8)
        column = space(QVBoxLayout(self), looks, gap=10)
        column.addWidget(Heading(_("Look at these first"), 2))
        column.addLayout(self._findings)
        column.addWidget(self.all_lines, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the first of these lines; those that are fine do not count."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        wanting = [line for line in lines if line.level is not Level.OK]
        for old in self.cards:
            self._findings.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [FindingCard(line, self._looks) for line in wanting[:FIRST]]
        for card in self.cards:
            card.wanted.connect(self.mend)
            self._findings.addWidget(card)
        self.setVisible(bool(wanting))
        self.all_lines.setVisible(len(wanting) > FIRST)
        self.all_lines.setText(_("See all {n}").format(n=len(wanting)))
        self.all_lines.setAccessibleName(_("See all {n} things to look at").format(n=len(wanting)))
