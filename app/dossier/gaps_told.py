"""What a version of the dossier tells of missing records and of things outside the PDF."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar

from app.content.load import load_content
from app.content.wishes import case_gaps
from app.dossier.whereabouts import is_named
from app.model.journey.checklist import Gap, missing
from app.model.story import CaseSnapshot, Subject
from app.model.voice import Said
from app.phrases import _

Value = TypeVar("Value")

_TITLE = r"(?:(?:Dr|Prof|Doctor|Professor)\.?\s+)"


def missing_in(case: CaseSnapshot, language: str = "en") -> tuple[Gap, ...]:
    """Give the lines of the checklist that are printed as missing."""
    return missing(case_gaps(load_content(language), case))


def missing_texts(case: CaseSnapshot) -> Iterator[str]:
    """Give every text that people wrote and that the list of what is missing prints."""
    for gap in missing_in(case):
        yield from (gap.wanted.text, gap.wanted.who, gap.wanted.why)
        yield from (request.whom for request, _asked in gap.asked)


def blind_gaps(case: CaseSnapshot) -> CaseSnapshot:
    """Give a case in which neither names the doctors who gave an opinion so far.

    Why a record is missing and who said so is left out: it may tell what
    they concluded. Doctors are those of the opinions, and whoever said what
    the diagnosis or the plan is.
    """
    doctors = _doctors(case)
    journey = replace(
        case.journey,
        wanted=tuple(replace(_hidden(one, doctors), who="", why="") for one in case.journey.wanted),
        requests=tuple(_hidden(one, doctors) for one in case.journey.requests),
        asked_for=tuple(_hidden(one, doctors) for one in case.journey.asked_for),
    )
    outside = tuple(_hidden(one, doctors) for one in case.outside)
    return replace(case, journey=journey, outside=outside)


def _doctors(case: CaseSnapshot) -> tuple[str, ...]:
    names = [one.doctor for one in case.journey.opinions]
    for subject in (Subject.DIAGNOSIS, Subject.PLAN):
        said = case.statement(subject)
        if said is not None and isinstance(said.voice, Said):
            names.append(said.voice.by)
    own = [one for one in (case.patient.name, case.preparer.name) if one]
    found = (" ".join(name.split()) for name in names)
    return tuple(
        dict.fromkeys(
            name for name in found if name and not any(is_named(name, known) for known in own)
        )
    )


def _hidden(value: Value, doctors: tuple[str, ...]) -> Value:
    """Give a value of which no text names one of the doctors."""
    texts: dict[str, Any] = {
        field.name: _without(text, doctors)
        for field in fields(value)  # type: ignore[arg-type]  # they are frozen values
        if type(text := getattr(value, field.name)) is str
    }
    changed: Value = replace(value, **texts)  # type: ignore[type-var]
    return changed


def _without(text: str, doctors: tuple[str, ...]) -> str:
    for name in doctors:
        text = _pattern(name).sub(_("[name left out]"), text)
    return text


def _pattern(name: str) -> re.Pattern[str]:
    """Find a name in full, or by a title and the last of its words."""
    words = [word for word in name.split() if not re.fullmatch(_TITLE, f"{word} ", re.IGNORECASE)]
    whole = r"\s+".join(map(re.escape, words or name.split()))
    last = re.escape((words or name.split())[-1])
    return re.compile(rf"(?<!\w){_TITLE}?{whole}(?!\w)|(?<!\w){_TITLE}{last}(?!\w)", re.IGNORECASE)
