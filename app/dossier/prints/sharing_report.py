"""The sharing report: who holds which copy, as a small PDF and as a table."""

from collections.abc import Sequence
from datetime import date

from app.dossier.drawing import Book
from app.dossier.pack.cells import csv_bytes
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, SMALL
from app.dossier.table import Column, Row, table
from app.model.journey.sharing import Shared, by_holder, copy_words, route_name
from app.model.partial_date import PartialDate, day
from app.model.person import Patient
from app.phrases import Phrases, _, phrases


def sharing_report(
    shared: Sequence[Shared],
    patient: Patient,
    *,
    made: date,
    since: date | None = None,
    until: date | None = None,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF of what was sent, by the one who holds it; nothing sent is said outright.

    `since` and `until` are only named: the lines were chosen before.
    """
    title = phrases(language)("Who holds which copy")

    def draw(book: Book) -> None:
        book.part(title, "sharing", bars=False)
        book.heading(title, 1)
        book.space(4)
        book.paragraph(_period(since, until, book.say), BODY)
        book.space(4)
        words = book.say("Only what was written down is here. Nobody else was asked.")
        book.paragraph(words, SMALL)
        book.space(8)
        if not shared:
            book.paragraph(book.say("No copy was sent in this time, as far as is noted."), BODY)
            return
        _table(book, shared)

    return printed(Print(title, patient, made, paper, language), draw)


def sharing_table(shared: Sequence[Shared]) -> bytes:
    """Give the same as a CSV table, a line for each copy, with the sha256 of its first file."""
    head = (
        _("Who"),
        _("Sent on"),
        _("How"),
        _("Which copy"),
        _("File"),
        _("SHA-256"),
        _("Received on"),
        _("Received by"),
        _("Tracking number"),
        _("Reply expected"),
        _("Note"),
    )
    return csv_bytes(head, [_cells(one) for one in shared])


def _cells(one: Shared) -> tuple[str, ...]:
    sent, files = one.sending, one.build.files if one.build else ()
    return (
        sent.recipient,
        sent.sent_on.stored(),
        route_name(sent.route),
        copy_words(one),
        files[0].name if files else "",
        files[0].sha256 if files else "",
        sent.received_on.stored(),
        sent.received_by,
        sent.tracking,
        sent.reply_due.stored(),
        sent.note,
    )


def _table(book: Book, shared: Sequence[Shared]) -> None:
    _ = book.say
    columns = [
        Column(_("Sent"), 80),
        Column(_("Which copy"), 190),
        Column(_("How"), 90),
        Column(_("Received"), 136),
    ]
    rows = []
    for name, lines in by_holder(shared).items():
        rows.append(Row((name,)))
        rows += [_row(one, _) for one in lines]
    table(book, columns, rows)


def _row(one: Shared, say: Phrases) -> Row:
    sent = one.sending
    how = " · ".join(part for part in (route_name(sent.route, say), sent.tracking.strip()) if part)
    got = [_shown(sent.received_on), sent.received_by.strip()]
    received = ", ".join(part for part in got if part) or say("not noted")
    copy = copy_words(one, say)
    if note := sent.note.strip():
        copy = f"{copy}\n{note}"
    return Row((_shown(sent.sent_on) or say("no date"), copy, how, received))


def _shown(when: PartialDate) -> str:
    return when.shown() if when.known else ""


def _period(since: date | None, until: date | None, say: Phrases) -> str:
    _ = say
    if since and until:
        words = _("From {first} to {last}.")
        return words.format(first=day(since).shown(), last=day(until).shown())
    if since:
        return _("Since {first}.").format(first=day(since).shown())
    if until:
        return _("Until {last}.").format(last=day(until).shown())
    return _("All that was noted.")
