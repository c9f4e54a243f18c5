"""By when to decide, how many days are left, and the question how long it is safe to wait."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.load import load_content
from app.model.days_left import days_left
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.story import Subject
from app.phrases import _
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card, look_card
from ui.widgets.labels import label
from ui.widgets.spacing import space

_ASKED_BY, _QUESTION = "surgery_soon", "surgery_soon.ask.safe_to_wait"


class TimeLeft(QWidget):
    """Shows the date to decide by; one click adds the question to the list of questions."""

    def __init__(
        self, session: CaseSession, looks: Looks, to_the_date: Callable[[], object]
    ) -> None:
        super().__init__()
        self._session = session
        self.question = _safe_to_wait()
        self.by = label("")
        self.change = PictureButton("", looks, kind="quiet")
        self.ask = PictureButton(_("Add this question"), looks, "plus")
        self.asked = label(_("It is in your questions."), "small")
        frame, column = card(looks, gap=6)
        column.addWidget(label(_("When must you decide?"), "strong"))
        column.addWidget(self.by)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        piece = load_content().piece("safety.wait")
        wait, inner = look_card(looks)
        inner.addWidget(label(piece.title, "strong"))
        inner.addWidget(label(piece.text))
        inner.addWidget(label(_("“{words}”").format(words=self.question)))
        inner.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.asked)
        column.addWidget(wait)
        space(QVBoxLayout(self), looks).addWidget(frame)
        self.ask.setAccessibleDescription(self.question)
        self.change.clicked.connect(lambda: to_the_date())
        self.ask.clicked.connect(self._ask)

    def show_case(self) -> None:
        """Show the date as it is now, and whether the question is asked."""
        case = self._session.case
        by = next((one for one in case.statements.all() if one.subject is Subject.DECIDE_BY), None)
        when = _date(by.text) if by else NOT_KNOWN
        left = days_left(when, today=date.today())
        words = when.shown() if when.known else _("No date is set.")
        self.by.setText(f"{words} · {left}" if left else words)
        self.change.say(_("Change the date") if when.known else _("Set a date"))
        asked = self.question.casefold() in (one.text.casefold() for one in case.questions.all())
        self.ask.setVisible(not asked)
        self.asked.setVisible(asked)

    @Slot()
    def _ask(self) -> None:
        with self._session.case.change(_("Add a question")):
            self._session.case.questions.add(self.question)
        self.show_case()
        self.change.setFocus()  # the button that had it is gone


def _safe_to_wait() -> str:
    questions = load_content().reason(_ASKED_BY).questions
    return next(one.text for one in questions if one.id == _QUESTION)


def _date(stored: str) -> PartialDate:
    try:
        return PartialDate.from_stored(stored)
    except ValueError:  # the place of the date says what is wrong with it
        return NOT_KNOWN
