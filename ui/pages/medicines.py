"""Medicines and allergies, and what was tried."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.prints.emergency import emergency_page
from app.model.story import Asked
from app.phrases import _
from ui.facts.kind import FactKind
from ui.facts.kinds import allergy_kind, medicine_kind, treatment_kind
from ui.facts.line import Line
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace
from ui.facts.three_way import ThreeWay
from ui.pages.place import Go, Tell
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class MedicinesPlace(SectionsPlace):
    """Three lists on one page; the line somebody chooses is changed beside them."""

    code: ClassVar[str] = "medicines"
    icon: ClassVar[str] = "pill"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"medicine", "allergy", "treatment", "detail", "record"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        self.takes = ThreeWay(
            _("Do you take any medicines?"), _("I take these"), _("I take none"), looks
        )
        self.reacts = ThreeWay(
            _("Do you have any allergies?"), _("I have these"), _("I have none"), looks
        )
        self.emergency = PictureButton(_("Page for emergencies, as PDF"), looks, "printer")
        super().__init__(session, looks, go, tell)
        self._offer_page()
        self.emergency.clicked.connect(lambda _on=False: self._print())
        self.takes.answered.connect(lambda asked: self._answer("medicine", asked))
        self.reacts.answered.connect(lambda asked: self._answer("allergy", asked))

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Medicines & allergies")

    def count(self) -> int:
        """Give the number of medicines and allergies."""
        case = self.session.case
        return len(case.medicines.all()) + len(case.allergies.all())

    def show_case(self) -> None:
        """Show the three lists and the two answers."""
        super().show_case()
        for way, table in ((self.takes, "medicine"), (self.reacts, "allergy")):
            listed = self.sections[table].view.lines.rowCount() > 0
            way.show_answer(self.session.case.asked.get(table), listed=listed)

    def first_focus(self) -> QWidget:
        """Give the first list, or the first question while there is none."""
        view = self.sections["medicine"].view
        return view if view.lines.rowCount() else self.takes.buttons[Asked.LISTED]

    def arranged(self, kind: FactKind, lines: list[Line]) -> list[Line]:
        """Put a heading above the medicines that are no longer taken."""
        return _with_past(lines) if kind.code == "medicine" else lines

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the three lists."""

        def one(
            kind: FactKind, heading: str, about: str, add: str, top: QWidget | None = None
        ) -> FactSection:
            return FactSection(kind, (heading, about, add), self.looks, top)

        return (
            one(medicine_kind(), _("Medicines"), "", _("Add a medicine"), self.takes),
            one(allergy_kind(), _("Allergies"), "", _("Add an allergy"), self.reacts),
            one(
                treatment_kind(),
                _("What I have tried"),
                _("Treatments so far, and what they did."),
                _("Add a treatment"),
            ),
        )

    def _offer_page(self) -> None:
        """Put the page for emergencies below the lists: it is made from more than these."""
        part = QWidget(self.page)
        column = space(QVBoxLayout(part), self.looks, gap=8)
        column.addWidget(Heading(_("For emergencies, and while you wait"), 2))
        words = _(
            "One page and a card: whom to call, allergies, medicines, illnesses, what limits "
            "tests. It is made from what you wrote down here and elsewhere, and adds nothing."
        )
        column.addWidget(label(words, "small"))
        column.addWidget(self.emergency, 0, Qt.AlignmentFlag.AlignLeft)
        self.page.column.insertWidget(self.page.column.count() - 1, part)

    def _print(self) -> None:
        """Save the page for emergencies, as the case is now."""
        self.leave()
        told, paper = self.session.case.snapshot(), self.session.draft.paper
        make = partial(emergency_page, told, made=date.today(), paper=paper)
        save_as_pdf(self, _("For emergencies"), make)

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
            self.start(self.sections[table].kind)


def _with_past(lines: list[Line]) -> list[Line]:
    """Put a heading above the first medicine that is no longer taken."""
    past = next((place for place, one in enumerate(lines) if one.quiet), None)
    if past is None:
        return lines
    return [*lines[:past], replace(lines[past], head=_("No longer taken")), *lines[past + 1 :]]
