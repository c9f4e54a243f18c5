"""The password that a dossier may be locked with, typed twice."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.phrases import _
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.spacing import space

LEAST = 8  # characters


class LockFields(QWidget):
    """Off at first; what is typed lives here only and is forgotten with `forget`."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.lock = Check(_("Lock it with a password"))
        self.first, self.second = QLineEdit(), QLineEdit()
        hint = _("{n} characters or more.").format(n=LEAST)
        self.first_row = FieldRow(_("Password"), self.first, looks, hint)
        self.second_row = FieldRow(_("The same password again"), self.second, looks)
        self.show_typed = Check(_("Show what I type"))
        self.warning = label(
            _(
                "Nobody can open the PDF without this password, and nobody can find it again. "
                "Write it down. Tell it to the doctor another way, such as by phone."
            ),
            "look",
        )
        self._fields = QWidget()
        inner = space(QVBoxLayout(self._fields), looks, gap=8)
        for one in (self.first_row, self.second_row, self.show_typed, self.warning):
            inner.addWidget(one)
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(self.lock)
        column.addWidget(self._fields)
        self._fields.hide()
        self._hide_typed(False)
        self.lock.toggled.connect(self._open)
        self.show_typed.toggled.connect(self._hide_typed)
        for edit, row in ((self.first, self.first_row), (self.second, self.second_row)):
            edit.textChanged.connect(row.clear_wrong)

    def password(self) -> str | None:
        """Give the password, "" for none; None when it is not right yet, which is then said."""
        if not self.lock.isChecked():
            return ""
        first, second = self.first.text(), self.second.text()
        if len(first) < LEAST:
            words = _("This password is too short. Use {n} characters or more.")
            self._say(self.first_row, words.format(n=LEAST))
        elif first != second:
            self._say(self.second_row, _("These two are not the same. Type it once more."))
        else:
            return first
        return None

    def forget(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()
        self.show_typed.setChecked(False)
        self.lock.setChecked(False)

    def _say(self, row: FieldRow, sentence: str) -> None:
        row.say_wrong(sentence)
        row.control.setFocus()

    @Slot(bool)
    def _open(self, wanted: bool) -> None:
        self._fields.setVisible(wanted)
        if wanted:
            self.first.setFocus()

    @Slot(bool)
    def _hide_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)
