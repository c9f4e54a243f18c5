"""Results of tests as they were typed from a paper; the program never judges them."""

import re
from dataclasses import dataclass

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.voice import Said, Voice

_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Result:
    """One value of one test. `value` and `reference` are kept as they stand on the paper."""

    id: int
    name: str
    value: str
    unit: str = ""
    date: PartialDate = NOT_KNOWN
    reference: str = ""
    """The laboratory's own range, for instance "4.0 - 5.6" or ">= 60"."""
    voice: Voice = Said()

    @property
    def number(self) -> float | None:
        """The value as a number, or None where it is words or a limit such as "<5"."""
        text = self.value.strip()
        return _float(text) if _NUMBER.fullmatch(text) else None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The lower and the upper end of the printed range, None where it has none."""
        numbers = [_float(found) for found in _NUMBER.findall(_apart(self.reference))]
        text = self.reference.strip().casefold()
        if len(numbers) == 2:
            return min(numbers), max(numbers)
        if len(numbers) == 1 and (text[:1] in "<≤" or text.endswith("or less")):
            return None, numbers[0]
        if len(numbers) == 1 and (text[:1] in ">≥" or text.endswith("or more")):
            return numbers[0], None
        return None, None


def _apart(reference: str) -> str:
    """Keep the dash of "4.0-5.6" from being read as a minus."""
    return re.sub(r"(?<=\d)\s*[-–—−]\s*(?=\d)", " to ", reference)


def _float(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))
