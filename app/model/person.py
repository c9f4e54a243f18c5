"""The people of a case."""

from dataclasses import dataclass

from app.model.partial_date import NOT_KNOWN, PartialDate


@dataclass(frozen=True, slots=True)
class Patient:
    """Whose case it is. An empty string means that it was not given."""

    name: str = ""
    born: PartialDate = NOT_KNOWN
    sex: str = ""
    record_number: str = ""
    language: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Preparer:
    """Who puts the file together, if not the patient, and on whose word."""

    name: str = ""
    role: str = ""
    phone: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is asked for the opinion."""

    name: str = ""
    service: str = ""
    place: str = ""
    visit: str = ""
    reply_to: str = ""
