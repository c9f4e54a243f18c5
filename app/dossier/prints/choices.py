"""The options and risks as a small PDF: to take along, or to think over at home."""

from datetime import date

from app.dossier.drawing import Book
from app.dossier.pages.choice_tables import (
    draw_matters,
    draw_option_tables,
    introduction,
    own_reading,
)
from app.dossier.pages.wording import date_words, strong
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed, source_words
from app.dossier.styles import BODY, SAID, SMALL
from app.model.journey.choice import ChoiceCell
from app.model.journey.options import matters_in_order, options_of
from app.model.story import CaseSnapshot, Subject
from app.phrases import phrases
from app.typesetting.text import Piece


def print_choices(
    case: CaseSnapshot, *, made: date, paper: Paper = Paper.A4, language: str = "en"
) -> bytes:
    """Give the PDF of all options of a case, also of those without a word about them."""
    title = phrases(language)("Options and risks")
    records = {one.id: one for one in case.records}

    def source(cell: ChoiceCell) -> list[Piece]:
        if cell.own_reading:
            return own_reading(phrases(language))
        return [Piece(source_words(cell.voice, records, language), SAID)]

    def draw(book: Book) -> None:
        _ = book.say
        book.part(title, "choices")
        book.heading(_("Options and risks as told to me"), 1)
        book.space(2)
        book.paragraph(introduction(_), SMALL)
        book.space(8)
        if by := date_words(case, Subject.DECIDE_BY):
            book.paragraph([strong(_("Decision needed by"), BODY), f" {by}"], BODY)
            book.space(8)
        told = case.statement(Subject.MATTERS)
        draw_matters(book, matters_in_order(told.text) if told else ())
        options = options_of(case.journey)
        if options:
            draw_option_tables(book, options, source)
        else:
            book.paragraph(_("No option is written down yet."), BODY)

    return printed(Print(title, case.patient, made, paper, language), draw)
