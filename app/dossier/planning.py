"""Decides what goes into a dossier, and in which order."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app import __version__
from app.content.load import load_content
from app.content.pack import OWN_REASON
from app.dossier.plan import DossierPlan, LeftOut, Paper, PlannedRecord, Section
from app.errors import DossierBlocked
from app.model.record import Kind, Record
from app.model.story import CaseSnapshot, Reason
from app.phrases import _

ORDER: tuple[Kind | None, ...] = (*Kind, None)


def plan_dossier(case: CaseSnapshot, *, made: date, paper: Paper = Paper.A4) -> DossierPlan:
    """Choose and order the records: by kind, A to L, in each kind the newest first.

    A record that stays behind is named with its reason, never dropped.
    Raises DossierBlocked when there is nothing to put in.
    """
    chosen = [record for record in case.records if record.in_dossier]
    if not chosen:
        raise DossierBlocked(
            _("There is nothing to put into the dossier yet. Add a record or a note first.")
        )
    return DossierPlan(
        title=_title(case),
        made=made,
        paper=paper,
        case=replace(case, reasons=tuple(map(_in_words, case.reasons))),
        sections=_sections(chosen),
        left_out=tuple(
            LeftOut(record, record.left_out_because or _("Left out by the patient"))
            for record in case.records
            if not record.in_dossier
        ),
        application=f"Casepack {__version__}",
        example=case.example,
    )


def _in_words(reason: Reason) -> Reason:
    """Give one of the eight reasons the line that the other doctor reads."""
    if reason.label or reason.code.startswith(OWN_REASON):
        return reason
    return replace(reason, label=load_content().reason(reason.code).dossier_line)


def _title(case: CaseSnapshot) -> str:
    name = case.patient.name
    return (
        _("Second opinion dossier: {name}").format(name=name)
        if name
        else _("Second opinion dossier")
    )


def _sections(records: list[Record]) -> tuple[Section, ...]:
    sections, number = [], 1
    for kind in ORDER:
        group = in_order(record for record in records if record.kind is kind)
        planned = []
        for record in group:
            planned.append(_planned(number, record))
            number += 1
        if planned:
            sections.append(Section(kind, tuple(planned)))
    return tuple(sections)


def in_order(records: Iterable[Record]) -> list[Record]:
    """Sort the records of one kind: newest first, but a place that a person gave comes before."""
    dated = sorted(records, key=lambda record: record.id)
    dated.sort(key=lambda record: record.dates.service.earliest or date.min, reverse=True)
    dated.sort(key=lambda record: (record.place is None, record.place or 0))
    return dated


def _planned(number: int, record: Record) -> PlannedRecord:
    if record.document is None:
        return PlannedRecord(number, record)
    every = range(len(record.document.pages))
    pages = tuple(page - 1 for page in record.pages if page - 1 in every) or tuple(every)
    return PlannedRecord(
        number, record, pages, tuple(record.document.pages[page] for page in pages)
    )
