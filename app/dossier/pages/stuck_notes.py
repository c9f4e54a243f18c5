"""The words of notes that were stuck on pages of the records: a page shows only their marks."""

from app.dossier.drawing import Book
from app.dossier.inner import notes_of
from app.dossier.plan import PlannedRecord
from app.dossier.styles import BLUE, BODY, CELL
from app.dossier.table import Column, Row, number_column, table
from app.dossier.whereabouts import Voices
from app.typesetting.text import Goal, Piece


def draw_stuck_notes(book: Book, voices: Voices) -> None:
    """Draw the list of notes, each with its page, who wrote it, and its words; none, no page."""
    _ = book.say
    noted = [planned for planned in voices.plan.records if _has_notes(planned)]
    if not noted:
        return
    book.part(_("Notes stuck on the records"), "stuck", bars=False)
    book.heading(_("Notes stuck on the records"), 1)
    book.space(6)
    words = _(
        "Somebody stuck these notes on pages of the records. On the page you see only the mark of "
        "a note. Here are its words, as they stood in the file. Nobody checked them."
    )
    book.paragraph(words, BODY, width=min(book.measure, 460))
    book.space(10)
    columns = [
        number_column(book, _("Dossier page"), 74, voices.where.digits + 3),  # with “p. ”
        Column(_("Written by"), 104),
        Column(_("Words"), 320),
    ]
    table(book, columns, [row for planned in noted for row in _rows(planned, voices)])


def _has_notes(planned: PlannedRecord) -> bool:
    return bool(notes_of(planned)) or planned.inside.more_notes > 0


def _rows(planned: PlannedRecord, voices: Voices) -> list[Row]:
    _ = voices.say
    rows = [Row((f"{_('Doc')} {planned.number} · {planned.record.title}",))]
    for page, note in notes_of(planned):
        goal = Goal(record=planned.record.id, page=page)
        link = voices.page_link(_("p. {page}"), goal, CELL.in_ink(BLUE))
        rows.append(Row((link, note.author or _("Not given"), note.words)))
    if more := planned.inside.more_notes:
        left = _("{count} more notes are not listed. They are in the original file.")
        rows.append(Row((Piece(""), Piece(""), left.format(count=more))))
    return rows
