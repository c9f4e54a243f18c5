"""The last pages: how to read this file, who made it, and proof that nothing is lost."""

from app.dossier.drawing import Book
from app.dossier.groups import page_range
from app.dossier.page_checks import pages_made_pictures
from app.dossier.pages.changes import draw_changes_here
from app.dossier.pages.index import records_and_pages
from app.dossier.pages.outside import outside_words
from app.dossier.pages.wording import not_checked, prepared_by
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.styles import BLUE, BODY, CELL, FINE
from app.dossier.table import Column, Row, number_column, table
from app.dossier.whereabouts import Voices
from app.model.partial_date import day
from app.typesetting.text import Goal, Piece, Words


def draw_about(book: Book, voices: Voices) -> None:
    """Draw what the marks mean, and the list of every original with its SHA-256."""
    _, plan = book.say, voices.plan
    book.part(_("About this dossier"), "about", bars=False)
    book.heading(_("About this dossier"), 1)
    book.space(6)
    _section(
        book,
        _("Where each fact comes from"),
        _(
            "A solid bar marks what was taken from a record. The link after it opens the page. "
            "“p.” is always the page of this dossier."
        ),
        _(
            "A dotted bar marks what the patient or family says. "
            "It was not checked against a record."
        ),
        _("Dates are as exact as somebody knew them, and not more."),
    )
    _section(
        book,
        _("The record pages"),
        _(
            "Each record page is a full copy. It may be a little smaller, so that the page number "
            "fits below it. Nothing is printed on top of it."
        ),
        *_pictures(book, plan),
    )
    draw_changes_here(book, voices)
    preparer = plan.case.preparer
    people = [prepared_by(preparer, _)]
    if preparer.phone.strip():
        people[0] += " " + _("Phone: {phone}.").format(phone=preparer.phone.strip())
    if preparer.consent.strip():
        people.append(_("Consent: {words}").format(words=preparer.consent.strip()))
    made = _("Made on {date} with {application}.")
    people.append(made.format(date=day(plan.made).shown(), application=plan.application))
    _section(book, _("Who made this file"), *people, not_checked(_))
    _proof(book, voices)


def _section(book: Book, head: str, *paragraphs: str) -> None:
    book.heading(head, 2)
    book.space(2)
    for words in paragraphs:
        book.paragraph(words, BODY, width=min(book.measure, 460))
        book.space(3)
    book.space(5)


def _pictures(book: Book, plan: DossierPlan) -> list[str]:
    """Name the pages of which only a picture could be kept, so that nobody takes them for copies.

    A page that another reason made a picture is named as well in the index.
    """
    _ = book.say
    found = [(one.number, pages_made_pictures(one)) for one in plan.records]
    if not any(pages for _number, pages in found):
        return []
    one, more = _("Doc {number}: page {pages}"), _("Doc {number}: pages {pages}")
    named = [
        (one if len(pages) == 1 else more).format(number=number, pages=page_range(pages))
        for number, pages in found
        if pages
    ]
    words = _("These could not be copied safely, so a picture stands for each: {pages}.")
    return [words.format(pages="; ".join(named))]


def _proof(book: Book, voices: Voices) -> None:
    _, plan = book.say, voices.plan
    book.heading(_("Nothing lost"), 2, with_next=120)
    book.space(2)
    words, files = _("This PDF has {total} pages. In it: {records}."), 1
    if voices.where.volume:
        words = _("This dossier has {total} pages in {files} files. In them: {records}.")
        files = voices.where.volume.count
    total, records = voices.where.of_total(), records_and_pages(voices)
    book.paragraph(words.format(total=total, files=files, records=records))
    book.paragraph(outside_words(voices))
    book.space(3)
    if not plan.records:
        return
    book.paragraph(
        _(
            "The SHA-256 is a fingerprint of the original file. "
            "Two files with the same one are the same."
        ),
        width=min(book.measure, 460),
    )
    book.space(6)
    digits = voices.where.digits
    columns = [
        number_column(book, _("Doc"), 32, len(str(len(plan.records)))),
        number_column(book, _("Dossier pages"), 88, 2 * digits + 1),  # such as “12345–12350”
        Column(_("SHA-256 of the original"), 376),
    ]
    table(book, columns, [_row(book, voices, planned) for planned in plan.records])


def _row(book: Book, voices: Voices, planned: PlannedRecord) -> Row:
    _, document = book.say, planned.record.document
    place = voices.where.places.get(planned.record.id)
    pages = "0"
    if place:
        last = place.first_page + place.pages - 1
        pages = f"{place.first_page}–{last}" if place.pages > 1 else str(last)
    proof: Words = (
        Piece(document.sha256, FINE) if document else Piece(_("Typed in; there is no file"), FINE)
    )
    link = Piece(str(planned.number), CELL.in_ink(BLUE), Goal(record=planned.record.id))
    return Row((link, pages, proof))
