"""What a version of the dossier does not tell that is blind to the opinions so far."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.model.journey.doctor_names import sure_names
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


def tells_an_opinion(
    question: Question, journey: Journey, kept: Journey, doctors: Iterable[str] = ()
) -> bool:
    """Whether a question tells what a doctor concluded, or names a doctor who did.

    It does when it was made of a point that is open between doctors, of a
    conflict that is not in `kept`, or names one of them or of `doctors`.
    """
    made = {one.question for one in journey.open_points}
    made |= {one.question for one in set(journey.conflicts) - set(kept.conflicts)}
    names = sure_names([*(one.doctor for one in journey.opinions), *doctors])
    return question.id in made or bool(names and names.search(question.text))
