"""The choices of a pack for a USB stick."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.dossier.lock_fields import LockFields
from ui.dossier.one_of import OneOf
from ui.records.flow import Flow
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class PackForm(QWidget):
    """A folder with the original files, and without a lock, until somebody chooses otherwise."""

    make_wanted = Signal()
    unwanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.as_zip = False
        self._given = ""
        self.kind = OneOf(
            _("As what?"),
            ((False, _("A folder, for a USB stick")), (True, _("One ZIP file"))),
            looks,
            self._take_kind,
        )
        self.originals = Check(_("Put in the original files"), parent=self)
        self.more = label(
            _("An original can hold more than its pages show, such as where a photo was taken."),
            "small",
        )
        self.locks = LockFields(looks, self)
        self.alone = label(
            _(
                "Only the PDF goes in, and it has the password. Original files and tables stay "
                "out: everybody could read them."
            ),
            "look",
        )
        self.make = PictureButton(_("Choose where, and make it"), looks, "package")
        self.cancel = PictureButton(_("Cancel"), looks)
        self._lay_out(looks)
        self.locks.lock.toggled.connect(self._show_what_goes_in)
        self.make.clicked.connect(lambda _on=False: self.make_wanted.emit())
        self.cancel.clicked.connect(lambda _on=False: self.unwanted.emit())

    def begin(self, password: str, *, locked: bool) -> None:
        """Show the usual choices; a PDF with a `password` keeps it, one `locked` asks."""
        self._given = password
        self._take_kind(False)
        self.kind.show_value(False)
        self.originals.setChecked(True)
        self.locks.show_locked(locked and not password)
        self.locks.setVisible(not password)
        self._show_what_goes_in()

    def password(self) -> str | None:
        """Give the password, "" for none; None when it is not right yet, which is then said."""
        return self._given or self.locks.password()

    def forget(self) -> None:
        """Forget every password."""
        self._given = ""
        self.locks.show_locked(False)

    def _lay_out(self, looks: Looks) -> None:
        frame, column = card(looks, (20, 16, 20, 18), 10)
        column.addWidget(Heading(_("A pack for a USB stick"), 2))
        column.addWidget(
            label(
                _(
                    "It holds the dossier, its lists as tables, the original files, and a page "
                    "that says what is there. It is made anew from the case as it is now. "
                    "You choose the stick; there the pack gets a folder of its own. "
                    "A pack of before is replaced."
                )
            )
        )
        buttons = QWidget(frame)
        row = Flow(buttons, looks)
        for one in (self.make, self.cancel):
            row.addWidget(one)
        for part in (self.kind, self.locks, self.originals, self.more, self.alone, buttons):
            column.addWidget(part)
        space(QVBoxLayout(self), looks).addWidget(frame)

    def _take_kind(self, as_zip: bool) -> None:
        self.as_zip = as_zip

    def _show_what_goes_in(self) -> None:
        alone = bool(self._given) or self.locks.lock.isChecked()
        self.originals.setHidden(alone)
        self.more.setHidden(alone)
        self.alone.setVisible(alone)
