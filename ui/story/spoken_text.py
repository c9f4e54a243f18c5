"""A box for a few sentences of the story, with who says so; saved as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.voice import Voice
from app.phrases import _
from ui.session import CaseSession
from ui.story.voice_line import VoiceLine, speaker
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.field import FieldRow, text_box
from ui.widgets.filling import fill, typed
from ui.widgets.labels import label
from ui.widgets.neutral_line import offer_neutral
from ui.widgets.spacing import space

Spoken = tuple[str, Voice]


class SpokenText(QWidget):
    """Shows what `read` gives and writes what is typed with `write`, inside one change.

    `read` gives the words and who speaks, or None where nothing was said;
    `write` gets both, and empty words take them back. `budget` is how many
    letters there is room for on the summary page, 0 for no limit to tell.
    """

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        words: str,
        read: Callable[[], Spoken | None],
        write: Callable[[str, Voice], None],
        *,
        hint: str = "",
        lines: int = 2,
        budget: int = 0,
        voiced: bool = True,
    ) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._read = read
        self._write = write
        self._budget = budget
        self._voiced = voiced
        self.box = text_box(lines, 8)
        self.row = FieldRow(words, self.box, looks, hint)
        self.neutral = offer_neutral(self.row, session, looks)
        self.room = label("", "small")
        if not budget:
            self.room.hide()
        self.voice = VoiceLine(session, looks, words)
        self._saving = AutoSave(session, self._save, self)
        self._saving.watch(self.box)
        column = space(QVBoxLayout(self), looks, gap=2)
        for one in (self.row, self.room, self.voice):
            column.addWidget(one)
        self.voice.changed.connect(self._take_voice)
        self.box.textChanged.connect(self._count)
        self.refresh()

    def refresh(self) -> None:
        """Show what the case says now; what is being typed stays."""
        told = self._read()
        fill(self._saving, self.box, told[0] if told else "")
        if told:
            self.voice.set_value(told[1])
        self.voice.setVisible(self._voiced and told is not None)
        self._count()

    def flush(self) -> None:
        """Save at once what was typed."""
        self._saving.close_step()
        self.voice.flush()

    def _save(self, together: str) -> None:
        told = self._read()
        now = typed(self.box)
        if now == (told[0].strip() if told else ""):
            return
        voice = told[1] if told else speaker(self._session.case.snapshot())
        with self._session.case.change(self._step, together=together):
            self._write(now, voice)

    @Slot(object)
    def _take_voice(self, voice: Voice) -> None:
        self._saving.close_step()
        told = self._read()
        if told and told[1] != voice:
            step = _("Change who says “{field}”").format(field=self._words)
            with self._session.case.change(step):
                self._write(told[0], voice)

    @property
    def _step(self) -> str:
        return _("Change “{field}”").format(field=self._words)

    @Slot()
    def _count(self) -> None:
        if not self._budget:
            return
        used = len(" ".join(self.box.toPlainText().split()))
        if used <= self._budget:
            form = _("{n} of {most} letters. It fits on the summary page.")
        else:
            form = _("{n} of {most} letters. The summary page may show only the start of it.")
        self.room.setText(form.format(n=used, most=self._budget))
        kind = "small" if used <= self._budget else "look"
        if self.room.property("kind") != kind:
            self.room.setProperty("kind", kind)
            self.room.style().unpolish(self.room)
            self.room.style().polish(self.room)
