"""The question for a password, of a case or of a locked paper."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.phrases import _
from ui.widgets.check import Check
from ui.widgets.labels import button, em, label


class PasswordBox(QDialog):
    """Asks without blocking: `open` it, then hear `accepted` or `rejected`."""

    def __init__(self, question: str, no: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Password"))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(_("Password"))
        self.show_typed = Check(_("Show what I type"))
        self.yes = button(_("Open it"), "main")
        self.no = button(no)
        self.yes.setDefault(True)
        self.yes.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(em(self),) * 4)
        column.setSpacing(em(self) // 2)
        words = label(question)
        words.setBuddy(self.field)
        words.setMinimumWidth(20 * em(self))
        for one in (words, self.field, self.show_typed):
            column.addWidget(one)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.field.textChanged.connect(lambda typed: self.yes.setEnabled(bool(typed)))
        self.show_typed.toggled.connect(self._show)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.field.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self.field.text()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
