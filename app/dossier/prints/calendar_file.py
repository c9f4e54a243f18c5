"""What is due, as a file that a calendar can read, and as a table."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from app.dossier.pack.cells import csv_bytes
from app.model.journey.due import Due
from app.phrases import _

_OURS = UUID("7a3c2b0e-7f0d-4b0b-9d57-0f6b0a0f5d11")


def calendar_file(due: Sequence[Due], *, made: date, case: str, in_full: bool = False) -> bytes:
    """Give an iCalendar file (RFC 5545) with a whole day for each.

    A calendar may be copied to other computers: only with `in_full` it says
    what is due, and never for whom. `case` tells the cases apart in the
    names of the entries, so that a newer file replaces the entries of an
    older one; it cannot be read from them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Casepack//EN")
    calendar.add("version", "2.0")
    stamp = datetime.combine(made, time(), tzinfo=UTC)
    for one in due:
        event = Event()
        event.add("uid", f"{uuid5(_OURS, f'{case}|{one.place}|{one.number}')}@casepack")
        event.add("dtstamp", stamp)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", _due_words(one) if in_full else _("Casepack: something is due"))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def due_table(due: Sequence[Due], *, today: date) -> bytes:
    """Give the same as a CSV table."""
    rows = [
        (
            one.day.isoformat(),
            _("about") if one.about else "",
            one.words,
            _("yes") if one.is_overdue(today) else _("no"),
        )
        for one in due
    ]
    return csv_bytes((_("Day"), _("About"), _("What"), _("Passed")), rows)


def _due_words(one: Due) -> str:
    return _("About now: {words}").format(words=one.words) if one.about else one.words
