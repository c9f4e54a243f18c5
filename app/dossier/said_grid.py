"""What each doctor said, side by side: in the dossier and as a print of its own.

It takes no side. The marks are the person's own, and nothing is counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.content.load import load_content
from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.groups import shown_date
from app.dossier.pages.wording import soft, strong
from app.dossier.styles import BODY, CELL, SMALL
from app.dossier.table import Column, Row, table
from app.model.journey.comparison import Stance
from app.model.journey.grid import (
    cell_in,
    cells_of,
    filled_rows,
    is_open,
    points_of,
    rows_of,
    speaking,
    stances,
)
from app.model.journey.opinion import Opinion, OpinionPart
from app.model.journey.row_words import (
    cause_words,
    opinion_kind_words,
    row_title,
    stance_words,
)
from app.model.journey.snapshot import Journey
from app.model.story import Question
from app.phrases import Phrases
from app.typesetting.text import Piece, Words

_SIDE_BY_SIDE = 3
"""With more doctors the columns are too narrow; then they stand below each other."""

Pieces = list[str | Piece]


@dataclass(frozen=True, slots=True)
class SaidBy:
    """What is laid side by side, and how a place tells where it is from.

    `source` gives the pieces that cite a page, from 1, of an opinion's report,
    or say that there is none. `records` names the records that may be named here.
    """

    journey: Journey
    questions: Sequence[Question]
    source: Callable[[Opinion, int | None], list[Piece]]
    records: Mapping[int, Words]
    language: str = "en"

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows in which anything stands."""
        every = rows_of(self.journey.grid_rows, [one.id for one in self.questions])
        return filled_rows(self.journey, every)

    def title(self, row: str, say: Phrases) -> str:
        """Give the name of a row."""
        return row_title(row, self.journey.grid_rows, self.questions, say)


def draw_said(book: Book, said: SaidBy) -> None:
    """Draw who spoke, what each said, who saw which record, why they differ, what is open."""
    _ = book.say
    book.paragraph(
        _(
            "Words in “ ” are the doctor’s own. Other words are the patient’s. "
            "The patient chose the marks, such as “differs”. This page takes no side."
        ),
        SMALL,
    )
    book.space(10)
    doctors = speaking(said.journey)
    _who(book, said, doctors)
    if said.rows:
        _grid(book, said, doctors)
    _points(book, said, doctors)
    _seen(book, said, doctors)
    _why(book, said)
    _open(book, said)


def _who(book: Book, said: SaidBy, doctors: Sequence[Opinion]) -> None:
    _, ways = book.say, opinion_kind_words(book.say)
    rows = [
        Row(
            (
                strong(one.doctor, CELL),
                "\n".join(part for part in (one.field.strip(), one.place.strip()) if part)
                or _("Not given"),
                shown_date(one.date, _),
                ways[one.kind],
                list(said.source(one, None)) if one.record is not None else _("No report"),
            )
        )
        for one in doctors
    ]
    columns = [
        Column(_("Doctor"), 118),
        Column(_("Field and place"), 128),
        Column(_("Date"), 78),
        Column(_("How"), 84),
        Column(_("Report"), 90),
    ]
    table(book, columns, rows)
    book.space(14)


def _grid(book: Book, said: SaidBy, doctors: Sequence[Opinion]) -> None:
    _ = book.say
    book.heading(_("Point by point"), 2, with_next=WITH_TABLE)
    book.space(4)
    if len(doctors) <= _SIDE_BY_SIDE:
        columns = [Column(_("Point"), 92), *(Column(one.doctor, 135) for one in doctors)]
        rows = [
            Row(
                (
                    strong(said.title(row, _), CELL),
                    *(_beside(book, said, one, row) for one in doctors),
                )
            )
            for row in said.rows
        ]
    else:
        columns = [
            Column(_("Doctor"), 104),
            Column(_("What was said"), 222),
            Column(_("Mark"), 78),
            Column(_("Source"), 94),
        ]
        rows = [one for row in said.rows for one in _below(book, said, doctors, row)]
    table(book, columns, rows)
    book.space(14)


def _quoted(text: str, *, verbatim: bool) -> str:
    return f"“{text.strip()}”" if verbatim else text.strip()


def _beside(book: Book, said: SaidBy, doctor: Opinion, row: str) -> Words:
    """Give all that stands in one cell of the grid: words, mark, source."""
    _ = book.say
    cell = cell_in(cells_of(said.journey.grid_cells), doctor.id, row)
    words: Pieces = []
    if cell.text.strip():
        words += [_quoted(cell.text, verbatim=cell.verbatim), " ", *said.source(doctor, cell.page)]
    if cell.stance is not Stance.NOT_SAID:
        mark = stance_words(_)[cell.stance]
        words += ["\n"] if words else []
        words.append(soft(_("Mark: {mark}").format(mark=mark), CELL.bold()))
    return words or [soft(_("Nothing written down"), SMALL)]


def _below(book: Book, said: SaidBy, doctors: Iterable[Opinion], row: str) -> list[Row]:
    """Give a row of the grid as rows of a table: its name, then each doctor."""
    _, cells = book.say, cells_of(said.journey.grid_cells)
    rows = [Row((said.title(row, _),))]
    for doctor in doctors:
        cell = cell_in(cells, doctor.id, row)
        text = _quoted(cell.text, verbatim=cell.verbatim) if cell.text.strip() else ""
        mark = "" if cell.stance is Stance.NOT_SAID else stance_words(_)[cell.stance]
        source: Words = list(said.source(doctor, cell.page)) if text else "–"
        rows.append(
            Row((strong(doctor.doctor, CELL), text or _("Nothing written down"), mark, source))
        )
    return rows


def _points(book: Book, said: SaidBy, doctors: Iterable[Opinion]) -> None:
    """Draw the points of each opinion that has no words in the grid, by the four parts."""
    _, content = book.say, load_content(said.language)
    in_grid = {one.opinion for one in said.journey.grid_cells if one.text.strip()}
    for doctor in doctors:
        ours = points_of(said.journey.points, doctor.id)
        if doctor.id in in_grid or not ours:
            continue
        head = _("What {doctor} said").format(doctor=doctor.doctor)
        book.heading(head, 2, with_next=WITH_TABLE)
        book.space(4)
        rows = []
        for part in OpinionPart:
            here = [one for one in ours if one.part is part]
            if here:
                rows.append(Row((content.part(part.value).title,)))
            for one in here:
                source: Words = list(said.source(doctor, one.page))
                rows.append(Row((_quoted(one.text, verbatim=one.verbatim), source)))
        table(book, [Column(_("What was said"), 384), Column(_("Source"), 112)], rows)
        book.space(14)


def _seen(book: Book, said: SaidBy, doctors: Sequence[Opinion]) -> None:
    """Draw who had which record at hand, of the records that may be named here."""
    _ = book.say
    known = {(one.opinion, one.record): one.saw for one in said.journey.saw}
    ours = {one.id for one in doctors}
    seen = dict.fromkeys(one.record for one in said.journey.saw if one.opinion in ours)
    shown = [record for record in said.records if record in seen]
    if not seen:
        return
    heading = _("Who had which record at hand")
    if not shown:
        book.heading(heading, 2)
        book.space(4)
    words = {True: _("Yes"), False: _("No"), None: _("Not known")}
    rows = [
        Row((said.records[record], *(words[known.get((one.id, record))] for one in doctors)))
        for record in shown
    ]
    share = 300 / max(1, len(doctors))
    columns = [Column(_("Record"), 196), *(Column(one.doctor, share) for one in doctors)]
    table(book, columns, rows, heading=heading)
    if more := len(seen) - len(shown):
        text = _("1 more record was marked. It is not in this PDF.")
        if more > 1:
            text = _("{n} more records were marked. They are not in this PDF.").format(n=more)
        book.space(4)
        book.paragraph(text, SMALL)
    book.space(14)


def _why(book: Book, said: SaidBy) -> None:
    """Draw why they may differ, as the person sees it."""
    _, causes = book.say, cause_words(book.say)
    found = said.journey.why_differ
    if not found:
        return
    rows = []
    for one in sorted(found, key=lambda why: (why.row != "", list(causes).index(why.cause))):
        about = said.title(one.row, _) if one.row else _("All points")
        rows.append(Row((about, strong(causes[one.cause], CELL), one.text.strip() or "–")))
    columns = [Column(_("Point"), 130), Column(_("Cause"), 170), Column(_("More"), 196)]
    table(book, columns, rows, heading=_("Why they may differ, as the patient sees it"))
    book.space(14)


def _open(book: Book, said: SaidBy) -> None:
    """Draw which points are still open, and the question that was made of each."""
    _, cells = book.say, cells_of(said.journey.grid_cells)
    doctors = speaking(said.journey)
    kept = {one.row: one for one in said.journey.open_points}
    numbers = {one.id: number for number, one in enumerate(said.questions, 1)}
    lines = []
    for row in said.rows:
        point = kept.get(row)
        open_ = is_open(stances(cells, doctors, row))
        if (point and point.closed) or not (open_ or point):
            continue
        asked = numbers.get(point.question or 0) if point else None
        number = _("Asked as Q{n}").format(n=asked) if asked else _("No question was made of it")
        note = f" {point.note.strip()}" if point and point.note.strip() else ""
        lines.append((said.title(row, _), f"{number}.{note}"))
    if not lines:
        return
    book.heading(_("Still open between the doctors"), 2)
    book.space(4)
    for title, more in lines:
        book.paragraph([strong(title, BODY), f"  {more}"], BODY)
        book.space(3)
