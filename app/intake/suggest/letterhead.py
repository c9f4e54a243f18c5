"""Finds who made a paper: the place and the doctor in its letterhead."""

import re
from dataclasses import dataclass

from app.intake.suggest.suggestion import Line, as_words

# A place's name ends with one of these, or goes on with "of", "for" and the like.
_PLACE = (
    r"clinics?|hospitals?|cent(?:er|re)|laborator(?:y|ies)|labs|pharmacy|institute|infirmary"
    r"|klinik(?:um)?|\w+klinik(?:um)?|krankenhaus|spital|\w+spital|praxis|\w+praxis|apotheke|labor"
    r"|h[oô]pital|clinique|centro|laboratoire|cabinet|laboratorio|cl[ií]nica|consultorio"
)
_PLACE_OR_FIELD = (
    rf"{_PLACE}|group|practice|associates|physicians|surgery|medicine|imaging|radiology"
)
# These say by themselves that a name follows: "Department of Neurology".
_OPENING = r"department|dept|division|university|universit[aä]ts\w*|centre hospitalier|hospital"
_SURELY_PLACE = re.compile(rf"(?<!\w)(?:{_PLACE})(?!\w)", re.IGNORECASE)
_PLACE_WORD = re.compile(rf"(?<!\w)(?:{_PLACE_OR_FIELD})(?!\w)", re.IGNORECASE)
_OPENING_WORD = re.compile(rf"(?:{_OPENING})(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r" (?:of|for|at|für|de|des|du|der|am|in|and|&) ", re.IGNORECASE)

PAPER_WORDS = frozenset(
    word
    for words in (
        "letter report note notes summary list form record records result results consultation",
        "referral diary consent therapy visit test scan study request history bericht brief befund",
        "informe lettre questionnaire review discharge procedure",
    )
    for word in words.split()
)
"""Words that name a paper, not a place."""

_NO_LETTERHEAD = re.compile(
    r"(?:patient|name|to|an|re|dear|attn|attention|cc|copy|copies|referr\w+|dob|born|mrn|page|date"
    r"|exam|diagnosis|impression|findings|address|insurance|the|this|we|i|your|you|my|a|at|in)\b",
    re.IGNORECASE,
)
_DOCTOR = re.compile(
    r"(?:Dr|Prof|Professor|Doctor)\b\.?(?: (?:Dr|med|Prof)\b\.?)*"
    r"(?: (?:[^\W\d_a-z]\.|(?:van|von|de|der|la|el|al|di|da)\b|[^\W\d_a-z][\w'’.-]*)){1,4}"
)
_AUTHOR = re.compile(
    r"(?:reported|signed|dictated|verified|authored|written|interpreted|electronically signed"
    r"|reporting (?:doctor|physician|radiologist)|radiologist|surgeon|pathologist|consultant"
    r"|author)(?: by)?:? $",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:Dear|Sehr geehrter? (?:Herr|Frau)|Chère?|Estimad[oa])\b[^,:]*?([^\W\d_]{2,})\s*[,:]?$"
)
_LONGEST_PLACE = 70


@dataclass(frozen=True, slots=True)
class Named:
    """A name found on a line."""

    name: str
    line: Line


def find_place(line: str) -> str:
    """Give the name of a clinic, laboratory or the like that a line begins with, or ""."""
    if _NO_LETTERHEAD.match(line) or ":" in line.split(" ", 1)[0]:
        return ""
    doctor = _DOCTOR.search(line)
    part = line[: doctor.start()] if doctor else line
    part = re.split(r" [·|•–—-] |[,;:]", part, maxsplit=1)[0].strip()
    if not part[:1].isupper() or any(letter.isdigit() for letter in part):
        return ""
    name = _cut(part)
    return name if len(name) <= _LONGEST_PLACE and 2 <= len(name.split()) <= 9 else ""


def _cut(part: str) -> str:
    """Cut what follows the place's name on its line, such as "Radiology report"."""
    if part.endswith("."):
        return ""
    paper = next((word for word in re.finditer(r"\S+", part) if _names_a_paper(word[0])), None)
    ends = list(_PLACE_WORD.finditer(part))
    if paper is None:
        return part if ends or (_OPENING_WORD.match(part) and _GOES_ON.search(part)) else ""
    before = [end for end in ends if end.end() <= paper.start()]
    # The last such word right before "report" belongs to the report: "Group | Radiology report".
    strong = [end for end in before if end.end() + 1 < paper.start()] or [
        end for end in before[:1] if _SURELY_PLACE.fullmatch(end[0])
    ]
    return part[: strong[-1].end()] if strong else ""


def _names_a_paper(word: str) -> bool:
    return as_words(word).strip() in PAPER_WORDS


def find_authors(top: list[Line]) -> list[Named]:
    """Find the doctors who are named as the paper's makers, the surest first."""
    labelled, in_head = [], []
    for line in top:
        for found in _DOCTOR.finditer(line.text):
            before = line.text[: found.start()]
            if _AUTHOR.search(before):
                labelled.append(Named(found[0], line))
            elif line.number < 3 and (not before or find_place(line.text)):
                in_head.append(Named(found[0], line))
    return labelled + in_head


def greeted(top: list[Line]) -> str:
    """Give the family name that the letter greets ("Dear Dr Venn"), folded, or ""."""
    found = next((match for line in top if (match := _GREETING.match(line.text))), None)
    return as_words(found[1]).strip() if found else ""
