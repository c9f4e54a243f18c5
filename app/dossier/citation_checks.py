"""What facts point to that does not go in, and what a private record takes along."""

from collections.abc import Iterator
from typing import Protocol

from app.dossier.findings import Level, Line, about
from app.dossier.plan import DossierPlan
from app.dossier.private_facts import private_records
from app.model.voice import Cited, Voice
from app.phrases import _, many


class Spoken(Protocol):
    """Any fact with a voice."""

    @property
    def voice(self) -> Voice:
        """Who says so."""


def check_citations(plan: DossierPlan) -> Iterator[Line]:
    """Give each record that a printed fact points to and that is not there, and what stays out."""
    private = private_records(plan.case, plan.left_out)
    for number in sorted(_cited(plan)):
        record = plan.case.record(number)
        if record is None:
            yield Line(
                "citation.bin", Level.LOOK, _("A fact points to a record in the bin."), number
            )
        elif number in private:
            sentence = _(
                "“{title}” is private and stays out, but something that you wrote from it is "
                "printed. Look if it may go in."
            )
            yield about("private.words", Level.LOOK, record, sentence)
        elif plan.planned(number) is None:
            sentence = _("A fact points to “{title}”, which is left out.")
            yield about("citation.left_out", Level.LOOK, record, sentence)
    for held in plan.withheld:
        record = plan.case.record(held.record)
        if record is not None:
            sentence = many(
                "“{title}” is private and stays out, and so does 1 result from it.",
                "“{title}” is private and stays out, and so do {n} results from it.",
                held.results,
            )
            words = sentence.format(title=record.title, n=held.results)
            yield Line("private.results", Level.LOOK, words, record.id)


def _cited(plan: DossierPlan) -> set[int]:
    """Give the records that facts on our own pages are taken from."""
    case = plan.case
    told: list[tuple[Spoken, ...]] = [
        case.statements,
        case.answers,
        case.events,
        case.medicines,
        case.allergies,
        case.treatments,
        case.results,
        case.journey.choice_cells,
        case.journey.tests,
        case.journey.family,
    ]
    voices = [fact.voice for facts in told for fact in facts]
    return {voice.record for voice in voices if isinstance(voice, Cited)}
