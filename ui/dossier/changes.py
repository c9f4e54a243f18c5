"""What somebody changes about the records from the dossier's place, each one step of undo.

The first version says what it takes of the records themselves, as Records
does; every other one keeps selections of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.case.casefile import CaseFile
from app.dossier.choosing import choose
from app.dossier.ordering import by_date, moved
from app.errors import DossierBlocked
from app.model.record import Record
from app.model.story import CaseSnapshot
from app.model.version import MAIN, Selection, Version
from app.phrases import _, many
from ui.dossier.version_steps import version_of


def as_marked(case: CaseFile) -> CaseSnapshot:
    """Give as much of the case as it takes to decide which records go in."""
    return CaseSnapshot(
        records=tuple(case.records.all()),
        sensitivities=case.marks.sensitivities(),
        first_opinion=case.marks.first_opinion(),
        related=case.marks.related(),
    )


def tick(case: CaseFile, version: int, numbers: Iterable[int], goes_in: bool) -> None:
    """Put records into a version of the dossier, or leave them out, as one step.

    Raises DossierBlocked where none of them can go in because all state the
    first opinion, which this version leaves out.
    """
    wanted = set(numbers)
    if not goes_in:
        _leave_out(case, version, wanted)
        return
    marked, old = as_marked(case), version_of(case, version)
    if version == MAIN.id:
        marked = replace(marked, records=tuple(_ticked(marked.records, wanted)))
        new = _without(old, wanted)
        new = _selecting(new, _left_out(marked, new) & wanted, included=True)  # in spite of a tag
    else:
        new = _selecting(old, wanted, included=True)
    never = _left_out(marked, new) & wanted
    if wanted and never == wanted:
        raise DossierBlocked(
            _("It states the first opinion. Show the first opinion in this version to put it in.")
        )
    new = _as_before(new, old, never)
    records = [record for record in case.records.all() if record.id in wanted - never]
    ticked = [one for one in _ticked(records, wanted) if version == MAIN.id and one not in records]
    _write(case, _step(records, _("Put “{title}” in the dossier"), goes_in=True), ticked, old, new)


def leave_out(case: CaseFile, version: int, numbers: Iterable[int], why: str) -> None:
    """Leave records out of a version, as one step, and say why."""
    _leave_out(case, version, set(numbers), why)


def say_why(case: CaseFile, version: int, number: int, why: str, together: str = "") -> None:
    """Say why a record that is left out stays behind; "" takes the reason back."""
    record, one = case.records.get(number), version_of(case, version)
    if record is None:
        return
    step = _("Say why “{title}” is left out").format(title=record.title)
    selection = one.selection(number)
    if selection is None and version == MAIN.id:
        if record.left_out_because != why:
            with case.change(step, together=together):
                case.records.save(replace(record, left_out_because=why))
        return
    new = _with(one, replace(selection or Selection(number, included=False), why=why))
    if new != one:
        with case.change(step, together=together):
            case.versions.save(new)


def as_in_first(case: CaseFile, version: int, number: int) -> None:
    """Take back what a version says of a record: it is as in the first dossier again."""
    record, old = case.records.get(number), version_of(case, version)
    if record is not None:
        step = _("Take “{title}” as in the first dossier").format(title=record.title)
        _write(case, step, (), old, _without(old, {number}))


def choose_pages(case: CaseFile, version: int, number: int, pages: tuple[int, ...]) -> None:
    """Let only these pages of a record go in, counted from 1; () for all."""
    record, old = case.records.get(number), version_of(case, version)
    if record is None:
        return
    step = _("Choose pages of “{title}”").format(title=record.title)
    selection = old.selection(number)
    if version == MAIN.id:
        new = old if selection is None else _with(old, replace(selection, pages=()))
        _write(case, step, [replace(record, pages=pages)], old, new)
        return
    if not pages and record.pages and record.document is not None:
        pages = tuple(range(1, len(record.document.pages) + 1))  # all, not those of the record
    new = _with(old, Selection(number, included=True, pages=pages))
    _write(case, step, (), old, new)


def move(case: CaseFile, number: int, to: int, *, oldest_first: bool = False) -> None:
    """Make a record number `to`, from 0, of its group, in every version."""
    records = case.records.all()
    title = next((one.title for one in records if one.id == number), "")
    placed = moved(records, number, to, oldest_first=oldest_first)
    _write_records(case, _("Move “{title}”").format(title=title), placed)


def sort_by_date(case: CaseFile) -> None:
    """Put the records of all groups back in the order of their dates, in every version."""
    _write_records(case, _("Sort the records by date"), by_date(case.records.all()))


def _leave_out(case: CaseFile, version: int, numbers: set[int], why: str | None = None) -> None:
    """Leave records out; None for `why` keeps the reason that the record has."""
    records = [one for one in case.records.all() if one.id in numbers]
    old = version_of(case, version)
    changed: list[Record] = []
    if version == MAIN.id:
        new = _without(old, numbers)
        changed = [
            replace(
                one, in_dossier=False, left_out_because=one.left_out_because if why is None else why
            )
            for one in records
        ]
    else:
        new = _selecting(old, numbers, included=False, why=why or "")
    _write(case, _step(records, _("Leave “{title}” out"), goes_in=False), changed, old, new)


def _ticked(records: Iterable[Record], numbers: set[int]) -> list[Record]:
    return [replace(one, in_dossier=True) if one.id in numbers else one for one in records]


def _left_out(marked: CaseSnapshot, version: Version) -> set[int]:
    return {one.record.id for one in choose(marked, version)[1]}


def _with(version: Version, selection: Selection) -> Version:
    others = [one for one in version.selections if one.record != selection.record]
    every = sorted([*others, selection], key=lambda one: one.record)
    return replace(version, selections=tuple(every))


def _without(version: Version, numbers: set[int]) -> Version:
    left = tuple(one for one in version.selections if one.record not in numbers)
    return replace(version, selections=left)


def _selecting(
    version: Version, numbers: Iterable[int], *, included: bool, why: str = ""
) -> Version:
    """Say the same of several records; the pages that were chosen for them stay."""
    chosen = {one.record: one for one in version.selections}
    for number in numbers:
        pages = chosen[number].pages if number in chosen else ()
        chosen[number] = Selection(number, included, why, pages)
    return replace(version, selections=tuple(chosen[key] for key in sorted(chosen)))


def _as_before(new: Version, old: Version, numbers: set[int]) -> Version:
    """Say of these records what was said before."""
    version = _without(new, numbers)
    for number in numbers:
        if (selection := old.selection(number)) is not None:
            version = _with(version, selection)
    return version


def _step(records: Sequence[Record], one: str, *, goes_in: bool) -> str:
    if len(records) == 1:
        return one.format(title=records[0].title)
    count = len(records)
    if goes_in:
        words = many("Put {n} record in the dossier", "Put {n} records in the dossier", count)
    else:
        words = many("Leave {n} record out", "Leave {n} records out", count)
    return words.format(n=count)


def _write(
    case: CaseFile, step: str, records: Sequence[Record], old: Version, new: Version
) -> None:
    if not records and old == new:
        return
    with case.change(step):
        for record in records:
            case.records.save(record)
        if old != new:
            case.versions.save(new)


def _write_records(case: CaseFile, step: str, records: Sequence[Record]) -> None:
    if records:
        with case.change(step):
            for record in records:
                case.records.save(record)
