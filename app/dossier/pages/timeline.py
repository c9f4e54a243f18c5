"""The timeline: what happened and what is planned, oldest first."""

from dataclasses import dataclass
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
    """Give events, dated records and planned dates, oldest first, undated events last."""
    plan = voices.plan
    found = [
        Happening(
            one.date, one.kind, one.text, tuple(voices.pieces(one.voice)), voices.bar(one.voice)
        )
        for one in plan.case.events
    ]
    found += _planned_dates(voices) + _dated_records(voices, plan)
    return sorted(found, key=lambda one: (one.when.sort_key, one.kind is None, one.doc))


def _planned_dates(voices: Voices) -> list[Happening]:
    _ = voices.say
    words = {Subject.DECIDE_BY: _("Decision needed"), Subject.SURGERY_DATE: _("Surgery is planned")}
    found = []
    for subject, text in words.items():
        statement = voices.plan.case.statement(subject)
        if statement is None:
            continue
        try:
            when = PartialDate.from_stored(statement.text)
        except ValueError:
            when, text = PartialDate(), f"{text}: {statement.text}"
        if when.known or statement.text.strip():
            pieces, bar = tuple(voices.pieces(statement.voice)), voices.bar(statement.voice)
            found.append(Happening(when, EventKind.DECISION, text, pieces, bar))
    return found


def _dated_records(voices: Voices, plan: DossierPlan) -> list[Happening]:
    found = []
    for planned in plan.records:
        record = planned.record
        if record.dates.service.known:
            link = voices.citation(planned.number, Goal(record=record.id))
            what = kind_name(record.kind, plan.language)
            text = f"{record.title} · {record.source}" if record.source.strip() else record.title
            found.append(
                Happening(record.dates.service, None, text, (link,), None, planned.number, what)
            )
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
    book.paragraph(
        _("Numbers match the list below. Shapes show the kind. Full lanes have small marks."),
        SMALL,
    )
    book.space(8)
    numbers = _numbers(found)
    moments = [
        Moment(one.when, one.kind, number if one.kind else "", one.bar is Bar.SAID)
        for one, number in zip(found, numbers, strict=True)
        if one.when.known
    ]
    draw_strip(book, moments, voices.plan.made)
    columns = [
        Column(_("No."), 38),
        Column(_("Date"), 92),
        Column(_("Kind"), 78),
        Column(_("What happened"), 196),
        Column(_("Source"), 92),
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
    if one.when.earliest and one.when.earliest > made:
        text = [one.text, " ", soft(_("(planned)"), CELL)]
    name: Words = soft(number, CELL) if one.kind is None else strong(number, CELL)
    kind = words[one.kind] if one.kind else one.what
    return Row((name, one.when.shown(), kind, text, one.source), one.bar)
