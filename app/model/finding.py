"""Finding words in what a person said and typed; the case file itself searches the records."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.model.story import CaseSnapshot, Subject
from app.model.voice import Cited, Voice

_WORD = re.compile(r"\w+")


class Group(StrEnum):
    """What the words stand in."""

    STORY = "story"
    EVENT = "event"
    QUESTION = "question"
    MEDICINE = "medicine"
    ALLERGY = "allergy"
    TREATMENT = "treatment"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Found:
    """Something with the words in it.

    `about` is what a statement is about, for the story only; `source` is
    where the fact was taken from, if it was.
    """

    group: Group
    text: str
    detail: str = ""
    about: Subject | None = None
    source: Cited | None = None


def find_in(case: CaseSnapshot, words: str) -> tuple[Found, ...]:
    """Give all but the records that has every one of `words`, or words that begin so.

    Accents and capitals do not matter. No words find nothing.
    """
    wanted = _wanted(words)
    if not wanted:
        return ()
    return tuple(one for one in _everything(case) if _has(f"{one.text} {one.detail}", wanted))


def marks(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Give where the words stand in a text, as (first letter, number of letters)."""
    wanted = _wanted(words)
    found = []
    for match in _WORD.finditer(text):
        flat = _flat(match[0])
        lengths = [len(one) for one in wanted if flat.startswith(one)]
        if lengths:
            whole = len(flat) != len(match[0])  # letters changed their number: mark all of it
            found.append((match.start(), len(match[0]) if whole else max(lengths)))
    return tuple(found)


def _wanted(words: str) -> list[str]:
    return [_flat(word) for word in _WORD.findall(words)]


def _has(text: str, wanted: list[str]) -> bool:
    there = [_flat(word) for word in _WORD.findall(text)]
    return all(any(one.startswith(want) for one in there) for want in wanted)


def _flat(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _everything(case: CaseSnapshot) -> Iterator[Found]:
    for said in case.statements:
        if not said.subject.is_date:
            yield Found(Group.STORY, said.text, about=said.subject, source=_cited(said.voice))
    for reason in case.reasons:
        yield Found(Group.STORY, reason.words, reason.label)
    for answer in case.answers:
        yield Found(Group.STORY, answer.text, source=_cited(answer.voice))
    for event in case.events:
        yield Found(Group.EVENT, event.text, event.date.shown(), source=_cited(event.voice))
    for question in case.questions:
        yield Found(Group.QUESTION, question.text)
    for one in case.medicines:
        detail = _joined(one.dose, one.frequency, one.purpose)
        yield Found(Group.MEDICINE, one.name, detail, source=_cited(one.voice))
    for allergy in case.allergies:
        source = _cited(allergy.voice)
        yield Found(Group.ALLERGY, allergy.substance, allergy.reaction, source=source)
    for tried in case.treatments:
        detail = _joined(tried.result, tried.stopped_because)
        yield Found(Group.TREATMENT, tried.name, detail, source=_cited(tried.voice))
    for result in case.results:
        detail = _joined(f"{result.value} {result.unit}".strip(), result.date.shown())
        yield Found(Group.RESULT, result.name, detail, source=_cited(result.voice))


def _cited(voice: Voice) -> Cited | None:
    return voice if isinstance(voice, Cited) else None


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
