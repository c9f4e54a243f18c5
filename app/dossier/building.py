"""Keeps what was made, as it was made."""

from datetime import UTC, datetime
from pathlib import Path

from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.reading_back import Bound
from app.dossier.replacing import PREPARED
from app.model.build import Build, BuiltFile, BuiltRecord
from app.model.journey.approving import Standing
from app.model.values import to_text

APPROVED = "approved"
"""Among the choices of a build: who said yes to it before it was made."""

_KEPT_ELSEWHERE = frozenset({"id", "name", "recipient", "selections", "cover_ups", "as_pictures"})


def build_of(
    plan: DossierPlan,
    layout: Layout,
    files: tuple[tuple[Path, Bound], ...],
    *,
    locked: bool,
    kept_reasons: dict[tuple[str, int], str],
) -> Build:
    """Give what to remember of a finished dossier: choices, records, hashes; id and number are 0.

    Only the names of the files are kept, not the folders: those tell about
    the computer. The password never is kept, only that there was one.
    """
    places = {place.record: place for place in layout.places}
    spec = {
        "paper": plan.paper.name,
        "locked": "yes" if locked else "no",
        PREPARED: plan.made.isoformat(),
        **_approved(plan),
    }
    return Build(
        id=0,
        version=plan.version.id,
        version_name=plan.version.name,
        recipient=plan.case.recipient.name or plan.case.recipient.service,
        number=0,
        made=datetime.now(UTC),
        application=plan.application,
        spec=tuple(sorted((to_text(plan.version, but=_KEPT_ELSEWHERE) | spec).items())),
        records=tuple(
            BuiltRecord(
                record=planned.record.id,
                title=planned.record.title,
                sha256=planned.record.document.sha256 if planned.record.document else "",
                first_page=places[planned.record.id].first_page,
                pages=tuple(page + 1 for page in planned.pages),
                covered=tuple(page + 1 for page in planned.covered),
            )
            for planned in plan.records
        ),
        left_out=tuple((one.record.title, one.why) for one in plan.left_out),
        files=tuple(
            BuiltFile(path.name, bound.sha256, bound.bytes, bound.pages) for path, bound in files
        ),
        kept_reasons=tuple(
            (f"{code}:{record}" if record else code, why)
            for (code, record), why in sorted(kept_reasons.items())
        ),
    )


def _approved(plan: DossierPlan) -> dict[str, str]:
    """Say who said yes to what this dossier holds, when and how, if somebody did."""
    answer = plan.approved.answer
    if plan.for_review or answer is None or plan.approved.standing is not Standing.YES:
        return {}
    when = answer.dated.shown() if answer.dated.known else ""
    return {APPROVED: ", ".join(part for part in (answer.who, when, answer.how) if part)}


def what_changed(before: Build, after: Build) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the titles of the records that `after` has more, and of those it has no longer."""
    old = {one.record: one.title for one in before.records}
    new = {one.record: one.title for one in after.records}
    return (
        tuple(title for record, title in new.items() if record not in old),
        tuple(title for record, title in old.items() if record not in new),
    )
