"""Who speaks: every fact is taken from a record or said by somebody."""

from dataclasses import dataclass

from app.model.partial_date import NOT_KNOWN, PartialDate


@dataclass(frozen=True, slots=True)
class Cited:
    """Taken from a record; `page` counts from 1 inside that record."""

    record: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class Said:
    """Said by the patient, the family or somebody else; nobody checked it."""

    by: str = ""
    on: PartialDate = NOT_KNOWN


Voice = Cited | Said
