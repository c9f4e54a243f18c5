"""The first doctor in a version that is blind to the first opinion: not named, not quoted."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar

from app.dossier.whereabouts import is_named
from app.model.journey.doctor_names import sure_names
from app.model.record import Record
from app.model.story import CaseSnapshot, Subject
from app.model.voice import Said
from app.phrases import _

Value = TypeVar("Value")

_FACTS = ("reasons", "medicines", "allergies", "treatments", "results", "outside")
_QUOTING = ("statements", "answers", "events")
"""What may tell a conclusion: of these, nothing that the first doctor said goes in."""
_JOURNEY = ("wanted", "requests", "asked_for", "tests", "limits", "family", "choices")
_KEPT = frozenset({"code", "prompt"})
"""Fields that are no words of a person."""


def first_doctors(case: CaseSnapshot) -> tuple[str, ...]:
    """Give who gave an opinion so far, as they are written, neither patient nor family.

    That is whoever stated the diagnosis or the plan, whoever wrote the pages
    marked as the first opinion, and whose opinion is kept. Nobody is hidden
    from themselves: the reader is not among them.
    """
    said = [
        one.voice.by
        for one in case.statements
        if one.subject in (Subject.DIAGNOSIS, Subject.PLAN) and isinstance(one.voice, Said)
    ]
    wrote = [record.source for record in case.records if record.id in case.first_opinion]
    names = [*said, *wrote, *(opinion.doctor for opinion in case.journey.opinions)]
    known = (*own_names(case), case.recipient.name)
    found = (" ".join(name.split()) for name in names)
    return tuple(
        dict.fromkeys(
            name for name in found if name and not any(is_named(name, one) for one in known)
        )
    )


def own_names(case: CaseSnapshot) -> tuple[str, ...]:
    """Give the names of the patient and of who prepares the file."""
    others = (one.name for one in case.other_namings)
    return tuple(filter(None, (case.patient.name, case.preparer.name, *others)))


def words_without(text: str, case: CaseSnapshot, doctors: tuple[str, ...]) -> str:
    """Give a text that names none of `doctors` in full or with a title."""
    names = sure_names(doctors, own_names(case))
    return text if names is None else names.sub(_("[name left out]"), text)


def without_first_doctors(case: CaseSnapshot, doctors: tuple[str, ...]) -> CaseSnapshot:
    """Give a case in which no words name one of `doctors` in full or with a title.

    Titles and sources of records are among these words, the words of typed
    records are not. Of what a doctor said, statements, answers and events
    stay out; all other facts stay, as said by a doctor. Nobody wanted a test.
    """
    names = sure_names(doctors, own_names(case))
    tests = tuple(replace(one, wanted_by="") for one in case.journey.tests)
    case = replace(case, journey=replace(case.journey, tests=tests))
    if names is None:
        return case

    def hidden(value: Value) -> Value:
        return _hidden(value, names)

    changed: dict[str, Any] = {name: _each(case, name, hidden) for name in _FACTS}
    for name in _QUOTING:
        kept = (one for one in getattr(case, name) if not quotes(one, names))
        changed[name] = tuple(hidden(one) for one in kept)
    journey: dict[str, Any] = {name: _each(case.journey, name, hidden) for name in _JOURNEY}
    cells = tuple(map(hidden, case.journey.choice_cells))
    return replace(
        case,
        **changed,
        records=tuple(map(hidden, case.records)),
        journey=replace(case.journey, **journey, choice_cells=cells),
    )


def are_quoted(case: CaseSnapshot, doctors: tuple[str, ...]) -> bool:
    """Whether an answer, an event or a statement other than diagnosis and plan is a doctor's."""
    names = sure_names(doctors, own_names(case))
    facts = [*case.answers, *case.events]
    told = (Subject.DIAGNOSIS, Subject.PLAN)
    facts += [one for one in case.statements if one.subject not in told]
    return names is not None and any(quotes(one, names) for one in facts)


def quotes(fact: Any, names: re.Pattern[str]) -> bool:  # noqa: ANN401 - any fact with a voice
    """Whether one of those in `names` said it."""
    return isinstance(fact.voice, Said) and names.search(fact.voice.by) is not None


def _each(holder: object, name: str, change: Callable[[Any], Any]) -> tuple[Any, ...]:
    return tuple(map(change, getattr(holder, name)))


def _hidden(value: Value, names: re.Pattern[str]) -> Value:
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]  # they are frozen values
        there = getattr(value, field.name)
        if isinstance(there, Said) and names.search(there.by):
            changed[field.name] = replace(there, by=_("a doctor"))
        elif type(there) is str and field.name not in _KEPT and _is_printed(value, field.name):
            changed[field.name] = names.sub(_("[name left out]"), there)
    hidden: Value = replace(value, **changed)  # type: ignore[type-var]
    return hidden


def _is_printed(value: object, field: str) -> bool:
    """Whether a field may change: the words of a typed record are a paper, and stay."""
    return not isinstance(value, Record) or field in ("title", "source", "left_out_because")
