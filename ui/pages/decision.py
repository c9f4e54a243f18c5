"""Your decision: what was chosen and why; an earlier one stays below it."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.prints.decision import decision_print
from app.phrases import _
from ui.choices.matters_card import MattersCard
from ui.closing.reply_part import ReplyPart
from ui.facts.considered import Considered
from ui.facts.decision_kind import decision_kind
from ui.facts.kind import FactKind
from ui.facts.line import Line
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace
from ui.pages.place import Go, Tell
from ui.records.flow import Flow
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.visit_sheet import save_visit_sheet, visit_sheet_words
from ui.widgets.buttons import PictureButton
from ui.widgets.spacing import space


class DecisionPlace(SectionsPlace):
    """One list, the newest first; the chosen one is changed beside it. No advice is given."""

    code: ClassVar[str] = "decision"
    icon: ClassVar[str] = "circle-check"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"decision", "choice", "statement", "opinion", "point", "grid_cell"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        self.save = PictureButton(_("Save as PDF"), looks, "printer")
        self.sheet = PictureButton(visit_sheet_words(), looks, "printer")
        self.reply: ReplyPart | None = None
        super().__init__(session, looks, go, tell)
        buttons = QWidget(self.page)
        row = Flow(buttons, looks)
        row.addWidget(self.save)
        row.addWidget(self.sheet)
        self.reply = ReplyPart(self, self.page)
        for one in (buttons, self.reply):
            self.page.column.insertWidget(self.page.column.count() - 1, one)
        self.reply.show_case()
        self.save.setVisible(bool(self.count()))
        self.save.clicked.connect(self.print)
        self.sheet.clicked.connect(lambda _on=False: save_visit_sheet(self))

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Your decision")

    @staticmethod
    def about() -> str:
        """Say what belongs here."""
        return _("“Not yet” is an answer, too. A new decision never wipes out the one before.")

    def count(self) -> int:
        """Give the number of decisions."""
        return len(self.session.case.journey.decisions.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the one list, with what matters and the options above it."""
        top = QWidget()
        column = space(QVBoxLayout(top), self.looks, gap=12)
        self.matters = MattersCard(self.session, self.looks, lambda: self.go("matters"))
        self.ticks = Considered(self.session, self.looks, top)
        column.addWidget(self.matters)
        column.addWidget(self.ticks)
        words = (_("What you decided"), "", _("Decide anew"))
        kind = decision_kind(self.session.case.journey.choices.all())
        return (FactSection(kind, words, self.looks, top),)

    def arranged(self, kind: FactKind, lines: list[Line]) -> list[Line]:  # noqa: ARG002
        """Put the one that counts first, and the earlier ones under a heading."""
        newest = sorted(lines, key=lambda line: -line.id)
        heads = {0: _("This counts now"), 1: _("Earlier decisions")}
        return [
            replace(line, head=heads.get(place, ""), quiet=place > 0)
            for place, line in enumerate(newest)
        ]

    def show_case(self) -> None:
        """Show the decisions, what matters, and the options as they are now."""
        self._follow_options()
        super().show_case()
        self.matters.show_case()
        self.ticks.show_case()
        there = bool(self.count())
        if self.reply is not None:  # before, the buttons have no place, and would be windows
            self.reply.show_case()
            self.save.setVisible(there)
        self.sections["decision"].add.say(_("Decide anew") if there else _("Write it down"))

    def first_focus(self) -> QWidget:
        """Give the list, or what writes down the first decision."""
        section = self.sections["decision"]
        return section.view if section.view.lines.rowCount() else section.add

    def _follow_options(self) -> None:
        """Let the form offer the options that there are now."""
        section, case = self.sections["decision"], self.session.case
        kind = decision_kind(case.journey.choices.all())
        if (kind.fields, kind.blank) == (section.kind.fields, section.kind.blank):
            return
        section.kind = kind
        form = self.desk.form
        if form is not None:
            number = form.fact.id
            self.desk.wait()
            fact = kind.find(case, number)
            if fact is not None:
                self.desk.show_fact(kind, fact)

    @Slot()
    def print(self) -> None:
        """Save the decision as a small PDF, as it is now."""
        self.leave()
        told, paper = self.session.case.snapshot(), self.session.draft.paper
        save_as_pdf(
            self,
            _("My decision"),
            partial(decision_print, told, made=date.today(), paper=paper),
        )
