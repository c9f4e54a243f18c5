"""The decision as a small PDF: what was thought about, what was chosen, and why."""

from datetime import date

from app.dossier.drawing import Book
from app.dossier.pages.choice_tables import draw_matters
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, LABEL, SMALL
from app.errors import DossierBlocked
from app.model.journey.deciding import chosen_words, considered, newest_first
from app.model.journey.decision import Decision
from app.model.journey.options import matters_in_order
from app.model.story import CaseSnapshot, Subject
from app.phrases import Phrases, _, phrases


def decision_print(
    case: CaseSnapshot, *, made: date, paper: Paper = Paper.A4, language: str = "en"
) -> bytes:
    """Give the PDF of the decision that counts, and of the earlier ones below it.

    Raises DossierBlocked while none is written down.
    """
    if not case.journey.decisions:
        raise DossierBlocked(_("No decision is written down yet. Write it down first."))
    title = phrases(language)("My decision")

    def draw(book: Book) -> None:
        book.part(title, "decision", bars=False)
        book.heading(title, 1)
        book.space(6)
        now, *earlier = newest_first(case.journey.decisions)
        draw_decision(book, case, now)
        told = case.statement(Subject.MATTERS)
        if told:
            book.space(4)
            draw_matters(book, matters_in_order(told.text))
        if earlier:
            book.heading(book.say("Earlier decisions"), 2)
            for one in earlier:
                book.space(6)
                draw_decision(book, case, one)

    return printed(Print(title, case.patient, made, paper, language), draw)


def draw_decision(book: Book, case: CaseSnapshot, decision: Decision) -> None:
    """Draw one decision; what is not written down is left out."""
    for name, words in decision_lines(case, decision, book.say):
        book.room(3 * BODY.leading)
        book.paragraph(name, LABEL)
        for line in words.splitlines():
            book.paragraph(line, BODY)
        book.space(6)
    book.paragraph(
        book.say("These are the patient’s own words. Nobody else has checked them."), SMALL
    )


def decision_lines(
    case: CaseSnapshot, decision: Decision, say: Phrases = _
) -> tuple[tuple[str, str], ...]:
    """Give what is written down of a decision, each part with its name."""
    _ = say
    day, review = decision.dated, decision.review
    told = (
        (_("What I decided"), chosen_words(decision, case.journey.choices, say)),
        (_("When"), day.shown() if day.known else ""),
        (_("What I thought about"), "\n".join(considered(decision.considered))),
        (_("What tipped it"), decision.tipped),
        (_("Who was asked"), decision.asked),
        (_("When I look at it again"), review.shown() if review.known else ""),
        (_("What would change my mind"), decision.change_my_mind),
        (_("Note"), decision.note),
    )
    return tuple((name, words.strip()) for name, words in told if words.strip())
