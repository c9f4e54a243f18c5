"""A note or a page of the diary, in the person's own words."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout

from app.model.record import Record
from app.phrases import _
from ui.pages.place import Tell
from ui.records.dates_part import DatesPart
from ui.records.dossier_choice import DossierChoice
from ui.records.note_tags import When, tags_with, when_of, when_words
from ui.records.saving import Saving
from ui.records.shelf import Shelf
from ui.records.text_field import TextField
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow, text_box
from ui.widgets.labels import frame
from ui.widgets.spacing import space

_WHEN = tuple(When)


class NoteForm(QScrollArea):
    """Every field is saved by itself, a second after the last key."""

    remove_wanted = Signal()

    def __init__(self, session: CaseSession, looks: Looks, shelf: Shelf, tell: Tell) -> None:
        super().__init__()
        self._saving = Saving(shelf, tell, self.show_record)
        self.name = TextField(_("Name of the note"), QLineEdit(), session, looks, self._save_name)
        self.body = TextField(
            _("Your words"),
            text_box(8, 24),
            session,
            looks,
            lambda words, together: self._saving.write(
                _("Change the words of {title}"), together, body=words.rstrip()
            ),
            same=str.rstrip,
        )
        self.date = DatesPart(looks, self._saving.attempt, _("Day it is about"), more=False)
        self.when = Combo([when_words(when) for when in _WHEN])
        self.dossier = DossierChoice(session, looks, self._saving.attempt)
        self.dossier.goes_in.say(_("Put this note in the dossier"))
        self.remove = PictureButton(_("Remove it"), looks, "trash-2", "warn", _("Delete"))
        inside = frame("pane")
        column = space(QVBoxLayout(inside), looks, (24, 16, 24, 24), 14)
        when = FieldRow(_("When did you write it?"), self.when, looks)
        for one in (self.name, self.body, self.date, when, self.dossier):
            column.addWidget(one)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.when.activated.connect(self._take_when)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit())

    @property
    def record(self) -> Record | None:
        """The note that is shown."""
        return self._saving.record

    def show_record(self, record: Record) -> None:
        """Show a note as the case has it; what is being typed stays."""
        self._saving.record = record
        self.name.show_words(record.title)
        self.body.show_words(record.body)
        self.date.show_record(record)
        with QSignalBlocker(self.when):
            self.when.setCurrentIndex(_WHEN.index(when_of(record.tags)))
        self.dossier.show_record(record)

    def flush(self) -> bool:
        """Save what waits. False when something cannot be saved now: then stay at this note."""
        if self._saving.record is None:
            return True
        self.date.flush()
        saved = [part.flush() for part in (self.name, self.body, self.dossier)]
        return all(saved)

    def _save_name(self, words: str, together: str) -> None:
        lack = _("A note needs a name. It keeps the one it has.")
        self._saving.write_name(words, together, self.name.row, lack)

    def _take_when(self, row: int) -> None:
        if self._saving.record is not None:
            tags = tags_with(self._saving.record.tags, _WHEN[row])
            self._saving.attempt(_("Say when {title} was written"), tags=tags)
