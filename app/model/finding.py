"""Finding words in what a person said and typed; the case file itself searches the records."""

import re
import unicodedata
from collections.abc import Iterator

from app.model.found import Found, Group, joined
from app.model.journey.everything import words_of
from app.model.story import CaseSnapshot
from app.model.unspaced import is_unspaced
from app.model.voice import Cited, Voice

_WORD = re.compile(r"\w+")


def find_in(case: CaseSnapshot, words: str) -> tuple[Found, ...]:
    """Give all but the records that has every one of `words`, or words that begin so.

    Accents and capitals do not matter. In scripts without spaces words are
    found in the middle of others, too. No words find nothing.
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
        there = [(at, len(one)) for one in wanted if (at := _place(flat, one)) is not None]
        if there:
            at, length = max(there, key=lambda one: one[1])
            whole = len(flat) != len(match[0])  # letters changed their number: mark all of it
            here = (match.start(), len(match[0])) if whole else (match.start() + at, length)
            found.append(here)
    return tuple(found)


def _wanted(words: str) -> list[str]:
    return [_flat(word) for word in _WORD.findall(words)]


def _has(text: str, wanted: list[str]) -> bool:
    if text.isascii():  # nearly all text: nothing in it changes its number of letters
        text = text.lower()
        if not all(want in text for want in wanted):
            return False
    there = [_flat(word) for word in _WORD.findall(text)]
    return all(any(_place(one, want) is not None for one in there) for want in wanted)


def _place(word: str, want: str) -> int | None:
    """Give where a word has what is wanted: at its beginning, or anywhere where spaces are none."""
    if word.startswith(want):
        return 0
    at = word.find(want) if is_unspaced(want) else -1
    return at if at >= 0 else None


def _flat(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _everything(case: CaseSnapshot) -> Iterator[Found]:
    yield from _story(case)
    for event in case.events:
        when, source = event.date.shown(), _cited(event.voice)
        yield Found(Group.EVENT, event.text, when, None, source, "event", event.id)
    for question in case.questions:
        yield Found(Group.QUESTION, question.text, table="question", id=question.id)
    for one in case.medicines:
        detail, source = joined(one.dose, one.frequency, one.purpose), _cited(one.voice)
        yield Found(Group.MEDICINE, one.name, detail, None, source, "medicine", one.id)
    for bad in case.allergies:
        source = _cited(bad.voice)
        yield Found(Group.ALLERGY, bad.substance, bad.reaction, None, source, "allergy", bad.id)
    for tried in case.treatments:
        detail, source = joined(tried.result, tried.stopped_because), _cited(tried.voice)
        yield Found(Group.TREATMENT, tried.name, detail, None, source, "treatment", tried.id)
    for result in case.results:
        detail = joined(f"{result.value} {result.unit}", result.date.shown())
        source = _cited(result.voice)
        yield Found(Group.RESULT, result.name, detail, None, source, "result", result.id)
    yield from words_of(case.journey, case.questions, case.outside)


def _story(case: CaseSnapshot) -> Iterator[Found]:
    for said in case.statements:
        if not said.subject.is_date:
            yield Found(Group.STORY, said.text, about=said.subject, source=_cited(said.voice))
    for reason in case.reasons:
        yield Found(Group.STORY, reason.words, reason.label)
    for answer in case.answers:
        yield Found(Group.STORY, answer.text, source=_cited(answer.voice))


def _cited(voice: Voice) -> Cited | None:
    return voice if isinstance(voice, Cited) else None
