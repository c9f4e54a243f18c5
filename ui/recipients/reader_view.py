"""One reader: their versions, and all that is known of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.build import Build
from app.model.recipient_profile import RecipientProfile
from app.model.version import Version
from app.phrases import _
from ui.folds.form import FoldedForm
from ui.recipients.groups import groups_of_recipient
from ui.recipients.versions_part import VersionsPart
from ui.recipients.words import called, started_from
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ReaderView(QWidget):
    """Saves each change as it is made."""

    unwanted = Signal()

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        profile: RecipientProfile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.title = Heading(called(profile), 2, parent=self)
        self._began = label("", "small", parent=self)
        self.versions = VersionsPart(looks, self)
        self.form = FoldedForm(session, looks, groups_of_recipient(), profile, self._write, self)
        self.remove = PictureButton(
            _("Remove this reader"), looks, "trash-2", "warn", keys=_("Delete")
        )
        column = space(QVBoxLayout(self), looks, gap=12)
        head = space(QVBoxLayout(), looks, gap=2)
        head.addWidget(self.title)
        head.addWidget(self._began)
        column.addLayout(head)
        self._say_began(profile)  # not before it has its place: it would become a window
        column.addWidget(self.versions)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.remove.clicked.connect(lambda _on=False: self.unwanted.emit())

    @property
    def profile(self) -> RecipientProfile:
        """The reader as the case has it."""
        value: RecipientProfile = self.form.value
        return value

    def show_other(self, profile: RecipientProfile) -> bool:
        """Save what was typed and show another reader; False where something typed is wrong."""
        if not self.form.show_other(profile):
            return False
        self._say_began(profile)
        return True

    def refresh(
        self, profile: RecipientProfile, versions: Sequence[Version], last: dict[int, Build]
    ) -> None:
        """Show what the case says now; words that somebody is typing stay."""
        self.form.refresh(profile)
        self.title.say(called(profile))
        self.versions.show_versions(versions, last)

    def _say_began(self, profile: RecipientProfile) -> None:
        began = started_from(profile)
        self._began.setText(_("Began as: {preset}").format(preset=began))
        self._began.setVisible(bool(began))

    def _write(self, value: RecipientProfile, step: str, together: str) -> RecipientProfile:
        case = self._session.case
        with case.change(step, together=together):
            case.recipients.save(value)
        return value
