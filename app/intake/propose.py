"""From what the sealed room found to a proposal: suggestions, each with its words."""

from dataclasses import replace
from datetime import date

from app.intake.proposal import Basis, Proposal
from app.intake.suggest.dates import suggest_dates
from app.intake.suggest.kind import suggest_kind
from app.intake.suggest.source import suggest_source
from app.intake.suggest.suggestion import Suggestion
from app.intake.suggest.title import suggest_title
from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.person import Patient
from app.model.record import RecordDates
from app.model.same_person import others_in


def propose(proposal: Proposal, patient: Patient, today: date) -> Proposal:
    """Fill a bare proposal with what its words suggest; what is in doubt stays blank."""
    texts, name = proposal.texts, proposal.document.name
    dates = suggest_dates(texts, today=today, born=patient.born)
    title = suggest_title(texts, name)
    kind = suggest_kind(texts, name)
    source = suggest_source(texts)
    strangers = {one.key: one for one in reversed(others_in(texts, patient))}
    found = {
        "title": title,
        "kind": kind,
        "source": source,
        "service": _sure(dates.service),
        "signed": _sure(dates.signed),
        "printed": _sure(dates.printed),
    }
    return replace(
        proposal,
        title=title.value,
        kind=kind.value if kind else None,
        source=source.value if source else "",
        dates=RecordDates(
            service=_value(dates.service),
            signed=_value(dates.signed),
            printed=_value(dates.printed),
        ),
        bases={
            field: Basis(suggestion.words, suggestion.page)
            for field, suggestion in found.items()
            if suggestion
        },
        named=tuple(sorted(strangers.values(), key=lambda one: one.page)),
    )


def _sure(suggestion: Suggestion[PartialDate] | None) -> Suggestion[PartialDate] | None:
    """Give a date only when nothing had to be concluded: a wrong date is worse than none."""
    return suggestion if suggestion and not suggestion.doubtful else None


def _value(suggestion: Suggestion[PartialDate] | None) -> PartialDate:
    sure = _sure(suggestion)
    return sure.value if sure else NOT_KNOWN
