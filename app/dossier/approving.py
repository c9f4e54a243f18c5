"""What the client said to the version that a dossier is made of, and what to look at for it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.dossier.findings import Level, Line
from app.dossier.fingerprint import fingerprint
from app.dossier.plan import DossierPlan
from app.model.build import Build
from app.model.journey.approving import Approved, Standing, approved, reviewed
from app.model.journey.decision import Approval
from app.phrases import _


def with_approval(
    plan: DossierPlan, answers: Sequence[Approval], copies: Sequence[Build]
) -> DossierPlan:
    """Give `plan` with what the client said to it; `copies` are those made for review."""
    if not answers and not copies:
        return plan
    known = [one for one in map(reviewed, copies) if one is not None]
    return replace(plan, approved=approved(plan.version.id, fingerprint(plan), answers, known))


def check_approval(plan: DossierPlan) -> Iterator[Line]:
    """Say where the client has not said yes to this version as it is now.

    A case in which nobody is asked says nothing.
    """
    words, standing = standing_words(plan.approved), plan.approved.standing
    if words:
        level = Level.OK if standing is Standing.YES else Level.LOOK
        yield Line(f"approval.{standing.value}", level, words)


def standing_words(approved: Approved) -> str:
    """Say how a version stands with the client; "" where nobody is asked."""
    answer = approved.answer
    words, dated = {
        Standing.NOT_USED: ("", ""),
        Standing.NOT_ANSWERED: (
            _("Nobody has said yes to this version yet. Make a copy for review."),
            "",
        ),
        Standing.NO: (
            _("“{who}” said no to this version. Change it, and ask again."),
            _("“{who}” said no to this version, {date}. Change it, and ask again."),
        ),
        Standing.CHANGED: (
            _("This version was changed since “{who}” said yes to it. Ask again."),
            _("This version was changed since “{who}” said yes to it, {date}. Ask again."),
        ),
        Standing.YES: (
            _("“{who}” said yes to this version as it is now."),
            _("“{who}” said yes to this version as it is now, {date}."),
        ),
    }[approved.standing]
    if answer is None:
        return words
    when = answer.dated.shown() if answer.dated.known else ""
    return (dated if when else words).format(who=answer.who, date=when)
