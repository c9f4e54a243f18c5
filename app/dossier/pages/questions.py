"""The questions, in the person's order, each with room for an answer."""

from app.dossier.drawing import Book
from app.dossier.sheet import Bar
from app.dossier.styles import BIG, CITATION, HAIR, LABEL, LEAD, SMALL
from app.typesetting.text import Piece

_ANSWER_LINES, _PITCH = 3, 20.0


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
    book.paragraph(_("Answers can name the question by its number."), SMALL)
    book.space(10)
    for number, (text, top) in enumerate(questions, 1):
        _question(book, number, text, top=top)


def _question(book: Book, number: int, text: str, *, top: bool) -> None:
    _ = book.say
    indent = 40.0
    lines = book.wrap(text, LEAD, book.measure - indent - 9)
    tall = sum(line.height for line in lines[:8]) + (14 if top else 0)
    book.room(tall + _ANSWER_LINES * _PITCH + 8)
    y = book.y
    book.sheet.text(book.left, y + 13, f"Q{number}", BIG)
    if top:
        label = Piece(_("One of the most important questions"), LABEL.in_ink(CITATION.ink))
        book.lines(book.left + indent + 9, book.wrap(label, LABEL))
    book.paragraph(text, LEAD, x=book.left + indent, bar=Bar.SAID)
    book.room(_ANSWER_LINES * _PITCH + 8)
    book.sheet.text(book.left + indent + 9, book.y + 16, _("Answer"), SMALL)
    for _line in range(_ANSWER_LINES):
        book.space(_PITCH)
        book.sheet.line(book.left + indent + 9, book.y, book.right, book.y, ink=HAIR, thick=0.7)
    book.space(16)
