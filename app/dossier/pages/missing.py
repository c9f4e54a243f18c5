"""The register of things outside the PDF, and the list of records that are missing."""

from app.dossier.drawing import WITH_TABLE, Book
from app.dossier.gaps_told import missing_in
from app.dossier.pages.wording import strong
from app.dossier.plan import PlannedRecord
from app.dossier.styles import CELL
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.model.journey.checklist import Gap
from app.model.journey.gap_words import asked_words, state_words, told_words
from app.model.journey.wanted import WantedState
from app.model.outside_item import OutsideItem
from app.model.outside_words import facts_of, where_words
from app.model.voice import Cited
from app.phrases import Phrases
from app.typesetting.text import Piece, Words


def missing_records(voices: Voices) -> tuple[Gap, ...]:
    """Give the lines of the list of what is missing."""
    return missing_in(voices.plan.case, voices.plan.language)


def draw_things(book: Book, voices: Voices) -> None:
    """Draw the register: what each thing is, where it is, how to get it, and its report."""
    _, things = book.say, voices.plan.case.outside
    book.heading(_("Discs, slides and other things"), 2, with_next=WITH_TABLE)
    book.space(4)
    reports = any(one.record is not None for one in things)
    columns = [Column(_("What"), 160), Column(_("Why"), 160), Column(_("How to get it"), 170)]
    if reports:
        columns = [
            Column(_("What"), 150),
            Column(_("Why"), 110),
            Column(_("Where it is, how to get it"), 150),
            Column(_("Its report"), 80),
        ]
    rows = [_thing(voices, one, reports=reports) for one in things]
    table(book, columns, rows)
    book.space(16)


def draw_missing(book: Book, voices: Voices) -> None:
    """Draw what is missing: how far it is, who was asked when, and why it is missing."""
    _ = book.say
    book.heading(_("Records that are missing"), 2, with_next=WITH_TABLE)
    book.space(4)
    rows = [_missing(gap, _) for gap in missing_records(voices)]
    columns = [
        Column(_("Record"), 170),
        Column(_("How far"), 90),
        Column(_("Asked of whom, and when"), 120),
        Column(_("Why it is missing"), 110),
    ]
    table(book, columns, rows)
    book.space(16)


def _thing(voices: Voices, one: OutsideItem, *, reports: bool) -> Row:
    _ = voices.say
    facts = facts_of(one, _)
    what = [strong(one.what, CELL), *(Piece(f"\n{line}", CELL) for line in facts)]
    where = [*where_words(one, _), *([one.how_to_get.strip()] if one.how_to_get.strip() else [])]
    cells: tuple[Words, ...] = (
        what,
        one.why.strip() or _("Not given"),
        "\n".join(where) or _("Ask the patient"),
    )
    return Row((*cells, _report(voices, one)) if reports else cells)


def _report(voices: Voices, one: OutsideItem) -> Words:
    if one.record is None:
        return voices.say("None given")
    planned = voices.records.get(one.record)
    return voices.pieces(Cited(one.record, _first(planned)))


def _first(planned: PlannedRecord | None) -> int:
    """Give the first page of a record that goes in, from 1."""
    return planned.pages[0] + 1 if planned and planned.pages else 1


def _missing(gap: Gap, say: Phrases) -> Row:
    asked = [asked_words(request, say) for request, _asked in gap.asked]
    told = told_words(gap, say)
    if gap.state is WantedState.ASKED and told and not asked:
        asked, told = [told], ""
    why = "\n".join(part for part in (gap.wanted.why.strip(), told) if part)
    return Row(
        (
            strong(gap.named, CELL),
            state_words(gap.state, say),
            "\n".join(asked) or "–",
            why or say("Not given"),
        )
    )
