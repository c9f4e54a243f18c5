"""The sheet for a visit: what to bring, the questions with room for answers, room for notes."""

from collections.abc import Sequence
from datetime import date

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.pages.questions import draw_questions
from app.dossier.pages.wording import allergy_state, medicine_state
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, CELL, HAIR, LABEL, SMALL
from app.dossier.table import Column, Row, table
from app.dossier.telling import on_pages, told
from app.model.journey.tests import TestState
from app.model.outside_item import OutsideItem
from app.model.person import Recipient
from app.model.story import Asked, CaseSnapshot
from app.model.version import MAIN, Version
from app.phrases import Phrases, phrases

_BLANK = "_" * 40
_PITCH = 26.0  # points between two lines to write on


def visit_sheet(
    case: CaseSnapshot,
    *,
    made: date,
    version: Version = MAIN,
    recipient: Recipient | None = None,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF of a sheet for the visit at the reader of `version`.

    It tells what the version tells: its number of questions, its name for
    the patient, and nothing of the first opinion where the version is blind.
    `recipient` is who reads it; None leaves that to the case.
    """
    here = told(case, version, recipient)
    title = phrases(language)("Visit sheet")

    def draw(book: Book) -> None:
        book.part(title, "visit", bars=False)
        book.heading(title, 1)
        book.space(6)
        _visit(book, here.recipient)
        _bring(book, here.outside)
        _open_tests(book, here)
        _medicines(book, here)
        if here.questions:
            draw_questions(book, [(one.text, one.top) for one in here.questions])
        _notes(book)

    patient = on_pages(here, version, made)
    return printed(Print(title, patient, made, paper, language), draw)


def _visit(book: Book, recipient: Recipient) -> None:
    _ = book.say
    places = " · ".join(one.strip() for one in (recipient.service, recipient.place) if one.strip())
    told = (
        (_("With whom"), recipient.name),
        (_("Where"), places),
        (_("When and how"), recipient.visit),
        (_("Who comes along"), ""),
    )
    columns = [Column(_("The visit"), 110), Column(_("As planned"), 386)]
    table(book, columns, [Row((name, words.strip() or _BLANK)) for name, words in told])
    book.space(12)


def _bring(book: Book, outside: Sequence[OutsideItem]) -> None:
    _ = book.say
    book.heading(_("To bring along, as far as you have it"), 2, with_next=WITH_TABLE)
    book.space(4)
    rows = [Row(("", _("The dossier, on paper or as a file"), ""))]
    rows += [Row(("", _what(one), _where(one, _))) for one in outside]
    rows.append(Row(("", "", "")))
    columns = [Column(_("Packed"), 52), Column(_("What"), 262), Column(_("Where it is"), 182)]
    table(book, columns, rows)
    book.space(12)


def _what(one: OutsideItem) -> str:
    return " · ".join(part.strip() for part in (one.what, one.count, one.shows) if part.strip())


def _where(one: OutsideItem, say: Phrases) -> str:
    """Say where a thing is; what was sent away and is not back is no thing to bring."""
    if one.sent_to.strip() and one.sent_on.known and not one.returned_on.known:
        words = say("sent to {name}, {date}")
        return words.format(name=one.sent_to.strip(), date=one.sent_on.shown())
    return one.location.strip() or one.how_to_get.strip()


def _open_tests(book: Book, case: CaseSnapshot) -> None:
    _ = book.say
    tests = [one for one in case.journey.tests if one.state.is_open]
    if not tests:
        return
    book.heading(_("Tests that are open"), 2, with_next=WITH_TABLE)
    book.space(4)
    state = {
        TestState.WAITING: _("done, no result yet"),
        TestState.PLANNED: _("planned"),
        TestState.WANTED: _("somebody said it is needed"),
    }
    columns = [Column(_("Test"), 200), Column(_("How far"), 176), Column(_("Expected"), 120)]
    rows = [
        Row((one.name, state[one.state], one.due.shown() if one.due.known else "")) for one in tests
    ]
    table(book, columns, rows)
    book.space(12)


def _medicines(book: Book, case: CaseSnapshot) -> None:
    """Name what is taken now and what the body reacts to, or how far somebody was asked."""
    _ = book.say
    taken = [
        " ".join(part.strip() for part in (one.name, one.dose, one.frequency) if part.strip())
        for one in case.medicines
        if one.until is None
    ]
    bad = [
        f"{one.substance} ({one.reaction.strip()})" if one.reaction.strip() else one.substance
        for one in case.allergies
    ]
    known = (
        (_("Medicines taken now"), taken, case.medicines_asked, medicine_state),
        (_("Allergies and reactions"), bad, case.allergies_asked, allergy_state),
    )
    for name, words, asked, state in known:
        book.room(3 * BODY.leading)
        book.paragraph(name, LABEL)
        none = _("None are listed.") if asked is Asked.LISTED else state(asked, _)
        book.paragraph("; ".join(words) or none, BODY)
        book.space(8)


def _notes(book: Book) -> None:
    _ = book.say
    book.part(_("Notes"), "notes", bars=False)
    book.heading(_("What was said"), 1)
    _lines(book, book.floor * 2 / 3)
    book.space(18)
    book.heading(_("What happens next, who does it, and when?"), 2)
    _lines(book, book.floor - SMALL.leading)
    book.paragraph(_("Ask for the report in writing. Spoken words are easy to forget."), CELL)


def _lines(book: Book, floor: float) -> None:
    """Draw lines to write on, down to `floor`."""
    while book.y + _PITCH <= floor:
        book.space(_PITCH)
        book.sheet.line(book.left, book.y, book.right, book.y, ink=HAIR, thick=0.7)
