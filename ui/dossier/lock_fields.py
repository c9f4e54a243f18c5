"""The password that a dossier may be locked with, typed twice or suggested."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.dossier.passwords import suggest_password
from app.phrases import _
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.check import Check
from ui.widgets.field import FieldRow
from ui.widgets.labels import label
from ui.widgets.spacing import space

LEAST = 8  # characters


class LockFields(QWidget):
    """Off at first; what is typed lives here only and is forgotten with `forget`."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = Check(_("Lock it with a password"), parent=self)
        self._fields = QWidget(self)
        self._fields.hide()
        self.first, self.second = QLineEdit(self._fields), QLineEdit(self._fields)
        hint = _("{n} characters or more.").format(n=LEAST)
        self.first_row = FieldRow(_("Password"), self.first, looks, hint)
        self.second_row = FieldRow(_("The same password again"), self.second, looks)
        self.suggest = PictureButton(_("Suggest a password"), looks)
        self.show_typed = Check(_("Show what I type"), parent=self._fields)
        self.warning = label(_warning(), "look")
        self.refused = label("", "look")
        self.refused.hide()
        offer = QWidget(self._fields)
        Flow(offer, looks).addWidget(self.suggest)
        inner = space(QVBoxLayout(self._fields), looks, gap=8)
        for one in (
            self.refused,
            self.warning,
            offer,
            self.first_row,
            self.second_row,
            self.show_typed,
        ):
            inner.addWidget(one)
        column = space(QVBoxLayout(self), looks, gap=6)
        column.addWidget(self.lock)
        column.addWidget(self._fields)
        self._hide_typed(False)
        self.lock.toggled.connect(self._open)
        self.suggest.clicked.connect(self._suggest)
        self.show_typed.toggled.connect(self._hide_typed)
        for edit, row in ((self.first, self.first_row), (self.second, self.second_row)):
            edit.textChanged.connect(row.clear_wrong)

    def show_locked(self, locked: bool, *, refused_by: str = "") -> None:
        """Show whether a password is wanted, and who takes no file that has one."""
        with QSignalBlocker(self.lock):
            self.lock.setChecked(locked)
        self._fields.setVisible(locked)
        if not locked:
            self.forget()
        words = _("“{name}” takes no file with a password. Ask before you lock it.")
        self.refused.setText(words.format(name=refused_by))
        self.refused.setVisible(bool(refused_by))

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
        """Forget what was typed; whether a password is wanted stays."""
        for edit in (self.first, self.second):
            edit.clear()
        self.show_typed.setChecked(False)

    def _say(self, row: FieldRow, sentence: str) -> None:
        row.say_wrong(sentence)
        row.control.setFocus()

    @Slot()
    def _suggest(self) -> None:
        """Put a fresh password into both fields, and let it be seen: nobody knows it yet."""
        password = suggest_password()
        for edit in (self.first, self.second):
            edit.setText(password)
        self.show_typed.setChecked(True)
        words = _("A password is in both fields. Write it down.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot(bool)
    def _open(self, wanted: bool) -> None:
        self._fields.setVisible(wanted)
        if wanted:
            self.first.setFocus()
        else:
            self.forget()

    @Slot(bool)
    def _hide_typed(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)


def _warning() -> str:
    return "\n".join(
        (
            _("Nobody can open the PDF without this password, and nobody can find it again."),
            _("Some clinics cannot open a locked file. Ask first."),
            _("Programs made before about 2010 cannot open it. The lock is AES-256."),
            _(
                "Tell the password another way, such as by phone. "
                "Once the PDF is made, you can save a page with it."
            ),
        )
    )
