"""Whether the client said yes to a version of the dossier as it is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.model.build import Build
from app.model.journey.decision import Approval

OF_VERSION, HOLDS = "of_version", "holds"
"""Among the choices of a copy for review: the id of its version, and what that held."""


class Standing(StrEnum):
    """How a version stands with the client."""

    NOT_USED = "not_used"  # nobody is asked in this case
    NOT_ANSWERED = "not_answered"
    NO = "no"
    CHANGED = "changed"  # a yes, to what the version held before
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A copy that was made for review: of which version, and the fingerprint of what it held."""

    file_sha256: str
    version: int
    holds: str


@dataclass(frozen=True, slots=True)
class Approved:
    """How a version stands with the client, and the answer that says so, if there is one."""

    standing: Standing = Standing.NOT_USED
    answer: Approval | None = None


NOT_USED = Approved()


def reviewed(build: Build) -> Reviewed | None:
    """Give what is known of a copy for review; None for another build, or one without a file."""
    spec = dict(build.spec)
    version = spec.get(OF_VERSION, "")
    if not build.is_for_review or not build.files or not version.isdecimal():
        return None
    return Reviewed(build.files[0].sha256, int(version), spec.get(HOLDS, ""))


def approved(
    version: int, holds: str, answers: Sequence[Approval], copies: Sequence[Reviewed]
) -> Approved:
    """Give how a version stands that holds now what the fingerprint `holds` says.

    The answer that was noted last counts. A yes to a file that no copy for
    review has is a yes to something else. Once one answer is noted, every
    version of the case is asked for; before that only one with a copy.
    """
    ours = [one for one in answers if one.version == version]
    if not ours:
        asked = bool(answers) or any(one.version == version for one in copies)
        return Approved(Standing.NOT_ANSWERED if asked else Standing.NOT_USED)
    last = max(ours, key=lambda one: one.id)
    if not last.yes:
        return Approved(Standing.NO, last)
    held = {one.holds for one in copies if one.file_sha256 == last.file_sha256}
    same = bool(holds) and holds in held
    return Approved(Standing.YES if same else Standing.CHANGED, last)
