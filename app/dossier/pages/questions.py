"""The questions, in the person's order, each with room for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.dossier.drawing import TOP, Book
from app.dossier.sheet import Bar
from app.dossier.styles import BIG, HAIR, LEAD, SMALL
from app.dossier.tags import Tag
from app.phrases import Phrases
from app.typesetting.text import Line

_PITCH, _MOST_PITCH = 20.0, 26.0
_GAP, _INDENT = 15.0, 40.0
_ABOVE_ANSWER = 3.0
_MOST_LINES, _FEWEST_LINES = 6, 2
_KEPT_LINES, _KEPT_LETTERS = 8, 1500
"""How much of a long question stays with its number on one page; the rest flows on."""


@dataclass(frozen=True, slots=True)
class _Asked:
    number: int
    text: str
    top: bool
    lines: list[Line]

    def tall(self, answer_lines: int, pitch: float = _PITCH) -> float:
        """Give the points that must stay on one page: the question's start and its answer."""
        words = sum(line.height for line in self.lines[:_KEPT_LINES])
        return words + _ABOVE_ANSWER + answer_lines * pitch


def draw_questions(book: Book, questions: list[tuple[str, bool]]) -> None:
    """Draw each question's text as Q1, Q2 …; those marked true are the most important ones."""
    _ = book.say
    book.part(_("Questions"), "questions")
    book.heading(_("Questions"), 1)
    if not questions:
        book.space(6)
        book.paragraph(_("No questions were written down."))
        return
    book.space(2)
    book.paragraph(_introduction([top for _text, top in questions], _), SMALL)
    book.space(10)
    wide = book.measure - _INDENT - 9
    asked = [
        _Asked(
            number, text, top, book.wrap(text[:_KEPT_LETTERS], LEAD.bold() if top else LEAD, wide)
        )
        for number, (text, top) in enumerate(questions, 1)
    ]
    free = book.floor - book.y
    answer_lines = _answer_lines(asked, free, book.floor - TOP)
    # one page that is not full has its lines further apart
    over = free - sum(one.tall(answer_lines) + _GAP for one in asked) + _GAP
    pitch = min(_MOST_PITCH, _PITCH + max(0.0, over / (answer_lines * len(asked))))
    with book.under(book.here.add("L")) as items:
        for one in asked:
            _question(book, one, answer_lines, pitch, items.add("LI"))


def _introduction(tops: Sequence[bool], say: Phrases) -> str:
    _ = say
    words = _("Answers can name the question by its number.")
    if all(tops) or not any(tops):
        return words
    names = ", ".join(f"Q{number}" for number, top in enumerate(tops, 1) if top)
    return words + " " + _("The most important ones are in bold: {names}.").format(names=names)


def _answer_lines(asked: Sequence[_Asked], first: float, later: float) -> int:
    """Give how many lines each answer has: the most that take no more pages than the fewest do.

    So eight short questions share one page, and a ninth does not stand alone
    on the next. `first` and `later` are the points free on the first page
    and on the others.
    """
    fewest = _pages(asked, _FEWEST_LINES, first, later)
    more = range(_MOST_LINES, _FEWEST_LINES, -1)
    return next(
        (lines for lines in more if _pages(asked, lines, first, later) == fewest), _FEWEST_LINES
    )


def _pages(asked: Sequence[_Asked], answer_lines: int, first: float, later: float) -> int:
    pages, free = 1, first
    for one in asked:
        tall = one.tall(answer_lines)
        if tall > free:
            pages, free = pages + 1, later
        free -= tall + _GAP
    return pages


def _question(book: Book, one: _Asked, answer_lines: int, pitch: float, item: Tag) -> None:
    _ = book.say
    book.room(one.tall(answer_lines, pitch) - 0.01)
    x = book.left + _INDENT
    with book.sheet.tagged(item.add("Lbl")):
        book.sheet.text(book.left, book.y + 13, f"Q{one.number}", BIG)
    with book.under(item.add("LBody")) as body:
        book.paragraph(one.text, LEAD.bold() if one.top else LEAD, x=x, bar=Bar.SAID)
    book.room(answer_lines * pitch + _ABOVE_ANSWER - 0.01)
    book.space(_ABOVE_ANSWER)
    with book.sheet.tagged(body.add("P")):
        book.sheet.text(x + 9, book.y + 16, _("Answer"), SMALL)
    for _line in range(answer_lines):
        book.space(pitch)
        book.sheet.line(x + 9, book.y, book.right, book.y, ink=HAIR, thick=0.7)
    book.space(_GAP)
