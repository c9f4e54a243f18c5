"""The button that makes a pack for a USB stick, and what it opens."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.dossier.pack_maker import PackMaker
from ui.jobs import Job
from ui.pages.place import Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.spacing import space


class PackPart(QWidget):
    """A button, and in its place the making of a pack, which is made when it is first wanted."""

    def __init__(
        self, session: CaseSession, looks: Looks, tell: Tell, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._looks, self._tell = session, looks, tell
        self._version = 0
        self._password, self._locked = "", False
        self.maker: PackMaker | None = None
        self.start = PictureButton(_("Make a pack for a USB stick"), looks, "package")
        self._column = space(QVBoxLayout(self), looks)
        self._column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.start.clicked.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether a pack is being made."""
        return self.maker is not None and self.maker.busy

    def offer(self, version: int, password: str = "", *, locked: bool = False) -> None:
        """Offer a pack of a version; its PDF gets `password`, or is asked for one if `locked`."""
        self._version = version
        self._password, self._locked = password, locked
        if not self.busy:
            self._close()

    def forget(self) -> None:
        """Forget every password, and close what asked for one."""
        self._password = ""
        if self.maker is not None and not self.busy:
            self.maker.forget()
            self._close()

    def tells(self, job: Job) -> bool:
        """Whether it shows how far this job has come."""
        return self.maker is not None and self.maker.tells(job)

    def shows_made(self) -> bool:
        """Whether it says by itself that a pack was made."""
        return self.maker is not None and self.maker.shows_made()

    @Slot()
    def _begin(self) -> None:
        if self.maker is None:
            self.maker = PackMaker(self._session, self._looks, self._tell, self)
            self.maker.closed.connect(self._put_away)
            self._column.addWidget(self.maker)
        self.start.hide()
        self.maker.show()
        self.maker.begin(self._version, self._password, locked=self._locked)

    @Slot()
    def _put_away(self) -> None:
        if self.maker is not None:
            self.maker.forget()
        self._close()
        self.start.setFocus()

    def _close(self) -> None:
        if self.maker is not None:
            self.maker.hide()
        self.start.show()
