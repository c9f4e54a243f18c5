"""Discs, slides and more: the register of what is not in the PDF."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.dossier.prints.labels import print_label_sheet, print_labels
from app.dossier.prints.shipping import print_shipping
from app.model.outside_item import OutsideItem
from app.model.outside_words import gets_label, travels
from app.phrases import _
from ui.facts.outside_kind import outside_kind
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace
from ui.pages.place import Go, Tell
from ui.records.flow import Flow
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton


class OutsidePlace(SectionsPlace):
    """One list; the chosen thing is changed beside it. Labels and a list to send are made of it."""

    code: ClassVar[str] = "outside"
    icon: ClassVar[str] = "package"
    tables: ClassVar[frozenset[str]] = frozenset({"outside", "record", "detail"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        self.labels = PictureButton(_("Labels for a label sheet"), looks, "printer")
        self.plain = PictureButton(_("Labels to cut out"), looks, "printer")
        self.shipping = PictureButton(_("Shipping list"), looks, "printer")
        super().__init__(session, looks, go, tell)
        self.labels.clicked.connect(self._print_sheet)
        self.plain.clicked.connect(self._print_plain)
        self.shipping.clicked.connect(self._print_shipping)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Discs, slides and more")

    @staticmethod
    def about() -> str:
        """Say what belongs here."""
        return _("What a PDF cannot hold: where each thing is, and how the doctor gets it.")

    def count(self) -> int:
        """Give the number of things."""
        return len(self.session.case.outside.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the one list, with what can be printed above it."""
        top = QWidget()
        row = Flow(top, self.looks)
        for one in (self.labels, self.plain, self.shipping):
            row.addWidget(one)
        words = (_("Things outside this file"), "", _("Add a thing"))
        return (FactSection(outside_kind(), words, self.looks, top),)

    def show_case(self) -> None:
        """Show the list, and what can be printed of it."""
        super().show_case()
        labelled = any(map(gets_label, self._items()))
        self.labels.setVisible(labelled)
        self.plain.setVisible(labelled)
        self.shipping.setVisible(any(map(travels, self._items())))

    def _items(self) -> list[OutsideItem]:
        return self.session.case.outside.all()

    def _print_sheet(self) -> None:
        self.leave()
        case, items = self.session.case.snapshot(), tuple(filter(gets_label, self._items()))
        paper = self.session.draft.paper
        save_as_pdf(self, _("Labels"), lambda: print_label_sheet(case, items, paper=paper))

    def _print_plain(self) -> None:
        self.leave()
        case, items = self.session.case.snapshot(), tuple(filter(gets_label, self._items()))
        made, paper = date.today(), self.session.draft.paper
        save_as_pdf(
            self,
            _("Labels to cut out"),
            lambda: print_labels(case, items, made=made, paper=paper),
        )

    def _print_shipping(self) -> None:
        self.leave()
        case, items = self.session.case.snapshot(), tuple(filter(travels, self._items()))
        made, paper = date.today(), self.session.draft.paper
        save_as_pdf(
            self, _("Shipping list"), lambda: print_shipping(case, items, made=made, paper=paper)
        )
