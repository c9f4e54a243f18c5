"""The form of one fact, saved as it is typed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import NotUnderstood
from app.model.voice import Cited
from app.phrases import _
from ui.facts.controls import Control, WordsControl, make_control
from ui.facts.kind import Fact, FactKind
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import PictureButton
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class FactForm(QWidget):
    """Shows one fact and writes each change into the case.

    A new fact is added once the fields that it must have are filled in; `saved` tells that.
    """

    saved = Signal(int)  # the id of a fact that is new in the case
    unwanted = Signal()
    paper_wanted = Signal(int, int)  # a record and its page

    def __init__(self, session: CaseSession, looks: Looks, kind: FactKind, fact: Fact) -> None:
        super().__init__()
        self.kind = kind
        self.fact = fact
        self._session = session
        self._auto = AutoSave(session, self._save, self, self._say_wrong, self._clear_wrong)
        self.title = Heading(kind.title if fact.id else kind.new, 2)
        names = " · ".join(one.label for one in kind.musts)
        self.wait = label(_("It is saved once this is filled in: {names}").format(names=names))
        self.wait.setProperty("kind", "small")
        self.paper = PictureButton(_("Open the record"), looks, "file-text", "quiet")
        self.remove = PictureButton(_("Remove"), looks, "trash-2")
        self.controls: dict[str, Control] = {
            one.name: make_control(one, session, looks, self._auto, self._settle)
            for one in kind.fields
        }
        self._wrong = self._row(kind.main.name)
        column = space(QVBoxLayout(self), looks, (16, 16, 16, 16), gap=14)
        column.addWidget(self.title)
        column.addWidget(self.wait)
        for control in self.controls.values():
            column.addWidget(control.widget)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.paper.clicked.connect(self._ask_for_paper)
        self.remove.clicked.connect(self.unwanted)
        self._show(fact)

    @property
    def first(self) -> QWidget:
        """The control that is filled in first."""
        return self._row(self.kind.main.name).control

    @property
    def typed(self) -> Fact:
        """The fact as it stands in the form, saved or not."""
        read = {name: control.value() for name, control in self.controls.items()}
        return replace(self.fact, **read)

    def refresh(self, fact: Fact) -> None:
        """Show what the case says now; words that somebody is typing stay."""
        if fact != self.fact:
            self.fact = fact
            self._show(fact)

    def flush(self) -> None:
        """Save now what was typed."""
        for control in self.controls.values():
            control.flush()
        self._auto.close_step()

    def forget(self) -> None:
        """Drop what waits: the fact was removed."""
        self._session.unsaved.done(self._auto)
        self._auto.deleteLater()

    def _show(self, fact: Fact) -> None:
        for name, control in self.controls.items():
            control.show_value(getattr(fact, name))
        self._show_state()

    def _show_state(self) -> None:
        new = not self.fact.id
        self.title.say(self.kind.new if new else self.kind.title)
        self.wait.setVisible(new)
        self.remove.setVisible(not new)
        self.paper.setVisible(isinstance(getattr(self.fact, "voice", None), Cited))

    def _settle(self) -> None:
        """Save a choice or a date as a step of its own."""
        self._auto.close_step()
        self._auto.touch()
        self._auto.close_step()

    def _save(self, together: str) -> None:
        fact = self.typed
        lack = self.kind.lacks(fact)
        if lack:
            if self.fact.id:
                self._wrong = self._row(lack.name)
                raise NotUnderstood(lack.must)
            return  # a new one waits for its words
        if fact == self.fact:
            return
        new = not fact.id
        words = self.kind.added if new else self.kind.changed
        with self._session.case.change(words, together=together):
            store = self.kind.store(self._session.case)
            if new:
                fact = replace(fact, id=store.add(fact))
            else:
                store.save(fact)
            self.fact = fact
        self._show_state()
        if new:
            self.saved.emit(fact.id)

    def _say_wrong(self, sentence: str) -> None:
        self._clear_wrong()
        self._wrong.say_wrong(sentence)

    def _clear_wrong(self) -> None:
        for field in self.kind.musts:
            self._row(field.name).clear_wrong()

    def _row(self, name: str) -> FieldRow:
        control = self.controls[name]
        assert isinstance(control, WordsControl)
        return control.widget

    def _ask_for_paper(self) -> None:
        voice = self.fact.voice
        if isinstance(voice, Cited):
            self.paper_wanted.emit(voice.record, voice.page)
