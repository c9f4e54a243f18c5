"""Options and risks as told to the patient: each statement with where it is from."""

from app.dossier.choices_told import has_choices
from app.dossier.drawing import Book
from app.dossier.pages.choice_tables import (
    draw_matters,
    draw_option_tables,
    introduction,
    own_reading,
)
from app.dossier.pages.wording import date_words, strong
from app.dossier.styles import BODY, SMALL
from app.dossier.whereabouts import Voices
from app.model.journey.choice import ChoiceCell
from app.model.journey.options import matters_in_order, options_of
from app.model.recipient_profile import FirstOpinion
from app.model.story import Subject
from app.typesetting.style import INK
from app.typesetting.text import Piece


def draw_choices(book: Book, voices: Voices) -> None:
    """Draw the page of the options, where there is anything to show."""
    if not has_choices(voices.plan):
        return
    _, case = book.say, voices.plan.case
    book.part(_("Options and risks"), "choices")
    book.heading(_("Options and risks as told to me"), 1)
    book.space(2)
    book.paragraph(introduction(_), SMALL)
    if voices.plan.version.first_opinion is not FirstOpinion.INCLUDE:
        words = _("At the patient’s wish, what the first doctor said or wrote is left out here.")
        book.paragraph(words, SMALL.in_ink(INK))
    book.space(8)
    if by := date_words(case, Subject.DECIDE_BY):
        book.paragraph([strong(_("Decision needed by"), BODY), f" {by}"], BODY)
        book.space(8)
    told = case.statement(Subject.MATTERS)
    draw_matters(book, matters_in_order(told.text) if told else ())

    def source(cell: ChoiceCell) -> list[Piece]:
        return own_reading(_) if cell.own_reading else voices.pieces(cell.voice)

    draw_option_tables(book, options_of(case.journey), source)
