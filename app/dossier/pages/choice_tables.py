"""The two tables of the options: good, bad and unknown of all, then the rest option by option."""

from collections.abc import Callable, Sequence

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.pages.wording import strong
from app.dossier.sheet import Bar
from app.dossier.styles import CELL, LABEL, SAID, SMALL
from app.dossier.table import Column, Row, table
from app.model.journey.choice import Aspect, ChoiceCell
from app.model.journey.options import (
    MAIN,
    Option,
    aspect_title,
    out_of_100,
    raised_words,
)
from app.model.voice import Cited
from app.phrases import Phrases
from app.typesetting.text import Piece

Source = Callable[[ChoiceCell], list[Piece]]
"""Gives the words for where a statement is from."""

_NUMBER = 16.0
"""The points that a number has in front of what matters."""

_OTHERS = tuple(aspect for aspect in Aspect if aspect not in MAIN)


def draw_option_tables(book: Book, options: Sequence[Option], source: Source) -> None:
    """Draw the options in their order; what nobody said anything about is said outright."""
    _ = book.say
    book.heading(_("Good, bad and unknown"), 2, with_next=WITH_TABLE)
    book.space(4)
    columns = [Column(_("Option"), 118)]
    columns += [Column(aspect_title(aspect, _), 126) for aspect in MAIN]
    table(book, columns, [_side_by_side(one, book.say, source, n) for n, one in _numbered(options)])
    more = [(n, one) for n, one in _numbered(options) if any(map(one.about, _OTHERS))]
    if not more:
        return
    book.space(16)
    book.heading(_("More about each option"), 2, with_next=WITH_TABLE)
    book.space(4)
    rows = [row for n, one in more for row in _one_by_one(one, book.say, source, n)]
    shares = ((_("About"), 104), (_("What was said"), 272), (_("Source"), 120))
    table(book, [Column(title, share) for title, share in shares], rows)


def draw_matters(book: Book, matters: Sequence[str]) -> None:
    """Draw what matters to the person, in order, where there is anything."""
    _ = book.say
    if not matters:
        return
    book.heading(_("What matters to me, in order"), 2)
    book.space(2)
    with book.under(book.here.add("L")) as items:
        for number, words in enumerate(matters, 1):
            with book.under(items.add("LI")):
                label = book.wrap(f"{number}.", CELL, _NUMBER)
                book.room(label[0].height)
                book.lines_at(book.left, book.y, label, "Lbl")
                book.paragraph(words, CELL, x=book.left + _NUMBER, bar=Bar.SAID, kind="LBody")
    book.space(12)


def introduction(say: Phrases) -> str:
    """Say whose words these are, and that nobody weighed them."""
    return say(
        "These are the options as the patient was told of them, in the patient’s order. "
        "The program added nothing and weighed nothing."
    )


def _numbered(options: Sequence[Option]) -> list[tuple[int, Option]]:
    return list(enumerate(options, 1))


def _side_by_side(option: Option, say: Phrases, source: Source, number: int) -> Row:
    name: list[str | Piece] = [strong(f"{number}. {option.choice.name.strip()}", CELL)]
    if raised := raised_words(option.choice, say):
        name += ["\n", Piece(raised, SMALL)]
    return Row((name, *(_said(option.about(aspect), say, source) for aspect in MAIN)))


def _said(cells: Sequence[ChoiceCell], say: Phrases, source: Source) -> list[str | Piece]:
    if not cells:
        return [Piece(say("Nothing written"), SMALL)]
    words: list[str | Piece] = []
    for cell in cells:
        words += ["\n"] if words else []
        words += [*_statement(cell, say), "\n", *source(cell)]
    return words


def _one_by_one(option: Option, say: Phrases, source: Source, number: int) -> list[Row]:
    rows = [Row((f"{number}. {option.choice.name.strip()}",))]
    for aspect in _OTHERS:
        for cell in option.about(aspect):
            cited = isinstance(cell.voice, Cited) and not cell.own_reading
            title = Piece(aspect_title(aspect, say), LABEL)
            bar = Bar.RECORD if cited else Bar.SAID
            rows.append(Row((title, _statement(cell, say), source(cell)), bar))
    return rows


def _statement(cell: ChoiceCell, say: Phrases) -> list[str | Piece]:
    number, text = out_of_100(cell, say), cell.text.strip()
    return [strong(number, CELL), f": {text}"] if number else [text]


def own_reading(say: Phrases) -> list[Piece]:
    """Say that nobody else stands behind a statement."""
    return [Piece(say("My own reading"), SAID)]
