"""Words that more than one page needs."""

from app.dossier.styles import SOFT
from app.model.partial_date import PartialDate
from app.model.person import Preparer
from app.model.story import Asked, CaseSnapshot, Subject
from app.phrases import Phrases
from app.typesetting.style import Style
from app.typesetting.text import Piece


def shortened(text: str, limit: int) -> str:
    """Give the start of a line of `text`, at most `limit` characters, cut between two words."""
    if len(text) <= limit:
        return text
    start = text[:limit]
    word, space, _rest = start.rpartition(" ")
    return (word if space and len(word) > limit // 2 else start).rstrip(" ,;:.")


def cut_short(text: str, limit: int) -> str:
    """Give a line of `text` whole, or its start with “…”, so that nobody takes it for all."""
    short = shortened(text, limit)
    return short if short == text else f"{short}…"


def strong(text: str, style: Style) -> Piece:
    """Give `text` in bold."""
    return Piece(text, style.bold())


def soft(text: str, style: Style) -> Piece:
    """Give `text` in the softer ink."""
    return Piece(text, style.in_ink(SOFT))


def date_words(case: CaseSnapshot, subject: Subject) -> str:
    """Give the date stated of `subject` for people, or ""; what is no date stays as it is."""
    statement = case.statement(subject)
    if statement is None:
        return ""
    try:
        when = PartialDate.from_stored(statement.text)
    except ValueError:
        return statement.text
    return when.shown() if when.known else ""


def statement_label(subject: Subject, say: Phrases) -> str:
    """Give what a statement is called wherever it stands."""
    _ = say
    return {
        Subject.HEADLINE: _("The case in one sentence"),
        Subject.PROBLEM: _("Problem"),
        Subject.DIAGNOSIS: _("Diagnosis as told"),
        Subject.PLAN: _("Plan as told"),
        Subject.DECIDE_BY: _("Decision needed by"),
        Subject.SURGERY_DATE: _("Surgery planned"),
        Subject.MATTERS: _("What matters most to me"),
        Subject.LIMITS: _("Limits for tests and travel"),
        Subject.CONDITIONS: _("Other illnesses, implants"),
    }[subject]


def allergy_state(asked: Asked, say: Phrases) -> str:
    """Say outright how far somebody was asked for allergies; "" when they are listed."""
    _ = say
    return {
        Asked.NOT_ASKED: _("Allergies: not asked yet"),
        Asked.NONE_KNOWN: _("No known allergies"),
        Asked.NOT_SURE: _("Allergies: not sure"),
        Asked.LISTED: "",
    }[asked]


def medicine_state(asked: Asked, say: Phrases) -> str:
    """Say outright how far somebody was asked for medicines; "" when they are listed."""
    _ = say
    return {
        Asked.NOT_ASKED: _("Medicines: not asked yet"),
        Asked.NONE_KNOWN: _("No medicines taken"),
        Asked.NOT_SURE: _("Medicines: not sure"),
        Asked.LISTED: "",
    }[asked]


def named_preparer(preparer: Preparer, say: Phrases) -> str:
    """Give who put the file together, with what they are to the patient."""
    name, role = preparer.name.strip(), preparer.role.strip()
    if not name:
        return say("the patient")
    return f"{name} ({role})" if role else name


def prepared_by(preparer: Preparer, say: Phrases) -> str:
    """Say who put the file together."""
    return say("Prepared by {name}.").format(name=named_preparer(preparer, say))


def not_checked(say: Phrases) -> str:
    """Say that no doctor checked the file."""
    return say(
        "This file was put together by the patient or a helper. It was not checked by a doctor. "
        "Copies may be incomplete. Original records hold."
    )
