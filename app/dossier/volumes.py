"""Which record goes into which file, when a dossier goes into several.

A dossier is cut only between two records. Every file repeats our own pages
and has its share of the records; the last one ends with what is known about
the dossier as a whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.model.version import Volumes

Parts = tuple[tuple[int, ...], ...]
"""The ids of the records of each volume, in the order of the dossier."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One of the files of a dossier, `number` of `count`, from 1; `of` tells each record's volume.

    In a `core` dossier the first files have what our own pages cite. The number
    0 is for all files at once, as they are shown before they are made.
    """

    number: int
    count: int
    of: Mapping[int, int] = field(default_factory=dict)
    core: bool = False

    @property
    def last(self) -> bool:
        """Whether the pages behind the records are in it."""
        return self.all_at_once or self.number == self.count

    @property
    def all_at_once(self) -> bool:
        """Whether it is no file of its own, but stands for all of them."""
        return self.number == 0

    def holds(self, record: int) -> bool:
        """Whether the record with this id is in it."""
        return self.all_at_once or self.of[record] == self.number


def split(records: Sequence[int], weights: Mapping[int, float], room: float) -> Parts:
    """Cut `records` into runs that weigh at most `room` each, in order, as few as that gives.

    A record that is heavier than `room` stands alone. Each record is in
    exactly one run, and no run is empty.
    """
    runs: list[tuple[int, ...]] = []
    run: list[int] = []
    weight = 0.0
    for record in records:
        if run and weight + weights[record] > room:
            runs.append(tuple(run))
            run, weight = [], 0.0
        run.append(record)
        weight += weights[record]
    return (*runs, tuple(run)) if run else tuple(runs)


def parted(
    how: Volumes,
    records: Sequence[int],
    cited: Iterable[int],
    weights: Mapping[int, float],
    room: float | None,
) -> Parts:
    """Part the records of a dossier as its version wants it.

    `cited` are the records that our own pages cite: the core of the dossier.
    `room` is what the records of one file may weigh, None for any. One part,
    and so one file, is all that comes where nothing has to be parted.
    """
    if how is Volumes.ONE:
        return (tuple(records),)
    groups = [tuple(records)]
    if how is Volumes.CORE_AND_FULL:
        key = frozenset(cited)
        core = tuple(record for record in records if record in key)
        groups = [core, tuple(record for record in records if record not in key)]
        if not groups[1]:
            groups.pop()
    if room is None:
        return tuple(groups)
    parts: list[tuple[int, ...]] = []
    for group in groups:
        parts += split(group, weights, room) or (group,)  # a core without records stays
    return tuple(parts)


def volumes_of(parts: Parts, how: Volumes) -> tuple[Volume, ...]:
    """Give the volumes of `parts`; none where one file has it all."""
    if len(parts) < 2:
        return ()
    of = {record: number for number, part in enumerate(parts, start=1) for record in part}
    core = how is Volumes.CORE_AND_FULL
    return tuple(Volume(number, len(parts), of, core) for number in range(1, len(parts) + 1))


def all_volumes(parts: Parts, how: Volumes) -> Volume | None:
    """Give the volumes of `parts` as one, to be shown; None where one file has it all."""
    several = volumes_of(parts, how)
    return replace(several[0], number=0) if several else None


def volume_path(target: Path, volume: Volume) -> Path:
    """Give the name of a volume: “name_vol1of3.pdf” beside “name.pdf”."""
    return target.with_name(f"{target.stem}_vol{volume.number}of{volume.count}{target.suffix}")


def label_runs(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Give where a run of page numbers begins: the page of the file, from 0, and its number."""
    runs: list[tuple[int, int]] = []
    following = 0
    for page, number in enumerate(numbers):
        if number != following:
            runs.append((page, number))
        following = number + 1
    return tuple(runs)
