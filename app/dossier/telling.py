"""What one version of the dossier tells of the people, and of the first opinion."""

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Any

from app.dossier.choices_told import blind_choices, choices_are_left_out, choices_renamed
from app.dossier.conclusion_words import conclusions
from app.dossier.first_doctor import are_quoted, first_doctors, without_first_doctors
from app.dossier.gaps_told import blind_gaps
from app.dossier.story_told import blind_story, story_renamed, without_private
from app.dossier.whereabouts import is_named
from app.model.journey.blind import tells_an_opinion, without_opinions
from app.model.journey.grid import may_be_compared
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.story import CaseSnapshot, Subject
from app.model.version import Version
from app.model.voice import Cited, Said
from app.phrases import _, phrases

_SPEAKING = (
    "statements",
    "answers",
    "events",
    "medicines",
    "allergies",
    "treatments",
    "results",
)
TELL_IT = (Subject.DIAGNOSIS, Subject.PLAN, Subject.SURGERY_DATE)
"""What is said of these tells the first opinion: a day for surgery is its plan."""


def told(case: CaseSnapshot, version: Version, recipient: Recipient | None) -> CaseSnapshot:
    """Give the case as this version tells it: to whom, under which name, with which opinion.

    Under a pseudonym every field that says who somebody is becomes empty;
    what people wrote themselves is left as it is, and the check looks at it.
    """
    if recipient is not None:
        case = replace(case, recipient=recipient)
    case = replace(case, journey=without_private(case.journey))
    if version.first_opinion is not FirstOpinion.INCLUDE:
        case = _blind(case)
    if version.most_questions:
        case = replace(case, questions=case.questions[: version.most_questions])
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


def hidden_doctors(
    case: CaseSnapshot, version: Version, recipient: Recipient | None
) -> tuple[str, ...]:
    """Give whom a version must not name: in one that is blind, who gave an opinion so far."""
    if version.first_opinion is FirstOpinion.INCLUDE:
        return ()
    return first_doctors(replace(case, recipient=recipient or case.recipient))


def hidden_conclusions(case: CaseSnapshot, version: Version) -> tuple[str, ...]:
    """Give what a version must not state: in one that is blind, what was concluded so far."""
    return () if version.first_opinion is FirstOpinion.INCLUDE else conclusions(case)


def _blind(case: CaseSnapshot) -> CaseSnapshot:
    """Leave out the diagnosis and plan as told, and facts taken from pages that state them."""

    def kept(fact: Any) -> bool:  # noqa: ANN401 - any fact with a voice
        voice = fact.voice
        if not isinstance(voice, Cited) or voice.record not in case.first_opinion:
            return True
        pages = case.first_opinion[voice.record]
        return bool(pages) and voice.page not in pages

    doctors = first_doctors(case)
    changed: dict[str, Any] = {
        name: tuple(fact for fact in getattr(case, name) if kept(fact)) for name in _SPEAKING
    }
    changed["statements"] = tuple(
        one if kept(one) else replace(one, voice=Said(_("a doctor")))
        for one in case.statements
        if (kept(one) or one.subject is Subject.DECIDE_BY) and one.subject not in TELL_IT
    )
    kept_journey = without_opinions(case.journey, case.first_opinion)
    questions = tuple(
        one
        for one in case.questions
        if not tells_an_opinion(one, case.journey, kept_journey, doctors)
    )
    kept_journey = blind_story(blind_choices(case, kept_journey), kept)
    case = replace(case, **changed, questions=questions, journey=kept_journey)
    return without_first_doctors(blind_gaps(case), doctors)


def parts_left_out(case: CaseSnapshot, version: Version) -> tuple[str, ...]:
    """Say which parts of our own a version leaves out that is blind to the opinions so far."""
    if version.first_opinion is FirstOpinion.INCLUDE:
        return ()
    say, parts = phrases(version.language), []
    if may_be_compared(case.journey):
        parts.append(say("A table of what each doctor said"))
    fewer = len(case.questions) - len(_blind(case).questions)
    if fewer:
        words = say("1 question about another opinion")
        if fewer > 1:
            words = say("{n} questions about other opinions").format(n=fewer)
        parts.append(words)
    if are_quoted(case, first_doctors(case)):
        parts.append(say("What else the first doctor said"))
    if choices_are_left_out(case):
        parts.append(say("What the first doctor said about the options"))
    return tuple(parts)


def _speakers_renamed(case: CaseSnapshot, patient: str) -> CaseSnapshot:
    """Let the patient and the helper speak under other names."""
    own = (case.patient.name, *(one.name for one in case.other_namings))
    pairs = [(name, patient) for name in own]
    pairs.append((case.preparer.name, case.preparer.role or _("Family")))

    def other_name(by: str) -> str:
        return next((shown for name, shown in pairs if name and is_named(by, name)), by)

    def renamed(fact: Any) -> Any:  # noqa: ANN401 - any fact with a voice
        if not isinstance(fact.voice, Said):
            return fact
        return replace(fact, voice=replace(fact.voice, by=other_name(fact.voice.by)))

    changed: dict[str, Any] = {
        name: tuple(renamed(fact) for fact in getattr(case, name)) for name in _SPEAKING
    }
    journey = story_renamed(choices_renamed(case.journey, other_name), other_name)
    return replace(case, **changed, journey=journey)


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
        other_namings=(),
    )


def _year_of(born: PartialDate) -> PartialDate:
    return PartialDate(Point(born.start.year)) if born.start else NOT_KNOWN


def names_of(case: CaseSnapshot) -> tuple[str, ...]:
    """Give what tells who the patient or the helper is: what a pseudonym must hide.

    These are the parts of their names, their numbers, the day on which the
    patient was born, and the whole names; so are other names and birth dates
    on papers that somebody confirmed as the patient's, such as a maiden name.
    `app.worker.spellings` finds each however it is written. Parts of fewer than
    three letters stand only in the whole names: they are other words as well.
    """
    called = (case.patient.name, case.preparer.name, *(one.name for one in case.other_namings))
    people = [name_parts(name) for name in called]
    found = [part for parts in people for part in parts if len(part) >= _SHORTEST]
    for text in (case.patient.record_number, case.patient.phone, case.preparer.phone):
        found += [one for one in _NUMBER.findall(text) if len(one) >= _SHORTEST]
    births = (case.patient.born, *(day for one in case.other_namings for day in one.births))
    found += sorted(day for born in births if _DAY.fullmatch(day := born.stored()))
    found += [" ".join(parts) for parts in people if len(parts) > 1]
    words = {word.casefold(): word for word in reversed(found)}
    return tuple(words[word] for word in dict.fromkeys(map(str.casefold, found)))


def name_parts(name: str) -> list[str]:
    """Give the words of a name without titles and small words."""
    parts = [word.strip(".:") for word in re.split(r"[\s(),;/\-]+", name)]
    return [word for word in parts if word and word.casefold() not in _TITLES | _SMALL_WORDS]


_SHORTEST = 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# beside a number there may stand whose number it is: that is no name
_NUMBER = re.compile(r"[^\W\d_]{0,4}\d[\w./-]*(?:[ ()/.-]+\d[\w./-]*)*(?<![./-])")
_SMALL_WORDS = frozenset(
    {"von", "van", "vom", "der", "den", "dem", "zu", "zum", "zur", "ter", "ten", "de", "del"}
    | {"della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "les", "los", "las"}
    | {"el", "al", "bin", "ibn", "y", "e", "af", "av"}
)
"""Small words inside names: they stand in every letter of their language."""
_TITLES = frozenset(
    {"mrs", "miss", "dr", "prof", "herr", "frau", "son", "daughter", "the", "and"}
    | {"née", "nee", "geb", "geborene", "formerly"}
)
