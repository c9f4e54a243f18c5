"""A dossier for the client to look at before it is sent; every page of it says so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from app.case.casefile import CaseFile
from app.dossier.export import Choices, Exported, export_plan
from app.dossier.fingerprint import fingerprint
from app.dossier.plan import DossierPlan
from app.model.build import REVIEW, Build
from app.model.journey.approving import HOLDS, OF_VERSION
from app.phrases import _
from app.progress import Progress


def review_plan(plan: DossierPlan) -> DossierPlan:
    """Give the plan of a copy for review of the dossier that `plan` decides."""
    title = _("For review, not to be sent. {title}").format(title=plan.title)
    return replace(plan, title=title, for_review=True)


def make_review_copy(
    plan: DossierPlan, case: CaseFile, target: Path, choices: Choices, progress: Progress
) -> tuple[Exported, Build]:
    """Make a copy for review of a dossier that was decided before, checked like a dossier.

    The file is named by `review_path`. The case keeps what was made among
    the copies for review: it is no build of its version, and cannot be noted
    as sent. Raises what `export_plan` raises.
    """
    kept: list[Build] = []

    def keep(build: Build) -> None:
        marked = {OF_VERSION: str(plan.version.id), HOLDS: fingerprint(plan)}
        spec = tuple(sorted((dict(build.spec) | marked).items()))
        copy = replace(build, version=REVIEW, spec=spec)
        kept.append(replace(copy, id=case.builds.keep(copy)))

    done = export_plan(review_plan(plan), case, review_path(target), choices, progress, keep=keep)
    return done, kept[0]


def review_path(target: Path) -> Path:
    """Give the name of a copy for review: one that says so, and that no other file has.

    A name that says so already stays, and what is there is replaced.
    """
    said = _("for review")
    spaced = " ".join(re.split(r"[\s_.-]+", target.stem.casefold()))
    if said.casefold() in spaced:
        return target
    return next(path for path in _names(target, said) if not path.exists())


def _names(target: Path, said: str) -> Iterator[Path]:
    yield target.with_name(f"{target.stem} {said}{target.suffix}")
    for number in count(2):
        yield target.with_name(f"{target.stem} {said} {number}{target.suffix}")
