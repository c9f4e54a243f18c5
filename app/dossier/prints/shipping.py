"""The list that travels with discs, slides and other things, and is signed at each end."""

from collections.abc import Sequence
from datetime import date

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.pages.wording import strong
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, CELL, SMALL
from app.dossier.table import Column, Row, table
from app.model.outside_item import OutsideItem
from app.model.outside_words import travel_words
from app.model.story import CaseSnapshot
from app.phrases import Phrases, phrases
from app.typesetting.text import Piece

_BLANK = "____________________"


def print_shipping(
    case: CaseSnapshot,
    items: Sequence[OutsideItem],
    *,
    made: date,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF: a page for each place that things are sent to, with lines to sign.

    Things without a place have a page with an empty line for it.
    """
    say = phrases(language)
    title = say("Shipping list")

    def draw(book: Book) -> None:
        for number, together in enumerate(by_place(items)):
            _draw(book, case, together, number, title)

    return printed(Print(title, case.patient, made, paper, language), draw)


def by_place(items: Sequence[OutsideItem]) -> list[tuple[OutsideItem, ...]]:
    """Put together what goes to the same place, however its name is written."""
    places: dict[str, list[OutsideItem]] = {}
    for item in items:
        places.setdefault(" ".join(item.sent_to.split()).casefold(), []).append(item)
    return [tuple(together) for together in places.values()]


def _draw(
    book: Book, case: CaseSnapshot, items: Sequence[OutsideItem], number: int, title: str
) -> None:
    _, patient = book.say, case.patient
    book.part(title, f"shipping-{number}", bars=False)
    book.heading(title, 1)
    book.space(4)
    born = patient.born.shown() if patient.born.known else _BLANK
    for name, words in (
        (_("Patient"), patient.name.strip() or _BLANK),
        (_("Born"), born),
        (_("Phone"), patient.phone.strip() or _BLANK),
        (_("To"), " ".join(items[0].sent_to.split()) or _BLANK),
    ):
        book.paragraph([strong(name, BODY), f": {words}"], BODY)
    book.space(10)
    book.heading(_("What is sent"), 2, with_next=WITH_TABLE)
    book.space(4)
    columns = [
        Column(_("What"), 160),
        Column(_("How many"), 70),
        Column(_("Number"), 100),
        Column(_("Sent with"), 100),
        Column(_("Must be back by"), 80),
    ]
    table(book, columns, [_row(one, _) for one in items])
    book.space(10)
    book.paragraph(
        _("Compare each thing with this list before you sign. Keep the report with slides."), SMALL
    )
    for words in (_("Handed over by"), _("Received by"), _("Returned to")):
        book.room(60)
        book.space(30)
        name, day = _("Name and signature"), _("Date")
        book.paragraph(f"{words}: {name} {_BLANK}{_BLANK}  {day} {_BLANK[:12]}", BODY)


def _row(one: OutsideItem, say: Phrases) -> Row:
    _ = say
    made = [one.studied.shown() if one.studied.known else "", one.facility.strip()]
    lines = (one.shows.strip(), ", ".join(part for part in made if part))
    what = [strong(one.what, CELL), *(Piece(f"\n{line}", CELL) for line in lines if line)]
    return Row(
        (
            what,
            one.count.strip() or _("Not given"),
            one.accession.strip() or _("Not given"),
            travel_words(one, say) or _BLANK[:12],
            one.return_by.shown() if one.return_by.known else _("Not given"),
        )
    )
