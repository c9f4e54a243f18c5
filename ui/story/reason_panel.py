"""What belongs to one chosen reason: own words, prompts that help, records that help."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.content.values import Prompt, ReasonContent
from app.model.story import Answer, Reason
from app.model.voice import Voice
from app.phrases import _, many
from ui.session import CaseSession
from ui.story.spoken_text import Spoken, SpokenText
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import look_card
from ui.widgets.disclosure import Disclosure
from ui.widgets.field import FieldRow, text_box
from ui.widgets.filling import fill, typed
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.neutral_line import offer_neutral
from ui.widgets.spacing import space


class ReasonPanel(QFrame):
    """One of the eight reasons, with its prompts behind a link."""

    def __init__(self, session: CaseSession, looks: Looks, content: ReasonContent) -> None:
        super().__init__()
        self._session = session
        self._looks = looks
        self._content = content
        self.answers: list[SpokenText] = []
        self.setProperty("kind", "card")
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 14), 10)
        column.addWidget(Heading(content.title, 2))
        if content.show_first:
            first, inner = look_card(looks)
            inner.addWidget(label(content.show_first))
            column.addWidget(first)
        self.words = _ReasonWords(session, looks, content.code)
        column.addWidget(self.words)
        count = len(content.prompts)
        opener = many("1 short prompt that may help", "{n} short prompts that may help", count)
        opener = opener.format(n=count)
        self.help = Disclosure(looks, opener, self._make_help)
        self.help.opener.setAccessibleName(f"{opener}: {content.title}")
        column.addWidget(self.help)

    def show_reason(self, reason: Reason) -> None:
        """Show what the case says now."""
        self.words.show_reason(reason, self._content.title)
        for answer in self.answers:
            answer.refresh()

    def _make_help(self) -> QWidget:
        inside = QWidget()
        column = space(QVBoxLayout(inside), self._looks, (8, 0, 0, 0), 14)
        column.addWidget(label(_("Fill in what you know. Leave the rest empty."), "quiet"))
        self.answers = [self._answer(prompt) for prompt in self._content.prompts]
        for answer in self.answers:
            column.addWidget(answer)
        column.addWidget(label(_("Records that help"), "strong"))
        lines = [f"•  {record.text}" for record in self._content.records]
        if self._content.records_note:
            lines.append(self._content.records_note)
        column.addWidget(label("\n".join(lines), "quiet"))
        return inside

    def _answer(self, prompt: Prompt) -> SpokenText:
        statements = self._session.case.statements

        def read() -> Spoken | None:
            told = next((one for one in statements.answers() if one.prompt == prompt.id), None)
            return _spoken(told)

        def write(words: str, voice: Voice) -> None:
            statements.answer(prompt.id, words, voice)

        return SpokenText(self._session, self._looks, prompt.text, read, write, lines=1)


class OwnReasonPanel(QFrame):
    """A reason in the person's own words: its line, more words, and a way to take it back."""

    removed = Signal(str)  # its code

    def __init__(self, session: CaseSession, looks: Looks, reason: Reason) -> None:
        super().__init__()
        self._session = session
        self._code = reason.code
        self.setProperty("kind", "card")
        self.line = QLineEdit()
        self._row = FieldRow(_("Your own reason"), self.line, looks)
        self._saving = AutoSave(session, self._save, self)
        self._saving.watch(self.line)
        self.line.editingFinished.connect(self._put_back)
        self.words = _ReasonWords(session, looks, reason.code)
        self.remove = PictureButton(_("Take this reason back"), looks, "trash-2", "quiet")
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        column = space(QVBoxLayout(self), looks, (16, 14, 16, 14), 10)
        column.addWidget(self._row)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.remove.clicked.connect(lambda: self.removed.emit(reason.code))
        self.show_reason(reason)

    def show_reason(self, reason: Reason) -> None:
        """Show what the case says now."""
        fill(self._saving, self.line, reason.label)
        self.words.show_reason(reason, reason.label)

    def _save(self, together: str) -> None:
        reason, now = _reason(self._session, self._code), typed(self.line)
        if reason and now and now != reason.label:
            with self._session.case.change(_("Change your own reason"), together=together):
                self._session.case.reasons.choose(self._code, label=now, words=reason.words)

    @Slot()
    def _put_back(self) -> None:
        """Show the line again where it was emptied: a reason without words is none."""
        reason = _reason(self._session, self._code)
        if reason and not typed(self.line):
            self._saving.flush()
            self._saving.fill(self.line, reason.label)


class _ReasonWords(QWidget):
    """The field for own words of one reason."""

    def __init__(self, session: CaseSession, looks: Looks, code: str) -> None:
        super().__init__()
        self._session = session
        self._code = code
        self.box = text_box(2, 8)
        column = space(QVBoxLayout(self), looks)
        self._name = _("In your own words (if you like)")
        row = FieldRow(self._name, self.box, looks)
        self.neutral = offer_neutral(row, session, looks)
        column.addWidget(row)
        self._saving = AutoSave(session, self._save, self)
        self._saving.watch(self.box)

    def show_reason(self, reason: Reason, title: str) -> None:
        """Show what the case says now; several such fields stand on one page, each with a name."""
        fill(self._saving, self.box, reason.words)
        self.box.setAccessibleName(f"{self._name}: {title}")

    def _save(self, together: str) -> None:
        reason, now = _reason(self._session, self._code), typed(self.box)
        if reason and now != reason.words.strip():
            with self._session.case.change(_("Say a reason in own words"), together=together):
                self._session.case.reasons.choose(self._code, label=reason.label, words=now)


def _reason(session: CaseSession, code: str) -> Reason | None:
    return next((one for one in session.case.reasons.all() if one.code == code), None)


def _spoken(told: Answer | None) -> Spoken | None:
    return (told.text, told.voice) if told else None
