"""What a version of the dossier does not tell that is blind to the opinions so far."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.model.journey.snapshot import Journey
from app.model.story import Question
from app.model.voice import Cited


def without_opinions(journey: Journey, first_opinion: Mapping[int, tuple[int, ...]]) -> Journey:
    """Give a journey without what any doctor concluded.

    That is every opinion with all that belongs to it, and each conflict of
    which a side stands on a page that states the first opinion;
    `first_opinion` gives these pages, from 1, by their record, () for all.
    """
    told = {
        side.conflict
        for side in journey.conflict_sides
        if isinstance(side.voice, Cited)
        and side.voice.record in first_opinion
        and (
            not first_opinion[side.voice.record]
            or side.voice.page in first_opinion[side.voice.record]
        )
    }
    return replace(
        journey,
        opinions=(),
        points=(),
        answers=(),
        saw=(),
        grid_rows=(),
        grid_cells=(),
        why_differ=(),
        open_points=(),
        conflicts=tuple(one for one in journey.conflicts if one.id not in told),
        conflict_sides=tuple(one for one in journey.conflict_sides if one.conflict not in told),
    )


def tells_an_opinion(question: Question, journey: Journey, kept: Journey) -> bool:
    """Whether a question tells what a doctor concluded, or names a doctor who did.

    It does when it was made of a point that is open between doctors, of a
    conflict that is not in `kept`, or has the name of one of them in its words.
    """
    made = {one.question for one in journey.open_points}
    made |= {one.question for one in set(journey.conflicts) - set(kept.conflicts)}
    return question.id in made or any(_names(question.text, one.doctor) for one in journey.opinions)


def _names(text: str, doctor: str) -> bool:
    """Whether a doctor is named: in full, or by a title and the last of the names."""
    words = doctor.split()
    if not words:
        return False
    whole = r"\s+".join(map(re.escape, words))
    short = rf"(?:Dr|Prof|Doctor|Professor)\.?\s+{re.escape(words[-1])}"
    found = rf"(?<!\w)(?:{whole}|{short})(?!\w)"
    return re.search(found, text, re.IGNORECASE) is not None
