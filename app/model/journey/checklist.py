"""The checklist of a case: lists merged into one, and how far each line has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.model.journey.request import AskedFor, Request
from app.model.journey.snapshot import Journey
from app.model.journey.wanted import Wanted, WantedState
from app.model.record import Kind, Record

MUST, SHOULD, HELPFUL = 1, 2, 3
"""How much a line is wanted."""

OWN = "own-"
"""How the code of a line of the person's own starts."""

_SETTLED = frozenset(
    {
        WantedState.HAVE,
        WantedState.DOES_NOT_EXIST,
        WantedState.NOT_NEEDED,
        WantedState.CANNOT_GET,
    }
)


_UNTOUCHED = Wanted(0, "")


@dataclass(frozen=True, slots=True)
class Wish:
    """A record that one list asks for; lists that mean the same give it the same `code`.

    `origin` is the list's name for people. `text` is in plain words,
    `ask_for` the name that a records office knows, `original` the originals
    that are needed beside the report, `kinds` where such a record is filed.
    """

    code: str
    text: str
    priority: int
    origin: str
    ask_for: str = ""
    kinds: tuple[Kind, ...] = ()
    original: str = ""
    note: str = ""
    line: str = ""
    """The id of the line itself, which is the code where the line needs no other."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of the merged checklist, and what the person wrote about it.

    `also` is how other lists word it. `wanted` has the id 0 while nobody
    touched the line. `records` are the ids of the records linked to it,
    `asked` the requests that name it.
    """

    code: str
    text: str
    priority: int
    origins: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ask_for: str = ""
    kinds: tuple[Kind, ...] = ()
    originals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    wanted: Wanted = _UNTOUCHED
    records: tuple[int, ...] = ()
    asked: tuple[tuple[Request, AskedFor], ...] = ()

    @property
    def state(self) -> WantedState:
        """How far it has come."""
        return self.wanted.state

    @property
    def own(self) -> bool:
        """Whether the person added the line."""
        return self.code.startswith(OWN)

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be done about it."""
        return self.state in _SETTLED

    @property
    def printed(self) -> bool:
        """Whether it stands on the dossier's list of what is missing.

        A line that nobody touched does not: nobody said that it is missing.
        Nor does one that is not asked for yet but has a record.
        """
        if not self.wanted.id or not self.state.is_missing:
            return False
        return not (self.state is WantedState.NOT_ASKED and self.records)

    @property
    def named(self) -> str:
        """What a records office calls it, to start a line with."""
        words = self.ask_for or self.text
        return words[:1].upper() + words[1:]

    @property
    def to_ask_for(self) -> str:
        """What a request says, with the originals that are needed too."""
        return "; ".join((self.named, *self.originals))


def merged(wishes: Iterable[Wish]) -> tuple[Gap, ...]:
    """Give each code once, the strictest priority first, else in the order of the lists.

    A line is worded as the list words it that its code is from; where that
    list is not among them, as the one that wants it most. No wording,
    origin, kind, original or note is lost.
    """
    by_code: dict[str, list[Wish]] = {}
    for wish in wishes:
        by_code.setdefault(wish.code, []).append(wish)
    gaps = [_one_line(same) for same in by_code.values()]
    return tuple(sorted(gaps, key=lambda gap: gap.priority))


def gaps_of(wishes: Iterable[Wish], journey: Journey) -> tuple[Gap, ...]:
    """Give the merged checklist with what the journey says about each line, own lines last."""
    written = {one.code: one for one in journey.wanted}
    own = [
        Gap(one.code, one.text, SHOULD, ask_for=one.text)
        for one in journey.wanted
        if one.code.startswith(OWN)
    ]
    return tuple(
        _with_state(gap, written.get(gap.code), journey) for gap in (*merged(wishes), *own)
    )


def begun(journey: Journey) -> bool:
    """Whether anybody has worked on the checklist."""
    return bool(journey.specialties or journey.wanted)


def missing(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Give the lines that stand on the dossier's list of what is missing."""
    return tuple(gap for gap in gaps if gap.printed)


def still_open(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Give the lines about which there is more to do."""
    return tuple(gap for gap in gaps if not gap.settled)


def fitting(gap: Gap, records: Iterable[Record]) -> tuple[Record, ...]:
    """Give the records that are filed where the line's record would be and are not linked to it.

    They may be what the line wants; only a person can say so. The person's own
    notes are not among them: that something is a note does not say what it is about.
    """
    return tuple(one for one in may_hold(gap, records) if one.kind is not Kind.PATIENT_NOTES)


def may_hold(gap: Gap, records: Iterable[Record]) -> tuple[Record, ...]:
    """Give the `fitting` records and the notes, where the line's record may be a note."""
    return tuple(one for one in records if one.kind in gap.kinds and one.id not in gap.records)


def newest(gap: Gap, records: Iterable[Record]) -> Record | None:
    """Give the newest of the linked records whose date is known."""
    linked = [one for one in records if one.id in gap.records and one.dates.service.latest]
    return max(linked, key=lambda one: one.dates.service.latest or date.min, default=None)


def months_old(record: Record, today: date) -> int | None:
    """Give how many whole months old a record is at least; None while its date is not known."""
    day = record.dates.service.latest
    if day is None:
        return None
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (1 if today.day < day.day else 0))


def age_reminder(gap: Gap, records: Sequence[Record], today: date, limit: int) -> int:
    """Give the months of the newest linked record once it is older than `limit`, else 0.

    A `limit` of 0 months asks for no reminder. Whether age matters is not
    for a program to say.
    """
    record = newest(gap, records) if limit else None
    months = months_old(record, today) if record else None
    return months if months is not None and months > limit else 0


def _one_line(same: Sequence[Wish]) -> Gap:
    first = min(same, key=lambda wish: (wish.line != wish.code, wish.priority))
    texts = [wish.text for wish in same if wish.text.casefold() != first.text.casefold()]
    return Gap(
        code=first.code,
        text=first.text,
        priority=min(wish.priority for wish in same),
        origins=_each_once(wish.origin for wish in same),
        also=_each_once(texts),
        ask_for=first.ask_for or next((wish.ask_for for wish in same if wish.ask_for), ""),
        kinds=tuple(dict.fromkeys(kind for wish in same for kind in wish.kinds)),
        originals=_each_once(wish.original for wish in same),
        notes=_each_once(wish.note for wish in same),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _with_state(gap: Gap, written: Wanted | None, journey: Journey) -> Gap:
    requests = {one.id: one for one in journey.requests}
    asked = tuple(
        (requests[one.request], one)
        for one in journey.asked_for
        if one.wanted == gap.code and one.request in requests
    )
    if written is None:
        return replace(gap, wanted=Wanted(0, gap.code), asked=asked)
    linked = tuple(one.record for one in journey.wanted_records if one.wanted == written.id)
    return replace(gap, wanted=written, records=linked, asked=asked)
