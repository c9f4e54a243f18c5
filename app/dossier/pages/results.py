"""Key results over time: a chart for each test, and a table of what cannot be drawn."""

from collections.abc import Iterable

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.pages.chart import TALL, draw_chart
from app.dossier.pages.wording import soft, strong
from app.dossier.sheet import Bar
from app.dossier.styles import CELL, HEAD2, SMALL
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.model.result import Result
from app.model.series import Series, series_of
from app.model.voice import Voice
from app.typesetting.text import Piece


def draw_results(book: Book, voices: Voices) -> None:
    """Draw all results; nothing when there are none."""
    _, results = book.say, voices.plan.case.results
    if not results:
        return
    book.part(_("Key results over time"), "results")
    book.heading(_("Key results over time"), 1)
    book.space(2)
    book.paragraph(
        _(
            "Each value was typed as it was given. A dashed line is the lab’s own range, "
            "where the paper prints one. Hollow dots were not taken from a record."
        ),
        SMALL,
    )
    left = []
    for one in series_of(results):
        unvalued = _charted(book, voices, one) if one.charted else []
        points = one.points if one.charted else ()
        left += [result for result in one.results if result not in points or result in unvalued]
    if left:
        _listed(book, voices, left, among_others=len(left) < len(results))
    if untold := sum(one.values for one in voices.plan.withheld):
        book.space(8)
        words = _("The patient left out {count} values and does not give them here.")
        if untold == 1:
            words = _("The patient left out 1 value and does not give it here.")
        book.paragraph(words.format(count=untold), SMALL)


def _charted(book: Book, voices: Voices, series: Series) -> list[Result]:
    """Draw a chart and where its dots are from; give the results that are dots without a value."""
    _ = book.say
    book.space(12)
    book.room(HEAD2.leading + TALL + 2 * SMALL.leading)
    head = [Piece(series.name, HEAD2), Piece(" "), soft(series.unit, SMALL)]
    book.paragraph(head, HEAD2, kind="H2")
    left = draw_chart(book, series)
    if left:
        book.paragraph(
            _("Dots without a number stand too close. The list after the charts has their values."),
            SMALL,
        )
    for bar in Bar:
        pieces = _sources(voices, [one.voice for one in series.points], bar)
        if pieces:
            book.paragraph(pieces, SMALL, bar=bar)
    return left


def _sources(voices: Voices, all_voices: Iterable[Voice], bar: Bar) -> list[str | Piece]:
    """Give where the dots with one bar are from, each place once."""
    found: dict[str, Piece] = {}
    for voice in all_voices:
        if voices.bar(voice) is bar:
            found |= {piece.text: piece for piece in voices.pieces(voice)}
    if not found:
        return []
    words: list[str | Piece] = [voices.say("Source:")]
    for piece in found.values():
        words += [" ", piece]
    return words


def _listed(book: Book, voices: Voices, results: list[Result], *, among_others: bool) -> None:
    _ = book.say
    book.space(14)
    if among_others:
        book.heading(_("Other values"), 2, with_next=WITH_TABLE)
        book.space(4)
    columns = [
        Column(_("Test"), 130),
        Column(_("Value"), 90),
        Column(_("Date"), 84),
        Column(_("Lab’s own range"), 90),
        Column(_("Source"), 102),
    ]
    rows = [
        Row(
            (
                strong(one.name, CELL),
                f"{one.value} {one.unit}".strip(),
                one.date.shown(),
                one.reference.strip() or _("Not given"),
                voices.pieces(one.voice),
            ),
            voices.bar(one.voice),
        )
        for one in results
    ]
    table(book, columns, rows)
