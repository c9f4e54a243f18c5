"""Removing the case: what goes, what may remain, and the name to type first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.case.removing import belonging, is_name_of
from app.dossier.prints.receipt import removal_words
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class RemovalCard(QWidget):
    """Lets somebody remove the case once they typed whose it is."""

    wanted = Signal(str)  # what was typed

    def __init__(self, session: CaseSession, looks: Looks) -> None:
        super().__init__()
        self._session = session
        self.files = label("", "small")
        self.typed = QLineEdit()
        self.field = FieldRow(
            _("Type the patient’s name to be sure"),
            self.typed,
            looks,
            _("Where no name is written down, type the name of the case file."),
        )
        self.remove = PictureButton(
            _("Save a receipt and remove the case"), looks, "trash-2", "warn"
        )
        frame, column = card(looks)
        column.addWidget(Heading(_("Remove it"), 2))
        column.addWidget(label(_("It cannot be undone. Put the case away first, if in doubt.")))
        column.addWidget(self.files)
        column.addWidget(label(removal_words(), "strong"))
        column.addWidget(self.field)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), looks).addWidget(frame)
        self.typed.textChanged.connect(lambda _text: self.field.clear_wrong())
        self.remove.clicked.connect(self._ask)

    def show_case(self) -> None:
        """Name the files that would go."""
        names = "\n".join(one.name for one in belonging(self._session.case.path))
        self.files.setText(_("These files go:\n{names}").format(names=names))

    def forget(self) -> None:
        """Forget what was typed: whoever comes back types it again."""
        self.typed.clear()
        self.field.clear_wrong()

    def _ask(self) -> None:
        case = self._session.case
        if not is_name_of(self.typed.text(), case.people.patient().name, case.path):
            self.field.say_wrong(_("That is not the name of this case. Nothing was removed."))
            self.typed.setFocus()
            return
        self.wanted.emit(self.typed.text())
