"""The ledger of tests, ordinary results and open ones included, and what limits tests."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.voice import Said, Voice


class TestState(StrEnum):
    """How far a test has come."""

    __test__ = False  # pytest collects what is called Test

    DONE = "done"
    WAITING = "waiting"  # done, the result is not there
    PLANNED = "planned"
    WANTED = "wanted"  # somebody said that it is needed
    NOT_DONE = "not_done"  # it was decided not to do it

    @property
    def is_open(self) -> bool:
        """Whether the test, or its result, is still to come."""
        return self in (TestState.WAITING, TestState.PLANNED, TestState.WANTED)


@dataclass(frozen=True, slots=True)
class MedicalTest:
    """One test: `result` in the report's own words, "" while there is none.

    `system` is the part of the body or the field, as the person sorts it;
    `due` is when an open test or its result is expected.
    """

    id: int
    name: str
    system: str = ""
    state: TestState = TestState.DONE
    date: PartialDate = NOT_KNOWN
    place: str = ""
    result: str = ""
    due: PartialDate = NOT_KNOWN
    wanted_by: str = ""
    voice: Voice = Said()


def by_part(tests: Iterable[MedicalTest]) -> list[MedicalTest]:
    """Put the tests of one part of the body together, the newest first; those of none come last."""

    def order(one: MedicalTest) -> tuple[bool, str, bool, int, int]:
        part, day = one.system.strip().casefold(), one.date.latest
        return (not part, part, day is None, -day.toordinal() if day else 0, one.id)

    return sorted(tests, key=order)


class LimitAnswer(StrEnum):
    """Whether something limits tests; "not asked" is no answer."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@dataclass(frozen=True, slots=True)
class TestLimit:
    """Something that may limit tests or travel: dye, metal, blood thinner and so on.

    `code` is one of LIMIT_CODES or starts with "own-"; then `label` names it.
    """

    __test__ = False

    id: int
    code: str
    label: str = ""
    answer: LimitAnswer = LimitAnswer.NOT_ASKED
    words: str = ""
    voice: Voice = Said()


LIMIT_CODES = (
    "dye",
    "metal",
    "blood_thinner",
    "kidney",
    "pregnancy",
    "small_spaces",
    "lying_still",
    "travel",
)
"""What is asked of everybody, in this order."""
