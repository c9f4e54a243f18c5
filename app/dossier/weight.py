"""How heavy a dossier is for the way it will be sent, and what makes it lighter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.dossier.changed_pages import lighten_sources
from app.dossier.plan import DossierPlan, PlannedRecord
from app.model.record import Record
from app.model.version import Pictures, Version
from app.progress import Progress
from app.worker.page_room import PageRoom

MEGABYTE = 1_000_000  # bytes, as mail programs and file lists count
MAIL_GROWS = 1.37
"""How much larger a file becomes in an e-mail: base64 (RFC 2045, 6.8) with its line ends."""
NEARLY = 0.9  # of the limit

_FILE = "record.pdf"


@dataclass(frozen=True, slots=True)
class Weight:
    """A record that goes in, and about how many bytes of the dossier it takes."""

    record: Record
    bytes: int


def most_bytes(version: Version) -> int | None:
    """Give how many bytes one file of this version may have, None for any."""
    if version.most_megabytes <= 0:
        return None
    grows = MAIL_GROWS if version.by_email else 1.0
    return int(version.most_megabytes * MEGABYTE / grows)


def heaviest(plan: DossierPlan, size_of: Callable[[str], int], most: int) -> tuple[Weight, ...]:
    """Give the `most` records that take most room, the heaviest first.

    `size_of` gives the bytes of a document by its sha256. Notes weigh nothing.
    """
    weights = [
        Weight(planned.record, round(_share(planned) * size_of(planned.record.document.rendition)))
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

    `pieces` gives the bytes of a document by its sha256. Each rendition is made
    lighter in a sealed room, one after the other, and thrown away.
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
            before = file.stat().st_size
            lighten_sources(room, (_FILE,), pictures, progress)
            lost += share * (before - file.stat().st_size)
    return round(lost)


def _shares(plan: DossierPlan) -> dict[str, float]:
    """Give for each rendition how much of it goes in; 1.0 is all of it."""
    shares: dict[str, float] = {}
    for planned in plan.records:
        if planned.record.document is not None:
            rendition = planned.record.document.rendition
            shares[rendition] = min(1.0, shares.get(rendition, 0.0) + _share(planned))
    return shares


def _share(planned: PlannedRecord) -> float:
    document = planned.record.document
    return len(planned.pages) / len(document.pages) if document and document.pages else 0.0
