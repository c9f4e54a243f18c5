"""Writing down how far the lines of the checklist have come; all of it inside `case.change`."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from app.case.journey import JourneyRooms
from app.model.journey.checklist import OWN, Gap
from app.model.journey.request import AskedFor, Request
from app.model.journey.wanted import Specialty, Wanted, WantedRecord, WantedState
from app.model.record import Kind


def choose_lists(journey: JourneyRooms, codes: Sequence[str]) -> None:
    """Let exactly the lists and additions with these codes be chosen.

    What was written about lines of a list that is no longer chosen stays in
    the case, and is there again when the list is.
    """
    there = {one.code: one.id for one in journey.specialties.all()}
    for code in there.keys() - set(codes):
        journey.specialties.remove(there[code])
    for code in dict.fromkeys(codes):
        if code not in there:
            journey.specialties.add(Specialty(0, code))


def add_own_line(journey: JourneyRooms, text: str) -> Wanted:
    """Add a line of the person's own and give it; `text` has words."""
    own = Wanted(0, f"{OWN}{uuid4().hex[:12]}", text)
    return replace(own, id=journey.wanted.add(own))


def save_wanted(journey: JourneyRooms, wanted: Wanted) -> Wanted:
    """Write what a person says about a line and give it with its id; the code is kept once."""
    old = next((one for one in journey.wanted.all() if one.code == wanted.code), None)
    if old is None:
        return replace(wanted, id=journey.wanted.add(wanted))
    kept = replace(wanted, id=old.id)
    journey.wanted.save(kept)
    return kept


def link_record(journey: JourneyRooms, gap: Gap, record: int) -> None:
    """Link a record to a line; how far the line has come stays as the person said."""
    wanted = gap.wanted if gap.wanted.id else save_wanted(journey, gap.wanted)
    there = journey.wanted_records.all()
    if not any((one.wanted, one.record) == (wanted.id, record) for one in there):
        journey.wanted_records.add(WantedRecord(0, wanted.id, record))


def unlink_record(journey: JourneyRooms, gap: Gap, record: int) -> None:
    """Take the link away; the record itself stays."""
    for one in journey.wanted_records.all():
        if (one.wanted, one.record) == (gap.wanted.id, record):
            journey.wanted_records.remove(one.id)


def ask_for(journey: JourneyRooms, gap: Gap, request: int | None, whom: str = "") -> int:
    """Put a line on a request, and give the request's id; the line is asked for from now on.

    Without the id of a `request` a new one to `whom` is begun, which asks for
    scan pictures where the line needs them. A line stands on a request once.
    """
    if request is None:
        pictures = bool(gap.originals) and Kind.IMAGING in gap.kinds
        request = journey.requests.add(Request(0, whom, pictures=pictures))
    there = {(one.request, one.wanted) for one in journey.asked_for.all()}
    if (request, gap.code) not in there:
        journey.asked_for.add(AskedFor(0, request, gap.to_ask_for, gap.code))
    save_wanted(journey, replace(gap.wanted, state=WantedState.ASKED))
    return request
