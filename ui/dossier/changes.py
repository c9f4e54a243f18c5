"""What somebody changes about the records from the dossier's place, each one step of undo."""

from collections.abc import Sequence
from dataclasses import replace

from app.case.casefile import CaseFile
from app.dossier.ordering import by_date, moved
from app.model.record import Record
from app.phrases import _


def tick(case: CaseFile, number: int, goes_in: bool) -> None:
    """Put a record into the dossier, or leave it out."""
    words = _("Put “{title}” in the dossier") if goes_in else _("Leave “{title}” out")
    _change_one(case, number, words, in_dossier=goes_in)


def choose_pages(case: CaseFile, number: int, pages: tuple[int, ...]) -> None:
    """Let only these pages of a record go in, counted from 1; () for all."""
    _change_one(case, number, _("Choose pages of “{title}”"), pages=pages)


def move(case: CaseFile, number: int, to: int) -> None:
    """Make a record number `to`, from 0, of its group."""
    records = case.records.all()
    title = next((one.title for one in records if one.id == number), "")
    _write(case, _("Move “{title}”").format(title=title), moved(records, number, to))


def sort_by_date(case: CaseFile) -> None:
    """Put the records of all groups back in the order of their dates."""
    _write(case, _("Sort the records by date"), by_date(case.records.all()))


def _change_one(case: CaseFile, number: int, step: str, **fields: object) -> None:
    record = case.records.get(number)
    if record is not None:
        changed = replace(record, **fields)  # type: ignore[arg-type]  # names of its fields
        _write(case, step.format(title=record.title), (changed,))


def _write(case: CaseFile, step: str, records: Sequence[Record]) -> None:
    if records:
        with case.change(step):
            for record in records:
                case.records.save(record)
