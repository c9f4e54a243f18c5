"""All that is known of one record, to be changed in place."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.model.record import Kind, Record
from app.phrases import _
from ui.pages.place import Tell
from ui.records.dates_part import DatesPart
from ui.records.dossier_choice import DossierChoice
from ui.records.marks_part import MarksPart
from ui.records.needs import kind_title
from ui.records.reason_ticks import ReasonTicks
from ui.records.remarks import remark_lines
from ui.records.repeats_part import RepeatsPart
from ui.records.saving import Saving
from ui.records.shelf import Shelf
from ui.records.text_field import TextField, tag_words, tags_of
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import rule
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow, text_box
from ui.widgets.labels import frame, label
from ui.widgets.source_edit import SourceEdit
from ui.widgets.spacing import space

CONFLICT_KEYS = "Ctrl+Shift+G"
_KINDS: tuple[Kind | None, ...] = (None, *Kind)


class Details(QScrollArea):
    """The form beside the page; every field is saved by itself."""

    remove_wanted = Signal()
    cover_wanted = Signal()  # a part of a page is to be covered
    note_wanted = Signal(int)  # the record is a note: its words are to be edited
    conflict_wanted = Signal(int)  # the record and another one do not agree

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        shelf: Shelf,
        tell: Tell,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._saving = Saving(shelf, tell, self.show_record)
        self._looks = looks
        save = self._saving.write
        self.name = TextField(_("Name"), QLineEdit(), session, looks, self._save_name)
        self.kind = Combo([kind_title(kind) for kind in _KINDS])
        self.dates = DatesPart(
            looks,
            self._saving.attempt,
            _("Date on the record"),
            _("The day of the visit or the test, not the day of print. A year is enough."),
        )
        maker = SourceEdit(session)
        maker.setPlaceholderText(_("Doctor, hospital or lab"))
        self.source = TextField(
            _("Who made it?"),
            maker,
            session,
            looks,
            lambda words, together: save(
                _("Change who made {title}"), together, source=words.strip()
            ),
        )
        self.note = TextField(
            _("Your note"),
            text_box(2, 8),
            session,
            looks,
            lambda words, together: save(
                _("Change your note on {title}"), together, note=words.rstrip()
            ),
            hint=_("Only for you. It does not go into the dossier."),
            same=str.rstrip,
        )
        self.dossier = DossierChoice(session, looks, self._saving.attempt)
        self.marks = MarksPart(session, looks, tell, self)
        self.reasons = ReasonTicks(looks, self._saving.attempt)
        self.tags = TextField(
            _("Your own words to find it by"),
            QLineEdit(),
            session,
            looks,
            lambda words, together: save(
                _("Change the words to find {title} by"), together, tags=tags_of(words)
            ),
            hint=_("With a comma between them."),
            same=tags_of,
        )
        self.repeats = RepeatsPart(session, looks, self)
        self.remarks = label("")
        self.open_note = PictureButton(_("Open it in Notes"), looks, "square-pen", "quiet")
        self.conflict = PictureButton(
            _("Two papers do not agree…"), looks, "split", "quiet", CONFLICT_KEYS
        )
        self.remove = PictureButton(_("Remove it"), looks, "trash-2", "warn", _("Delete"))
        self._place()
        self.kind.activated.connect(self._take_kind)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit())
        self.open_note.clicked.connect(self._ask_for_note)
        self.conflict.clicked.connect(self._ask_for_conflict)
        self.marks.cover_wanted.connect(self.cover_wanted)
        self.repeats.choose.clicked.connect(self.dossier.open_pages)

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self._saving.record

    def show_record(self, record: Record) -> None:
        """Show a record as the case has it; what is being typed stays."""
        other = self._saving.record is None or self._saving.record.id != record.id
        self._saving.record = record
        self.name.show_words(record.title)
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(_KINDS.index(record.kind))
        self.dates.show_record(record)
        self.source.show_words(record.source)
        self.source.setVisible(not record.is_note)
        self.note.show_words(record.note)
        self.dossier.show_record(record)
        self.repeats.show_record(record)
        self.marks.show_record(record)
        self.reasons.show_record(record, self._shelf.case.reasons.all())
        self.tags.show_words(tag_words(record))
        lines = remark_lines(record)
        self.remarks.setText("\n".join(lines))
        self._remarks.setVisible(bool(lines))
        self.open_note.setVisible(record.is_note)
        if other:
            self.verticalScrollBar().setValue(0)

    def flush(self) -> bool:
        """Save what waits. False when something cannot be saved now: then stay at this record."""
        if self._saving.record is None:
            return True
        self.dates.flush()
        parts = (self.name, self.source, self.note, self.dossier, self.marks, self.tags)
        saved = [part.flush() for part in parts]  # all of them, also after one that failed
        return all(saved)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Ask for the width of the widest field: nothing scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        inside = self.widget()
        width = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(width + bar, super().minimumSizeHint().height())

    def _place(self) -> None:
        inside = frame("pane")
        self.setWidget(inside)  # first: what moves with all that is in it is dressed anew
        column = space(QVBoxLayout(inside), self._looks, (16, 14, 16, 20), 14)
        kinds = FieldRow(_("What kind of record is it?"), self.kind, self._looks)
        self._remarks = QWidget()
        said = space(QVBoxLayout(self._remarks), self._looks, gap=4)
        said.addWidget(label(_("About this file"), "strong"))
        said.addWidget(self.remarks)
        for one in (self.name, kinds, self.dates, self.source, self.note):
            column.addWidget(one)
        column.addWidget(self.open_note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule())
        column.addWidget(self.dossier)
        column.addWidget(self.repeats)
        column.addWidget(self.marks.group)
        column.addWidget(rule())
        for two in (self.reasons, self.tags, self._remarks):
            column.addWidget(two)
        column.addWidget(self.conflict, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _save_name(self, words: str, together: str) -> None:
        lack = _("A record needs a name. It keeps the one it has.")
        self._saving.write_name(words, together, self.name.row, lack)

    def _take_kind(self, row: int) -> None:
        self._saving.attempt(_("Change the kind of {title}"), kind=_KINDS[row])

    def _ask_for_note(self) -> None:
        if self._saving.record is not None:
            self.note_wanted.emit(self._saving.record.id)

    def _ask_for_conflict(self) -> None:
        if self._saving.record is not None:
            self.conflict_wanted.emit(self._saving.record.id)
