"""Beside the opinions: the form of what somebody came to, and the page of the report."""

from PySide6.QtCore import QObject, Slot

from app.model.journey.opinion import Opinion, Point
from app.model.record import Record
from ui.facts.desk import FactDesk
from ui.facts.kind import FactKind
from ui.facts.line import Line
from ui.facts.section import Page
from ui.opinions.answers_part import AnswerPane, AnswersPart
from ui.opinions.chosen_opinion import ChosenOpinion, Part
from ui.opinions.says_part import SaysPart
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.page_view import PageView

ROOM = 980  # pixels of the place, at the usual size of text, from which the report stands beside


class Beside(QObject):
    """Joins the parts of the chosen opinion with the desk, and shows its report beside."""

    def __init__(
        self,
        session: CaseSession,
        looks: Looks,
        desk: FactDesk,
        page: Page,
        chosen: ChosenOpinion,
    ) -> None:
        super().__init__(desk)
        self.answer: AnswerPane | None = None
        self._session = session
        self._looks = looks
        self._desk = desk
        self._page = page
        self._chosen = chosen
        self.paper = PageView(session, looks)
        self.paper.hide()
        desk.split.insertWidget(1, self.paper)
        chosen.made.connect(self._join)
        looks.changed.connect(self.show_paper)
        session.closing.connect(self._end)

    def show_about(self, kind: FactKind, opinion: Opinion) -> None:
        """Show the form of an opinion."""
        self._put_answer_away()
        self._leave_points()
        self._desk.show_fact(kind, opinion)
        self.show_paper()

    def start(self, kind: FactKind) -> None:
        """Show the form of something new."""
        self._put_answer_away()
        self._leave_points()
        self._desk.start(kind)
        self.show_paper()

    def refresh(self) -> None:
        """Show what the case says now."""
        self._desk.refresh()
        if self.answer is not None:
            opinion, question = self.answer.about
            case = self._session.case
            there = question in {one.id for one in case.questions.all()}
            if there and case.journey.opinions.get(opinion) is not None:
                self.answer.refresh()
            else:
                self.answer.form.forget()
                self.answer = None
                self._desk.wait()
                self._desk.bring(beside=False)
        self.show_paper()

    def flush(self) -> None:
        """Save what was typed."""
        self._desk.flush()
        if self.answer is not None:
            self.answer.form.flush()

    def come_to(self, code: str, number: int) -> None:
        """Choose the line of a point that is new."""
        part = self._chosen.part
        if isinstance(part, SaysPart) and code in part.sections:
            part.sections[code].view.choose(code, number)
        self.show_paper()

    @property
    def report_page(self) -> int | None:
        """The page, from 1, on which stands what somebody came to, if anybody said."""
        if self.answer is not None:
            return self.answer.page
        form = self._desk.form
        return form.fact.page if form is not None and isinstance(form.fact, Point) else None

    def report(self) -> Record | None:
        """Give the report of the chosen opinion, unless it is in the bin."""
        opinion = self._chosen.opinion
        if opinion is None or opinion.record is None:
            return None
        return self._session.case.records.get(opinion.record)

    @Slot()
    def show_paper(self) -> None:
        """Show the report where there is room for it, at the page of what somebody came to."""
        record = self.report()
        room = self._desk.width() >= ROOM * self._looks.scale
        shown = record is not None and room and self._desk.isVisible()
        if shown and record is not None:
            self.paper.show_record(record, self.report_page)
        if shown != self.paper.isVisibleTo(self._desk):
            self.paper.setVisible(shown)
            whole = max(3, self._desk.split.width())
            self._desk.split.setSizes([whole * 2 // 5, whole * 3 // 10, whole * 3 // 10])

    @Slot()
    def _end(self) -> None:
        """Read the case no more: it is about to close."""
        self._looks.changed.disconnect(self.show_paper)

    @Slot(object)
    def _join(self, part: Part) -> None:
        """Let the new part of the chosen opinion tell what somebody wants."""
        self._put_answer_away(wait=True)
        if isinstance(part, SaysPart):
            part.wanted.connect(self.start)
            part.chosen.connect(self._show_point)
            part.opened.connect(self._open_point)
            part.gone_into.connect(self._go_into_point)
            part.unwanted.connect(self._remove_point)
        elif isinstance(part, AnswersPart):
            part.chosen.connect(self._show_answer)
            part.opened.connect(self._open_answer)
            part.gone_into.connect(self._go_into_answer)

    def _leave_points(self) -> None:
        if isinstance(self._chosen.part, SaysPart):
            self._chosen.part.leave_lines()

    def _put_answer_away(self, *, wait: bool = False) -> None:
        """Save the answer that is open; something else is about to be shown."""
        if self.answer is not None:
            self.answer.form.flush()
            self.answer = None
            if wait:
                self._desk.wait()

    def _show_point(self, kind: FactKind, line: Line) -> None:
        fact, part = kind.find(self._session.case, line.id), self._chosen.part
        if fact is not None and isinstance(part, SaysPart):
            part.leave_lines(kind)
            self._desk.show_fact(kind, fact)
            self._page.bring(part.sections[kind.code].view)
            self.show_paper()

    def _open_point(self, kind: FactKind, line: Line) -> None:
        self._show_point(kind, line)
        self._desk.bring(beside=True)

    def _go_into_point(self, kind: FactKind, line: Line) -> None:
        self._open_point(kind, line)
        self._desk.focus()

    def _remove_point(self, kind: FactKind, line: Line) -> None:
        fact = kind.find(self._session.case, line.id)
        if fact is not None:
            self._desk.remove(kind, fact)

    def _show_answer(self, line: Line) -> None:
        """Show the form for what the opinion says to a question."""
        opinion = self._chosen.opinion
        questions = self._session.case.questions.all()
        question = next((one for one in questions if one.id == line.id), None)
        if opinion is None or question is None:
            return
        if self.answer is None or self.answer.about != (opinion.id, question.id):
            self._put_answer_away()
            pane = AnswerPane(self._session, self._looks, opinion, question)
            self._desk.show_other(pane)
            self.answer = pane
        self.show_paper()

    def _open_answer(self, line: Line) -> None:
        self._show_answer(line)
        self._desk.bring(beside=True)

    def _go_into_answer(self, line: Line) -> None:
        self._open_answer(line)
        if self.answer is not None:
            self.answer.first.setFocus()
