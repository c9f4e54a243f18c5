"""How large the files of a dossier will be, and what can be done when they are too large."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.dossier.changed_pages import cover_sheet, lighten_sources
from app.dossier.lay_out import lay_out
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.volumes import Parts, Volume, all_volumes, parted, volumes_of
from app.dossier.weight import SPARE, Weight, heaviest, most_bytes, own_bytes, record_bytes, usable
from app.errors import CaseDamaged, SealedRoomFailure
from app.model.version import Pictures, TextLayer, Volumes
from app.phrases import _, phrases
from app.progress import Progress
from app.worker.page_orders import CoveredPage, Covering
from app.worker.page_room import PageRoom

__all__ = [
    "LighterFile",
    "Offers",
    "RenditionSizes",
    "file_sizes",
    "offers",
    "shown_volumes",
    "usable",
]

MOST_NAMED = 5  # records that are offered to be left out

_FILE, _COVERED = "record.pdf", "covered.pdf"

_Cover = tuple[str, tuple[CoveredPage, ...], bool, Pictures]
"""A rendition, what is covered of it, whether its words can be searched, how it is carried."""


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
        self._covers: dict[_Cover, int | None] = {}

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

    def covered(self, plan: DossierPlan, pictures: Pictures, progress: Progress) -> dict[int, int]:
        """Give the bytes of the covered pages of each record that has some, by its id.

        A page that is covered, or goes in as a picture, can weigh a hundred
        times what it did. Each is made once and none is kept. A record that
        cannot be covered now is not among them. Raises Cancelled.
        """
        wanted = {}
        for planned in plan.records:
            if planned.drawn and planned.record.document is not None:
                own = {page: page for page in planned.drawn}
                sheet = cover_sheet(planned, plan.version, 0, own, phrases(plan.language))
                rendition = planned.record.document.rendition
                layer = plan.version.text_layer is TextLayer.ALLOWED
                wanted[planned.record.id] = (rendition, sheet.pages, layer, pictures)
        new = [one for one in dict.fromkeys(wanted.values()) if one not in self._covers]
        if new:
            with PageRoom() as room:
                for index, one in enumerate(new):
                    progress.step(index, len(new), _("Covering parts of pages"))
                    self._covers[one] = self._cover(one, room)
        sizes = {record: self._covers[one] for record, one in wanted.items()}
        return {record: size for record, size in sizes.items() if size is not None}

    def _lightened(self, sha256: str, pictures: Pictures, room: PageRoom) -> int:
        try:
            self._lend(sha256, pictures, room)
        except (CaseDamaged, SealedRoomFailure):
            return self._size(sha256)  # the check and the making of the file tell of it
        return (room.folder / _FILE).stat().st_size

    def _cover(self, wanted: _Cover, room: PageRoom) -> int | None:
        rendition, pages, layer, pictures = wanted
        try:
            self._lend(rendition, pictures, room)
            room.cover(Covering(_FILE, _COVERED, pages, text_layer=layer))
        except (CaseDamaged, SealedRoomFailure):
            return None  # the same holds
        return (room.folder / _COVERED).stat().st_size

    def _lend(self, sha256: str, pictures: Pictures, room: PageRoom) -> None:
        with (room.folder / _FILE).open("wb") as opened:
            opened.writelines(self._pieces(sha256))
        lighten_sources(room, (_FILE,), pictures, Progress())


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
    may have. Raises Cancelled.
    """
    weights = _weights(plan, sizes, pictures, progress)
    parts = _parts(plan, layout, weights, volumes, most)
    laid = [lay_out(plan, volume=volume) for volume in volumes_of(parts, volumes)] or [layout]
    return tuple(
        round(own_bytes(one) + sum(weights[record] for record in part))
        for one, part in zip(laid, parts, strict=True)
    )


def shown_volumes(
    plan: DossierPlan, layout: Layout, sizes: RenditionSizes, progress: Progress
) -> Volume | None:
    """Give the files that a version wants as one volume, to be shown before they are made.

    `layout` is that of the whole dossier; None where one file has it all. Raises Cancelled.
    """
    version = plan.version
    if version.volumes is Volumes.ONE:
        return None
    weights = _weights(plan, sizes, version.pictures, progress)
    parts = _parts(plan, layout, weights, version.volumes, most_bytes(version))
    return all_volumes(parts, version.volumes)


def _weights(
    plan: DossierPlan, sizes: RenditionSizes, pictures: Pictures, progress: Progress
) -> dict[int, float]:
    covered = sizes.covered(plan, pictures, progress)
    return record_bytes(plan, sizes.measured(plan, pictures, progress), covered)


def _parts(
    plan: DossierPlan,
    layout: Layout,
    weights: Mapping[int, float],
    volumes: Volumes,
    most: int | None,
) -> Parts:
    records = [planned.record.id for planned in plan.records]
    room = None if most is None else most * SPARE - own_bytes(layout)
    return parted(volumes, records, layout.cited, weights, room)


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
        heaviest(
            plan,
            sizes.measured(plan, pictures, progress),
            MOST_NAMED,
            sizes.covered(plan, pictures, progress),
        ),
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
