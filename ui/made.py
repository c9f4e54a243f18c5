"""A PDF of the case that was made, and the work that makes it, off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from app.case.casefile import CaseFile
from app.dossier.export import Choices, Exported, export_plan
from app.dossier.plan import DossierPlan
from app.dossier.review_copy import make_review_copy
from app.progress import Progress


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier that was made, or a copy of it for review, and where it lies."""

    target: Path
    exported: Exported
    build: int
    """The id of what the case keeps of it."""

    @property
    def for_review(self) -> bool:
        """Whether it is a copy for the client to look at."""
        return self.exported.plan.for_review


def make_pdf(
    plan: DossierPlan, case: CaseFile, target: Path, choices: Choices, progress: Progress
) -> Made:
    """Make the dossier of a plan; the case remembers the day and the number of pages."""
    kept: list[int] = []
    exported = export_plan(
        plan,
        case,
        target,
        choices,
        progress,
        keep=lambda build: kept.append(case.builds.keep(build)),
    )
    case.made.remember(choices.made, exported.bound.pages)
    return Made(target, exported, *kept)


def make_copy(
    plan: DossierPlan, case: CaseFile, target: Path, choices: Choices, progress: Progress
) -> Made:
    """Make a copy for review of the same; it counts as no dossier that was made."""
    exported, build = make_review_copy(plan, case, target, choices, progress)
    return Made(exported.files[0].path, exported, build.id)
