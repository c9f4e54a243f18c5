"""What one version of the dossier tells of tests, limits and the family."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.model.journey.snapshot import Journey
from app.model.voice import Said

_SPEAKING = ("tests", "limits", "family")


def without_private(journey: Journey) -> Journey:
    """Give `journey` without the illnesses of the family that are private."""
    return replace(journey, family=tuple(one for one in journey.family if not one.private))


def blind_story(journey: Journey, kept: Callable[[Any], bool]) -> Journey:
    """Give `journey` without what a version does not tell; `kept` says which facts it does."""
    return _changed(journey, lambda facts: tuple(one for one in facts if kept(one)))


def story_renamed(journey: Journey, renamed: Callable[[str], str]) -> Journey:
    """Give `journey` with `renamed` names of those who say it."""

    def other(fact: Any) -> Any:  # noqa: ANN401 - any fact with a voice
        if not isinstance(fact.voice, Said):
            return fact
        return replace(fact, voice=replace(fact.voice, by=renamed(fact.voice.by)))

    return _changed(journey, lambda facts: tuple(map(other, facts)))


def _changed(journey: Journey, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Journey:
    changed: dict[str, Any] = {name: change(getattr(journey, name)) for name in _SPEAKING}
    return replace(journey, **changed)
