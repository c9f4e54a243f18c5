"""Puts the records of a group in another order than that of their dates."""

from collections.abc import Sequence
from dataclasses import replace

from app.dossier.choosing import in_order
from app.dossier.planning import ORDER
from app.model.record import Kind, Record

Group = tuple[Kind | None, tuple[Record, ...]]


def grouped(records: Sequence[Record], *, oldest_first: bool = False) -> tuple[Group, ...]:
    """Give the groups that have records, A to L, each in the order of the dossier.

    Records that are left out stand where they would stand.
    """
    groups = (
        (kind, tuple(in_order((r for r in records if r.kind is kind), oldest_first=oldest_first)))
        for kind in ORDER
    )
    return tuple((kind, group) for kind, group in groups if group)


def moved(
    records: Sequence[Record], record: int, to: int, *, oldest_first: bool = False
) -> tuple[Record, ...]:
    """Give the records that change when `record` becomes number `to`, from 0, of its group.

    A number beyond the group is its end; none changes when it stands there already.
    """
    group = next(
        (
            group
            for _kind, group in grouped(records, oldest_first=oldest_first)
            if _has(group, record)
        ),
        (),
    )
    one = next((one for one in group if one.id == record), None)
    if one is None:
        return ()
    others = [other for other in group if other is not one]
    at = min(max(to, 0), len(others))
    if at == group.index(one):
        return ()
    others.insert(at, one)
    placed = (replace(other, place=place) for place, other in enumerate(others))
    return tuple(new for new, old in zip(placed, others, strict=True) if new != old)


def by_date(records: Sequence[Record]) -> tuple[Record, ...]:
    """Give the records that change when all go back to the order of their dates."""
    return tuple(replace(one, place=None) for one in records if one.place is not None)


def _has(group: tuple[Record, ...], record: int) -> bool:
    return any(one.id == record for one in group)
