"""The comparison of opinions as a small PDF, to take along or to give to both doctors."""

from datetime import date

from app.dossier.drawing import Book
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.said_grid import SaidBy, draw_said
from app.dossier.styles import SAID, SMALL
from app.errors import DossierBlocked
from app.model.journey.grid import may_be_compared
from app.model.journey.opinion import Opinion
from app.model.story import CaseSnapshot
from app.phrases import _, phrases
from app.typesetting.text import Piece, Words


def comparison_print(
    case: CaseSnapshot, *, made: date, paper: Paper = Paper.A4, language: str = "en"
) -> bytes:
    """Give the PDF of the opinions of a case side by side.

    Raises DossierBlocked while fewer than two opinions say anything.
    """
    if not may_be_compared(case.journey):
        raise DossierBlocked(
            _("There are not two opinions to compare yet. Write down what two doctors said first.")
        )
    say = phrases(language)
    title = say("Who said what")
    titles = {one.id: one.title.strip() or say("Without a title") for one in case.records}

    def source(opinion: Opinion, page: int | None) -> list[Piece]:
        if opinion.record is None:
            return [Piece(say("(as the patient noted it)"), SAID)]
        words = say("({title}, page {page})") if page else say("({title})")
        name = titles.get(opinion.record) or say("a report that is not there any more")
        return [Piece(words.format(title=name, page=page), SMALL)]

    records: dict[int, Words] = dict(titles.items())
    said = SaidBy(case.journey, case.questions, source, records, language)

    def draw(book: Book) -> None:
        book.part(title, "who-said-what", bars=False)
        book.heading(title, 1)
        book.space(2)
        draw_said(book, said)

    return printed(Print(title, case.patient, made, paper, language), draw)
