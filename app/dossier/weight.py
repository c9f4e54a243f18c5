"""How heavy a dossier is for the way it will be sent, and what makes it lighter."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.dossier.changed_pages import lighten_sources
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan, PlannedRecord
from app.model.record import Record
from app.model.version import Pictures, Version
from app.progress import Progress
from app.worker.page_room import PageRoom

MEGABYTE = 1_000_000  # bytes, as mail programs and file lists count
MAIL_GROWS = 1.37
"""How much larger a file becomes in an e-mail: base64 (RFC 2045, 6.8) with its line ends."""
NEARLY = 0.9  # of the limit
SPARE = 0.99  # of the limit: what is guessed before binding may be wrong by a little
ELEMENT = 110  # bytes that one line of the structure tree takes
FRAME = 2 << 10  # bytes that a record page grows by: its frame and its place in the tree

_FILE = "record.pdf"


@dataclass(frozen=True, slots=True)
class Weight:
    """A record that goes in, and about how many bytes of the dossier it takes."""

    record: Record
    bytes: int


def most_bytes(version: Version) -> int | None:
    """Give how many bytes one file of this version may have, None for any."""
    return usable(version.most_megabytes, by_email=version.by_email)


def usable(megabytes: float, *, by_email: bool) -> int | None:
    """Give how many bytes a file may have for a limit in megabytes; None when that is 0, for any.

    In an e-mail it is about three quarters of the limit: a file grows on its way.
    """
    if megabytes <= 0:
        return None
    return int(megabytes * MEGABYTE / (MAIL_GROWS if by_email else 1.0))


def own_bytes(layout: Layout) -> int:
    """Give about how many bytes a file has beside the pages of its records."""
    return len(layout.own) + ELEMENT * len(layout.elements)


def record_bytes(
    plan: DossierPlan,
    size_of: Callable[[str], float],
    covered: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, float]:
    """Give about how many bytes each record takes, by its id; a note is among our own pages.

    `size_of` gives the bytes of a rendition by its sha256, `covered` those of
    the covered pages of a record by its id. Covered pages of which nothing is
    known there count as the pages that they were.
    """
    return {
        planned.record.id: _bytes(planned, size_of, covered) + FRAME * len(planned.pages)
        for planned in plan.records
    }


def _bytes(
    planned: PlannedRecord, size_of: Callable[[str], float], covered: Mapping[int, int]
) -> float:
    document = planned.record.document
    if document is None:
        return 0.0
    pictures = covered.get(planned.record.id)
    if pictures is None:
        return _share(planned) * size_of(document.rendition)
    return _share(planned, but=len(planned.drawn)) * size_of(document.rendition) + pictures


def heaviest(
    plan: DossierPlan,
    size_of: Callable[[str], int],
    most: int,
    covered: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Weight, ...]:
    """Give the `most` records that take most room, the heaviest first.

    `size_of` and `covered` are those of `record_bytes`. Notes weigh nothing.
    """
    weights = [
        Weight(planned.record, round(_bytes(planned, size_of, covered)))
        for planned in plan.records
        if planned.record.document is not None
    ]
    return tuple(sorted(weights, key=lambda one: -one.bytes)[:most])


def lighter_by(
    plan: DossierPlan,
    pieces: Callable[[str], Iterator[bytes]],
    pictures: Pictures,
    progress: Progress,
) -> int:
    """Give how many bytes the records of `plan` lose when their pictures are made lighter.

    They lose them against the pictures that the version of `plan` has. `pieces`
    gives the bytes of a document by its sha256. Each rendition is made lighter
    in a sealed room, one after the other, and thrown away.
    Raises CaseDamaged, SealedRoomFailure, or Cancelled.
    """
    lost = 0.0
    with PageRoom() as room:
        file = room.folder / _FILE
        shares = _shares(plan)
        for index, (rendition, share) in enumerate(shares.items()):
            progress.step(index, len(shares), "")
            with file.open("wb") as opened:
                opened.writelines(pieces(rendition))
            original = room.folder / f"original-{_FILE}"
            shutil.copyfile(file, original)
            lighten_sources(room, (_FILE,), plan.version.pictures, progress)
            before = file.stat().st_size
            shutil.move(original, file)
            lighten_sources(room, (_FILE,), pictures, progress)
            lost += share * (before - file.stat().st_size)
    return round(lost)


def _shares(plan: DossierPlan) -> dict[str, float]:
    """Give for each rendition how much of it goes in as it is; 1.0 is all of it."""
    shares: dict[str, float] = {}
    for planned in plan.records:
        if planned.record.document is not None:
            rendition = planned.record.document.rendition
            shares[rendition] = min(
                1.0, shares.get(rendition, 0.0) + _share(planned, but=len(planned.drawn))
            )
    return shares


def _share(planned: PlannedRecord, but: int = 0) -> float:
    """Give how much of a document goes in, without `but` of its pages."""
    document = planned.record.document
    going = max(0, len(planned.pages) - but)
    return going / len(document.pages) if document and document.pages else 0.0
