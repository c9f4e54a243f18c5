"""About you: the patient, who is helping, and who is asked."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.case.header_file import TABLES
from app.phrases import _
from ui.pages.place import Go, Tell
from ui.session import CaseSession
from ui.story.board_card import BoardCard
from ui.story.person_card import Asked, PersonCard
from ui.story.story_place import StoryPlace
from ui.theme.looks import Looks
from ui.widgets.disclosure import Disclosure


class AboutPlace(StoryPlace):
    """Three cards of fields. Nothing has to be filled in."""

    code: ClassVar[str] = "about"
    icon: ClassVar[str] = "user-round"
    tables: ClassVar[frozenset[str]] = TABLES | {"detail"}

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.build(
            _("Who is this about?"),
            _("The other doctor reads this first. Leave empty what you do not want to say."),
            next_name=_("Diagnosis & plan"),
        )
        people = session.case.people
        self.patient = PersonCard(session, looks, people.patient, _of_patient())
        self.preparer = PersonCard(session, looks, people.preparer, _of_preparer())
        self.recipient = PersonCard(session, looks, people.recipient, _of_recipient())
        self.page.add_group(_("Who is the patient?"), self.patient)
        nobody = _("Leave this empty if the patient does this alone.")
        self.page.add_group(_("Who is helping?"), self.preparer, hint=nobody)
        later = _("If you do not know yet, come back later.")
        self.page.add_group(_("Which doctor do you ask?"), self.recipient, hint=later)
        self.board: BoardCard | None = None
        self.many = Disclosure(looks, _("For those who look after many cases"), self._make_board)
        self.page.add_group("", self.many)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("About you")

    def first_focus(self) -> QWidget:
        """Give the field for the name."""
        return self.patient.edits["name"]

    def show_case(self) -> None:
        """Show who is known."""
        for card in (self.patient, self.preparer, self.recipient):
            card.refresh()
        if self.session.case.journey.header().on_board and self.board is None:
            self.many.open(True)
        if self.board is not None:
            self.board.refresh()

    def _make_board(self) -> BoardCard:
        self.board = BoardCard(self.session, self.looks, self)
        return self.board


def _of_patient() -> tuple[Asked, ...]:
    return (
        Asked("name", _("Patient’s name"), _("As it stands on the papers.")),
        Asked(
            "record_number", _("Patient number"), _("The number on the papers, if there is one.")
        ),
        Asked("born", _("Born on"), _("A year is enough, if you do not know more."), date=True),
        Asked("sex", _("Sex"), _("As it stands on the papers.")),
        Asked("language", _("Language"), _("And if an interpreter is needed.")),
        Asked("phone", _("Patient’s phone")),
    )


def _of_preparer() -> tuple[Asked, ...]:
    return (
        Asked("name", _("Helper’s name")),
        Asked("role", _("Daughter, friend, nurse, …")),
        Asked("phone", _("Helper’s phone")),
        Asked(
            "consent",
            _("What did the patient agree to?"),
            _("For example: she asked me to put this together and has read it."),
            long=True,
        ),
    )


def _of_recipient() -> tuple[Asked, ...]:
    return (
        Asked("name", _("Doctor’s name")),
        Asked("service", _("Clinic or service")),
        Asked("place", _("Hospital or town")),
        Asked("visit", _("Visit, if one is planned")),
        Asked("reply_to", _("Who should get the answer?"), long=True),
    )
