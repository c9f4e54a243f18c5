"""What one version of the dossier tells of the options: without the first doctor, under which name.

Also whether the page of the options is in a dossier, and where.
"""

from collections.abc import Callable
from dataclasses import replace

from app.content.load import load_content
from app.dossier.first_doctor import first_doctors
from app.dossier.plan import DossierPlan
from app.model.journey.blind_choices import without_first_doctor
from app.model.journey.options import options_of, worth_showing
from app.model.journey.snapshot import Journey
from app.model.story import CaseSnapshot
from app.model.voice import Cited, Said, Voice


def blind_choices(case: CaseSnapshot, journey: Journey) -> Journey:
    """Give `journey` without the options and statements of the doctors who gave an opinion.

    `case` says who they are: whoever stated the diagnosis or the plan, whoever
    wrote the pages marked as the first opinion, and whose opinion is kept.
    """

    def is_hidden(voice: Voice) -> bool:
        if not isinstance(voice, Cited) or voice.record not in case.first_opinion:
            return False
        pages = case.first_opinion[voice.record]
        return not pages or voice.page in pages

    return without_first_doctor(journey, first_doctors(case), is_hidden)


def choices_renamed(journey: Journey, renamed: Callable[[str], str]) -> Journey:
    """Give `journey` with `renamed` names of those who raised an option or speak of it."""
    return replace(
        journey,
        choices=tuple(replace(one, raised_by=renamed(one.raised_by)) for one in journey.choices),
        choice_cells=tuple(
            replace(one, voice=replace(one.voice, by=renamed(one.voice.by)))
            if isinstance(one.voice, Said)
            else one
            for one in journey.choice_cells
        ),
    )


def choices_are_left_out(case: CaseSnapshot) -> bool:
    """Whether a version that is blind to the first opinion tells less of the options."""
    kept = blind_choices(case, case.journey)
    before = (case.journey.choices, case.journey.choice_cells)
    return (kept.choices, kept.choice_cells) != before


def has_choices(plan: DossierPlan) -> bool:
    """Whether the dossier has a page about the options."""
    return worth_showing(options_of(plan.case.journey))


def options_wanted(case: CaseSnapshot) -> bool:
    """Whether a chosen reason asks for the options; then they follow the summary."""
    chosen = load_content().chosen([reason.code for reason in case.reasons])
    return any(one.dossier.options_after_summary for one in chosen)
