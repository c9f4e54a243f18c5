"""Who said what: the opinions side by side, each statement with the page that it stands on."""

from app.content.load import load_content
from app.dossier.drawing import Book
from app.dossier.said_grid import SaidBy, draw_said
from app.dossier.styles import BLUE, CELL, CITATION, SAID
from app.dossier.whereabouts import Voices
from app.model.journey.grid import may_be_compared
from app.model.journey.opinion import Opinion
from app.model.recipient_profile import FirstOpinion
from app.model.voice import Cited
from app.typesetting.text import Goal, Piece, Words


def has_who_said_what(voices: Voices) -> bool:
    """Whether there are two opinions to lay side by side, in a version that may tell them."""
    plan = voices.plan
    told = plan.version.first_opinion is FirstOpinion.INCLUDE
    return told and may_be_compared(plan.case.journey)


def comes_early(voices: Voices) -> bool:
    """Whether a reason of the patient puts the page right behind the summary."""
    content, plan = load_content(), voices.plan
    chosen = content.chosen([one.code for one in plan.case.reasons])
    return any(reason.dossier.who_said_what_after_summary for reason in chosen)


def draw_who_said_what(book: Book, voices: Voices) -> None:
    """Draw the opinions side by side; nothing where there are not two to tell of."""
    if not has_who_said_what(voices):
        return
    _, plan = book.say, voices.plan
    book.part(_("Who said what"), "who-said-what", bars=False)
    book.heading(_("Who said what"), 1)
    book.space(2)

    def source(opinion: Opinion, page: int | None) -> list[Piece]:
        return opinion_source(voices, opinion, page)

    said = SaidBy(plan.case.journey, plan.case.questions, source, _named(voices), plan.language)
    draw_said(book, said)


def opinion_source(voices: Voices, opinion: Opinion, page: int | None) -> list[Piece]:
    """Cite a page of the report; without one its first page, where it is in this PDF."""
    _ = voices.say
    if opinion.record is None:
        return [Piece(_("(as the patient noted it)"), SAID)]
    planned = voices.records.get(opinion.record)
    if planned is None:
        return [Piece(_("(report not in this PDF)"), SAID.in_ink(CITATION.ink))]
    if page is not None:
        return voices.pieces(Cited(opinion.record, page))
    goal = Goal(record=opinion.record)
    form = _("[Doc {number}, from p. {{page}}]").format(number=planned.number)
    return [voices.page_link(form, goal)]


def _named(voices: Voices) -> dict[int, Words]:
    """Name the records of this PDF only: the title of another one may tell too much."""
    _, link = voices.say, CELL.in_ink(BLUE)
    return {
        one.record.id: [
            Piece(
                one.record.title.strip() or _("Without a title"), link, Goal(record=one.record.id)
            )
        ]
        for one in voices.plan.records
    }
