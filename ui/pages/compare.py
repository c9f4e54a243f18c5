"""Compare opinions: point by point, why they may differ, and what is still open."""

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.prints.comparison import comparison_print
from app.model.journey.comparison import GridRow
from app.model.journey.grid import LEAST, MOST, compared, may_be_compared, own_row, rows_of
from app.model.journey.row_words import row_title
from app.phrases import _
from ui.comparing.beside_grid import BesideGrid
from ui.comparing.cell_pane import RowPane
from ui.comparing.grid_part import GridPart
from ui.comparing.open_part import OpenPart
from ui.comparing.why_part import WhyPart
from ui.facts.desk import FactDesk
from ui.facts.section import Page
from ui.opinions.part_choice import PartChoice
from ui.pages.place import Go, Place, RowOf, Tell
from ui.records.empty_page import EmptyPage
from ui.records.flow import Flow
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.one_at_a_time import OneAtATime
from ui.widgets.spacing import space

GRID, WHY, OPEN = "grid", "why", "open"


class ComparePlace(Place):
    """Two to five opinions side by side; the person says how they relate, nobody else."""

    code: ClassVar[str] = "compare"
    icon: ClassVar[str] = "table-properties"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "opinion",
            "point",
            "question_answer",
            "saw_record",
            "grid_row",
            "grid_cell",
            "why_differ",
            "open_point",
            "question",
            "record",
        }
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._titles: dict[str, str] = {}
        self.save = PictureButton(_("Save as PDF"), looks, "printer")
        self.more = label("", "small")
        self.parts = PartChoice(
            _("What is shown of the comparison"),
            (
                (GRID, _("Point by point")),
                (WHY, _("Why they may differ")),
                (OPEN, _("What is still open")),
            ),
            looks,
        )
        self.page = Page(looks)
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell)
        self.beside = BesideGrid(session, looks, self.desk, go, tell)
        self.grid = GridPart(looks, self)
        self.why = WhyPart(session, looks, self)
        self.open = OpenPart(session, looks, self)
        self.to_opinions = PictureButton(_("Go to Opinions received"), looks, "stethoscope", "main")
        self._lay_out()
        self._connect()
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Compare opinions")

    def show_case(self) -> None:
        """Show the opinions side by side."""
        told = self.session.case.snapshot()
        journey = told.journey
        doctors = compared(journey.opinions)
        every = rows_of(journey.grid_rows, [one.id for one in told.questions])
        self._titles = {row: row_title(row, journey.grid_rows, told.questions) for row in every}
        self._stack.setCurrentIndex(0 if len(doctors) >= LEAST else 1)
        self.more.setVisible(len(journey.opinions) > MOST)
        self.grid.show_case(told, doctors, self._titles)
        self.why.show_case(told, self._titles.items())
        self.open.show_case(told, self._titles)
        self.beside.refresh(told, self._titles)

    def leave(self) -> None:
        """Save what was typed."""
        self.beside.flush()
        self.why.flush()

    def first_focus(self) -> QWidget:
        """Give the first control of the part, or the way to the opinions."""
        if self._stack.currentIndex():
            return self.to_opinions
        return {GRID: self.grid.first, WHY: self.why.first, OPEN: self.open.first}[self.parts.now]

    def show_row(self, row: RowOf) -> QWidget:
        """Come to a cell of the table, to a cause, or to a point that is open."""
        table, number = row
        journey = self.session.case.journey
        if self._stack.currentIndex():
            return self.first_focus()
        if table == "why_differ" and (why := journey.why_differ.get(number)) is not None:
            self.parts.choose(WHY)
            return self.why.show_cause(why)
        if table == "open_point" and (point := journey.open_points.get(number)) is not None:
            self.parts.choose(OPEN)
            card = self.open.points.get(point.row)
            return card.first if card is not None else self.first_focus()
        cell = journey.grid_cells.get(number) if table == "grid_cell" else None
        code = own_row(number) if cell is None else cell.row
        doctors = [one.id for one in compared(journey.opinions.all())]
        self.parts.choose(GRID)
        if code in self._titles:
            column = doctors.index(cell.opinion) + 1 if cell and cell.opinion in doctors else 0
            self.grid.come_to(list(self._titles).index(code), column)
        return self.first_focus()

    def panes(self) -> list[QWidget]:
        """Give the table and the form, as far as they are in sight."""
        return [one for one in (self.page, self.desk.pane) if one.isVisible()] or [self]

    def _lay_out(self) -> None:
        looks, column = self.looks, self.page.column
        column.addWidget(Heading(self.title()))
        self.more.setText(
            _("The first {n} are compared. Change their order in Opinions received.").format(n=MOST)
        )
        buttons = QWidget(self)
        Flow(buttons, looks).addWidget(self.save)
        for one in (self.more, self.parts, self.grid, self.why, self.open, buttons):
            column.addWidget(one)
        column.addStretch(1)
        nothing = EmptyPage(
            looks,
            "table-properties",
            _("There are not two opinions yet"),
            _("Write down what two doctors said. Then you can lay them side by side here."),
            self.to_opinions,
        )
        empty = QWidget()
        rows = space(QVBoxLayout(empty), looks, (28, 24, 28, 28))
        rows.addWidget(Heading(self.title()))
        rows.addWidget(nothing, 1)
        self._stack = OneAtATime(self.desk, empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._show_part(GRID)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.grid.chosen.connect(self.beside.come_to)
        self.grid.gone_into.connect(self.beside.go_into)
        self.beside.why_wanted.connect(self._why)
        self.beside.left.connect(lambda: self.first_focus().setFocus())
        self.grid.row_wanted.connect(self._add_row)
        self.open.asked.connect(self._ask)
        self.save.clicked.connect(self.print)
        self.to_opinions.clicked.connect(lambda _on=False: self.go("opinions"))

    @Slot(str)
    def _show_part(self, code: str) -> None:
        """Show one part of the comparison; a form belongs to the table alone."""
        for one, part in ((GRID, self.grid), (WHY, self.why), (OPEN, self.open)):
            part.setVisible(one == code)
        if code != GRID:
            self.beside.drop()

    @Slot()
    def _add_row(self) -> None:
        """Add a row of the person's own, and go to its name."""
        case = self.session.case
        with case.change(_("Add a row to the comparison")):
            number = case.journey.grid_rows.add(GridRow(0, _("A point of my own")))
        row = list(self._titles).index(own_row(number))
        self.grid.table.choose(row, 0)
        self.beside.go_into(row, 0)
        if isinstance(self.beside.pane, RowPane):
            self.beside.pane.focus_name()

    @Slot(str)
    def _why(self, row: str) -> None:
        self.parts.choose(WHY)
        self.why.come_to(row)
        self.why.first.setFocus()

    @Slot(str)
    def _ask(self, words: str) -> None:
        """Add a question to the person's questions."""
        with self.session.case.change(_("Add a question")):
            self.session.case.questions.add(words)
        self.tell(_("It stands at the end of your questions."), done=True)

    @Slot()
    def print(self) -> None:
        """Save the comparison as a small PDF, as it is now."""
        self.leave()
        told, paper = self.session.case.snapshot(), self.session.draft.paper
        if not may_be_compared(told.journey):
            words = _("Nothing is written down of two opinions yet. Fill in the table first.")
            self.tell(words, done=False)
            return
        save_as_pdf(
            self,
            _("Who said what"),
            partial(comparison_print, told, made=date.today(), paper=paper),
        )
