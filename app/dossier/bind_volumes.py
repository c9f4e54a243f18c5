"""From a plan to the several files of a dossier, each checked, put in place together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.dossier.bind import Fetch, bind_there, gather
from app.dossier.lay_out import lay_out
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.reading_back import Bound, Readers, binding_room, readers
from app.dossier.volumes import Parts, Volume, parted, volume_path, volumes_of
from app.dossier.weight import MEGABYTE, SPARE, most_bytes, own_bytes, record_bytes
from app.dossier.whole_file import full_told, put_all_in_place
from app.phrases import _
from app.progress import Progress
from app.worker.page_room import PageRoom


@dataclass(frozen=True, slots=True)
class BoundFile:
    """One finished file of a dossier: where it is, how it is laid out, and what it is."""

    path: Path
    layout: Layout
    bound: Bound


def bind_volumes(
    plan: DossierPlan,
    renditions: tuple[str, ...],
    fetch: Fetch,
    target: Path,
    progress: Progress,
    *,
    password: str = "",
    reproducible: bool = False,
    spare: Callable[[Path], None] = lambda _path: None,
) -> tuple[BoundFile, ...]:
    """Bind `plan` into the files that its version wants, beside `target`; one alone is `target`.

    No file is larger than the version allows, but one that has a single
    record. Every file is read back by other readers before the first is put
    in its place. `spare` is asked about each name, and raises for one that
    must not be written to.

    Raises what `bind_dossier` raises; then every file is what it was before.
    """
    with readers() as others, binding_room(others) as first, full_told(target):
        files = gather(first, renditions, fetch, plan.version.pictures, progress)
        binder = _Binder(plan, files, first, others, progress, password, reproducible)
        made = binder.made()
        paths = [volume_path(target, one.volume) if one.volume else target for one, _bound in made]
        for path in paths:
            spare(path)
        progress.step(0, 1, _("Saving the dossier"))
        names = [others.seeing.folder / _name(index) for index in range(len(made))]
        put_all_in_place(list(zip(names, paths, strict=True)))
    return tuple(
        BoundFile(path, layout, bound) for path, (layout, bound) in zip(paths, made, strict=True)
    )


def too_large(plan: DossierPlan, sizes: Mapping[int, int]) -> tuple[str, ...]:
    """Say which records alone are larger than a file may be.

    `sizes` gives, by the id of a record that has a file of its own, the
    bytes of that file.
    """
    most = most_bytes(plan.version)
    words = _(
        "“{title}” alone makes a file of {size} MB. That is more than the limit of {most} MB."
    )
    return tuple(
        words.format(
            title=planned.record.title,
            size=f"{sizes[planned.record.id] / MEGABYTE:.1f}",
            most=f"{most / MEGABYTE:.1f}",
        )
        for planned in plan.records
        if most is not None and sizes.get(planned.record.id, 0) > most
    )


def alone_in(layout: Layout) -> int | None:
    """Give the id of the only record of a volume, None where there are more or none."""
    if layout.volume is None:
        return layout.places[0].record if len(layout.places) == 1 else None
    held = [place.record for place in layout.places if layout.volume.holds(place.record)]
    return held[0] if len(held) == 1 else None


@dataclass(frozen=True, slots=True)
class _Binder:
    """Binds files in the room `first`, and has them read in the rooms of `others`."""

    plan: DossierPlan
    files: Mapping[str, str]
    first: PageRoom
    others: Readers
    progress: Progress
    password: str
    reproducible: bool

    def made(self) -> list[tuple[Layout, Bound]]:
        """Bind until no file is too large that could be cut once more."""
        self.others.get_ready()
        whole = self._laid(None)
        weights = record_bytes(self.plan, lambda sha256: self._size(self.files[sha256]))
        most = most_bytes(self.plan.version)
        room = None if most is None else most * SPARE - own_bytes(whole)
        while True:
            parts = self._parts(whole, weights, room)
            made = [
                self._bound(index, volume, whole)
                for index, volume in enumerate(
                    volumes_of(parts, self.plan.version.volumes) or (None,)
                )
            ]
            if most is None or room is None:
                return made
            wrong = [
                (part, bound.bytes)
                for part, (_layout, bound) in zip(parts, made, strict=True)
                if bound.bytes > most and len(part) > 1
            ]
            if not wrong:
                return made
            for part, size in wrong:  # its records are heavier than they looked
                weight = max(1.0, sum(weights[record] for record in part))
                more = max(1.0, (size - most + room) / weight) * 1.01
                weights |= {record: max(1.0, weights[record]) * more for record in part}

    def _parts(self, whole: Layout, weights: Mapping[int, float], room: float | None) -> Parts:
        records = [planned.record.id for planned in self.plan.records]
        return parted(self.plan.version.volumes, records, whole.cited, weights, room)

    def _bound(self, index: int, volume: Volume | None, whole: Layout) -> tuple[Layout, Bound]:
        layout = self._laid(volume) if volume else whole
        sought = bind_there(
            self.first,
            layout,
            self.plan,
            self.files,
            self.others.seeing.folder / _name(index),
            self.progress,
            password=self.password,
            reproducible=self.reproducible,
        )
        bound = self.others.check(layout, _name(index), sought, self.progress, self.password)
        return layout, bound

    def _laid(self, volume: Volume | None) -> Layout:
        step = self.progress.step
        return lay_out(
            self.plan,
            volume=volume,
            reproducible=self.reproducible,
            step=lambda done, total: step(done, total, _("Putting the pages in order")),
        )

    def _size(self, name: str) -> int:
        return (self.first.folder / name).stat().st_size


def _name(index: int) -> str:
    return f"volume{index + 1}.pdf"
