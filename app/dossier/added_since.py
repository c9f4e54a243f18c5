"""Which records go into a version now that were not there when it was made the last time."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from app.dossier.findings import Level, Line
from app.dossier.plan import DossierPlan
from app.model.build import Build
from app.phrases import _, many

_MOST_NAMED = 5
"""More titles than this are no sentence; the others are counted."""


def with_added(plan: DossierPlan, before: Build | None) -> DossierPlan:
    """Give `plan` with the records that came in by themselves since `before` was made of it.

    A record that somebody put into this version by name is not among them:
    that one was noticed.
    """
    if before is None:
        return plan
    known = {one.record for one in before.records}
    known |= {one.record for one in plan.version.selections if one.included}
    added = tuple(one.record.id for one in plan.records if one.record.id not in known)
    return replace(plan, added=added)


def check_added(plan: DossierPlan) -> Iterator[Line]:
    """Name the records that were added since this version was last made.

    What somebody keeps as it is holds for these records only: one more is
    pointed out anew.
    """
    added = [one for one in plan.records if one.record.id in plan.added]
    if not added:
        return
    sentence = many(
        "1 record was added since this version was last made: {titles}. Look if it should go in.",
        "{count} records were added since this version was last made: {titles}. "
        "Look if they should go in.",
        len(added),
    )
    titles = [_("“{title}”").format(title=one.record.title) for one in added[:_MOST_NAMED]]
    if more := len(added) - len(titles):
        titles.append(_("and {n} more").format(n=more))
    ids = ",".join(str(number) for number in sorted(plan.added))
    yield Line(
        "records.added",
        Level.LOOK,
        sentence.format(count=len(added), titles=", ".join(titles)),
        detail=hashlib.sha256(ids.encode()).hexdigest()[:8],
    )
