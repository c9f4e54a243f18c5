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


def prepared_by(preparer: Preparer, say: Phrases) -> str:
    """Say who put the file together."""
    _ = say
    if not preparer.name.strip():
        return _("Prepared by the patient.")
    if preparer.role.strip():
        return _("Prepared by {name} ({role}).").format(name=preparer.name, role=preparer.role)
    return _("Prepared by {name}.").format(name=preparer.name)


def not_checked(say: Phrases) -> str:
    """Say that no doctor checked the file."""
    return say(
        "This file was put together by the patient or a helper. It was not checked by a doctor. "
        "Copies may be incomplete. Original records hold."
    )
