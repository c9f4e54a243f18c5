"""The words about the password of a PDF that was just made, and the page with it."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.export import Exported
from app.dossier.password_sheet import must_be_shown, save_password_sheet
from app.errors import CasepackError
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class PasswordPage(QWidget):
    """Out of sight while there is no password; it is kept here from `offer` to `forget`."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._exported: Exported | None = None
        self._password = ""
        self._folders: tuple[Path, ...] = ()
        self.save = PictureButton(_("Save a page with the password"), looks, "lock")
        self.told = label("", "strong")
        frame, column = card(looks, (20, 16, 20, 18), 8)
        column.addWidget(Heading(_("It is locked"), 2))
        column.addWidget(
            label(
                _(
                    "Tell the doctor the password another way, such as by phone. You can save "
                    "a page with it to print or send. Do that now: the password is kept nowhere."
                )
            )
        )
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        space(QVBoxLayout(self), looks).addWidget(frame)
        self.told.hide()
        self.hide()
        self.save.clicked.connect(self._ask)

    def offer(self, exported: Exported, password: str, folders: tuple[Path, ...]) -> None:
        """Offer the page of a dossier that has this password, "" for none.

        What lies in `folders` lies beside the dossier.
        """
        self._exported, self._password, self._folders = exported, password, folders
        self.told.hide()
        self.setVisible(bool(password))

    def forget(self) -> None:
        """Forget the password; there is nothing to save any more."""
        self._exported, self._password = None, ""
        self.hide()

    @Slot()
    def _ask(self) -> None:
        if self._exported is None:
            return
        try:
            must_be_shown(self._password)
        except CasepackError as failure:
            self._say(str(failure))
            return
        for target in file_choice.ask_where_to_save_password(self):
            self._save(target, self._exported, self._password)

    def _save(self, target: Path, exported: Exported, password: str) -> None:
        beside = target.parent in self._folders

        def work(_progress: Progress) -> None:
            save_password_sheet(target, exported, password)

        def then(_done: None) -> None:
            words = _("Saved as “{name}”. Send it apart from the PDF.")
            if beside:
                words = _("Saved as “{name}”, beside the PDF. Do not send the two together.")
            self._say(words.format(name=target.name))

        self._session.jobs.add(_("Saving the page with the password"), work, then)

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
