"""Asking for records: who was asked for what, when an answer is due, calls, letters."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from app.content.load import load_content
from app.dossier.prints.request_letter import Letter, letter_of, open_letters, print_letters
from app.model.journey.clock import is_late
from app.model.journey.request import Request
from app.model.story import CaseSnapshot
from app.phrases import _
from ui.facts.kind import FactKind
from ui.facts.line import Line
from ui.facts.request_kinds import asked_kind, call_kind, request_kind
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace
from ui.letter_facts import save_letter_facts
from ui.pages.place import Go, Tell
from ui.records.flow import Flow
from ui.save_print import save_as_pdf
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.labels import label


class RequestsPlace(SectionsPlace):
    """The list of requests; below it what the chosen one asks for, and the calls about it."""

    code: ClassVar[str] = "requests"
    icon: ClassVar[str] = "mail"
    tables: ClassVar[frozenset[str]] = frozenset({"request", "asked_for", "call", "record"})

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        self._shown = 0  # the id of the request whose lines are shown
        self.letter = PictureButton(_("Letter as PDF"), looks, "printer")
        self.letters = PictureButton(_("All open letters"), looks, "printer")
        self.facts = PictureButton(_("Facts for a doctor’s letter"), looks, "printer")
        self.late: QLabel = label("", "look")
        self.late.hide()
        super().__init__(session, looks, go, tell)
        self.letter.clicked.connect(self._print_one)
        self.letters.clicked.connect(self._print_all)
        self.facts.clicked.connect(lambda _on=False: save_letter_facts(self))

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Requests")

    @staticmethod
    def about() -> str:
        """Say what belongs here, and what it is not."""
        return _("Who you asked for what, and when. The time limits are not legal advice.")

    def count(self) -> int:
        """Give the number of requests."""
        return len(self.session.case.journey.requests.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the list of requests, of what one asks for, and of calls."""
        top = QWidget()
        row = Flow(top, self.looks)
        row.addWidget(self.letter)
        row.addWidget(self.letters)
        row.addWidget(self.facts)
        requests = (_("Requests for records"), "", _("Add a request"))
        asked = (
            _("What it asks for"),
            _("Name each paper. A place that is asked for all of it often sends a summary."),
            _("Ask for one more thing"),
        )
        calls = (_("Calls and talks"), "", _("Note a call"))
        return (
            FactSection(request_kind(), requests, self.looks, top),
            FactSection(asked_kind(0), asked, self.looks, self.late),
            FactSection(call_kind(0), calls, self.looks),
        )

    def show_case(self) -> None:
        """Show all requests, and what belongs to the one that is chosen."""
        requests = self.session.case.journey.requests.all()
        known = {one.id for one in requests}
        if self._shown not in known:
            self._turn_to(requests[0].id if requests else 0)
        for code in ("asked", "call"):
            self.sections[code].setVisible(bool(requests))
        self.letter.setVisible(bool(requests))
        self.letters.setVisible(len(requests) > 1)
        self._show_heads(requests)
        super().show_case()

    def arranged(self, kind: FactKind, lines: list[Line]) -> list[Line]:
        """Leave out what belongs to other requests."""
        if kind.code == "request":
            return lines
        shelf = kind.store(self.session.case)
        here = {one.id for one in shelf.all() if one.request == self._shown}
        return [line for line in lines if line.id in here]

    def show_line(self, line: Line) -> None:
        """Show a line beside the lists; a request also shows what belongs to it."""
        if line.kind == "request" and line.id != self._shown:
            self._turn_to(line.id)
            self.show_case()
        super().show_line(line)

    def come_to(self, kind: str, number: int) -> None:
        """Go on with what was just added."""
        request = number
        if kind != "request":
            fact = self.sections[kind].kind.find(self.session.case, number)
            request = fact.request if fact is not None else self._shown
        self._turn_to(request)
        super().come_to(kind, number)

    def _turn_to(self, request: int) -> None:
        self._shown = request
        self.sections["asked"].kind = asked_kind(request)
        self.sections["call"].kind = call_kind(request)

    def _show_heads(self, requests: list[Request]) -> None:
        shown = next((one for one in requests if one.id == self._shown), None)
        if shown is None:
            return
        self.sections["asked"].head.say(_("Asked of {name}").format(name=shown.whom))
        self.sections["call"].head.say(_("Calls and talks with {name}").format(name=shown.whom))
        late = is_late(shown, date.today())
        self.late.setText(load_content().piece("request_late").text if late else "")
        self.late.setVisible(late)

    def _print_one(self) -> None:
        self.desk.flush()
        case = self.session.case.snapshot()
        shown = next((one for one in case.journey.requests if one.id == self._shown), None)
        if shown is not None:
            self._print(case, (letter_of(case, shown),), shown.whom)

    def _print_all(self) -> None:
        self.desk.flush()
        case = self.session.case.snapshot()
        letters = open_letters(case)
        if letters:
            self._print(case, letters, "")
        else:
            self.tell(_("No request is open."), done=False)

    def _print(self, case: CaseSnapshot, letters: tuple[Letter, ...], whom: str) -> None:
        name = _("Letter to {name}").format(name=whom) if whom else _("Letters")
        paper = self.session.draft.paper
        save_as_pdf(
            self, name, lambda: print_letters(case, letters, made=date.today(), paper=paper)
        )
