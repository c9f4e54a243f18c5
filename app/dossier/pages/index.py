"""The index: one line for every record, under the kind it belongs to, with its page."""

from app.dossier.drawing import Book
from app.dossier.groups import lettered, page_range, shown_date
from app.dossier.page_checks import pages_made_pictures
from app.dossier.plan import PlannedRecord
from app.dossier.sheet import Bar
from app.dossier.styles import BLUE, CELL, SMALL
from app.dossier.table import Column, Row, number_column, table
from app.dossier.whereabouts import Voices
from app.model.record import Remark
from app.model.relation import Relation
from app.phrases import Phrases
from app.typesetting.script import flat
from app.typesetting.text import Goal, Piece, Words


def draw_index(book: Book, voices: Voices) -> None:
    """Draw the index of the records that go in."""
    _ = book.say
    notes = any(planned.record.is_note for planned in voices.plan.records)
    book.part(_("Index of records"), "index", bars=notes)
    book.heading(_("Index of records"), 1)
    book.space(2)
    if not voices.plan.records:
        book.paragraph(_("There are no records in this PDF."))
        return
    book.paragraph(
        _("Select a title or page number to go to it. Every record page has a link back here."),
        SMALL,
    )
    if volume := voices.where.volume:
        words = _("This file is volume {number} of {count}. “Vol” says in which file a record is.")
        if volume.all_at_once:
            words = _("This dossier goes into {count} files. “Vol” says in which a record is.")
        book.paragraph(words.format(number=volume.number, count=volume.count), SMALL)
    book.space(10)
    rows = []
    for section in voices.plan.sections:
        if section.records:
            rows.append(Row((lettered(section.kind, voices.plan.language),)))
        rows += [_row(book, voices, planned) for planned in section.records]
    table(book, _columns(book, voices), rows)


def _columns(book: Book, voices: Voices) -> list[Column]:
    _, records = book.say, voices.plan.records
    most = max(len(planned.pages) for planned in records)
    doc = number_column(book, _("Doc"), 25, len(str(len(records))), CELL.bold())
    pages = number_column(book, _("Pages"), 34, len(str(most)), right=True)
    starts = number_column(book, _("Starts"), 36, voices.where.digits, CELL.bold(), right=True)
    words = 498 - 79 - doc.share - pages.share - starts.share  # what the numbers leave
    volume = []
    if files := voices.where.volume:
        volume = [number_column(book, _("Vol"), 27, len(str(files.count)), right=True)]
        words -= volume[0].share
    return [
        doc,
        Column(_("Date"), 79),
        Column(_("Record"), words * 164 / 324),
        Column(_("From"), words * 160 / 324),
        pages,
        *volume,
        starts,
    ]


def _row(book: Book, voices: Voices, planned: PlannedRecord) -> Row:
    _, record = book.say, planned.record
    goal = Goal(record=record.id)
    link = CELL.in_ink(BLUE)
    title: list[str | Piece] = [Piece(record.title.strip() or _("Without a title"), link, goal)]
    title += _translates(voices, planned)
    title += [Piece(f"\n{note}", SMALL) for note in _notes(planned, _)]
    cells: tuple[Words, ...] = (
        Piece(str(planned.number), CELL.bold()),
        shown_date(record.dates.service, _),
        title,
        record.source.strip() or _("Not given"),
        pages_of(voices, planned),
        *([str(voices.where.volume.of[record.id])] if voices.where.volume else []),
        Piece(voices.where.number(goal), link.bold(), goal),
    )
    return Row(cells, Bar.SAID if record.is_note else None)


def _translates(voices: Voices, planned: PlannedRecord) -> list[str | Piece]:
    """Say that a record is a translation: of which one, where that is here, and what is noted."""
    _, words = voices.say, list[str | Piece]()
    for pair in voices.plan.case.related:
        if pair.relation is not Relation.TRANSLATES or pair.record != planned.record.id:
            continue
        original, note = voices.records.get(pair.other), flat(pair.note)
        if original is None:
            words.append(Piece("\n" + _("A translation"), SMALL))
        else:
            goal = Goal(record=pair.other)
            form = _("Translation of Doc {number}, p. {page}")
            told = form.format(number=original.number, page=voices.where.number(goal))
            words += ["\n", Piece(told, SMALL.in_ink(BLUE), goal)]
        words.append(Piece(f" ({note})" if note else "", SMALL))
    return words


def pages_of(voices: Voices, planned: PlannedRecord) -> str:
    """Give how many pages of a record are in the dossier, as digits."""
    if not planned.record.is_note:
        return str(len(planned.pages))
    place = voices.where.places.get(planned.record.id)
    return str(place.pages) if place else "0"


def records_and_pages(voices: Voices) -> str:
    """Say how many records are in the PDF and how many pages they have, such as “15 records, …”."""
    _, records = voices.say, voices.plan.records
    pages = sum(int(pages_of(voices, planned)) for planned in records)
    one = _("1 record") if len(records) == 1 else _("{count} records").format(count=len(records))
    last = _("1 page") if pages == 1 else _("{count} pages").format(count=pages)
    return f"{one}, {last}"


def _notes(planned: PlannedRecord, say: Phrases) -> list[str]:
    _, document = say, planned.record.document
    if document is None:
        return []
    notes = remark_words(planned, say)
    if planned.pages != tuple(range(len(document.pages))):
        form = _("Pages {pages} of {count} only.")
        notes.insert(0, form.format(pages=page_range(planned.pages), count=len(document.pages)))
    if planned.covered:
        pages = page_range(planned.covered)
        one = _("Part of page {pages} is covered by the patient.")
        more = _("Parts of pages {pages} are covered by the patient.")
        notes.append((one if len(planned.covered) == 1 else more).format(pages=pages))
    if planned.pictured:
        pages = page_range(planned.pictured)
        one, more = _("Page {pages} is a picture here."), _("Pages {pages} are pictures here.")
        notes.append((one if len(planned.pictured) == 1 else more).format(pages=pages))
    return notes


def remark_words(planned: PlannedRecord, say: Phrases) -> list[str]:
    """Say in words what a reader should know about the document behind a record."""
    _ = say
    words = {
        Remark.WAS_LOCKED: _("The file had a password. This is its unlocked form."),
        Remark.RECOVERED: _("The file was damaged. Some pages may be missing."),
        Remark.FILLED_FORM: _("A form, shown as it was filled in."),
        Remark.HIDDEN_LAYERS: _("Layers that its author switched off stay hidden."),
        Remark.SIGNED: _("The original has a digital signature. A copy cannot carry it."),
        Remark.HAD_ACTIONS: _("Links, scripts or attached files of the original were left behind."),
        Remark.AS_PICTURE: _pictures(pages_made_pictures(planned), say),
        Remark.MISSING_LETTERS: _("Some letters could not be printed. They show as “□”."),
        Remark.XFA_ONLY: _("The form itself cannot be shown here. Ask for a printed copy."),
    }
    document = planned.record.document
    found = document.remarks if document else frozenset()
    if document and any(page.made_picture for page in document.pages):
        found -= set() if pages_made_pictures(planned) else {Remark.AS_PICTURE}
    return [words[remark] for remark in Remark if remark in found]


def _pictures(pages: tuple[int, ...], say: Phrases) -> str:
    _ = say
    if not pages:  # a file from before it was known which
        return _("Some pages could only be kept as pictures.")
    one = _("Page {pages} could only be kept as a picture.")
    more = _("Pages {pages} could only be kept as pictures.")
    return (one if len(pages) == 1 else more).format(pages=page_range(pages))
