"""Which records and which pages one version of the dossier takes, and why others stay behind."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.content.load import load_content
from app.dossier.plan import LeftOut, PlannedRecord
from app.model.recipient_profile import FirstOpinion
from app.model.record import Record
from app.model.relation import Relation
from app.model.story import CaseSnapshot
from app.model.version import Selection, Version
from app.phrases import _


def choose(case: CaseSnapshot, version: Version) -> tuple[tuple[Record, ...], tuple[LeftOut, ...]]:
    """Give the records that go in, with the pages of this version, and those that stay behind.

    What a version says of a record goes before what the record says of
    itself, and that before the tags: a tag keeps a record out only where
    nobody put it in by name. Pages that state the first conclusion never go
    into a version that is blind to it.
    """
    wanted: list[Record] = []
    left_out: list[LeftOut] = []
    for record in case.records:
        why = _stays_behind(case, version, record)
        if why is None:
            wanted.append(_with_pages(case, version, record))
        else:
            left_out.append(LeftOut(record, why, named=_may_be_named(case, version, record)))
    here = {record.id for record in wanted}
    kept = []
    for record in wanted:
        newer = None if version.earlier_reports else _newer(case, record, here)
        if newer is None or _asked_for(version, record.id):
            kept.append(record)
        else:
            text = _("An earlier report. “{title}” takes its place.")
            left_out.append(LeftOut(record, text.format(title=newer.title)))
    order = {record.id: index for index, record in enumerate(case.records)}
    left_out.sort(key=lambda one: order[one.record.id])
    return tuple(kept), tuple(left_out)


def in_order(records: Iterable[Record], *, oldest_first: bool = False) -> list[Record]:
    """Sort the records of one kind by date, undated last.

    A place that a person gave comes before; the newest stands first unless
    `oldest_first`.
    """
    dated = sorted(records, key=lambda record: record.id)
    if oldest_first:
        dated.sort(key=lambda record: record.dates.service.earliest or date.max)
    else:
        dated.sort(key=lambda record: record.dates.service.earliest or date.min, reverse=True)
    dated.sort(key=lambda record: (record.place is None, record.place or 0))
    return dated


def translations_beside(records: list[Record], case: CaseSnapshot) -> list[Record]:
    """Put each translation right behind what it translates, where both are there."""
    found = {record.id: record for record in records}
    behind: dict[int, list[Record]] = {}
    for pair in case.related:
        if pair.relation is Relation.TRANSLATES and {pair.record, pair.other} <= found.keys():
            behind.setdefault(pair.other, []).append(found[pair.record])
    moved = {one.id for ones in behind.values() for one in ones}
    placed: list[Record] = []

    def place(record: Record) -> None:
        placed.append(record)
        for translation in behind.pop(record.id, ()):
            place(translation)

    for record in records:
        if record.id not in moved:
            place(record)
    there = {one.id for one in placed}
    placed += [one for one in records if one.id not in there]  # two that translate each other
    return placed


def planned(number: int, record: Record, version: Version) -> PlannedRecord:
    """Give a chosen record as "Doc `number`", with the facts of its pages and its boxes."""
    if record.document is None:
        return PlannedRecord(number, record)
    every = range(len(record.document.pages))
    pages = tuple(page - 1 for page in record.pages if page - 1 in every) or tuple(every)
    boxes = {
        box.page - 1
        for box in version.cover_ups
        if box.record == record.id and box.page - 1 in pages
    }
    return PlannedRecord(
        number,
        record,
        pages,
        tuple(record.document.pages[page] for page in pages),
        tuple(sorted(boxes)),
        tuple(page - 1 for page in version.pictured(record.id) if {page - 1} <= {*pages} - boxes),
    )


def _stays_behind(case: CaseSnapshot, version: Version, record: Record) -> str | None:
    """Give why a record stays behind; None when it goes in."""
    if version.first_opinion is not FirstOpinion.INCLUDE and _states_it_all(case, version, record):
        return (
            _("It states the first opinion. It can be asked for.")
            if version.first_opinion is FirstOpinion.ON_REQUEST
            else _("It states the first opinion, which is left out at the patient’s wish.")
        )
    selection = version.selection(record.id)
    if selection is not None:
        return None if selection.included else selection.why or _("Left out by the patient")
    if not record.in_dossier:
        return record.left_out_because or _("Left out by the patient")
    tags = sorted(tag for tag in case.sensitivities.get(record.id, ()) if tag.stays_out)
    if tags:
        return _("Left out because it is marked as “{tag}”.").format(
            tag=load_content().sensitivity(tags[0]).label
        )
    return None


def _may_be_named(case: CaseSnapshot, version: Version, record: Record) -> bool:
    """Whether the title and source of a record that stays behind tell nothing they should not.

    Those of a record that states the first opinion often name the illness and
    the doctor, which a version that is blind to it must not.
    """
    if version.first_opinion is not FirstOpinion.INCLUDE and record.id in case.first_opinion:
        return False
    return not any(tag.stays_out for tag in case.sensitivities.get(record.id, ()))


def _states_it_all(case: CaseSnapshot, version: Version, record: Record) -> bool:
    pages = case.first_opinion.get(record.id)
    if pages is None:
        return False
    return not pages or not _remaining(record, version.selection(record.id), pages)


def _with_pages(case: CaseSnapshot, version: Version, record: Record) -> Record:
    selection = version.selection(record.id)
    if selection is not None and selection.pages:
        record = replace(record, pages=selection.pages)
    if version.first_opinion is not FirstOpinion.INCLUDE and record.id in case.first_opinion:
        record = replace(record, pages=_remaining(record, selection, case.first_opinion[record.id]))
    return record


def _remaining(
    record: Record, selection: Selection | None, hidden: tuple[int, ...]
) -> tuple[int, ...]:
    """Give the pages, from 1, that are left when `hidden` are taken away."""
    chosen = (selection.pages if selection else ()) or record.pages
    if not chosen and record.document is not None:
        chosen = tuple(range(1, len(record.document.pages) + 1))
    return tuple(page for page in chosen if page not in hidden)


def _newer(case: CaseSnapshot, record: Record, here: set[int]) -> Record | None:
    """Give the record in the dossier that replaces this one."""
    for pair in case.related:
        if (
            pair.relation is Relation.REPLACES
            and pair.other == record.id
            and pair.record in here
            and pair.record != record.id
        ):
            return case.record(pair.record)
    return None


def _asked_for(version: Version, record: int) -> bool:
    selection = version.selection(record)
    return selection is not None and selection.included
