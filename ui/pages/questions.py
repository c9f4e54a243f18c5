"""Questions: what to ask the other doctor, the most important ones first."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.model.on_summary import MOST, on_summary
from app.model.story import Question
from app.phrases import _
from ui.pages.place import Go, RowOf, Tell
from ui.session import CaseSession
from ui.story.doctor_sees import DoctorSees
from ui.story.story_place import StoryPlace
from ui.story.suggestions import Suggestions
from ui.theme.looks import Looks
from ui.visit_sheet import save_visit_sheet, visit_sheet_words
from ui.widgets.buttons import PictureButton
from ui.widgets.field import FieldRow
from ui.widgets.filling import typed
from ui.widgets.labels import label
from ui.widgets.neutral_line import offer_neutral
from ui.widgets.ranked_list import RankedList
from ui.widgets.ranked_model import Ranked
from ui.widgets.spacing import space


class QuestionsPlace(StoryPlace):
    """The questions in the person's order, and suggestions for each chosen reason."""

    code: ClassVar[str] = "questions"
    icon: ClassVar[str] = "message-circle-question-mark"
    tables: ClassVar[frozenset[str]] = frozenset({"question", "reason"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.sees = DoctorSees(looks, _("My questions for you"), _("No questions were written."))
        self.build(
            _("What do you want to ask the doctor?"),
            _("Put the question that matters most at the top. Short questions get clear answers."),
            next_name=_("Records"),
            beside=self.sees,
        )
        self.field = QLineEdit()
        self.add = PictureButton(_("Add this question"), looks, "plus")
        self.list = RankedList(session, looks, _("Your questions"), self._reword, self._mark)
        self.room = label("", "quiet")
        self.suggestions = Suggestions(looks)
        self.sheet = PictureButton(visit_sheet_words(), looks, "printer")
        self.page.body.addWidget(self._adding())
        self.page.body.addWidget(self.list)
        self.page.body.addWidget(self.room)
        self.page.body.addWidget(self.suggestions)
        self.page.body.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.sheet.clicked.connect(lambda _on=False: save_visit_sheet(self))
        self.suggestions.chosen.connect(self._take)
        self.suggestions.reasons_wanted.connect(lambda: go("reasons"))

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Questions")

    def count(self) -> int | None:
        """Give the number of questions."""
        return len(self.session.case.questions.all()) or None

    def first_focus(self) -> QWidget:
        """Give the list, or the field where there is no question yet."""
        return self.list.view if self.list.model.lines else self.field

    def show_row(self, row: RowOf) -> QWidget:
        """Come to a question."""
        self.list.choose(row[1])
        return self.first_focus()

    def panes(self) -> list[QWidget]:
        """Give the list, the suggestions and the bar below."""
        return [self.list, self.suggestions, self.page.foot]

    def show_case(self) -> None:
        """Show the questions, which of them go on the summary, and what else could be asked."""
        case = self.session.case
        questions = case.questions.all()
        shown = on_summary(questions)
        self.list.show_lines([_line(one, shown) for one in questions])
        self.list.setVisible(bool(questions))
        self.room.setText(_room(questions, shown))
        number = {one.id: place for place, one in enumerate(questions, 1)}
        self.sees.show_lines([f"Q{number[one.id]}  {one.text}" for one in shown])
        self.suggestions.show_case(
            [reason.code for reason in case.reasons.all()], [one.text for one in questions]
        )

    @Slot()
    def _add(self) -> None:
        words = typed(self.field)
        if words:
            key = self._new(words)
            self.field.clear()
            self.list.choose(key)
        self.field.setFocus()

    @Slot(str)
    def _take(self, words: str) -> None:
        """Add a suggestion, and open its words: they are hardly ever right as they are."""
        key = self._new(words)
        self.page.show_part(self.list)
        self.list.view.setFocus()
        self.list.edit(key)

    def _new(self, words: str) -> int:
        with self.session.case.change(_("Add a question")):
            key = self.session.case.questions.add(words)
        self.show_case()
        return key

    def _reword(self, key: int, words: str, together: str) -> None:
        case = self.session.case
        known = {one.id: one.text for one in case.questions.all()}
        if words and known.get(key, words) != words:
            with case.change(_("Change a question"), together=together):
                case.questions.reword(key, words)

    def _mark(self, key: int, top: bool) -> None:
        step = _("Put a question on the summary") if top else _("Take a question off the summary")
        with self.session.case.change(step):
            self.session.case.questions.mark_top(key, top)
        self.show_case()

    @Slot(int, int)
    def _move(self, key: int, place: int) -> None:
        with self.session.case.change(_("Move a question")):
            self.session.case.questions.move(key, place)
        self.show_case()

    @Slot(int)
    def _remove(self, key: int) -> None:
        step = _("Remove a question")
        with self.session.case.change(step):
            self.session.case.questions.remove(key)
        self.show_case()
        self.say_removed(_("The question is removed."), step)
        self.first_focus().setFocus()

    def _adding(self) -> QWidget:
        made = QWidget()
        row = space(QHBoxLayout(made), self.looks)
        field = FieldRow(_("A question of your own"), self.field, self.looks)
        self.neutral = offer_neutral(field, self.session, self.looks)
        row.addWidget(field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        return made


def _line(question: Question, shown: tuple[Question, ...]) -> Ranked:
    tag = _("On the summary page") if question in shown else ""
    return Ranked(question.id, question.text, question.top, tag)


def _room(questions: list[Question], shown: tuple[Question, ...]) -> str:
    """Say which questions go on the summary page, and why those."""
    marked = sum(one.top for one in questions)
    if not questions:
        return ""
    if marked > MOST:
        form = _("You ticked {n}. The summary page has room for the first {most} of them.")
        return form.format(n=marked, most=MOST)
    if not marked:
        form = _("None is ticked yet, so the first {n} go on the summary page. All go in the PDF.")
        first = _("None is ticked yet, so the first one goes on the summary page.")
        return form.format(n=len(shown)) if len(shown) > 1 else first
    if marked == 1:
        return _("The ticked one goes on the summary page. All go in the PDF.")
    form = _("These {n} go on the summary page: those you ticked. All go in the PDF.")
    return form.format(n=marked)
