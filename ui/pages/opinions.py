"""Opinions received: who gave them, what they say, what they answer, what was at hand."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.journey.opinion import Opinion
from app.model.journey.row_words import opinion_kind_words
from app.phrases import _
from ui.facts.desk import FactDesk
from ui.facts.section import Page
from ui.opinions.answers_part import AnswersPart
from ui.opinions.beside import Beside
from ui.opinions.chosen_opinion import ChosenOpinion, Part
from ui.opinions.opinion_kinds import givers, opinion_kind
from ui.opinions.report_added import ReportAdded
from ui.pages.place import Go, Place, RowOf, Tell
from ui.records.empty_page import EmptyPage
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.visit_sheet import save_visit_sheet, visit_sheet_words
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.ranked_list import RankedList
from ui.widgets.ranked_model import Ranked
from ui.widgets.spacing import space


class OpinionsPlace(Place):
    """The opinions in the person's order; the chosen one below, a form and its report beside."""

    code: ClassVar[str] = "opinions"
    icon: ClassVar[str] = "stethoscope"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "opinion",
            "point",
            "question_answer",
            "saw_record",
            "question",
            "record",
            "recipient",
            "recipient_detail",
            "build",
            "sending",
        }
    )

    add_wanted = Signal()  # ask the window which files to add

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.kind = opinion_kind(session.case)
        self._givers = givers(session.case)
        self._key = 0
        self.add = PictureButton(_("Add an opinion"), looks, "plus", "main")
        self.first = PictureButton(_("Add an opinion"), looks, "plus", "main")
        self.list = RankedList(session, looks, self.title(), self._reword)
        self.chosen = ChosenOpinion(session, looks)
        self.compare = PictureButton(_("Compare them"), looks, "table-properties")
        words = visit_sheet_words()
        self.sheet = PictureButton(words, looks, "printer", "quiet")
        self.first_sheet = PictureButton(words, looks, "printer", "quiet")
        self.page = Page(looks)
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell)
        self.beside = Beside(session, looks, self.desk, self.page, self.chosen)
        self.reports = ReportAdded(session, go, tell, self)
        self._lay_out()
        self._connect()
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Opinions received")

    def count(self) -> int:
        """Give the number of opinions."""
        return len(self.session.case.journey.opinions.all())

    def show_case(self) -> None:
        """Show the opinions, and the chosen one."""
        every = self.session.case.journey.opinions.all()
        self._renew_kind()
        self.list.show_lines([_line(one) for one in every])
        self._stack.setCurrentIndex(0 if every or self.desk.form is not None else 1)
        self.add.setVisible(self._stack.currentIndex() == 0)
        self.compare.setVisible(len(every) > 1)
        self.list.setVisible(bool(every))
        self.chosen.setVisible(bool(every))
        opinion = self._opinion()
        if opinion is not None:
            self.chosen.show_opinion(opinion)
        self.beside.refresh()

    def leave(self) -> None:
        """Save what was typed."""
        self.beside.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or the button that adds while it is empty."""
        return self.list.view if self.list.model.lines else self.first

    def show_row(self, row: RowOf) -> QWidget:
        """Come to an opinion, to a point of one, or to what one says to a question."""
        table, number = row
        journey = self.session.case.journey
        point = journey.points.get(number) if table == "point" else None
        answer = journey.answers.get(number) if table == "question_answer" else None
        of = point or answer
        self.list.choose(of.opinion if of is not None else number)
        if point is not None:
            return self.chosen.show_point(point)
        if answer is not None:
            return self.chosen.show_answer(answer.question)
        return self.first_focus()

    def panes(self) -> list[QWidget]:
        """Give the lists, the report and the form, as far as they are in sight."""
        parts = (self.page, self.beside.paper, self.desk.pane)
        return [one for one in parts if one.isVisible()] or [self]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Show the report beside where there is room."""
        super().resizeEvent(event)
        self.beside.show_paper()

    @Slot()
    def start(self) -> None:
        """Begin a new opinion."""
        self._stack.setCurrentIndex(0)
        self.add.show()
        self.beside.start(self.kind)

    def _lay_out(self) -> None:
        looks, column = self.looks, self.page.column
        head = space(QHBoxLayout(), looks)
        head.addWidget(Heading(self.title()), 1)
        head.addWidget(self.add)
        column.addLayout(head)
        column.addWidget(label(_("Put them in the order in which they came."), "small"))
        for one in (self.list.change, self.list.remove):
            one.hide()  # both are in the form beside, and on keys
        self.list.buttons.insertWidget(2, self.compare)
        column.addWidget(self.list)
        column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.chosen)
        column.addStretch(1)
        nothing = EmptyPage(
            looks,
            "stethoscope",
            _("No opinion is written down yet"),
            _("Add what the first doctor said, then the second. You can do it bit by bit."),
            self.first,
        )
        self._top = Heading(self.title())
        empty = QWidget()
        rows = space(QVBoxLayout(empty), looks, (28, 24, 28, 28))
        rows.addWidget(self._top)
        rows.addWidget(nothing, 1)
        rows.addWidget(self.first_sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._stack = OneAtATime(self.desk, empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.add.clicked.connect(self.start)
        self.first.clicked.connect(self.start)
        self.compare.clicked.connect(lambda _on=False: self.go("compare"))
        for sheet in (self.sheet, self.first_sheet):
            sheet.clicked.connect(lambda _on=False: save_visit_sheet(self))
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.list.view.selectionModel().currentChanged.connect(lambda *_both: self._came_to())
        self.list.view.clicked.connect(lambda _index: self._show_about())
        self.desk.added.connect(self._added)
        self.chosen.made.connect(self._joined)
        self.chosen.about_wanted.connect(self._open_about)
        self.chosen.report_wanted.connect(self._open_report)
        self.chosen.file_wanted.connect(self._add_report)

    @Slot(object)
    def _joined(self, part: Part) -> None:
        if isinstance(part, AnswersPart):
            part.asked.connect(self.ask)

    def _opinion(self) -> Opinion | None:
        key = self.list.chosen
        return self.session.case.journey.opinions.get(key) if key is not None else None

    def _renew_kind(self) -> None:
        """Offer the recipients of now: a list keeps those that it was made with."""
        now = givers(self.session.case)
        if now == self._givers:
            return
        self._givers, self.kind = now, opinion_kind(self.session.case)
        form = self.desk.form
        if form is not None and form.kind.code == self.kind.code and form.fact.id:
            self.desk.flush()
            self.desk.wait()
            self._show_about()

    def _came_to(self) -> None:
        """Show another opinion once somebody comes to it."""
        opinion = self._opinion()
        if opinion is None or opinion.id == self._key:
            return
        self._key = opinion.id
        self.chosen.show_opinion(opinion)
        self._show_about()

    @Slot()
    def _show_about(self) -> None:
        opinion = self._opinion()
        if opinion is not None:
            self.beside.show_about(self.kind, opinion)

    @Slot()
    def _open_about(self) -> None:
        self._show_about()
        self.desk.bring(beside=True)
        self.desk.focus()

    @Slot(str, int)
    def _added(self, code: str, number: int) -> None:
        self.show_case()
        if code == self.kind.code:
            self.list.choose(number)
        self.beside.come_to(code, number)

    @Slot()
    def _open_report(self) -> None:
        record = self.beside.report()
        if record is not None:
            self.go("records", record=record.id, page=self.beside.report_page or 1)
        else:
            self.tell(
                _("The report is in the bin. Put it back there, or choose another."), done=False
            )

    @Slot()
    def _add_report(self) -> None:
        """Ask which file the report is; what comes of it is told where it comes in."""
        opinion = self._opinion()
        if opinion is not None:
            self.leave()
            self.reports.wait_for(opinion.id)
            self.add_wanted.emit()

    @Slot(str)
    def ask(self, words: str) -> None:
        """Add a follow-up question to the questions."""
        case = self.session.case
        with case.change(_("Add a question")):
            case.questions.add(words)
        self.tell(_("It stands at the end of your questions."), done=True)

    def _reword(self, key: int, words: str, together: str) -> None:
        case = self.session.case
        opinion = case.journey.opinions.get(key)
        if opinion is not None and words and words != opinion.doctor:
            with case.change(_("Change an opinion"), together=together):
                case.journey.opinions.save(replace(opinion, doctor=words))

    @Slot(int, int)
    def _move(self, key: int, place: int) -> None:
        case = self.session.case
        order = [one.id for one in case.journey.opinions.all() if one.id != key]
        order.insert(place, key)
        with case.change(_("Put the opinions in another order")):
            case.journey.opinions.put_in_order(order)
        self.show_case()

    @Slot(int)
    def _remove(self, key: int) -> None:
        opinion = self.session.case.journey.opinions.get(key)
        if opinion is not None:
            self.desk.remove(self.kind, opinion)


def _line(one: Opinion) -> Ranked:
    when = one.date.shown() if one.date.known else ""
    facts = (one.field, one.place, when, opinion_kind_words()[one.kind])
    return Ranked(one.id, one.doctor, tag=" · ".join(part for part in facts if part))
