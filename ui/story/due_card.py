"""What is due next, beside the plan: a few lines, each of which leads to its place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model.journey.due import Due
from app.phrases import _
from ui.facts.due_words import when_words
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.theme.looks import Looks
from ui.widgets.labels import button, label
from ui.widgets.spacing import space

_MOST = 4


class DueCard(QFrame):
    """Hidden while nothing is due. The date to decide by stands above it already."""

    wanted = Signal(str)  # the code of a place

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._due: list[Due] = []
        self.view = LineView(_("What is due next"), looks, whole=True)
        self.more = button(_("All that is due"), "quiet")
        column: QVBoxLayout = space(QVBoxLayout(self), looks, (12, 14, 12, 12), 4)
        column.addWidget(label(_("What is due next"), "label"))
        column.addWidget(self.view)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(lambda: self.wanted.emit("due"))
        self.view.opened.connect(self._take)
        self.view.gone_into.connect(self._take)
        self.hide()

    def show_due(self, due: Sequence[Due], today: date) -> None:
        """Show the first of these; what has passed stands first."""
        self._due = [one for one in due if one.place != "diagnosis"]
        shown = self._due[:_MOST]
        self.view.show_lines(
            [Line("due", n, one.words, when_words(one, today)) for n, one in enumerate(shown)]
        )
        self.more.setVisible(len(self._due) > _MOST)
        self.setVisible(bool(self._due))

    @Slot(object)
    def _take(self, line: Line) -> None:
        self.wanted.emit(self._due[line.id].place)
