"""How large the files of a dossier will be, and what can be done when they are too large."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.dossier.changed_pages import lighten_sources
from app.dossier.lay_out import lay_out
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.volumes import parted, volumes_of
from app.dossier.weight import SPARE, Weight, heaviest, own_bytes, record_bytes, usable
from app.errors import CaseDamaged, SealedRoomFailure
from app.model.version import Pictures, Volumes
from app.phrases import _
from app.progress import Progress
from app.worker.page_room import PageRoom

__all__ = ["LighterFile", "Offers", "RenditionSizes", "file_sizes", "offers", "usable"]

MOST_NAMED = 5  # records that are offered to be left out

_FILE = "record.pdf"


@dataclass(frozen=True, slots=True)
class LighterFile:
    """The dossier in one file with lighter pictures; `bytes` is what it would have."""

    pictures: Pictures
    bytes: int
    fits: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """What one file would have, and what to do when that is more than `most`, None for any.

    `files` are the bytes of each file as the version is now. `lighter` has one
    entry for each step that was tried, the last of which fits if any does;
    the text of the records stays as it is. `heaviest` are the records that
    take most room; none is left out by itself. `volumes` are the bytes of the
    files when the dossier goes into several. All three are empty while
    every file fits.
    """

    most: int | None
    files: tuple[int, ...]
    lighter: tuple[LighterFile, ...] = ()
    heaviest: tuple[Weight, ...] = ()
    volumes: tuple[int, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether every file is small enough."""
        return self.most is None or max(self.files) <= self.most


class RenditionSizes:
    """Tells how many bytes renditions have with lighter pictures; each is measured once.

    `size` and `pieces` give the bytes of a rendition, and how many, by its sha256.
    """

    def __init__(
        self, size: Callable[[str], int], pieces: Callable[[str], Iterator[bytes]]
    ) -> None:
        self._size = size
        self._pieces = pieces
        self._known: dict[tuple[str, Pictures], int] = {}

    def measured(
        self, plan: DossierPlan, pictures: Pictures, progress: Progress
    ) -> Callable[[str], int]:
        """Give the sizes of the renditions of `plan` with lighter pictures; none is kept.

        One that is damaged or that no sealed room can read counts as it is.
        Raises Cancelled.
        """
        if pictures is Pictures.AS_THEY_ARE:
            return self._size
        documents = [planned.record.document for planned in plan.records]
        every = dict.fromkeys(one.rendition for one in documents if one)
        new = [sha256 for sha256 in every if (sha256, pictures) not in self._known]
        if new:
            with PageRoom() as room:
                for index, sha256 in enumerate(new):
                    progress.step(index, len(new), _("Making pictures lighter"))
                    self._known[sha256, pictures] = self._lightened(sha256, pictures, room)
        return lambda sha256: self._known[sha256, pictures]

    def _lightened(self, sha256: str, pictures: Pictures, room: PageRoom) -> int:
        file = room.folder / _FILE
        try:
            with file.open("wb") as opened:
                opened.writelines(self._pieces(sha256))
            lighten_sources(room, (_FILE,), pictures, Progress())
        except (CaseDamaged, SealedRoomFailure):
            return self._size(sha256)  # the check and the making of the file tell of it
        return file.stat().st_size


def file_sizes(
    plan: DossierPlan,
    layout: Layout,
    sizes: RenditionSizes,
    progress: Progress,
    *,
    most: int | None,
    volumes: Volumes = Volumes.ONE,
    pictures: Pictures = Pictures.AS_THEY_ARE,
) -> tuple[int, ...]:
    """Give about how many bytes each file of a dossier has; within 5 % of what is made.

    `layout` is that of the whole dossier, and `most` the bytes that one file
    may have. A covered page is counted as the page that it was.
    """
    weights = record_bytes(plan, sizes.measured(plan, pictures, progress))
    records = [planned.record.id for planned in plan.records]
    room = None if most is None else most * SPARE - own_bytes(layout)
    parts = parted(volumes, records, layout.cited, weights, room)
    laid = [lay_out(plan, volume=volume) for volume in volumes_of(parts, volumes)] or [layout]
    return tuple(
        round(own_bytes(one) + sum(weights[record] for record in part))
        for one, part in zip(laid, parts, strict=True)
    )


def offers(
    plan: DossierPlan,
    layout: Layout,
    sizes: RenditionSizes,
    progress: Progress,
    *,
    most: int | None,
) -> Offers:
    """Look what makes the files of a dossier small enough for `most` bytes each.

    Pictures are made lighter step by step, and no step is tried after the
    first that fits. Raises Cancelled.
    """
    version = plan.version
    pictures = version.pictures
    files = file_sizes(
        plan, layout, sizes, progress, most=most, volumes=version.volumes, pictures=pictures
    )
    found = Offers(most, files)
    if found.fits or most is None:
        return found
    return Offers(
        most,
        files,
        tuple(_lighter(plan, layout, sizes, progress, most)),
        heaviest(plan, sizes.measured(plan, pictures, progress), MOST_NAMED),
        file_sizes(
            plan, layout, sizes, progress, most=most, volumes=Volumes.BY_SIZE, pictures=pictures
        ),
    )


def _lighter(
    plan: DossierPlan, layout: Layout, sizes: RenditionSizes, progress: Progress, most: int
) -> Iterator[LighterFile]:
    steps = list(Pictures)
    for step in steps[steps.index(plan.version.pictures) + 1 :]:
        (size,) = file_sizes(plan, layout, sizes, progress, most=most, pictures=step)
        yield LighterFile(step, size, size <= most)
        if size <= most:
            return
