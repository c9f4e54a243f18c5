"""The words of the first conclusion that also stand in what people wrote themselves.

A version blind to the first opinion leaves out what states it. A person's own
question can still give it away: “Do I need the fusion?”.
"""

import re
from collections.abc import Iterable, Iterator

from app.model.journey.opinion import OpinionPart
from app.model.story import CaseSnapshot, Subject

LEAST = 5
"""Letters of a word that says something; shorter ones mostly join others."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CONCLUDING = (OpinionPart.CHOICES, OpinionPart.REPORT)
_JOINING = """
about above after again against almost along already although always among another around
away because become before behind being below between cannot could doctor doctors during
each either enough every first found given going having however later least little might
month months more most much never needs often other others patient patients please quite
rather really right says second shall should since small some something still such than
that their them then there these they thing things think this those though three through
times today together under until usual usually week weeks were what when where whether
which while whole whose will with within without would wrong year years yours
"""
_EVERYDAY = frozenset(_JOINING.split())


def conclusions(case: CaseSnapshot) -> tuple[str, ...]:
    """Give the words of the diagnosis and plan as told, and of what doctors concluded so far."""
    told = (case.statement(subject) for subject in (Subject.DIAGNOSIS, Subject.PLAN))
    points = (one.text for one in case.journey.points if one.part in _CONCLUDING)
    return tuple(filter(None, (*(one.text for one in told if one), *points)))


def given_away(
    concluded: Iterable[str], written: Iterable[str], known: Iterable[str]
) -> tuple[str, ...]:
    """Give each word of `concluded` that is also in `written`, but not in `known`.

    `known` are the pages that go in anyway: their words tell nothing more. They
    are read only when something was found.
    Words come as they are written, in the order of `concluded`, each once.
    """
    wanted: dict[str, str] = {}
    for text in concluded:
        for word, folded in _telling(text):
            wanted.setdefault(folded, word)
    if not wanted:
        return ()
    there = {folded for text in written for _word, folded in _telling(text)}
    found = {folded: word for folded, word in wanted.items() if folded in there}
    if found:
        for text in known:
            for _word, folded in _telling(text):
                found.pop(folded, None)
    return tuple(found.values())


def _telling(text: str) -> Iterator[tuple[str, str]]:
    """Give each word that says something, and what it is compared by: one or several are alike."""
    for match in _WORD.finditer(text):
        folded = match[0].casefold()
        if len(folded) >= LEAST and folded not in _EVERYDAY:
            yield match[0], folded.removesuffix("s")
