"""The receipt of a removed case: what was there, who holds copies, what may remain."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from app.dossier.drawing import Book
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY
from app.model.journey.sharing import Shared, by_holder
from app.model.partial_date import day
from app.model.story import CaseSnapshot
from app.phrases import Phrases, _, phrases


def removal_words(say: Phrases = _) -> str:
    """Say what removing does, and what it cannot do."""
    return say(
        "Removed from this computer’s file. Copies that you sent, backups and what the disk "
        "itself keeps may remain."
    )


def removal_receipt(
    case: CaseSnapshot,
    files: Sequence[Path],
    shared: Sequence[Shared],
    *,
    made: datetime,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF: the case, the files that go, and who holds copies as far as is noted."""
    title = phrases(language)("Receipt: a case was removed")

    def draw(book: Book) -> None:
        _ = book.say
        book.part(title, "receipt", bars=False)
        book.heading(title, 1)
        book.space(6)
        when = _("{date}, {time}").format(
            date=day(made.date()).shown(), time=made.strftime("%H:%M")
        )
        book.paragraph(when, BODY)
        book.space(6)
        held = _("Records in the case: {n}. Questions: {m}.")
        book.paragraph(held.format(n=len(case.records), m=len(case.questions)), BODY)
        book.space(8)
        book.paragraph(removal_words(_), BODY)
        book.space(10)
        _list(book, _("Files that were removed"), [one.name for one in files])
        holders = [name or _("Without a name") for name in by_holder(shared)]
        _list(book, _("Who still holds a copy, as far as is noted"), holders or [_("Nobody")])

    return printed(Print(title, case.patient, made.date(), paper, language), draw)


def _list(book: Book, head: str, lines: Sequence[str]) -> None:
    book.heading(head, 2)
    book.space(2)
    with book.under(book.here.add("L")) as items:
        for line in lines:
            with book.under(items.add("LI")):
                book.paragraph(f"– {line}", BODY, kind="LBody")
    book.space(10)
