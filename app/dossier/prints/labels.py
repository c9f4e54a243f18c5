"""Labels for discs, slides and other things that travel, one for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.dossier.drawing import LEFT, TOP, Book
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, CELL, HAIR, HEAD2, SMALL
from app.dossier.tagging import tagged
from app.model.outside_item import OutsideItem
from app.model.person import Patient
from app.model.story import CaseSnapshot
from app.phrases import Phrases, phrases
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.script import cleaned
from app.typesetting.style import Style

_MM = 72 / 25.4
_BLANK = "____________________"
_PAD = 9.0  # points between a label's edge and its words


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the labels of a sheet lie; all lengths in points, from the upper left corner."""

    left: float
    top: float
    width: float
    height: float
    columns: int
    rows: int
    gap: float

    def corner(self, place: int) -> tuple[float, float]:
        """Give the upper left corner of the label at `place`, row by row, from 0."""
        row, column = divmod(place, self.columns)
        return self.left + column * (self.width + self.gap), self.top + row * self.height

    @property
    def many(self) -> int:
        """How many labels are on a sheet."""
        return self.columns * self.rows


SHEETS = {
    Paper.A4: Grid(4.65 * _MM, 15.15 * _MM, 99.1 * _MM, 38.1 * _MM, 2, 7, 2.5 * _MM),
    Paper.LETTER: Grid(11.25, 36.0, 288.0, 144.0, 2, 5, 13.5),
}
"""Usual label sheets: 14 of 99.1 by 38.1 mm on A4, 10 of 4 by 2 inches on Letter."""

_PLAIN = {
    Paper.A4: Grid(LEFT, TOP + 76, 240.0, 108.0, 2, 5, 12.0),
    Paper.LETTER: Grid(LEFT, TOP + 76, 240.0, 108.0, 2, 5, 12.0),
}


def print_label_sheet(
    case: CaseSnapshot,
    items: Sequence[OutsideItem],
    *,
    paper: Paper = Paper.A4,
    language: str = "en",
    first: int = 0,
) -> bytes:
    """Give the PDF for a sheet of labels, to be printed at its full size.

    `first` is how many labels of the first sheet are used up already.
    """
    say = phrases(language)
    document = new_document(cleaned(say("Labels")), language, reproducible=True)
    book = Book(paper, Fonts(document), say, lambda _title: lambda _sheet: None)
    grid = SHEETS[paper]
    for number, item in enumerate(items, first % grid.many):
        place = number % grid.many
        if place == 0 or not book.sheets:
            book.part(say("Labels"), f"labels-{number}", bars=False)
        _draw(book, grid, place, case.patient, item)
    sheets = book.finish()
    return tagged(own_pdf(document, sheets), sheets)


def print_labels(
    case: CaseSnapshot,
    items: Sequence[OutsideItem],
    *,
    made: date,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF of the same labels on plain paper, with edges to cut along."""
    say = phrases(language)
    title = say("Labels to cut out")
    grid = _PLAIN[paper]

    def draw(book: Book) -> None:
        _ = book.say
        for number, item in enumerate(items):
            place = number % grid.many
            if place == 0:
                book.part(title, f"labels-{number}", bars=False)
                book.heading(title, 1)
                words = _("Stick one on each thing. Write with a soft pen on a disc, never carve.")
                book.paragraph(words, SMALL)
            _edge(book, grid, place)
            _draw(book, grid, place, case.patient, item)

    return printed(Print(title, case.patient, made, paper, language), draw)


def label_lines(patient: Patient, item: OutsideItem, say: Phrases) -> tuple[str, ...]:
    """Give the lines of one label: who, born when, which study of which day, and where it is from.

    What is not known is a line to fill in by hand.
    """
    _ = say
    born = patient.born.shown() if patient.born.known else _BLANK
    studied = item.studied.shown() if item.studied.known else _BLANK
    lines = [
        patient.name.strip() or _BLANK,
        _("Born: {date}").format(date=born),
        item.shows.strip() or item.what.strip(),
        _("Made: {date}").format(date=studied),
        _("From: {place}").format(place=item.facility.strip() or _BLANK),
    ]
    number = item.accession.strip()
    if number:
        lines.append(_("Number {number}").format(number=number))
    return tuple(lines)


def _draw(book: Book, grid: Grid, place: int, patient: Patient, item: OutsideItem) -> None:
    """Draw one label; its words become smaller, and are cut only where they still do not fit."""
    x, y = grid.corner(place)
    lines = label_lines(patient, item, book.say)
    wide, free = grid.width - 2 * _PAD, grid.height - 2 * _PAD
    head, rest = (HEAD2, BODY) if grid.height > 120 or len(lines) < 6 else (HEAD2, CELL)
    if head.leading + (len(lines) - 1) * rest.leading > free:
        rest = Style(rest.face, rest.size, (free - head.leading) / (len(lines) - 1))
    y += _PAD
    for number, line in enumerate(lines):
        style = head if number == 0 else rest
        cut = book.fonts.cut(" ".join(line.split()), style.face, style.size, wide)
        book.place(x + _PAD, y, cut, style, wide + 4)
        y += style.leading


def _edge(book: Book, grid: Grid, place: int) -> None:
    """Draw the edge to cut along; it is no part of what is read out."""
    x, y = grid.corner(place)
    right, low = x + grid.width, y + grid.height
    for start_x, start_y, end_x, end_y in (
        (x, y, right, y),
        (x, low, right, low),
        (x, y, x, low),
        (right, y, right, low),
    ):
        book.sheet.line(start_x, start_y, end_x, end_y, ink=HAIR, thick=0.6)
