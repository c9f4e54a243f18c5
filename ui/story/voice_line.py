"""One quiet line that says who speaks, and opens where that can be changed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.story import CaseSnapshot
from app.model.typed_date import say_date
from app.model.voice import Cited, Said, Voice
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import label
from ui.widgets.spacing import space
from ui.widgets.voice_edit import VoiceEdit


class VoiceLine(QWidget):
    """Shows a voice in words; `changed` tells a new one."""

    changed = Signal(object)  # Voice

    def __init__(self, session: CaseSession, looks: Looks, of: str) -> None:
        """`of` names what is said, for those who hear the button instead of seeing it."""
        super().__init__()
        self._session = session
        self._looks = looks
        self._of = of
        self._value: Voice = Said()
        self._edit: VoiceEdit | None = None
        self.words = label("", "small")
        self.open = PictureButton("", looks, kind="quiet")
        row = space(QHBoxLayout(), looks)
        row.addWidget(self.words, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self._column = space(QVBoxLayout(self), looks, gap=4)
        self._column.addLayout(row)
        self.open.clicked.connect(self._turn)
        self._name_button()

    def set_value(self, voice: Voice) -> None:
        """Show a voice."""
        self._value = voice
        self.words.setText(voice_words(self._session, voice))
        if self._edit is not None:
            self._edit.set_value(voice)

    def flush(self) -> None:
        """Take at once what stands there."""
        if self._edit is not None and self._edit.isVisible():
            self._edit.flush()

    @property
    def edit(self) -> VoiceEdit:
        """Where the voice is changed; made when it is first wanted."""
        if self._edit is None:
            self._edit = VoiceEdit(self._session, self._looks)
            self._edit.set_value(self._value)
            self._edit.changed.connect(self._tell)
            self._edit.hide()
            self._column.addWidget(self._edit)
        return self._edit

    @Slot()
    def _turn(self) -> None:
        opened = not self.edit.isVisible()
        self.flush()
        self.edit.setVisible(opened)
        self._name_button()
        if opened:
            self.edit.setFocus()

    @Slot(object)
    def _tell(self, voice: Voice) -> None:
        self._value = voice
        self.words.setText(voice_words(self._session, voice))
        self.changed.emit(voice)

    def _name_button(self) -> None:
        opened = self._edit is not None and not self._edit.isHidden()
        self.open.say(_("That is all") if opened else _("Change who says so"))
        self.open.setAccessibleDescription(self._of)


def voice_words(session: CaseSession, voice: Voice) -> str:
    """Say who speaks: "Said by Ana, 3 May 2026", "In “MRI report”, page 2"."""
    if isinstance(voice, Cited):
        record = session.case.records.get(voice.record)
        title = record.title if record else _("a record that is not there any more")
        return _("In “{title}”, page {page}").format(title=title, page=voice.page)
    if voice.by and voice.on.known:
        return _("Said by {name}, {date}").format(name=voice.by, date=say_date(voice.on))
    return _("Said by {name}").format(name=voice.by) if voice.by else _("Said, but not by whom")


def speaker(case: CaseSnapshot) -> Said:
    """Give the voice of who types here: the helper where there is one, or else the patient."""
    return Said(case.preparer.name.strip() or case.patient.name.strip())
