"""The form of one line of the checklist, saved as it is typed."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.checklist import save_wanted
from app.errors import NotUnderstood
from app.model.journey.checklist import Gap
from app.model.journey.gap_words import STATES, asked_words, state_words
from app.model.journey.wanted import Wanted
from app.model.record import Record
from app.phrases import _
from ui.facts.controls import Control, WordsControl, make_control
from ui.facts.kind import Field, Pick, When, Words
from ui.gaps.ask_box import AskBox
from ui.gaps.linked import LinkedRecords
from ui.gaps.reading import reminder_words
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import PictureButton
from ui.widgets.disclosure import Disclosure
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class GapForm(QWidget):
    """Shows a line with all that is known of it; what the person says is written at once."""

    asked = Signal(object, str)  # the id of a request or None for a new one, and who is asked
    requests_wanted = Signal()
    unwanted = Signal()

    def __init__(
        self, session: CaseSession, looks: Looks, gap: Gap, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.gap = gap
        self._session = session
        self._looks = looks
        self._auto = AutoSave(session, self._save, self, self._say_wrong, self._clear_wrong)
        self.title = Heading(gap.text, 2)
        self.about = label("", "small", parent=self)
        self.age = label("", "look", parent=self)
        self.asked_of = label("", "", parent=self)
        self.controls: dict[str, Control] = {
            field.name: make_control(field, session, looks, self._auto, self._settle)
            for field in _fields(own=gap.own)
        }
        self.records = LinkedRecords(looks, self)
        self.ask = Disclosure(looks, _("Ask for it"), self._ask_box)
        self.requests = PictureButton(_("Go to the requests"), looks, "mail", "quiet")
        self.remove = PictureButton(_("Remove"), looks, "trash-2")
        column = space(QVBoxLayout(self), looks, (16, 16, 16, 16), gap=14)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.age)
        for control in self.controls.values():
            column.addWidget(control.widget)
        column.addWidget(self.records)
        column.addWidget(self.asked_of)
        column.addWidget(self.requests, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ask)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.remove.setVisible(gap.own)
        self.remove.clicked.connect(self.unwanted)
        self.requests.clicked.connect(self.requests_wanted)

    @property
    def first(self) -> QWidget:
        """The control that is filled in first."""
        control = self.controls["text" if self.gap.own else "state"]
        return control.widget.focusProxy() or _inside(control)

    def show_gap(self, gap: Gap, records: Mapping[int, Record], limit: int) -> None:
        """Show what the case says now; words that somebody is typing stay."""
        self.gap = gap
        for name, control in self.controls.items():
            control.show_value(getattr(gap.wanted, name))
        self.title.say(gap.text)
        self.about.setText("\n".join(_about(gap)))
        self.about.setVisible(bool(self.about.text()))
        old = reminder_words(gap, records, limit)
        self.age.setText(old)
        self.age.setVisible(bool(old))
        asked = "\n".join(asked_words(request, _) for request, _asked in gap.asked)
        self.asked_of.setText(asked)
        self.asked_of.setVisible(bool(asked))
        self.requests.setVisible(bool(asked))
        self.records.show_gap(gap, records)

    def flush(self) -> None:
        """Save now what was typed."""
        for control in self.controls.values():
            control.flush()
        self._auto.close_step()

    def forget(self) -> None:
        """Drop what waits: the line is gone."""
        self._session.unsaved.done(self._auto)
        self._auto.deleteLater()

    def _settle(self) -> None:
        """Save a choice or a date as a step of its own."""
        self._auto.close_step()
        self._auto.touch()
        self._auto.close_step()

    def _typed(self) -> Wanted:
        read = {name: control.value() for name, control in self.controls.items()}
        return replace(self.gap.wanted, **read)  # type: ignore[arg-type]  # each of its field

    def _save(self, together: str) -> None:
        wanted = self._typed()
        if self.gap.own and not wanted.text:
            raise NotUnderstood(_("Type what is wanted, or remove the line."))
        if wanted == self.gap.wanted:
            return
        case = self._session.case
        with case.change(_("Change what may be missing"), together=together):
            self.gap = replace(self.gap, wanted=save_wanted(case.journey, wanted))

    def _say_wrong(self, sentence: str) -> None:
        control = self.controls.get("text")
        if isinstance(control, WordsControl):
            control.widget.say_wrong(sentence)

    def _clear_wrong(self) -> None:
        control = self.controls.get("text")
        if isinstance(control, WordsControl):
            control.widget.clear_wrong()

    def _ask_box(self) -> QWidget:
        box = AskBox(self._session.case.journey.requests.all(), self._looks, self.ask)
        box.wanted.connect(self.asked)
        return box


def _fields(*, own: bool) -> tuple[Field, ...]:
    states = tuple((one, state_words(one, _)) for one in STATES)
    return (
        *((Words("text", _("What is wanted?")),) if own else ()),
        Pick("state", _("How far is it?"), states),
        Words("who", _("Who said so?"), _("For example the records office")),
        When("dated", _("When was that?")),
        Words(
            "why", _("Why?"), _("It stands in the dossier where the record is missing."), lines=2
        ),
    )


def _about(gap: Gap) -> list[str]:
    """Give lines on what a line of the checklist means, and which lists ask for it."""
    lines = [_("Also worded: {words}").format(words=words) for words in gap.also]
    if gap.ask_for and gap.ask_for != gap.text:
        lines.append(_("Records offices call it: {name}").format(name=gap.ask_for))
    if gap.originals:
        words = _("The report alone is not enough. Needed too: {things}")
        lines.append(words.format(things="; ".join(gap.originals)))
    lines += gap.notes
    if gap.origins:
        lines.append(_("From these lists: {lists}").format(lists=", ".join(gap.origins)))
    return lines


def _inside(control: Control) -> QWidget:
    found: QWidget = getattr(control.widget, "control", control.widget)
    return found
