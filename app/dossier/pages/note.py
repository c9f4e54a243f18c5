"""A typed note of the patient or family, as a record of its own."""

from datetime import date

from app.dossier.drawing import Book
from app.dossier.dress import Names
from app.dossier.frames import RecordFrame
from app.dossier.groups import shown_date
from app.dossier.layout import RecordPlace
from app.dossier.plan import Paper, PlannedRecord
from app.dossier.sheet import Bar, Sheet
from app.dossier.styles import BODY, SMALL
from app.dossier.whereabouts import Whereabouts
from app.model.person import Patient
from app.model.record import Record
from app.phrases import phrases
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document


def note_sheets(
    planned: PlannedRecord, paper: Paper, names: Names, fonts: Fonts, where: Whereabouts
) -> list[Sheet]:
    """Draw a note, each sheet with the header and footer of a record's page."""
    place = where.places.get(planned.record.id, RecordPlace(planned.record.id, 1, 1))
    dress = RecordFrame(planned, place, where, names).dress()
    book = Book(paper, fonts, names.say, lambda _title: dress, place.first_page)
    _draw(book, planned.record)
    return book.finish()


def note_length(record: Record, paper: Paper) -> int:
    """Give the number of pages that a note takes."""
    names = Names(Patient(), date.min, "en", phrases("en"))
    fonts = Fonts(new_document("", "en", reproducible=True))
    return len(note_sheets(PlannedRecord(1, record), paper, names, fonts, Whereabouts(digits=3)))


def _draw(book: Book, record: Record) -> None:
    _ = book.say
    book.part("", f"record-{record.id}")
    book.heading(record.title or _("A note without a title"), 1)
    book.space(2)
    facts = [shown_date(record.dates.service, _)]
    if record.source.strip():
        facts.append(_("written by {name}").format(name=record.source))
    book.paragraph(" · ".join(facts), SMALL)
    book.space(10)
    if not record.body.strip():
        book.paragraph(_("This note is empty."))
        return
    book.paragraph(record.body.strip("\n"), BODY, bar=Bar.SAID)
