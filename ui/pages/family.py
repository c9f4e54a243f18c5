"""Illnesses that run in the family; private until somebody says otherwise."""

from typing import ClassVar

from app.phrases import _
from ui.facts.medical_kinds import family_kind
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace


class FamilyPlace(SectionsPlace):
    """One list; the chosen line is changed beside it."""

    code: ClassVar[str] = "family"
    icon: ClassVar[str] = "users-round"
    tables: ClassVar[frozenset[str]] = frozenset({"family_illness", "record"})

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Family history")

    @staticmethod
    def about() -> str:
        """Say what belongs here, and that it is about others."""
        return _(
            "Illnesses of your relatives. It is about other people, so each starts as private."
        )

    def count(self) -> int:
        """Give the number of illnesses."""
        return len(self.session.case.journey.family.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the one list."""
        words = (_("In your family"), "", _("Add an illness"))
        return (FactSection(family_kind(), words, self.looks),)
