"""Cuts the name of a person out of the words of a paper."""

import re

from app.model.paper_labels import NAME_ENDS, NO_NAME
from app.model.person_names import PARTICLES, TITLES, name_words

LONGEST_NAME = 160
"""Characters; what is longer is no name."""

_MOST_WORDS = 8
_MOST_PLAIN = 6  # words of what is a name by its looks alone
_FEWEST_LETTERS = 3  # that differ; “XXXX XXXX” stands where a name was made unreadable
_TOKEN = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[.'’\-][^\W\d_'’.\-]*)*")
_BEHIND_NAMES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_NAME_BEFORE = re.compile(
    r"(?:(?:[^\W\d_][^\W\d_'’\-]*(?:['’\-][^\W\d_'’\-]+)*\.?),? ){0,7}"
    r"(?:[^\W\d_][^\W\d_'’\-]*(?:['’\-][^\W\d_'’\-]+)*\.?)[ ,;(–\-]{0,4}$"
)


def name_from(rest: str, *, least: int = 2) -> str:
    """Give the name at the beginning of what stands behind its label, "" where there is none."""
    end = NAME_ENDS.search(_behind_title(rest))
    skipped = len(rest) - len(_behind_title(rest))
    name = (rest[: skipped + end.start()] if end else rest).strip(" ,-–—·(.")
    name = name if name.count("(") <= name.count(")") else f"{name})"
    words = name.split(" ")
    if len(words) > _MOST_WORDS:
        name = " ".join(words[:_MOST_WORDS])
    tokens = [one for one in _TOKEN.findall(name) if one.casefold().strip(".") not in TITLES]
    if len(tokens) < least or not name_words(name) or len(name) > LONGEST_NAME:
        return ""
    if any(one.casefold().strip(".,") in NO_NAME for one in tokens):
        return ""
    return name


def _behind_title(rest: str) -> str:
    """Give what stands behind “Dr” and the like, which elsewhere end a name."""
    while True:
        head, space, tail = rest.partition(" ")
        if not space or head.casefold().strip(".") not in TITLES:
            return rest
        rest = tail


def is_plain_name(name: str) -> bool:
    """Whether all of it looks like a name: every word begins with a capital letter."""
    tokens = _TOKEN.findall(name)
    whole = [one for one in tokens if one.casefold().strip(".") not in PARTICLES | TITLES]
    letters = "".join(whole)
    if len(set(letters.casefold())) < _FEWEST_LETTERS or name.rstrip().endswith(("?", "!")):
        return False
    return len(whole) <= _MOST_PLAIN and all(
        one[0].isupper() or not _has_case(one[0]) for one in whole
    )


def name_at_end_of(text: str) -> str:
    """Give the words with capital letters at the end of a text, "" where they are no name."""
    found = _NAME_BEFORE.search(text)
    words = found[0].strip(" ,;(–-").split(" ") if found else []
    tail: list[str] = []
    for word in reversed(words):
        bare = word.casefold().strip(".,;")
        if bare in NO_NAME or not (word[:1].isupper() or bare in PARTICLES | TITLES):
            break
        tail.insert(0, word)
        if bare in TITLES and bare not in _BEHIND_NAMES:
            break
    while tail and tail[0].casefold().strip(".,;") in PARTICLES:
        tail.pop(0)
    name = " ".join(tail)
    full = [one for one in tail if one.casefold().strip(".,;") not in TITLES]
    return name if len(full) >= 2 and name_words(name) and is_plain_name(name) else ""


def _has_case(letter: str) -> bool:
    return letter.upper() != letter.lower()
