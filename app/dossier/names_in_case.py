"""Every name and number in a case that could tell whose it is, also those of other people."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from app.dossier.telling import name_parts, names_of
from app.model.build import Sending
from app.model.recipient_profile import RecipientProfile
from app.model.story import CaseSnapshot
from app.model.voice import Said
from app.worker.spellings import finder, flat

_SHORTEST = 3
_MOST_PARTS = 4  # of a person's name; more are a sentence
_TITLED = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "nurse", "herr", "frau"})
_NOBODY = frozenset(
    {"patient", "client", "me", "myself", "family", "mother", "father", "mum", "dad", "wife"}
    | {"husband", "partner", "sister", "brother", "son", "daughter", "parent", "carer", "friend"}
    | {"doctor", "nurse", "surgeon", "clinic", "hospital"}
)
"""Words that are written in place of a name."""
_BETWEEN = re.compile(r"[,;()/|\n]|\s[–—-]\s")  # who somebody is, and where
_PEOPLE = ("doctor", "person", "who", "wanted_by", "raised_by", "received_by")
_PLACES = ("whom", "source", "sent_to", "recipient")
_NUMBERS = ("accession", "tracking")
_VOICES = ("voice", "one_voice", "other_voice")


def names_in_case(
    case: CaseSnapshot, profiles: Iterable[RecipientProfile], sendings: Iterable[Sending] = ()
) -> tuple[str, ...]:
    """Give the names, numbers and birth date of a case, those of the patient first.

    Of a person each part of the name counts, of a place only the whole name.
    `app.worker.spellings` finds each however it is written.
    """
    found = list(names_of(case))
    for text in _people(case):
        found += _names(text, person=True)
    asked = [case.recipient.name, *(one.recipient.name for one in profiles)]
    for text in (*asked, *_texts(case, sendings, _PLACES)):
        found += _names(text, person=False)
    asked_under = [one.reference for one in case.journey.requests]
    found += [text.strip() for text in (*asked_under, *_texts(case, sendings, _NUMBERS))]
    words = {word.casefold(): word for word in reversed(found) if len(word) >= _SHORTEST}
    return tuple(words[word] for word in dict.fromkeys(map(str.casefold, found)) if word in words)


def found_in(names: Iterable[str], texts: Iterable[str]) -> tuple[str, ...]:
    """Give those of the names that stand in one of the texts."""
    written = [flat(text) for text in texts if text]
    return tuple(name for name in names if any(map(finder(name), written)))


def _people(case: CaseSnapshot) -> Iterator[str]:
    yield from _texts(case, (), _PEOPLE)
    for fact in _facts(case):
        for name in _VOICES:
            voice = getattr(fact, name, None)
            if isinstance(voice, Said):
                yield voice.by


def _texts(
    case: CaseSnapshot, sendings: Iterable[Sending], fields: tuple[str, ...]
) -> Iterator[str]:
    for fact in (*_facts(case), *sendings):
        for name in fields:
            text = getattr(fact, name, "")
            if isinstance(text, str) and text:
                yield text


def _facts(case: CaseSnapshot) -> Iterator[Any]:
    for holder in (case, case.journey):
        for name in holder.__dataclass_fields__:
            value = getattr(holder, name)
            if isinstance(value, tuple):
                yield from value


def _names(text: str, *, person: bool) -> list[str]:
    """Give the whole names in a text, and their parts where they are a person's."""
    return [name for one in _BETWEEN.split(text) for name in _parts_of(one, person=person)]


def _parts_of(text: str, *, person: bool) -> list[str]:
    words, parts = text.split(), name_parts(text)
    whole = " ".join(parts)
    if not parts or whole.islower() or whole.casefold() in _NOBODY:
        return []
    found = [whole]
    if words[0].strip(".").casefold() in _TITLED or any(len(part) == 1 for part in parts):
        found.append(parts[-1])
    elif person and len(parts) <= _MOST_PARTS and not any(map(str.islower, parts)):
        found += [part for part in parts if part.casefold() not in _NOBODY]
    return [one for one in found if len(one) >= _SHORTEST]
