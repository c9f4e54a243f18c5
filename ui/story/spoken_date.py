"""A stated date of the story, as exactly as it is known, with who says so."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.story import Statement, Subject
from app.model.voice import Voice
from app.phrases import _
from ui.session import CaseSession
from ui.story.voice_line import VoiceLine, speaker
from ui.theme.looks import Looks
from ui.widgets.field import FieldRow
from ui.widgets.partial_date_edit import PartialDateEdit
from ui.widgets.spacing import space


class SpokenDate(QWidget):
    """Shows and writes the date that is stated of `subject`."""

    def __init__(
        self, session: CaseSession, looks: Looks, subject: Subject, words: str, hint: str = ""
    ) -> None:
        super().__init__()
        self._session = session
        self._subject = subject
        self._words = words
        self.date = PartialDateEdit(looks)
        self.row = FieldRow(words, self.date, looks, hint)
        self.voice = VoiceLine(session, looks, words)
        column = space(QVBoxLayout(self), looks, gap=2)
        column.addWidget(self.row)
        column.addWidget(self.voice)
        self.date.changed.connect(self._take_date)
        self.voice.changed.connect(self._take_voice)

    def refresh(self) -> None:
        """Show what the case says now."""
        told = self._told()
        value, odd = NOT_KNOWN, ""
        if told:
            try:
                value = PartialDate.from_stored(told.text)
            except ValueError:
                odd = told.text
            self.voice.set_value(told.voice)
        self.date.refresh(value)
        self.voice.setVisible(told is not None)
        if odd:
            form = _("“{text}” stands here, which is not a date. Give the date, if you know it.")
            self.row.say_wrong(form.format(text=odd))
        else:
            self.row.clear_wrong()

    def flush(self) -> None:
        """Take at once what stands there."""
        self.date.flush()
        self.voice.flush()

    @Slot(object)
    def _take_date(self, value: PartialDate) -> None:
        told = self._told()
        voice = told.voice if told else speaker(self._session.case.snapshot())
        self._write(_("Change “{field}”"), value.stored(), voice)

    @Slot(object)
    def _take_voice(self, voice: Voice) -> None:
        told = self._told()
        if told and told.voice != voice:
            self._write(_("Change who says “{field}”"), told.text, voice)

    def _write(self, step: str, text: str, voice: Voice) -> None:
        with self._session.case.change(step.format(field=self._words)):
            self._session.case.statements.state(self._subject, text, voice)
        self.refresh()

    def _told(self) -> Statement | None:
        every = self._session.case.statements.all()
        return next((one for one in every if one.subject is self._subject), None)
