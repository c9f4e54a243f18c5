"""A place with lists of facts below each other; the chosen line is changed beside them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.facts.desk import FactDesk
from ui.facts.kind import FactKind, code_of, lines_of, records_of
from ui.facts.line import Line
from ui.facts.section import FactSection, Page
from ui.pages.place import Go, Place, RowOf, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.labels import label


class SectionsPlace(Place):
    """What a place needs to say is which `sections` it has, and what stands above them."""

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.page = Page(looks, gap=24)
        self.page.column.addWidget(Heading(self.title()))
        if about := self.about():
            self.page.column.addWidget(label(about, "small"))
        self.sections = {one.kind.code: one for one in self.make_sections()}
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell, self)
        for section in self.sections.values():
            self._connect(section)
            self.page.column.addWidget(section)
        self.page.column.addStretch(1)
        self.desk.added.connect(self.come_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.show_case()

    @staticmethod
    def about() -> str:
        """Give a line below the heading, or ""."""
        return ""

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the lists, in the order of the page."""
        raise NotImplementedError

    def arranged(self, kind: FactKind, lines: list[Line]) -> list[Line]:  # noqa: ARG002 - see below
        """Give the lines of a list as they are shown; a place may put headings between them."""
        return lines

    def show_case(self) -> None:
        """Show every list as the case has it."""
        case = self.session.case
        records = records_of(case)
        for section in self.sections.values():
            lines = lines_of(section.kind, case, records)
            section.show_lines(self.arranged(section.kind, lines))
        self.desk.refresh()

    def leave(self) -> None:
        """Save what was typed."""
        self.desk.flush()

    def first_focus(self) -> QWidget:
        """Give the first list that has a line, or what adds the first one."""
        for section in self.sections.values():
            if section.view.lines.rowCount():
                return section.view
        return next(iter(self.sections.values())).add

    def panes(self) -> list[QWidget]:
        """Give the lists and the form."""
        return [self.page, self.desk.pane]

    def start(self, kind: FactKind) -> None:
        """Begin a new fact beside the lists."""
        for section in self.sections.values():
            section.view.leave_line()
        self.desk.start(kind)

    def show_line(self, line: Line) -> None:
        """Show what a line stands for beside the lists."""
        section = self.sections[line.kind]
        fact = section.kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.show_fact(section.kind, fact)
            self.page.bring(section.view)
        for other in self.sections.values():
            if other is not section:
                other.view.leave_line()

    def come_to(self, kind: str, number: int) -> None:
        """Choose the line of what was just added."""
        self.show_case()
        self.sections[kind].view.choose(kind, number)

    def show_row(self, row: RowOf) -> QWidget:
        """Come to the line of a fact and show it; give its list."""
        table, number = row
        section = self.sections.get(code_of(table))
        if section is None:
            return self.first_focus()
        self.come_to(section.kind.code, number)
        line = section.view.line
        if line is None or line.id != number:
            return self.first_focus()
        self.show_line(line)
        return section.view

    def _connect(self, section: FactSection) -> None:
        section.wanted.connect(lambda: self.start(section.kind))
        section.view.chosen.connect(self.show_line)
        section.view.opened.connect(self._open)
        section.view.gone_into.connect(self._go_into)
        section.view.unwanted.connect(self._remove)

    def _open(self, line: Line) -> None:
        self.show_line(line)
        self.desk.bring(beside=True)

    def _go_into(self, line: Line) -> None:
        self._open(line)
        self.desk.focus()

    def _remove(self, line: Line) -> None:
        kind = self.sections[line.kind].kind
        fact = kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.remove(kind, fact)
