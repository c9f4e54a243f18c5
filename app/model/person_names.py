"""Compares two names of people, however they are written."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise

from app.model.date_words import folded


class Likeness(Enum):
    """How two names stand to each other."""

    SAME = "same"  # nothing speaks against one person
    GIVEN = "given"  # the given name fits, the family name does not: perhaps a married name
    FAMILY = "family"  # the family name fits, the given name does not: perhaps a relative
    OTHER = "other"  # nothing fits
    UNKNOWN = "unknown"  # there is nothing that could be compared, or it is in two scripts


_IN_FRONT = (
    "mr mrs ms miss mx dr prof professor doctor med phd md sir lady dame rev jr sr ii iii iv"
    " herr herrn frau fraulein dipl ing mme mlle madame monsieur mademoiselle docteur sra srta"
    " senor senora senorita don dona sig signor signora signore dott dottssa"
)
TITLES = frozenset(_IN_FRONT.split())
_SMALL_WORDS = (
    "de la le el al van von vom der den di da du del della dello dos das do bin ibn bint abu"
    " y e i and und et zu zur ter ten te af av st"
)
PARTICLES = frozenset(_SMALL_WORDS.split())
_BIRTH_NAME = re.compile(
    r"\b(?:nee|born|geb|geborene?r?|formerly|fruher|maiden name|nata|nacida)\b[.:]?", re.IGNORECASE
)
_ASIDE = re.compile(r"\(([^()]*)\)?")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SPELT_OUT = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
# Letters without a form that is plain with an accent, and how lists without them write them.
_PLAIN = str.maketrans(
    {"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_TWO_LETTERS = (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
_ALIKE = 0.8  # of two spellings: “Margret” and “Margaret”, “Catherine” and “Katherine”
_MOST_LETTERS = 400  # of a name that is compared
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class _Name:
    """The words of a name: whole ones, single letters, and what neighbours make together."""

    words: frozenset[str]
    initials: frozenset[str]
    joined: frozenset[str]
    given: frozenset[str]

    @property
    def latin(self) -> bool:
        return all(map(_is_latin, self.words))


def likeness(one: str, other: str) -> Likeness:
    """Say how two names stand to each other.

    Order, titles, capitals, accents, ligatures, hyphens, middle names left
    out, initials and names at birth (“née Smith”) do not matter.
    """
    here, there = _read(one), _read(other)
    if not (here.words and there.words) or here.latin != there.latin:
        return Likeness.UNKNOWN
    common = _common(here, there)
    left, right = _uncovered(here, there, common), _uncovered(there, here, common)
    if common and not (left and right):
        return Likeness.SAME
    if not common:
        return Likeness.OTHER
    given = here.given | there.given
    if any(word in common for word in given) or _initial_fits(here, there):
        return Likeness.GIVEN
    return Likeness.FAMILY


def spelt_alike(one: str, other: str) -> bool:
    """Whether the names have no two words that are far apart: a pet name, or a slip of the pen."""
    here, there = _read(one), _read(other)
    common = _common(here, there)
    left, right = _uncovered(here, there, common), _uncovered(there, here, common)
    pairs = ((a, b) for a in left for b in right)
    return bool(common) and any(_near(a, b) for a, b in pairs)


def visible(text: str) -> str:
    """Give a text without the signs that only direct how others are shown."""
    if text.isascii():
        return text
    hidden = {sign for sign in set(text) if unicodedata.category(sign) == "Cf"}
    return text.translate({ord(sign): None for sign in hidden}) if hidden else text


def name_words(name: str) -> list[str]:
    """Give the words of a name folded, ü and ue alike; without titles, particles and letters."""
    return [word for word in _tokens(_opened(name)) if len(word) > 1 and word not in PARTICLES]


def _read(name: str) -> _Name:
    name = name[:_MOST_LETTERS]
    tokens = _tokens(_opened(name))[:_MOST_WORDS]
    whole = [word for word in tokens if len(word) > 1 and word not in PARTICLES]
    pairs = ["".join(pair) for pair in pairwise(tokens)]
    threes = ["".join(tokens[at : at + 3]) for at in range(len(tokens) - 2)]
    return _Name(
        frozenset(whole or tokens),
        frozenset(word for word in tokens if len(word) == 1 and word != "y"),
        frozenset((*pairs, *threes)),
        frozenset(_given(name)),
    )


def _common(here: _Name, there: _Name) -> frozenset[str]:
    """Give the words that both have, “Annemarie” for “Anne Marie” among them."""
    return (here.words & (there.words | there.joined)) | (there.words & here.joined)


def _uncovered(name: _Name, other: _Name, common: frozenset[str]) -> frozenset[str]:
    """Give the words that nothing in the other name answers to."""
    inside = " ".join(sorted(name.joined & common))
    first = {word[0] for word in other.words} | other.initials
    return frozenset(
        (
            *(
                word
                for word in name.words - common
                if word[0] not in other.initials and word not in inside
            ),
            *(letter for letter in name.initials if letter not in first),
        )
    )


def _initial_fits(here: _Name, there: _Name) -> bool:
    return any(word[0] in there.initials for word in here.given) or any(
        word[0] in here.initials for word in there.given
    )


def _near(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if shorter[:2] == longer[:2] or (len(shorter) > 2 and shorter in longer):
        return True
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _given(name: str) -> list[str]:
    """Give the first given name: behind a comma, beside capitals, or in front."""
    before, comma, after = name.partition(",")
    if comma and _tokens(after):
        return _first(after)
    written = [one for one in _WORD.findall(_ASIDE.sub(" ", visible(name))) if len(one) > 1]
    quiet = [word for word in written if not word.isupper()]
    if quiet and len(quiet) < len(written):  # “ELLIS Margaret”, as in France
        return _first(" ".join(quiet))
    return _first(before)


def _first(name: str) -> list[str]:
    tokens = [word for word in _tokens(name) if word not in PARTICLES]
    return [word for word in tokens[:1] if len(word) > 1]


def _opened(name: str) -> str:
    """Keep of what stands in brackets only a name at birth."""
    plain = folded(visible(name))
    kept = _ASIDE.sub(lambda m: f" {m[1]} " if _BIRTH_NAME.search(m[1]) else " ", plain)
    return _BIRTH_NAME.sub(" ", kept)


def _tokens(name: str) -> list[str]:
    plain = folded(name).translate(_PLAIN).replace("'", "")
    plain = _SPELT_OUT.sub(lambda m: m[0].replace(" ", ""), plain)
    for two, one in _TWO_LETTERS:
        plain = plain.replace(two, one)
    return [word for word in _WORD.findall(plain) if word not in TITLES]


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in word)
