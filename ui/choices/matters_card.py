"""What matters to the person, in their order, beside the options."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.options import matters_in_order
from app.model.story import Subject
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.labels import label
from ui.widgets.spacing import space


class MattersCard(QWidget):
    """Shows the list of another place and leads there."""

    def __init__(
        self, session: CaseSession, looks: Looks, to_the_list: Callable[[], object]
    ) -> None:
        super().__init__()
        self._session = session
        self.lines = label("")
        self.change = PictureButton(_("Change what matters"), looks, kind="quiet")
        frame, column = card(looks, gap=6)
        column.addWidget(label(_("What matters to me, in order"), "strong"))
        column.addWidget(self.lines)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), looks).addWidget(frame)
        self.change.clicked.connect(lambda: to_the_list())

    def show_case(self) -> None:
        """Show the list as it is now."""
        said = self._session.case.statements.all()
        text = next((one.text for one in said if one.subject is Subject.MATTERS), "")
        form = _("{n}. {text}")
        lines = [form.format(n=n, text=one) for n, one in enumerate(matters_in_order(text), 1)]
        self.lines.setText("\n".join(lines) or _("Nothing is written down yet."))
