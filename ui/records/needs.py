"""Which records are shown, in which order, and what each of them still needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.content.load import load_content
from app.model.record import Kind, Record
from app.model.story import Reason
from app.phrases import _

PICTURES: dict[Kind | None, str] = {
    None: "file-text",
    Kind.DIAGNOSIS_PLAN: "clipboard-check",
    Kind.PATHOLOGY: "layers",
    Kind.IMAGING: "scan-line",
    Kind.OPERATION: "list-checks",
    Kind.HOSPITAL: "life-buoy",
    Kind.SPECIALIST_LETTER: "mail",
    Kind.LABORATORY: "flask-conical",
    Kind.FUNCTION_TEST: "chart-line",
    Kind.THERAPY: "notebook-pen",
    Kind.FAMILY_DOCTOR: "stethoscope",
    Kind.PATIENT_NOTES: "square-pen",
    Kind.FORM_CONSENT: "file-check-2",
}
"""The picture beside a record of each kind."""


_PLACES = {kind: place for place, kind in enumerate((*Kind, None))}


class Sort(StrEnum):
    """The orders of the list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are to be seen; nothing asked for means all of them."""

    kind: Kind | None = None
    reason: str = ""
    """The code of a reason that the records carry."""
    only_needing: bool = False
    only: frozenset[int] | None = None
    """Just these, as they are marked as private; None for all."""
    sort: Sort = Sort.NEWEST

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        asked = self.reason or self.only_needing or self.only is not None
        return self.kind is None and not asked


def missing(record: Record) -> tuple[str, ...]:
    """Give what a record lacks: "date", "kind", "source"; a person's own note has its source."""
    lacks = {
        "date": not record.dates.service.known,
        "kind": record.kind is None,
        "source": not record.source and not record.is_note,
    }
    return tuple(name for name, lacking in lacks.items() if lacking)


def complete(record: Record) -> bool:
    """Whether a record lacks nothing: what `missing` would say, for lists of thousands."""
    return (
        record.kind is not None
        and record.dates.service.start is not None
        and (bool(record.source) or record.document is None)
    )


def tally(records: Iterable[Record]) -> tuple[int, int]:
    """Give how many records need something, and how many pages there are in all."""
    needing = pages = 0
    for one in records:
        document = one.document
        if document is not None:
            pages += len(document.pages)
        if not complete(one):
            needing += 1
    return needing, pages


def need_words(record: Record) -> str:
    """Say what a record needs: "Needs a date", or "" when it needs nothing."""
    lacks = missing(record)
    if not lacks:
        return ""
    if lacks == ("date",):
        return _("Needs a date")
    if lacks == ("kind",):
        return _("Needs a kind")
    if lacks == ("source",):
        return _("Who made it?")
    words = {"date": _("date"), "kind": _("kind"), "source": _("who made it")}
    return _("Needs: {things}").format(things=", ".join(words[name] for name in lacks))


def picked(records: Iterable[Record], wanted: Wanted) -> list[Record]:
    """Give the wanted ones of records that come oldest first, in the wanted order.

    Those without a date come last, whether the oldest or the newest are first.
    """
    fitting = records if wanted.whole else (one for one in records if _fits(one, wanted))
    return ordered(list(fitting), wanted.sort)


def ordered(oldest: list[Record], sort: Sort) -> list[Record]:
    """Give records that come oldest first in another order; equal ones stay oldest first."""
    if sort is Sort.OLDEST:
        return oldest
    if sort is Sort.NEWEST:
        known = [one for one in oldest if one.dates.service.start]
        return [*reversed(known), *(one for one in oldest if not one.dates.service.start)]
    if sort is Sort.NAME:
        return sorted(oldest, key=lambda one: one.title.casefold())
    return sorted(oldest, key=lambda one: _PLACES[one.kind])


def reason_title(reason: Reason) -> str:
    """Give the title of a chosen reason: the program's own, or the person's words."""
    if reason.label:
        return reason.label
    return load_content().reason(reason.code).title


def kind_title(kind: Kind | None) -> str:
    """Give the name of a kind."""
    return load_content().kind(kind).label if kind else _("Not sure")


def _fits(record: Record, wanted: Wanted) -> bool:
    return (
        (wanted.kind is None or record.kind is wanted.kind)
        and (not wanted.reason or wanted.reason in record.reasons)
        and not (wanted.only_needing and complete(record))
        and (wanted.only is None or record.id in wanted.only)
    )
