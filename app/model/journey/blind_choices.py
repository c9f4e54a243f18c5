"""What the options tell in a version of the dossier that is blind to the first opinion."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from app.model.journey.choice import Choice, ChoiceCell
from app.model.journey.snapshot import Journey
from app.model.voice import Said, Voice

_TITLES = ("dr", "prof", "doctor", "professor", "doc", "mr", "mrs", "ms", "miss", "sir", "med")
_LEAST = 3
"""Letters of a name that is looked for without a title; a shorter one stands in other words."""


def without_first_doctor(
    journey: Journey, doctors: Iterable[str], is_hidden: Callable[[Voice], bool]
) -> Journey:
    """Give a journey without the options and statements of the first doctor.

    An option that one of `doctors` raised stays out with all that was said of
    it, and so does one that names a doctor. So does every statement that a
    doctor made, that names one, or whose voice `is_hidden`. To do nothing for
    now is nobody's proposal: it stays, without the one who raised it.
    """
    names = _pattern(doctors)

    def tells(*texts: str) -> bool:
        return names is not None and any(names.search(text) for text in texts)

    def kept(cell: ChoiceCell) -> bool:
        by = cell.voice.by if isinstance(cell.voice, Said) else ""
        return not (is_hidden(cell.voice) or tells(cell.text, by))

    def shown(one: Choice) -> Choice | None:
        if tells(one.name):
            return None
        if not tells(one.raised_by):
            return one
        return replace(one, raised_by="") if one.do_nothing else None

    choices = tuple(found for one in journey.choices if (found := shown(one)))
    there = {one.id for one in choices}
    cells = tuple(one for one in journey.choice_cells if one.choice in there and kept(one))
    return replace(journey, choices=choices, choice_cells=cells)


def _pattern(doctors: Iterable[str]) -> re.Pattern[str] | None:
    """Give what finds a doctor in a text: all of the name in any case, the last name as written."""
    found: dict[str, None] = {}
    for doctor in doctors:
        name = " ".join(re.split(r"[,;(]", doctor)[0].split())
        if not name:
            continue
        found[f"(?i:{_spaced(name)})"] = None
        last = name.split()[-1]
        if any(word.casefold().strip(".") in _TITLES for word in name.split()[:-1]):
            titles = "|".join(_TITLES)
            found[rf"(?i:(?:{titles})\.?\s+(?:[\w.-]+\s+){{0,3}}?{re.escape(last)})"] = None
        if len(last) >= _LEAST and last[0].isupper() and last.casefold() not in _TITLES:
            found[re.escape(last)] = None
    if not found:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)")


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
