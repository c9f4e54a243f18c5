"""What in a record needs a second thought before it is shown to somebody."""

from enum import StrEnum


class Sensitivity(StrEnum):
    """A tag on a record; some stay out of every dossier unless a person puts them in."""

    MENTAL_HEALTH = "mental_health"
    PSYCHOTHERAPY_NOTES = "psychotherapy_notes"
    SUBSTANCE_USE = "substance_use"
    HIV_STI = "hiv_sti"
    REPRODUCTIVE = "reproductive"
    GENETICS = "genetics"
    ABUSE_SAFETY = "abuse_safety"
    LEGAL_INSURANCE = "legal_insurance"
    OTHER_PERSON = "other_person"
    PRIVATE_NOTE = "private_note"

    @property
    def stays_out(self) -> bool:
        """Whether a record with this tag is left out unless one version puts it in."""
        return self in _STAYS_OUT


_STAYS_OUT = frozenset(
    {
        Sensitivity.ABUSE_SAFETY,
        Sensitivity.LEGAL_INSURANCE,
        Sensitivity.OTHER_PERSON,
        Sensitivity.PRIVATE_NOTE,
    }
)
