"""What could go into a file of own lists, or come out of one: entry by entry, with a tick each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from app.model.own_lists import ListKind, OwnLists
from app.model.recipient_profile import RecipientProfile


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry: a text, or a recipient without what ties them to a client.

    `place` counts from 1 in its list. `remarks` say what to look at; with
    one, somebody has to tick the entry by hand. An entry that does not `fit`
    cannot be ticked.
    """

    kind: ListKind
    place: int
    value: str | RecipientProfile
    remarks: tuple[str, ...] = ()
    fits: bool = True

    @property
    def key(self) -> str:
        """What names this entry among all, such as "questions:2"."""
        return f"{self.kind.value}:{self.place}"

    @property
    def ticked(self) -> bool:
        """Whether it goes along unless somebody says otherwise."""
        return self.fits and not self.remarks

    @property
    def words(self) -> str:
        """What it says; of a recipient, who it is."""
        if isinstance(self.value, str):
            return self.value
        who = self.value.recipient
        return ", ".join(filter(None, (who.name, who.service, who.place)))


def chosen(offers: Iterable[Offer], keys: Collection[str], language: str) -> OwnLists:
    """Give the lists of the entries with these keys; what does not fit never goes along."""
    found: dict[str, list[Any]] = {kind.value: [] for kind in ListKind}
    for one in offers:
        if one.fits and one.key in keys:
            found[one.kind.value].append(one.value)
    return OwnLists(language, **{name: tuple(values) for name, values in found.items()})
