"""The first draft of a version for one recipient: their profile, applied to the records."""

from collections.abc import Iterator
from datetime import date

from app.model.recipient_profile import Answer, RecipientProfile, Window, Wishes
from app.model.record import Record
from app.model.story import CaseSnapshot, EventKind
from app.model.version import Selection, Version, Volumes
from app.phrases import _


def start_version(
    case: CaseSnapshot, profile: RecipientProfile, *, today: date, name: str = ""
) -> Version:
    """Give a version for a recipient, with what is too old for them left out and why.

    A record without a date stays in: nobody can say that it is too old.
    Everything can be changed afterwards.
    """
    wishes = profile.wishes
    return Version(
        name=name or profile.recipient.name or profile.recipient.service,
        recipient=profile.id or None,
        identity=wishes.identity,
        first_opinion=wishes.first_opinion,
        oldest_first=wishes.oldest_first,
        most_questions=wishes.most_questions,
        most_pages=wishes.most_pages,
        most_megabytes=wishes.most_megabytes,
        by_email=wishes.by_email,
        locked=wishes.password is Answer.YES,
        volumes=Volumes.BY_SIZE if wishes.most_files > 1 else Volumes.ONE,
        selections=tuple(
            Selection(record.id, included=False, why=_("Older than this reader asks for"))
            for record in _too_old(case, wishes, today)
            if record.in_dossier
        ),
    )


def _too_old(case: CaseSnapshot, wishes: Wishes, today: date) -> Iterator[Record]:
    match wishes.window:
        case Window.YEARS if wishes.window_years > 0:
            yield from _before(case, _years_before(today, wishes.window_years))
        case Window.SINCE_SYMPTOMS:
            starts = [
                event.date.earliest
                for event in case.events
                if event.kind is EventKind.SYMPTOM and event.date.earliest
            ]
            if starts:
                yield from _before(case, min(starts))
        case Window.LATEST:
            yield from _not_the_newest(case)


def _before(case: CaseSnapshot, start: date) -> Iterator[Record]:
    for record in case.records:
        last = record.dates.service.latest
        if last is not None and last < start:
            yield record


def _not_the_newest(case: CaseSnapshot) -> Iterator[Record]:
    """Give the records of each kind that another one of that kind is newer than."""
    newest: dict[object, date] = {}
    for record in case.records:
        if day := record.dates.service.earliest:
            newest[record.kind] = max(day, newest.get(record.kind, day))
    for record in case.records:
        last = record.dates.service.latest
        if record.kind is not None and last is not None and last < newest[record.kind]:
            yield record


def _years_before(today: date, years: int) -> date:
    year = max(1, today.year - years)
    try:
        return today.replace(year=year)
    except ValueError:  # 29 February
        return today.replace(year=year, day=28)
