"""Notices a paper that plainly names another patient."""

import re
import unicodedata
from datetime import date, timedelta

from app.intake.suggest.suggestion import Line, Suggestion, lines, passage
from app.intake.suggest.written_dates import Habit, Written, readings, written_dates
from app.model.date_words import folded
from app.model.partial_date import PartialDate
from app.model.person import Patient

_BORN = (
    r"d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?|geboren(?: am)?|geb\.?(?: am)?"
    r"|geburtsdatum|née? le|date de naissance|naissance|fecha de nacimiento|nacid[oa]"
)
_BORN_LABEL = re.compile(rf"(?<!\w)(?:{_BORN})[\s:.()*]*$", re.IGNORECASE)
_NAME_LABEL = re.compile(
    r"(?<!\w)(?P<patient>patient(?:'s|’s)?(?: full)? name|name of patient|patient(?:in)?|paciente"
    r")\s?:\s?|(?:^|[,;|] ?)(?:name|re|nombre|nom)\s?:\s?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    rf"(?<!\w)(?:{_BORN}|mrn|sex|gender|age|id|nhs|ssn|hosp\w*|number|no|phone|address"
    r"|date|visit|room|ward|doctor|physician|account|patient)(?!\w)|[\d:|;*#]",
    re.IGNORECASE,
)
_NEAR = 2  # lines after the name on which its birth date may stand
_NO_NAMES = frozenset(
    word
    for words in (
        "mr mrs ms miss mx dr prof herr frau mme mlle sr sra srta senor senora madame monsieur",
        "de la le el al van von der den di da du del dos das bin ibn y e and jr ii iii",
    )
    for word in words.split()
)
# Letters without a form that is plain with an accent, and how lists without them write them.
_SPELT = str.maketrans(
    {"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
_CENTURIES = (date(1994, 12, 31), date(2094, 12, 31))  # "14/03/57" may be 1957 or 2057
_ABOUT = timedelta(days=2 * 366)


def other_people(texts: tuple[str, ...], patient: Patient) -> Suggestion[str] | None:
    """Find a labelled patient on the paper who cannot be the patient of the case.

    The value is the name as it stands there. Both the birth date and the
    family name have to differ, as far as the case holds them: a married name
    or a mistyped date alone is not enough. None where the paper leaves a doubt.
    """
    if not patient.name.strip() and not patient.born.known:
        return None
    paper = list(lines(texts))
    for index, line in enumerate(paper):
        label = _NAME_LABEL.search(line.text) if ":" in line.text else None
        if label is None:
            continue
        name = _name_from(line.text[label.end() :])
        born = _birth_date(paper[index : index + 1 + _NEAR], line.page)
        # "Re: knee pain" is no name; only with a birth date can it be one.
        sure = born is not None or label["patient"] is not None
        if name and sure and _is_somebody_else(name, born, patient):
            found = Suggestion(name, _words(line, label.start(), born), line.page)
            return None if _writes_strange_dates(paper) else found
    return None


def _writes_strange_dates(paper: list[Line]) -> bool:
    return Habit.of(one for line in paper for one in written_dates(line)).dots_unsure


def _name_from(rest: str) -> str:
    end = _NAME_ENDS.search(rest)
    name = (rest[: end.start()] if end else rest).strip(" ,-–—·(")
    return name if len(_name_words(name)) in range(2, 6) and len(name) <= 60 else ""


def _birth_date(near: list[Line], page: int) -> Written | None:
    """Find the first date on these lines that is labelled as a birth date."""
    for line in near:
        for one in written_dates(line) if line.page == page else ():
            if _BORN_LABEL.search(line.text[max(0, one.start - 40) : one.start]):
                return one
    return None


def _is_somebody_else(name: str, born: Written | None, patient: Patient) -> bool:
    if patient.born.known and (born is None or not _other_birth(born, patient.born)):
        return False
    if not patient.name.strip():
        return True
    if not patient.born.known:
        here, there = set(_name_words(name)), set(_name_words(patient.name))
        return _comparable(here, there) and here.isdisjoint(there)
    return _other_family(name, patient.name)


def _other_birth(written: Written, born: PartialDate) -> bool:
    """Tell whether no way of reading the date fits the one the case holds."""
    if born.earliest is None or born.latest is None:
        return False
    slack = _ABOUT if born.about else timedelta(0)
    found = {one for today in _CENTURIES for one in readings(written.text, today=today)}
    return bool(found) and not any(
        one.earliest is not None
        and one.latest is not None
        and one.earliest - slack <= born.latest
        and born.earliest <= one.latest + slack
        for one in found
    )


def _other_family(one: str, other: str) -> bool:
    """Tell whether neither family name occurs anywhere in the other name."""
    here, there = set(_name_words(one)), set(_name_words(other))
    families = _family(one) | _family(other)
    return _comparable(here, there) and families.isdisjoint(here & there)


def _family(name: str) -> set[str]:
    """Give the words of the family name: those before a comma, else the last one."""
    before, comma, _rest = name.partition(",")
    words = _name_words(before if comma else name)
    return set(words if comma else words[-1:])


def _comparable(here: set[str], there: set[str]) -> bool:
    """Names in two scripts cannot be compared letter by letter."""
    return bool(here and there) and all(map(_is_latin, here)) == all(map(_is_latin, there))


def _is_latin(word: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in word)


def _name_words(name: str) -> list[str]:
    """Split a name, with ü and ue alike; without titles, particles and what is in brackets."""
    plain = re.sub(r"\([^)]*\)?", " ", name)
    plain = folded(plain).translate(_SPELT).replace("'", "")
    for doubled, single in (("aa", "a"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(doubled, single)
    return [
        word for word in re.findall(r"[^\W\d_]+", plain) if len(word) > 1 and word not in _NO_NAMES
    ]


def _words(line: Line, start: int, born: Written | None) -> str:
    text = line.text
    if born is None:
        return passage(text[start:].lstrip(" ,;|"))
    if born.line is line:
        return passage(text[start : born.end].lstrip(" ,;|"))
    return passage(text[start:].lstrip(" ,;|"), born.line.text[: born.end])
