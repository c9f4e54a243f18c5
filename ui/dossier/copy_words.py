"""A calm block of words: what this copy holds, and what it leaves out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.holding import Holding
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class CopyWords(QWidget):
    """Empty and out of sight until there is something to tell."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holds = label("")
        self.leaves = label("")
        self._leaves = QWidget()
        behind = space(QVBoxLayout(self._leaves), looks, gap=6)
        behind.addWidget(Heading(_("It leaves out"), 2))
        behind.addWidget(self.leaves)
        frame, column = card(looks)
        column.addWidget(Heading(_("This copy"), 2))
        column.addWidget(self.holds)
        column.addWidget(self._leaves)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.hide()

    def tell(self, holding: Holding | None) -> None:
        """Show what a copy holds; None for no copy."""
        self.setVisible(holding is not None)
        if holding is not None:
            self.holds.setText("\n".join(holding.holds))
            self.leaves.setText("\n".join(holding.leaves_out))
            self._leaves.setVisible(bool(holding.leaves_out))
