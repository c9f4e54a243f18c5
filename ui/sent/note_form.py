"""A card with the form of one note about something that was made."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.phrases import _
from ui.folds.form import FoldedForm
from ui.folds.group import Group
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

Note = Any
"""A frozen value with an `id`, 0 while it is not noted."""


class NoteForm(QWidget):
    """Saves as it is filled in; `wait` says what a new note waits for until it is kept.

    `write(note, step, together)` keeps the note inside `case.change` and gives
    it as it is kept; None says that it waits for more.
    """

    closed = Signal()

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        words: tuple[str, str],
        groups: Sequence[Group],
        asked: Note,
        write: Callable[[Note, str, str], Note | None],
    ) -> None:
        """Take the heading, and what a new note waits for."""
        super().__init__()
        head, wait = words
        self._write = write
        self.form = FoldedForm(session, looks, groups, asked, self._keep)
        self.wait = label(wait, "small")
        self.close_button = PictureButton(_("Close the form"), looks, "check")
        inside, column = card(looks, gap=12)
        column.addWidget(Heading(head, 2))
        column.addWidget(self.wait)
        column.addWidget(self.form)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self), looks).addWidget(inside)
        self.wait.setVisible(not asked.id)
        self.close_button.clicked.connect(lambda _on=False: self.closed.emit())

    @property
    def id(self) -> int:
        """The id of the note; 0 while it is not noted."""
        number: int = self.form.value.id
        return number

    def take(self, note: Note) -> None:
        """Let `note` be the one that is filled in: who is told of the change asks for it."""
        self.form.value = note

    def _keep(self, note: Note, step: str, together: str) -> Note | None:
        kept = self._write(note, step, together)
        if kept is not None:
            self.wait.hide()
        return kept
