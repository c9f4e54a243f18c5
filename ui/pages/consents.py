"""Who may act for the patient, for what, and until when."""

from typing import ClassVar

from app.phrases import _
from ui.facts.request_kinds import consent_kind
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace


class ConsentsPlace(SectionsPlace):
    """One list; the chosen line is changed beside it."""

    code: ClassVar[str] = "consents"
    icon: ClassVar[str] = "file-check-2"
    tables: ClassVar[frozenset[str]] = frozenset({"consent", "record"})

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Who may act for you")

    @staticmethod
    def about() -> str:
        """Say what belongs here."""
        return _("Hospitals ask for it when somebody else calls or writes. Keep the paper with it.")

    def count(self) -> int:
        """Give the number of consents."""
        return len(self.session.case.journey.consents.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the one list."""
        words = (_("Consents"), "", _("Add a consent"))
        return (FactSection(consent_kind(), words, self.looks),)
