"""What the timeline is made of: events, dated records and planned dates, oldest first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.record import Record
from app.model.source_words import voice_words
from app.model.story import Event, EventKind, Statement, Subject
from app.model.voice import Cited, Said, Voice
from app.phrases import _
from ui.facts.line import Line
from ui.timeline.marks import lane_name

Records = Mapping[int, Record]

PLANNED = {Subject.DECIDE_BY: 1, Subject.SURGERY_DATE: 2}
"""The statements that are dates to come, with the number of their line."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the timeline; a record has no lane."""

    when: PartialDate
    lane: EventKind | None
    line: Line


def happenings(
    events: list[Event], statements: list[Statement], records: Records, *, today: date
) -> list[Happening]:
    """Give all that happened or is planned, oldest first; undated events come last.

    A record that an event of the same date cites stands with that event, and
    a planned date with the event of that date that names it: as in the dossier.
    """
    told = {(one.voice.record, one.date) for one in events if isinstance(one.voice, Cited)}
    found = [Happening(one.date, one.kind, event_line(one, records)) for one in events]
    for statement in statements:
        planned = _planned(statement, records)
        if planned and not any(_same(one, statement.subject, planned.when) for one in events):
            found.append(planned)
    found = [_dated(one, today) for one in found]
    cited = {number for number, _when in told}
    for record in records.values():
        when = record.dates.service
        if when.known and not (record.id in cited and (record.id, when) in told):
            found.append(Happening(when, None, _record_line(record)))
    found.sort(key=lambda one: (*one.when.sort_key, one.lane is None, one.line.id))
    return found


def with_years(found: list[Happening]) -> list[Line]:
    """Give the lines, with the year above the first of each year."""
    lines, last = [], ""
    for one in found:
        head = str(one.when.earliest.year) if one.when.earliest else _("No date yet")
        lines.append(replace(one.line, head=head) if head != last else one.line)
        last = head
    return lines


def event_line(one: Event, records: Records) -> Line:
    """Give the line of an event."""
    return Line(
        "event",
        one.id,
        one.text,
        lane_name(one.kind),
        lead=one.date.shown() if one.date.known else _("date not known"),
        source=voice_words(one.voice, records),
        said=isinstance(one.voice, Said),
        lane=one.kind,
    )


def _record_line(record: Record) -> Line:
    return Line(
        "record",
        record.id,
        record.title or _("A record without a name"),
        record.source,
        lead=record.dates.service.shown(),
        source=_("record"),
        small_mark=True,
        quiet=True,
    )


def _planned(statement: Statement, records: Records) -> Happening | None:
    """Give the line of a date to come; one that is no date has none."""
    if statement.subject not in PLANNED:
        return None
    try:
        when = PartialDate.from_stored(statement.text)
    except ValueError:
        return None
    if when == NOT_KNOWN:
        return None
    decide = statement.subject is Subject.DECIDE_BY
    line = _planned_line(
        _("Decision needed") if decide else _("Surgery is planned"),
        PLANNED[statement.subject],
        statement.voice,
        when,
        records,
    )
    return Happening(when, EventKind.DECISION, line)


def _planned_line(
    text: str, number: int, voice: Voice, when: PartialDate, records: Records
) -> Line:
    return Line(
        "planned",
        number,
        text,
        lane_name(EventKind.DECISION),
        lead=when.shown(),
        source=voice_words(voice, records),
        said=isinstance(voice, Said),
        lane=EventKind.DECISION,
    )


def _same(event: Event, subject: Subject, when: PartialDate) -> bool:
    names = {
        Subject.DECIDE_BY: _("decision decide"),
        Subject.SURGERY_DATE: _("surgery operation"),
    }[subject]
    text = event.text.casefold()
    return event.date == when and any(name in text for name in names.split())


def _dated(one: Happening, today: date) -> Happening:
    """Mark what is still to come."""
    if one.lane is None or one.when.earliest is None or one.when.earliest <= today:
        return one
    more = _("{kind}, planned").format(kind=one.line.more)
    return replace(one, line=replace(one.line, more=more))
