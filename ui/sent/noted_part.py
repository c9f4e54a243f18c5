"""What is noted about one thing that was made, below one another, and the form that notes it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CasepackError
from app.phrases import _
from ui.pages.place import Tell
from ui.sent.note_form import Note, NoteForm
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.spacing import space


class Notes(Protocol):
    """Where the notes are kept in a case."""

    def remove(self, number: int, /) -> None:
        """Take one away."""


class NoteCard(QWidget):
    """One note as it is read, with a button to change it."""

    change_wanted = Signal(str)  # the field to go to
    unwanted = Signal()

    def __init__(self, note: Note, looks: Looks) -> None:
        super().__init__()
        self.noted = note
        self.change = PictureButton(_("Change"), looks, "square-pen")
        self.remove = PictureButton(_("Remove"), looks, "trash-2")
        self.remove.clicked.connect(lambda _on=False: self.unwanted.emit())


class NotedPart(QWidget):
    """One card for each note; the one that is changed has its form in that place.

    `words` are those of the button that begins a note, of the step that
    removes one, and of what is told then, with {name}.
    """

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        tell: Tell,
        words: tuple[str, str, str],
        picture: str,
    ) -> None:
        super().__init__()
        begin, self._removal, self._removed = words
        self.session = session
        self.looks = looks
        self._tell = tell
        self._notes: tuple[Note, ...] = ()
        self.cards: dict[int, NoteCard] = {}
        self.form: NoteForm | None = None
        self.note = PictureButton(begin, looks, picture, "main")
        self._lines = space(QVBoxLayout(), looks, gap=8)
        column = space(QVBoxLayout(self), looks)
        column.addLayout(self._lines)
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.clicked.connect(self.start)

    def kept(self) -> Notes:
        """Give where the notes are kept."""
        raise NotImplementedError

    def blank(self) -> tuple[Note, str]:
        """Give a note that is not noted yet, and its field to begin with."""
        raise NotImplementedError

    def make_form(self, note: Note) -> NoteForm:
        """Make the form of a note."""
        raise NotImplementedError

    def make_card(self, note: Note) -> NoteCard:
        """Make the card of a note."""
        raise NotImplementedError

    def name_of(self, note: Note) -> str:
        """Give what a note is called by."""
        raise NotImplementedError

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes; what somebody is typing stays."""
        self._notes = tuple(notes)
        if self.form is not None and self.form.id:
            known = next((one for one in notes if one.id == self.form.id), None)
            if known is None:
                self._put_away()
            else:
                self.form.form.refresh(known)
        self._arrange()

    def flush(self) -> None:
        """Save what was typed."""
        if self.form is not None:
            self.form.form.flush()

    def focus(self) -> None:
        """Let somebody go on here."""
        self.first().setFocus()

    def first(self) -> QWidget:
        """Give what to fill in of a note that was begun, or the button that begins one."""
        if self.form is None:
            return self.note
        return self.form.form.control(self.blank()[1])

    def forget(self) -> None:
        """Drop the form: nobody looks at this any more."""
        if self.form is not None:
            self.form.form.forget()
            self.form = None

    def start(self) -> None:
        """Ask for a new note."""
        self._change(*self.blank())

    def _change(self, note: Note, field: str) -> None:
        """Open the form of a note, with the keyboard at one of its fields."""
        self.flush()
        self._put_away()
        form = self.make_form(note)
        form.closed.connect(self._close)
        self.form = form
        self._arrange()
        form.form.control(field).setFocus()

    def _close(self) -> None:
        """Close the form; a note that was not noted is dropped."""
        if self.form is None:
            return
        self.form.form.flush()
        number = self.form.id
        self._put_away()
        self._arrange()
        shown = self.cards.get(number)
        (shown.change if shown is not None else self.note).setFocus()

    def _put_away(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.form.forget()
            self._lines.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _arrange(self) -> None:
        """Put the cards, and the form in the place of its card, below one another."""
        old, self.cards = self.cards, {}
        for one in self._notes:
            kept = old.get(one.id)
            if kept is None or kept.noted != one:
                kept = self._card(one)
            else:
                del old[one.id]
            self.cards[one.id] = kept
        for gone in old.values():
            self._drop(gone)
        order: list[QWidget] = list(self.cards.values())
        if self.form is not None:
            after = self.cards.get(self.form.id)
            order.insert(order.index(after) + 1 if after else len(order), self.form)
        for place, shown in enumerate(order):
            there = self._lines.itemAt(place)
            if there is None or there.widget() is not shown:
                self._lines.insertWidget(place, shown)
        for number, card in self.cards.items():
            card.setVisible(self.form is None or self.form.id != number)
        self.note.setVisible(self.form is None)

    def _card(self, note: Note) -> NoteCard:
        card = self.make_card(note)
        card.change_wanted.connect(lambda field: self._change(note, field))
        card.unwanted.connect(lambda: self._remove(note))
        return card

    def _drop(self, card: NoteCard) -> None:
        self._lines.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _remove(self, note: Note) -> None:
        """Take a note away, and offer to bring it back."""
        case = self.session.case
        try:
            with case.change(self._removal):
                self.kept().remove(note.id)
        except CasepackError as failure:
            self._tell(str(failure), done=False)
            return
        self.show_notes([one for one in self._notes if one.id != note.id])
        self.note.setFocus()
        words = self._removed.format(name=self.name_of(note))
        self._tell(words, done=True, action=_("Undo"), act=self._take_back)

    def _take_back(self) -> None:
        if self.session.case.undo_label == self._removal:  # nothing else was done since
            self.session.case.undo()
