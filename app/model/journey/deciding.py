"""Decisions in words: the newest counts, older ones stay. Nothing here gives advice."""

from collections.abc import Sequence

from app.model.journey.choice import Choice
from app.model.journey.decision import Decision
from app.phrases import Phrases, _


def newest_first(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Give the decision that counts, then the earlier ones; the order of adding decides."""
    return tuple(sorted(decisions, key=lambda one: -one.id))


def standing(decisions: Sequence[Decision]) -> Decision | None:
    """Give the decision that counts, or None while none is written down."""
    return next(iter(newest_first(decisions)), None)


def chosen_words(decision: Decision, choices: Sequence[Choice], say: Phrases = _) -> str:
    """Say what was chosen: the option, the person's own words, or both; or “Not yet”."""
    if not decision.made:
        return say("Not yet")
    option = next((one.name.strip() for one in choices if one.id == decision.choice), "")
    own = decision.chosen.strip()
    if option and own and own != option:
        return say("{option}: {words}").format(option=option, words=own)
    return option or own or say("Decided, without words for it")


def considered(text: str) -> tuple[str, ...]:
    """Give the options that were thought about, one of each line."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def with_option(text: str, name: str, *, on: bool) -> str:
    """Give the lines of `text` with the option `name` among them, or without it.

    All other lines, and their order, stay as they are.
    """
    name = " ".join(name.split())
    lines = [line for line in considered(text) if line != name]
    there = name in considered(text)
    if on and there:
        return "\n".join(considered(text))
    return "\n".join([*lines, name] if on and name else lines)
