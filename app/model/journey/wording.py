"""Words of blame or judgement in what somebody types: found, never changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class BlameWord:
    """A word or a few, in all its `forms`; in one of the turns of `unless` it blames nobody."""

    forms: tuple[str, ...]
    unless: tuple[str, ...] = ()


def blaming(text: str, known: Iterable[BlameWord]) -> tuple[str, ...]:
    """Give the words of blame in `text` as they stand there, each once, in its order.

    Only whole words count, in any case, with either apostrophe and over the
    end of a line.
    """
    plain = text.translate(_APOSTROPHES)
    found: dict[int, str] = {}
    for word in known:
        fine = [match.span() for match in _matches(word.unless, plain)]
        for match in _matches(word.forms, plain):
            start, end = match.span()
            if not any(first <= start and end <= last for first, last in fine):
                found.setdefault(start, text[start:end])
    once: dict[str, str] = {}
    for _start, words in sorted(found.items()):
        words = " ".join(words.split())
        once.setdefault(words.casefold(), words)
    return tuple(once.values())


def _matches(turns: tuple[str, ...], plain: str) -> Iterable[re.Match[str]]:
    if not turns:
        return ()
    longest_first = sorted(turns, key=len, reverse=True)
    alternatives = "|".join(
        r"\s+".join(map(re.escape, turn.translate(_APOSTROPHES).split())) for turn in longest_first
    )
    return re.finditer(rf"(?<!\w)(?:{alternatives})(?!\w)", plain, re.IGNORECASE)
