"""What to look at in the checklist and in the register before a dossier is sent."""

from collections.abc import Iterator

from app.content.load import load_content
from app.content.wishes import case_gaps
from app.dossier.findings import Level, Line
from app.dossier.plan import DossierPlan
from app.model.journey.checklist import MUST, Gap, begun
from app.model.journey.wanted import WantedState
from app.model.outside_item import OutsideItem, OutsideKind
from app.phrases import _

_NO_THING = (OutsideKind.NOT_SAID, OutsideKind.PAPER, OutsideKind.DOWNLOAD, OutsideKind.OTHER)
"""Where one thing is need not be said of these, if it is said how to get it."""


def check_gaps(plan: DossierPlan) -> Iterator[Line]:
    """Give what is wanted most and neither in nor explained, and things of which nobody says where.

    A checklist that nobody began says nothing.
    """
    if begun(plan.case.journey):
        for gap in case_gaps(load_content(), plan.case):
            if gap.priority == MUST and not gap.own:
                yield from _must(plan, gap)
    for item in plan.case.outside:
        if not has_place(item):
            words = _("“{thing}” is listed as not in the PDF, but not where it is.")
            yield Line(
                "outside.location", Level.LOOK, words.format(thing=item.what), detail=str(item.id)
            )


def has_place(item: OutsideItem) -> bool:
    """Whether it is said where a thing is, or how to get one that is in no one place."""
    if item.location.strip() or item.sent_to.strip() or item.returned_on.known:
        return True
    return item.kind in _NO_THING and bool(item.how_to_get.strip())


def _must(plan: DossierPlan, gap: Gap) -> Iterator[Line]:
    goes_in = any(plan.planned(record) for record in gap.records)
    if gap.state in (WantedState.HAVE, WantedState.HAVE_PART):
        if gap.records and not goes_in:
            words = _("“{line}” is here, but this dossier leaves it out.")
            yield Line(
                "checklist.left_out", Level.LOOK, words.format(line=gap.text), detail=gap.code
            )
    elif gap.state is WantedState.NOT_ASKED and not goes_in:
        words = _("“{line}” is most wanted. It is not in, and nothing says why.")
        yield Line("checklist.must", Level.LOOK, words.format(line=gap.text), detail=gap.code)
