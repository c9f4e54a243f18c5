"""The timeline: what happened and what is planned, oldest first."""

from dataclasses import dataclass, replace
from datetime import date

from app.dossier.drawing import Book
from app.dossier.groups import kind_name
from app.dossier.pages.strip import Moment, draw_strip
from app.dossier.pages.wording import soft, strong
from app.dossier.plan import DossierPlan
from app.dossier.sheet import Bar
from app.dossier.styles import CELL, SMALL
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.model.partial_date import PartialDate
from app.model.story import EventKind, Subject
from app.model.voice import Cited
from app.phrases import Phrases
from app.typesetting.text import Goal, Piece, Words


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline; `kind` is None for a record."""

    when: PartialDate
    kind: EventKind | None
    text: str
    source: tuple[Piece, ...]
    bar: Bar | None
    doc: int = 0
    what: str = ""


def happenings(voices: Voices) -> list[Happening]:
    """Give events, dated records and planned dates, oldest first, undated events last.

    Nothing comes twice: a record stands with the event of its date that cites
    it, and a planned date with the event of that date that names it.
    """
    plan = voices.plan
    found = [
        Happening(
            one.date, one.kind, one.text, tuple(voices.pieces(one.voice)), voices.bar(one.voice)
        )
        for one in plan.case.events
    ]
    found = _with_planned_dates(voices, found) + _other_records(voices, plan)
    return sorted(found, key=lambda one: (one.when.sort_key, one.kind is None, one.doc))


def _with_planned_dates(voices: Voices, events: list[Happening]) -> list[Happening]:
    _, found = voices.say, [*events]
    subjects = {
        Subject.DECIDE_BY: (_("Decision needed"), _("decision decide")),
        Subject.SURGERY_DATE: (_("Surgery is planned"), _("surgery operation")),
    }
    for subject, (text, names) in subjects.items():
        planned = _planned_date(voices, subject, text)
        if planned is None:
            continue
        same = next((place for place, one in enumerate(events) if _says(one, planned, names)), None)
        if same is None:
            found.append(planned)
        else:
            known = found[same]
            texts = {piece.text for piece in known.source}
            more = [piece for piece in planned.source if piece.text not in texts]
            gap = [Piece(" ")] if more else []
            found[same] = replace(known, source=(*known.source, *gap, *more))
    return found


def _says(event: Happening, planned: Happening, names: str) -> bool:
    """Whether `event` is of the same date and has one of the words in `names`."""
    text = event.text.casefold()
    return (
        planned.when.known
        and event.when == planned.when
        and any(name in text for name in names.split())
    )


def _planned_date(voices: Voices, subject: Subject, text: str) -> Happening | None:
    statement = voices.plan.case.statement(subject)
    if statement is None or not statement.text.strip():
        return None
    try:
        when = PartialDate.from_stored(statement.text)
    except ValueError:
        when, text = PartialDate(), f"{text}: {statement.text}"
    pieces, bar = tuple(voices.pieces(statement.voice)), voices.bar(statement.voice)
    return Happening(when, EventKind.DECISION, text, pieces, bar)


def _other_records(voices: Voices, plan: DossierPlan) -> list[Happening]:
    """Give the dated records that no event of the same date cites."""
    told = {
        (one.voice.record, one.date) for one in plan.case.events if isinstance(one.voice, Cited)
    }
    found = []
    for planned in plan.records:
        record = planned.record
        when = record.dates.service
        if when.known and (record.id, when) not in told:
            link = voices.citation(planned.number, Goal(record=record.id))
            what = kind_name(record.kind, plan.language)
            text = f"{record.title} · {record.source}" if record.source.strip() else record.title
            found.append(Happening(when, None, text, (link,), None, planned.number, what))
    return found


def draw_timeline(book: Book, voices: Voices) -> None:
    """Draw the strip and the table; nothing when there is nothing to tell."""
    _ = book.say
    found = happenings(voices)
    if not found:
        return
    book.part(_("Timeline"), "timeline")
    book.heading(_("Timeline"), 1)
    book.space(2)
    book.paragraph(_("Numbers match the list below. Shapes show the kind of event."), SMALL)
    book.space(8)
    numbers = _numbers(found)
    moments = [
        Moment(one.when, one.kind, number if one.kind else "", one.bar is Bar.SAID)
        for one, number in zip(found, numbers, strict=True)
        if one.when.known
    ]
    draw_strip(book, moments, voices.plan.made)
    columns = [
        Column(_("No."), 40),
        Column(_("Date"), 86),
        Column(_("Kind"), 78),
        Column(_("What happened"), 204),
        Column(_("Source"), 88),
    ]
    rows = [
        _row(one, number, voices.plan.made, _) for one, number in zip(found, numbers, strict=True)
    ]
    table(book, columns, rows)


def _numbers(found: list[Happening]) -> list[str]:
    """Give each event its number; a record is called by its own."""
    numbers, count = [], 0
    for one in found:
        count += one.kind is not None
        numbers.append(str(count) if one.kind else f"Doc {one.doc}")
    return numbers


def _row(one: Happening, number: str, made: date, say: Phrases) -> Row:
    _ = say
    words = {
        EventKind.SYMPTOM: _("Symptom"),
        EventKind.VISIT: _("Visit"),
        EventKind.TEST: _("Test"),
        EventKind.TREATMENT: _("Treatment"),
        EventKind.DECISION: _("Decision"),
    }
    text: Words = one.text
    planned = _("(planned)")
    if one.when.earliest and one.when.earliest > made and planned not in one.text:
        text = [one.text, " ", soft(planned, CELL)]
    name: Words = soft(number, CELL) if one.kind is None else strong(number, CELL)
    kind = words[one.kind] if one.kind else one.what
    return Row((name, one.when.shown(), kind, text, one.source), one.bar)
