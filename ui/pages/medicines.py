"""Medicines and allergies, what was tried, and what exists outside the file."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.story import Asked
from app.phrases import _
from ui.facts.desk import FactDesk
from ui.facts.kind import FactKind, lines_of, records_of
from ui.facts.kinds import allergy_kind, medicine_kind, outside_kind, treatment_kind
from ui.facts.line import Line
from ui.facts.section import FactSection, Page
from ui.facts.three_way import ThreeWay
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.heading import Heading


class MedicinesPlace(Place):
    """Four lists on one page; the line somebody chooses is changed beside them."""

    code: ClassVar[str] = "medicines"
    icon: ClassVar[str] = "pill"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"medicine", "allergy", "treatment", "outside", "detail", "record"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.takes = ThreeWay(
            _("Do you take any medicines?"), _("I take these"), _("I take none"), looks
        )
        self.reacts = ThreeWay(
            _("Do you have any allergies?"), _("I have these"), _("I have none"), looks
        )
        self.sections = self._sections()
        self.page = Page(looks, gap=24)
        self.page.column.addWidget(Heading(self.title()))
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell)
        for section in self.sections.values():
            self._connect(section)
            self.page.column.addWidget(section)
        self.page.column.addStretch(1)
        self.takes.answered.connect(lambda asked: self._answer("medicine", asked))
        self.reacts.answered.connect(lambda asked: self._answer("allergy", asked))
        self.desk.added.connect(self._come_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Medicines & allergies")

    def count(self) -> int:
        """Give the number of medicines and allergies."""
        case = self.session.case
        return len(case.medicines.all()) + len(case.allergies.all())

    def show_case(self) -> None:
        """Show the four lists and the two answers."""
        case = self.session.case
        records = records_of(case)
        for section in self.sections.values():
            lines = lines_of(section.kind, case, records)
            section.show_lines(_with_past(lines) if section.kind.code == "medicine" else lines)
        for way, table in ((self.takes, "medicine"), (self.reacts, "allergy")):
            listed = self.sections[table].view.lines.rowCount() > 0
            way.show_answer(case.asked.get(table), listed=listed)
        self.desk.refresh()

    def leave(self) -> None:
        """Save what was typed."""
        self.desk.flush()

    def first_focus(self) -> QWidget:
        """Give the first list, or the first question while there is none."""
        view = self.sections["medicine"].view
        return view if view.lines.rowCount() else self.takes.buttons[Asked.LISTED]

    def panes(self) -> list[QWidget]:
        """Give the lists and the form."""
        return [self.page, self.desk.pane]

    def _sections(self) -> dict[str, FactSection]:
        def one(
            kind: FactKind, heading: str, about: str, add: str, top: QWidget | None = None
        ) -> FactSection:
            return FactSection(kind, (heading, about, add), self.looks, top)

        sections = (
            one(medicine_kind(), _("Medicines"), "", _("Add a medicine"), self.takes),
            one(allergy_kind(), _("Allergies"), "", _("Add an allergy"), self.reacts),
            one(
                treatment_kind(),
                _("What I have tried"),
                _("Treatments so far, and what they did."),
                _("Add a treatment"),
            ),
            one(
                outside_kind(),
                _("Things outside this file"),
                _("Discs, slides and letters that the doctor may have to ask for."),
                _("Add a thing"),
            ),
        )
        return {section.kind.code: section for section in sections}

    def _connect(self, section: FactSection) -> None:
        section.wanted.connect(lambda: self._start(section.kind))
        section.view.chosen.connect(self._show)
        section.view.opened.connect(self._open)
        section.view.gone_into.connect(self._go_into)
        section.view.unwanted.connect(self._remove)

    def _show(self, line: Line) -> None:
        section = self.sections[line.kind]
        fact = section.kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.show_fact(section.kind, fact)
            self.page.bring(section.view)
        for other in self.sections.values():
            if other is not section:
                other.view.leave_line()

    def _open(self, line: Line) -> None:
        self._show(line)
        self.desk.bring(beside=True)

    def _go_into(self, line: Line) -> None:
        self._open(line)
        self.desk.focus()

    def _start(self, kind: FactKind) -> None:
        for section in self.sections.values():
            section.view.leave_line()
        self.desk.start(kind)

    def _remove(self, line: Line) -> None:
        kind = self.sections[line.kind].kind
        fact = kind.find(self.session.case, line.id)
        if fact is not None:
            self.desk.remove(kind, fact)

    def _come_to(self, kind: str, number: int) -> None:
        self.show_case()
        self.sections[kind].view.choose(kind, number)

    def _answer(self, table: str, asked: Asked) -> None:
        """Write an answer down; “I take these” leads to the first line while there is none."""
        if asked is not self.session.case.asked.get(table):
            words = {
                "medicine": _("Answer about medicines"),
                "allergy": _("Answer about allergies"),
            }
            with self.session.case.change(words[table]):
                self.session.case.asked.set(table, asked)
        if asked is Asked.LISTED and not self.sections[table].view.lines.rowCount():
            self._start(self.sections[table].kind)


def _with_past(lines: list[Line]) -> list[Line]:
    """Put a heading above the first medicine that is no longer taken."""
    past = next((place for place, one in enumerate(lines) if one.quiet), None)
    if past is None:
        return lines
    return [*lines[:past], replace(lines[past], head=_("No longer taken")), *lines[past + 1 :]]
