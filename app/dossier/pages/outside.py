"""What is not in this PDF: things that are no files, records and pages that stay behind."""

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.groups import page_range, shown_date
from app.dossier.pages.missing import draw_missing, draw_things, missing_records
from app.dossier.plan import PlannedRecord
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.typesetting.text import Goal, Piece


def left_pages(planned: PlannedRecord) -> tuple[int, ...]:
    """Give the pages of a record's document that stay behind, from 0."""
    document = planned.record.document
    count = len(document.pages) if document else 0
    going = frozenset(planned.pages)
    return tuple(page for page in range(count) if page not in going)


def how_many_outside(voices: Voices) -> int:
    """Count the lines of this part."""
    plan = voices.plan
    things = len(plan.case.outside) + len(plan.parts_left_out) + len(missing_records(voices))
    return things + len(plan.left_out) + len(_parts(voices))


def outside_words(voices: Voices) -> list[str | Piece]:
    """Say how many things are not in the PDF, and on which page they are listed."""
    _, count = voices.say, how_many_outside(voices)
    form = {
        0: _("Nothing was listed as missing from this PDF, see"),
        1: _("1 thing is not in this PDF, see"),
    }.get(count, _("{count} things are not in this PDF, see"))
    return [form.format(count=count), " ", voices.page_link(_("p. {page}"), Goal(anchor="outside"))]


def draw_outside(book: Book, voices: Voices) -> None:
    """Draw what exists, or may exist, but is not in this PDF."""
    _, plan = book.say, voices.plan
    book.part(_("Not in this PDF"), "outside", bars=False)
    book.heading(_("What is not in this PDF"), 1)
    book.space(6)
    if not how_many_outside(voices):
        book.paragraph(_("Nothing was listed here. More records may still exist elsewhere."))
        return
    book.paragraph(_("These things exist, or may exist, but are not in this file."))
    book.space(10)
    if plan.case.outside:
        draw_things(book, voices)
    if missing_records(voices):
        draw_missing(book, voices)
    if plan.left_out:
        _records(book, voices)
    if _parts(voices):
        _pages(book, voices)
    if plan.parts_left_out:
        _own_parts(book, voices)


def _own_parts(book: Book, voices: Voices) -> None:
    """Name the parts of our own that stay behind, so that nobody takes the rest for all."""
    _ = book.say
    book.heading(_("Parts that the patient left out"), 2)
    book.space(4)
    book.paragraph(_("The patient wants you to judge afresh. These can be asked for."))
    book.space(4)
    for words in voices.plan.parts_left_out:
        book.paragraph(f"– {words}")
    book.space(8)


def _parts(voices: Voices) -> list[PlannedRecord]:
    return [planned for planned in voices.plan.records if left_pages(planned)]


def _records(book: Book, voices: Voices) -> None:
    _ = book.say
    told = [one for one in voices.plan.left_out if one.named and voices.plan.version.left_out_list]
    untold = len(voices.plan.left_out) - len(told)
    heading = _("Records left out")
    rows = [
        Row(
            (
                one.record.title.strip() or _("Without a title"),
                shown_date(one.record.dates.service, _),
                one.record.source.strip() or _("Not given"),
                one.why.strip() or _("No reason given"),
            )
        )
        for one in told
    ]
    columns = [
        Column(_("Record"), 150),
        Column(_("Date"), 84),
        Column(_("From"), 110),
        Column(_("Why"), 150),
    ]
    if told:
        table(book, columns, rows, heading=heading)
    else:
        book.heading(heading, 2)
    book.space(8 if told else 4)
    if untold:
        _untold(book, untold)
    book.space(8)


def _untold(book: Book, count: int) -> None:
    """Say how many records stay behind, but not which: their titles may tell too much."""
    _ = book.say
    one = _("The patient left out 1 record and does not name it here.")
    more = _("The patient left out {count} records and does not name them here.")
    book.paragraph(one if count == 1 else more.format(count=count))
    book.space(8)


def _pages(book: Book, voices: Voices) -> None:
    _ = book.say
    book.heading(_("Pages left out"), 2, with_next=WITH_TABLE)
    book.space(4)
    rows = []
    for planned in _parts(voices):
        left = left_pages(planned)
        count = len(left) + len(set(planned.pages))
        words = _("{pages} of {count}").format(pages=page_range(left), count=count)
        rows.append(Row((str(planned.number), planned.record.title, words)))
    table(
        book,
        [Column(_("Doc"), 34), Column(_("Record"), 260), Column(_("Pages not in this PDF"), 196)],
        rows,
    )
