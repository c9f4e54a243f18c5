"""The names of doctors in words: those that leave no doubt, and last names that stand alone."""

import re
from collections.abc import Collection, Iterable

from app.model.person_names import TITLES

LEAST = 3
"""Letters of a last name that is looked for without a title; a shorter one is another word too."""

_DOCTOR = r"dr|doctor|prof|professor|pd|med"
_TITLE = rf"(?i:(?:{_DOCTOR}|mr|mrs|ms|miss|mx|sir|herr|frau)\b\.?\s*)"
_DOCTOR_TITLE = rf"(?i:(?:{_DOCTOR})\b\.?\s*)"
_HELD = TITLES | {"pd"}
_NOBODY = frozenset({"the", "my", "our", "a", "her", "his", "their", "first"})
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# other names and initials between a title and the last name
_BETWEEN = rf"(?:{_CAPITAL}\.\s*|{_CAPITAL}[\w’'-]*\s+){{0,2}}?"
_SPACE = r"\s+"
_ENDS = re.compile(r"[,;(|\n]|\s[–—-]\s")  # behind a name: what somebody is, and where
_HOUSE = re.compile(
    r"\b(?:hospitals?|clinics?|cent(?:re|er)s?|institutes?|universit\w+|praxis|klinik\w*"
    r"|krankenhaus|group|partners|practice|department|surgery|labs?|laboratory|imaging|radiology"
    r"|pathology|health|medical|medicine|care|services?|trust|desk|office|team|foundation"
    r"|network|ward|unit)\b",
    re.IGNORECASE,
)


def name_words(doctor: str) -> tuple[str, ...]:
    """Give the words of a doctor's name without titles; none for a house, a role or nothing."""
    name = _ENDS.split(doctor.strip())[0]
    every = [stripped for word in name.split() if (stripped := word.strip(".:’'"))]
    words = [word for word in every if word.casefold() not in _HELD]
    if not words or (len(words) == len(every) and _HOUSE.search(name)):
        return ()
    if words[-1].islower() and (len(words) > 1 or words == every or words[0] in _NOBODY):
        return ()
    return tuple(words)


def sure_names(doctors: Iterable[str], own: Collection[str] = ()) -> re.Pattern[str] | None:
    """Give what finds a doctor named in full, in either order, or by a title and the last name.

    A name of one word counts with its title alone: it may be another word
    too. One that is also in the names of `own`, the patient and the family,
    counts as a doctor's only: “Dr Ellis” is not “Mrs Ellis”.
    """
    found: dict[str, None] = {}
    taken = _words_of(own)
    for words in filter(None, map(name_words, doctors)):
        escaped = [rf"{re.escape(word)}\.?" for word in words]
        last = re.escape(words[-1])
        if len(words) > 1:
            first = _SPACE.join(escaped[:-1])
            found[rf"(?:{_TITLE})*(?i:{first}\s+{last})"] = None
            found[rf"(?i:{last},?\s+{first})"] = None
        title = _DOCTOR_TITLE if words[-1].casefold() in taken else _TITLE
        found[rf"(?:{title})+{_BETWEEN}(?i:{last})"] = None
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)") if found else None


def lone_names(doctors: Iterable[str], own: Collection[str] = ()) -> tuple[str, ...]:
    """Give the last names that are looked for alone; not those in the names of `own`."""
    taken = _words_of(own)
    lasts = (words[-1] for words in map(name_words, doctors) if words)
    found = (last for last in lasts if len(last) >= LEAST and last.casefold() not in taken)
    return tuple(dict.fromkeys(found))


def stands_alone(last: str, text: str) -> bool:
    """Whether a last name stands in a text with a capital letter, or in capitals alone."""
    forms = "|".join(map(re.escape, (last[0].upper() + last[1:], last.upper())))
    return re.search(rf"(?<!\w)(?:{forms})(?!\w)", text) is not None


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for one in names for word in re.findall(r"[^\W\d_]+", one))
