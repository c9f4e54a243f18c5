"""How far an opinion answers each question, and what is left to ask."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.offered import follow_up_words, follow_ups
from app.model.journey.opinion import Opinion, QuestionAnswer
from app.model.journey.row_words import answered_words
from app.model.story import Question
from app.phrases import _
from ui.facts.controls import PickControl
from ui.facts.kind import Field, Pick, Words
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.opinions.loose_form import LooseForm
from ui.opinions.opinion_kinds import page, page_words, quoted, verbatim
from ui.session import CaseSession
from ui.story.suggestions import SuggestionRow
from ui.theme.looks import Looks
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

KIND = "answer"


class AnswersPart(QWidget):
    """The person's questions with what one opinion says to them, and the follow-up list."""

    chosen = Signal(object)  # Line; its id is that of the question
    opened = Signal(object)
    gone_into = Signal(object)
    asked = Signal(str)  # a follow-up question in its words

    def __init__(
        self, session: CaseSession, looks: Looks, opinion: Opinion, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._opinion = opinion
        self._shown: list[str] | None = None
        self.rows: list[SuggestionRow] = []
        self.view = LineView(_("Your questions"), looks, whole=True)
        self.nothing = label(_("You have no questions yet. Write them down in Questions."), "quiet")
        self._card, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        self.left_head = Heading(_("What is left to ask"), 2)
        self.left_words = label("", "small")
        self._left, self._left_column = card(looks, (0, 0, 0, 0), 0)
        column = space(QVBoxLayout(self), looks, gap=10)
        column.addWidget(label(_("Choose a question and say how far it is answered."), "small"))
        for one in (self._card, self.nothing, self.left_head, self.left_words, self._left):
            column.addWidget(one)
        self.view.chosen.connect(self.chosen)
        self.view.opened.connect(self.opened)
        self.view.gone_into.connect(self.gone_into)
        self.show_case(opinion)

    def show_case(self, opinion: Opinion) -> None:
        """Show the questions as the case has them."""
        case, self._opinion = self._session.case, opinion
        questions, answers = case.questions.all(), case.journey.answers.all()
        ours = {one.question: one for one in answers if one.opinion == opinion.id}
        lines = [_line(number, one, ours.get(one.id)) for number, one in enumerate(questions, 1)]
        self.view.show_lines(lines)
        self._card.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        left = follow_ups(opinion.id, questions, answers)
        known = {one.text.casefold() for one in questions}
        words = [follow_up_words(one, opinion.doctor) for one in left]
        self._offer([one for one in words if one.casefold() not in known], any_left=bool(left))

    def _offer(self, words: list[str], *, any_left: bool) -> None:
        self.left_head.setVisible(any_left)
        self.left_words.setVisible(any_left)
        self._left.setVisible(bool(words))
        self.left_words.setText(
            _("One click adds it to your questions. Change its words there.")
            if words
            else _("All that is left to ask stands among your questions.")
        )
        if words == self._shown:
            return
        self._shown = words
        for old in self.rows:
            self._left_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for one in words:
            row = SuggestionRow(one)
            row.clicked.connect(lambda _on=False, one=one: self.asked.emit(one))
            self.rows.append(row)
            self._left_column.addWidget(row)


class AnswerPane(QWidget):
    """The form for what one opinion says to one question."""

    def __init__(
        self, session: CaseSession, looks: Looks, opinion: Opinion, question: Question
    ) -> None:
        super().__init__()
        self._session = session
        self._opinion = opinion.id
        self._question = question.id
        fields: tuple[Field, ...] = (
            Pick("answered", _("How far is it answered?"), tuple(answered_words().items())),
            Words("text", _("What is the answer?"), lines=3),
            verbatim(),
            page(),
        )
        self.form = LooseForm(session, looks, fields, self._kept(), self._write, self)
        column = space(QVBoxLayout(self), looks, (16, 16, 16, 16), 12)
        column.addWidget(Heading(question.text, 2))
        column.addWidget(label(_("What {doctor} says").format(doctor=opinion.doctor), "small"))
        column.addWidget(self.form)
        column.addStretch(1)

    @property
    def about(self) -> tuple[int, int]:
        """The ids of the opinion and of the question."""
        return self._opinion, self._question

    @property
    def first(self) -> QWidget:
        """The control that is filled in first."""
        control = self.form.controls["answered"]
        assert isinstance(control, PickControl)
        return control.combo

    @property
    def page(self) -> int | None:
        """The page of the report on which the answer stands, if anybody said."""
        found: int | None = self.form.fact.page
        return found

    def refresh(self) -> None:
        """Show what the case says now."""
        self.form.refresh(self._kept())

    def _kept(self) -> QuestionAnswer:
        ours = (self._opinion, self._question)
        known = (
            one
            for one in self._session.case.journey.answers.all()
            if (one.opinion, one.question) == ours
        )
        return next(known, QuestionAnswer(0, *ours))

    def _write(self, answer: QuestionAnswer, together: str) -> QuestionAnswer:
        case, known = self._session.case, self._kept()
        with case.change(_("Mark the answer to a question"), together=together):
            if known.id:
                answer = replace(answer, id=known.id)
                case.journey.answers.save(answer)
            else:
                answer = replace(answer, id=case.journey.answers.add(answer))
        return answer


def _line(number: int, question: Question, answer: QuestionAnswer | None) -> Line:
    found = answer or QuestionAnswer(0, 0, question.id)
    more = [quoted(found.text, found.verbatim), page_words(found.page)]
    return Line(
        KIND,
        question.id,
        _("Q{n}: {question}").format(n=number, question=question.text),
        "\n".join(one for one in more if one),
        source=answered_words()[found.answered],
    )
