"""What the client said to one copy for review, and the form that notes it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.shelf import Shelf
from app.model.build import Build
from app.model.journey.approving import reviewed
from app.model.journey.decision import Approval
from app.model.partial_date import day
from app.model.typed_date import say_date
from app.phrases import _
from ui.pages.place import Tell
from ui.records.flow import Flow
from ui.sent.answer_form import AnswerForm
from ui.sent.noted_part import NoteCard, NotedPart
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.labels import label
from ui.widgets.spacing import space


class AnswerCard(NoteCard):
    """Says who answered, what, how and when."""

    def __init__(self, answer: Approval, looks: Looks) -> None:
        super().__init__(answer, looks)
        inside, column = card(looks, (14, 10, 14, 12), 4)
        column.addWidget(label(answer.who, "strong"))
        for line in answer_lines(answer):
            column.addWidget(label(line))
        buttons = QWidget()
        row = Flow(buttons, looks)
        for one in (self.change, self.remove):
            one.setAccessibleDescription(answer.who)
            row.addWidget(one)
        column.addWidget(buttons)
        space(QVBoxLayout(self), looks).addWidget(inside)
        self.change.clicked.connect(lambda _on=False: self.change_wanted.emit("who"))


class AnswersPart(NotedPart):
    """One card for each answer to this copy."""

    def __init__(self, session: CaseSession, looks: Looks, copy: Build, tell: Tell) -> None:
        self._copy = reviewed(copy)
        words = (
            _("Note the answer"),
            _("Remove the client’s answer"),
            _("The answer of “{name}” was removed."),
        )
        super().__init__(session, looks, tell, words, "check")
        self.note.setHidden(self._copy is None)

    def kept(self) -> Shelf[Approval]:
        """Give the answers of the case."""
        return self.session.case.journey.approvals

    def show_case(self) -> None:
        """Show the answers to this copy, as the case has them."""
        copy = self._copy
        if copy is not None:
            sha256 = copy.file_sha256
            self.show_notes([one for one in self.kept().all() if one.file_sha256 == sha256])

    def blank(self) -> tuple[Approval, str]:
        """Give an answer of today; it is the patient's, unless another name is typed."""
        version, sha256 = (self._copy.version, self._copy.file_sha256) if self._copy else (0, "")
        who = self.session.case.people.patient().name
        answer = Approval(0, version, sha256, yes=False, who=who, dated=day(date.today()))
        return answer, "yes" if who else "who"

    def make_form(self, note: Approval) -> AnswerForm:
        """Make the form of an answer."""
        return AnswerForm(self.session, self.looks, note)

    def make_card(self, note: Approval) -> AnswerCard:
        """Make the card of an answer."""
        return AnswerCard(note, self.looks)

    def name_of(self, note: Approval) -> str:
        """Give who answered."""
        return note.who


def answer_words(answer: Approval) -> str:
    """Say what the answer was."""
    return _("Yes, it may be sent") if answer.yes else _("No, not like this")


def answer_lines(answer: Approval) -> list[str]:
    """Give what is noted of an answer, line by line."""
    when = say_date(answer.dated) if answer.dated.known else ""
    first = ", ".join(part for part in (answer_words(answer), when) if part)
    return [first, *(part for part in (answer.how, answer.note) if part)]
