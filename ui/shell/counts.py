"""The numbers in the sidebar of places that nobody opened yet: a place itself is costly to make."""

from collections.abc import Callable

from app.case.casefile import CaseFile
from app.model.series import series_of
from ui.gaps.reading import open_count

_COUNTS: dict[str, Callable[[CaseFile], int]] = {
    "records": lambda case: case.records.count(),
    "notes": lambda case: case.records.count(notes=True),
    "timeline": lambda case: len(case.timeline.all()),
    "medicines": lambda case: len(case.medicines.all()) + len(case.allergies.all()),
    "results": lambda case: len(series_of(case.results.all())),
    "reasons": lambda case: len(case.reasons.all()),
    "choices": lambda case: len(case.journey.choices.all()),
    "questions": lambda case: len(case.questions.all()),
    "gaps": open_count,
    "outside": lambda case: len(case.outside.all()),
    "requests": lambda case: len(case.journey.requests.all()),
    "consents": lambda case: len(case.journey.consents.all()),
    "recipients": lambda case: len(case.recipients.all()),
    "tests": lambda case: len(case.journey.tests.all()),
    "family": lambda case: len(case.journey.family.all()),
    "conflicts": lambda case: len(case.journey.conflicts.all()),
    "opinions": lambda case: len(case.journey.opinions.all()),
    "decision": lambda case: len(case.journey.decisions.all()),
    "sent": lambda case: case.builds.count(),
}


def count_of(code: str, case: CaseFile) -> int | None:
    """Give what `count()` of a place would give, without the place; None where there is no number.

    For the check there is none until somebody looks at it.
    """
    count = _COUNTS.get(code)
    return count(case) if count else None
