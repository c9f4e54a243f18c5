"""What the other doctor will see of a page, as the one-page summary shows it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.load import load_content
from app.model.story import Reason
from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.cards import card, said_card
from ui.widgets.labels import label
from ui.widgets.spacing import space


class DoctorSees(QWidget):
    """The box “In the patient’s words” with one heading and its lines."""

    def __init__(self, looks: Looks, head: str, nothing: str) -> None:
        """`nothing` is what the summary says where there is no line."""
        super().__init__()
        self._nothing = nothing
        self.lines = label("")
        frame, inner = card(looks, (14, 12, 14, 14), 6)
        inner.addWidget(label(_("In the patient’s words"), "said"))
        said, words = said_card(looks)
        words.addWidget(label(head, "strong"))
        words.addWidget(self.lines)
        inner.addWidget(said)
        column = space(QVBoxLayout(self), looks, (0, 38, 0, 0), 8)
        column.addWidget(label(_("What the doctor will see"), "label"))
        column.addWidget(frame)
        column.addWidget(label(_("This box is on the one-page summary."), "small"))
        self.show_lines(())

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the lines as they are now."""
        self.lines.setText("\n".join(lines) if lines else self._nothing)


def reason_line(reason: Reason) -> str:
    """Give the line that the other doctor reads of a reason."""
    return reason.label or load_content().reason(reason.code).dossier_line
