"""What one version of the dossier tells of the people, and of the first opinion."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Any

from app.dossier.whereabouts import is_named
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.story import CaseSnapshot, Subject
from app.model.version import Version
from app.model.voice import Cited, Said
from app.phrases import _

_SPEAKING = (
    "statements",
    "answers",
    "events",
    "medicines",
    "allergies",
    "treatments",
    "results",
)
_TELL_IT = (Subject.DIAGNOSIS, Subject.PLAN)


def told(case: CaseSnapshot, version: Version, recipient: Recipient | None) -> CaseSnapshot:
    """Give the case as this version tells it: to whom, under which name, with which opinion.

    Under a pseudonym every field that says who somebody is becomes empty;
    what people wrote themselves is left as it is, and the check looks at it.
    """
    if recipient is not None:
        case = replace(case, recipient=recipient)
    if version.most_questions:
        case = replace(case, questions=case.questions[: version.most_questions])
    if version.first_opinion is not FirstOpinion.INCLUDE:
        case = _blind(case)
    if version.identity is Identity.PSEUDONYM:
        return _under_pseudonym(case, version.pseudonym or _("The patient"))
    if version.identity is Identity.COVER:
        return _speakers_renamed(case, _("the patient"))
    return case


def on_pages(case: CaseSnapshot, version: Version, made: date) -> Patient:
    """Give who stands at the head of every page but the cover.

    Where the name is for the cover only, a short mark keeps loose pages
    together; it says nothing about the patient to somebody without the cover.
    """
    if version.identity is not Identity.COVER:
        return case.patient
    seed = "|".join((case.patient.name, case.patient.born.stored(), made.isoformat()))
    mark = base64.b32encode(hashlib.sha256(seed.encode()).digest()).decode()[:6]
    return Patient(name=_("Dossier {mark}").format(mark=f"{mark[:3]}-{mark[3:]}"))


def _blind(case: CaseSnapshot) -> CaseSnapshot:
    """Leave out the diagnosis and plan as told, and facts taken from pages that state them."""

    def kept(fact: Any) -> bool:  # noqa: ANN401 - any fact with a voice
        voice = fact.voice
        if not isinstance(voice, Cited) or voice.record not in case.first_opinion:
            return True
        pages = case.first_opinion[voice.record]
        return bool(pages) and voice.page not in pages

    changed: dict[str, Any] = {
        name: tuple(fact for fact in getattr(case, name) if kept(fact)) for name in _SPEAKING
    }
    changed["statements"] = tuple(
        one for one in changed["statements"] if one.subject not in _TELL_IT
    )
    return replace(case, **changed)


def _speakers_renamed(case: CaseSnapshot, patient: str) -> CaseSnapshot:
    """Let the patient and the helper speak under other names."""
    known = (case.patient.name, case.preparer.name)
    speakers = (patient, case.preparer.role or _("Family"))

    def renamed(fact: Any) -> Any:  # noqa: ANN401 - any fact with a voice
        if not isinstance(fact.voice, Said):
            return fact
        for name, shown in zip(known, speakers, strict=True):
            if name and is_named(fact.voice.by, name):
                return replace(fact, voice=replace(fact.voice, by=shown))
        return fact

    changed: dict[str, Any] = {
        name: tuple(renamed(fact) for fact in getattr(case, name)) for name in _SPEAKING
    }
    return replace(case, **changed)


def _under_pseudonym(case: CaseSnapshot, pseudonym: str) -> CaseSnapshot:
    return replace(
        _speakers_renamed(case, pseudonym),
        patient=Patient(
            name=pseudonym,
            born=_year_of(case.patient.born),
            sex=case.patient.sex,
            language=case.patient.language,
        ),
        preparer=Preparer(role=case.preparer.role),
        recipient=replace(case.recipient, reply_to=""),
    )


def _year_of(born: PartialDate) -> PartialDate:
    return PartialDate(Point(born.start.year)) if born.start else NOT_KNOWN


def names_of(case: CaseSnapshot) -> tuple[str, ...]:
    """Give the words that tell who the patient or the helper is: what a pseudonym must hide.

    Words of fewer than three letters are left out: they stand in other words' place.
    """
    people = (case.patient, case.preparer)
    names = [word for one in people for word in _words(one.name)]
    numbers = (case.patient.record_number, case.patient.phone, case.preparer.phone)
    names += [  # beside a number there may stand whose number it is: that is no name
        word for text in numbers for word in _words(text) if any(map(str.isdigit, word))
    ]
    words = {word.casefold(): word for word in reversed(names)}
    return tuple(
        words[word]
        for word in dict.fromkeys(map(str.casefold, names))
        if len(word) >= _SHORTEST and word not in _TITLES
    )


def _words(text: str) -> list[str]:
    return [word for part in re.split(r"[\s(),;]+", text) if (word := part.strip(".:"))]


_SHORTEST = 3
_TITLES = frozenset({"mrs", "miss", "dr", "prof", "herr", "frau", "son", "daughter", "the", "and"})
