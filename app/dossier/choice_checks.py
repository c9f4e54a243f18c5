"""What to look at in the options before a dossier is sent."""

from collections.abc import Iterator

from app.dossier.choices_told import has_choices, options_wanted
from app.dossier.findings import Level, Line
from app.dossier.plan import DossierPlan
from app.model.recipient_profile import FirstOpinion
from app.model.voice import Said
from app.phrases import _


def check_choices(plan: DossierPlan) -> Iterator[Line]:
    """Say that the options are empty where a reason asks for them, and of whom nobody knows."""
    there = has_choices(plan)
    if options_wanted(plan.case):
        empty = _("Options and risks is empty. Doctors often ask.")
        fine = _("Options and risks is filled in.")
        yield Line("choices.none", Level.OK if there else Level.LOOK, fine if there else empty)
    if plan.version.first_opinion is FirstOpinion.INCLUDE:
        return
    nameless = [
        one
        for one in plan.case.journey.choice_cells
        if isinstance(one.voice, Said) and not one.voice.by.strip() and not one.own_reading
    ]
    if there and nameless:
        sentence = _(
            "Options and risks does not say of everything who said it. "
            "Look if the first doctor did: then it must not go in."
        )
        yield Line("blind.options", Level.LOOK, sentence)
