"""Papers that do not agree: two statements, where each stands, and a question about them."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.journey.conflict import Conflict, TwoSides, said_in
from app.model.journey.offered import conflict_question
from app.model.voice import Cited
from app.phrases import _
from ui.conflicts.two_sides import conflict_kind
from ui.facts.kind import FactKind, lines_of, records_of
from ui.facts.line import Line
from ui.facts.list_place import FactListPlace
from ui.pages.place import Go, Tell
from ui.records.empty_page import EmptyPage
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space


class ConflictsPlace(FactListPlace):
    """A list of what papers say differently; the chosen one is changed beside it."""

    code: ClassVar[str] = "conflicts"
    icon: ClassVar[str] = "split"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"conflict", "conflict_side", "question", "record"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        words = (self.title(), _("Add what does not agree"))
        super().__init__(session, looks, go, tell, conflict_kind(), words, whole=True)
        self.ask = PictureButton(_("Make a question of it"), looks, "message-circle-question-mark")
        self.asked = label("")
        self._fill_page()
        self.first.clicked.connect(lambda _on=False: self.start())
        self.ask.clicked.connect(self.make_question)
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Papers that do not agree")

    def count(self) -> int:
        """Give the number of points on which papers do not agree."""
        return len(self.session.case.journey.conflicts.all())

    def show_case(self) -> None:
        """Show what does not agree, and what was made of the chosen one."""
        case = self.session.case
        self.view.show_lines(lines_of(self.kind, case, records_of(case)))
        there = self.view.lines.rowCount() > 0
        self._card.setVisible(there)
        self._stack.setCurrentIndex(0 if there or self.desk.form is not None else 1)
        self.desk.refresh()
        self._show_question()

    def enter(self, record: int | None, page: int) -> None:
        """Come in; from a page of a record, with that page as the first side of a new point."""
        super().enter(record, page)
        if record is not None:
            blank = replace(self.kind.blank, one_voice=Cited(record, page))
            self._begin(replace(self.kind, blank=blank))

    def first_focus(self) -> QWidget:
        """Give the list, or what is filled in first while there is none."""
        form = self.desk.form
        if form is not None and not form.fact.id:
            return form.first
        return self.view if self.view.lines.rowCount() else self.first

    def panes(self) -> list[QWidget]:
        """Give the list and the form, as far as they are in sight."""
        return [one for one in (self.page, self.desk.pane) if one.isVisible()] or [self]

    def start(self) -> None:
        """Begin a new point."""
        self._begin(self.kind)

    def _begin(self, kind: FactKind) -> None:
        """Show the form of a new point; another one that was begun waits to be gone on with."""
        self._stack.setCurrentIndex(0)
        self.view.leave_line()
        self.desk.wait()
        self.desk.start(kind)
        self._show_question()

    def show_line(self, line: Line) -> None:
        """Show the form of a point, and what was made of it."""
        super().show_line(line)
        self.page.bring(self.view)
        self._show_question()

    def all_of_it(self) -> QWidget:
        """Give the list with the form, or what to do while nothing is noted."""
        self.first = PictureButton(self.add.accessibleName(), self.looks, "plus", "main")
        nothing = EmptyPage(
            self.looks,
            "split",
            _("Nothing is noted here yet"),
            _("Do two papers say different things? Note it here, with the pages."),
            self.first,
        )
        empty = QWidget()
        rows = space(QVBoxLayout(empty), self.looks, (28, 24, 28, 28))
        rows.addWidget(Heading(self.title()))
        rows.addWidget(nothing, 1)
        self._stack = OneAtATime(self.desk, empty)
        return self._stack

    def _fill_page(self) -> None:
        looks, column = self.looks, self.page.column
        head = space(QHBoxLayout(), looks)
        head.addWidget(Heading(self.title()), 1)
        head.addWidget(self.add)
        column.addLayout(head)
        words = _("Two papers may give different facts. Note both, and ask the doctor about it.")
        column.addWidget(label(words, "small"))
        self._card, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        buttons = QWidget(self)
        Flow(buttons, looks).addWidget(self.ask)
        for one in (self._card, self.asked, buttons):
            column.addWidget(one)
        column.addStretch(1)

    @Slot()
    def make_question(self) -> None:
        """Make a question of the chosen point, once; it can be changed among the questions."""
        self.leave()
        conflict, whole = self._conflict(), self._whole()
        case = self.session.case
        if conflict is None or whole is None:
            return
        words = conflict_question(whole.about, said_in(whole, records_of(case)))
        with case.change(_("Make a question of papers that do not agree")):
            number = case.questions.add(words)
            case.journey.two_sided.asked(whole.id, number)
        self.tell(_("It stands at the end of your questions."), done=True)

    def _whole(self) -> TwoSides | None:
        line = self.view.line
        whole: TwoSides | None = self.kind.find(self.session.case, line.id) if line else None
        return whole

    def _conflict(self) -> Conflict | None:
        line = self.view.line
        return self.session.case.journey.conflicts.get(line.id) if line else None

    def _show_question(self) -> None:
        """Offer to make a question of the chosen point, or show the one that was made."""
        conflict = self._conflict()
        number = conflict.question if conflict else None
        questions = enumerate(self.session.case.questions.all(), 1)
        asked = next((one for one in questions if one[1].id == number), None)
        self.ask.setVisible(conflict is not None and asked is None)
        self.asked.setVisible(asked is not None)
        if asked is not None:
            words = _("It is among your questions. Q{n}: {question}")
            self.asked.setText(words.format(n=asked[0], question=asked[1].text))
