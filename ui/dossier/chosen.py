"""What one version of the dossier takes of each record, as the list shows it."""

from dataclasses import dataclass, replace

from app.case.casefile import CaseFile
from app.dossier.choosing import choose
from app.dossier.groups import lettered
from app.dossier.ordering import grouped
from app.model.record import Record
from app.model.version import MAIN, Version
from app.phrases import _
from ui.dossier.changes import as_marked


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record and what becomes of it in one version.

    `record.pages` are those that go in, from 1, () for all. `why` says why it
    stays behind, "" where nobody said. `own` means that this version, which
    is not the first, says something of its own about the record. `by_hand`
    means that a person left it out, not a tag, a newer report or the wish to
    leave out the first opinion.
    """

    record: Record
    goes: bool
    why: str = ""
    own: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one kind, in the order of the dossier."""

    name: str
    records: tuple[Chosen, ...]


def groups_of(case: CaseFile, version: Version) -> tuple[Group, ...]:
    """Give every record of the case in its group, with what this version makes of it."""
    marked = as_marked(case)
    kept, left_out = choose(marked, version)
    pages = {record.id: record.pages for record in kept}
    whys = {one.record.id: one.why for one in left_out}
    own = set() if version.id == MAIN.id else {one.record for one in version.selections}

    def chosen(record: Record) -> Chosen:
        if record.id in pages:
            going = replace(record, pages=_fewer(record, pages[record.id]))
            return Chosen(going, goes=True, own=record.id in own)
        why = whys.get(record.id, "")
        unsaid = why == _("Left out by the patient")
        return Chosen(
            record,
            goes=False,
            why="" if unsaid else why,
            own=record.id in own,
            by_hand=unsaid or why == _given(record, version),
        )

    return tuple(
        Group(lettered(kind, "en"), tuple(chosen(record) for record in group))
        for kind, group in grouped(marked.records, oldest_first=version.oldest_first)
    )


def _given(record: Record, version: Version) -> str:
    """Give the reason that a person gave, "" where a person did not leave it out."""
    selection = version.selection(record.id)
    if selection is not None:
        return "" if selection.included else selection.why
    return "" if record.in_dossier else record.left_out_because


def _fewer(record: Record, pages: tuple[int, ...]) -> tuple[int, ...]:
    """Give () where the pages are all that there are."""
    every = range(1, len(record.document.pages) + 1) if record.document else range(0)
    return () if pages == tuple(every) else pages
