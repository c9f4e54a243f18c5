"""How the patient is named in one version of the dossier."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.recipient_profile import Identity
from app.model.version import Version
from app.phrases import _
from ui.dossier.one_of import OneOf
from ui.records.text_field import TextField, Write
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.labels import label
from ui.widgets.spacing import space


class Naming(QWidget):
    """Writes with `write` as soon as somebody chooses."""

    def __init__(
        self, session: CaseSession, looks: Looks, write: Write, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._write = write
        self.how = OneOf(
            _("How you are named"),
            (
                (Identity.FULL, _("Name and birth date on every page")),
                (Identity.COVER, _("On the cover and the summary only")),
                (Identity.PSEUDONYM, _("Under another name")),
            ),
            looks,
            self._choose,
        )
        self.name = TextField(
            _("The name to use"),
            QLineEdit(),
            session,
            looks,
            lambda words, together: write(
                _("Change the name to use"), together, pseudonym=words.strip()
            ),
            hint=_("Empty means “The patient”."),
        )
        self.note = label("", "small")
        column = space(QVBoxLayout(self), looks, gap=6)
        for part in (self.how, self.name, self.note):
            column.addWidget(part)

    def show_version(self, version: Version) -> None:
        """Show what is chosen."""
        self.how.show_value(version.identity)
        self.name.setVisible(version.identity is Identity.PSEUDONYM)
        self.name.show_words(version.pseudonym)
        notes = {
            Identity.FULL: "",
            Identity.COVER: _("Your records keep the name that is printed on them."),
            Identity.PSEUDONYM: _(
                "No PDF is made while your own name can be read on a page. "
                "Look at pages that are pictures yourself."
            ),
        }
        self.note.setText(notes[version.identity])
        self.note.setVisible(bool(self.note.text()))

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        return self.name.flush()

    def _choose(self, identity: Identity) -> None:
        self._write(_("Change how you are named"), identity=identity)
