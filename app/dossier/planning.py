"""Decides what goes into a dossier, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app import __version__
from app.content.load import load_content
from app.content.pack import OWN_REASON
from app.dossier.choosing import choose, in_order, planned, translations_beside
from app.dossier.first_doctor import words_without
from app.dossier.plan import DossierPlan, Paper, PlannedRecord, Section
from app.dossier.private_facts import without_private_results
from app.dossier.telling import (
    hidden_conclusions,
    hidden_doctors,
    names_of,
    on_pages,
    parts_left_out,
    told,
)
from app.errors import DossierBlocked
from app.model.person import Recipient
from app.model.recipient_profile import Identity
from app.model.record import Kind, Record
from app.model.relation import Relation
from app.model.story import CaseSnapshot, Reason
from app.model.version import MAIN, Version
from app.phrases import _

ORDER: tuple[Kind | None, ...] = (*Kind, None)


def plan_dossier(
    case: CaseSnapshot,
    *,
    made: date,
    paper: Paper = Paper.A4,
    version: Version = MAIN,
    recipient: Recipient | None = None,
    may_be_empty: bool = False,
) -> DossierPlan:
    """Choose and order the records of `version`: by kind, A to L, in each kind by date.

    `recipient` is who reads this version; None leaves that to the case. A
    record that stays behind is named with its reason, never dropped. Raises
    DossierBlocked when there is nothing to put in, unless it `may_be_empty`.
    """
    here = told(case, version, recipient)
    chosen, left_out = choose(replace(case, records=here.records), version)
    if not chosen and not may_be_empty:
        raise DossierBlocked(
            _("There is nothing to put into the dossier yet. Add a record or a note first.")
            if not case.records
            else _("No record is chosen for this dossier. Choose at least one.")
        )
    here, withheld = without_private_results(here, left_out, version.language)
    doctors = hidden_doctors(case, version, recipient)
    return DossierPlan(
        title=_title(here, version),
        made=made,
        paper=Paper[version.paper] if version.paper else paper,
        case=replace(here, reasons=tuple(map(_in_words, here.reasons))),
        sections=_sections(chosen, case, version),
        left_out=tuple(replace(one, why=words_without(one.why, case, doctors)) for one in left_out),
        application=f"Casepack {__version__}",
        language=version.language,
        example=case.example,
        version=version,
        on_pages=on_pages(here, version, made),
        hidden_names=names_of(case) if version.identity is Identity.PSEUDONYM else (),
        first_doctors=doctors,
        concluded=hidden_conclusions(case, version),
        withheld=withheld,
        parts_left_out=parts_left_out(case, version),
    )


def _in_words(reason: Reason) -> Reason:
    """Give one of the eight reasons the line that the other doctor reads."""
    if reason.label or reason.code.startswith(OWN_REASON):
        return reason
    return replace(reason, label=load_content().reason(reason.code).dossier_line)


def _title(case: CaseSnapshot, version: Version) -> str:
    name = "" if version.identity is Identity.COVER else case.patient.name
    return (
        _("Second opinion dossier: {name}").format(name=name)
        if name
        else _("Second opinion dossier")
    )


def _sections(
    records: Sequence[Record], case: CaseSnapshot, version: Version
) -> tuple[Section, ...]:
    ordered = [
        record
        for kind in ORDER
        for record in in_order(
            (one for one in records if one.kind is kind), oldest_first=version.oldest_first
        )
    ]
    sections: dict[Kind | None, list[PlannedRecord]] = {}
    beside = translations_beside(ordered, case)
    kinds = _kinds_beside(beside, case)
    for number, record in enumerate(beside, start=1):
        sections.setdefault(kinds[record.id], []).append(planned(number, record, version))
    return tuple(Section(kind, tuple(group)) for kind, group in sections.items())


def _kinds_beside(records: Sequence[Record], case: CaseSnapshot) -> dict[int, Kind | None]:
    """Give the group of each record: a translation stands in that of what it translates."""
    kinds = {record.id: record.kind for record in records}
    originals = {
        pair.record: pair.other
        for pair in case.related
        if pair.relation is Relation.TRANSLATES and {pair.record, pair.other} <= kinds.keys()
    }
    return {record: kinds[_original(record, originals)] for record in kinds}


def _original(record: int, originals: Mapping[int, int]) -> int:
    """Follow what a record translates to the end; of two that translate each other, itself."""
    seen = [record]
    while (other := originals.get(seen[-1])) is not None:
        if other in seen:
            return record
        seen.append(other)
    return seen[-1]
