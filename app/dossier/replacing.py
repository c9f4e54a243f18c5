"""Which dossier a reader got before, and what is different about the records of the next one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.dossier.plan import DossierPlan, Replaced
from app.model.build import Build, Sending
from app.model.recipient_profile import FirstOpinion, Identity

PREPARED = "prepared"
"""Among the choices of a build: the day that stands on its pages."""


def with_replaced(
    plan: DossierPlan, sent: Sequence[Sending], build_of: Callable[[int], Build | None]
) -> DossierPlan:
    """Give `plan` with the dossier that it takes the place of, if there is one.

    That is the newest of the same version that was made for the same reader,
    and of which somebody noted that it was sent: what never left the house
    replaces nothing. `build_of` gives a build by its id.
    """
    known = [build_of(number) for number in sorted({one.build for one in sent}, reverse=True)]
    builds = [one for one in known if one is not None and one.version == plan.version.id]
    reader = plan.case.recipient.name or plan.case.recipient.service
    if not reader and len(_readers(builds, sent)) > 1:
        return plan  # nobody can say which of them will read this one
    before = next((one for one in builds if one.recipient == reader and _may_tell(plan, one)), None)
    return replace(plan, replaces=_replaced(plan, before)) if before else plan


def _readers(builds: Iterable[Build], sent: Iterable[Sending]) -> set[str]:
    numbers = {one.id for one in builds}
    return {" ".join(one.recipient.casefold().split()) for one in sent if one.build in numbers}


def _may_tell(plan: DossierPlan, before: Build) -> bool:
    """Whether it may be said: a new name must not lead to a dossier with the old one."""
    if plan.version.identity is not Identity.PSEUDONYM:
        return True
    spec = dict(before.spec)
    return (spec.get("identity"), spec.get("pseudonym", "")) == (
        Identity.PSEUDONYM,
        plan.version.pseudonym,
    )


def _replaced(plan: DossierPlan, before: Build) -> Replaced:
    there = {one.record for one in before.records}
    here = {planned.record.id for planned in plan.records}
    gone = there - here
    named = [one.record for one in plan.left_out if one.record.id in gone and one.named]
    titles = tuple(one.title for one in named if _may_name(plan, one.id))
    return Replaced(
        _prepared(before),
        tuple(one.record.id for one in plan.records if one.record.id not in there),
        titles,
        len(gone) - len(titles),
    )


def _may_name(plan: DossierPlan, record: int) -> bool:
    """Whether the title of a record that stays behind may stand in the dossier.

    The earlier one had it, but a reader of this one should not be told of it.
    """
    version = plan.version
    hidden = (
        not version.left_out_list,
        version.identity is Identity.PSEUDONYM,
        version.first_opinion is not FirstOpinion.INCLUDE and record in plan.case.first_opinion,
        bool(plan.case.sensitivities.get(record)),
    )
    return not any(hidden)


def _prepared(build: Build) -> date:
    stored = dict(build.spec).get(PREPARED, "")
    # an older program did not keep the day that it printed
    return date.fromisoformat(stored) if stored else build.made.astimezone().date()
