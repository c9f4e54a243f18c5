"""Results that stay out with their record: what is private there is not told beside it either."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.dossier.plan import LeftOut, Withheld
from app.model.journey.tests import MedicalTest
from app.model.sensitivity import Sensitivity
from app.model.story import CaseSnapshot
from app.model.voice import Cited
from app.phrases import phrases

_PRIVATE = re.compile(r"\b(?:private|privacy|confidential)\b", re.IGNORECASE)


def is_private(one: LeftOut, tags: Iterable[Sensitivity]) -> bool:
    """Whether a record stays behind since it is private: it has a tag, or its reason says so."""
    words = f"{one.why} {one.record.left_out_because}"
    return bool(frozenset(tags)) or _PRIVATE.search(words) is not None


def private_records(case: CaseSnapshot, left_out: Iterable[LeftOut]) -> frozenset[int]:
    """Give the ids of the records that stay behind since they are private."""
    return frozenset(
        one.record.id
        for one in left_out
        if is_private(one, case.sensitivities.get(one.record.id, ()))
    )


def without_private_results(
    case: CaseSnapshot, left_out: Iterable[LeftOut], language: str = "en"
) -> tuple[CaseSnapshot, tuple[Withheld, ...]]:
    """Give the case without the results taken from private records that stay behind.

    A test stays without its result; where not even the record may be named,
    the test goes too. Values go. What went is counted by record.
    """
    left = {one.record.id: one for one in left_out}
    private = private_records(case, left.values())
    words = phrases(language)("Left out by the patient")

    def held(fact: Any) -> bool:  # noqa: ANN401 - any fact with a voice
        return isinstance(fact.voice, Cited) and fact.voice.record in private

    def gone(test: MedicalTest) -> bool:
        return held(test) and not left[_record(test)].named

    def shown(test: MedicalTest) -> MedicalTest:
        return replace(test, result=words) if held(test) and test.result.strip() else test

    tests = Counter(_record(one) for one in case.journey.tests if gone(one))
    values = Counter(_record(one) for one in case.results if held(one))
    blank = Counter(
        _record(one)
        for one in case.journey.tests
        if held(one) and one.result.strip() and not gone(one)
    )
    kept = tuple(shown(one) for one in case.journey.tests if not gone(one))
    results = tuple(one for one in case.results if not held(one))
    told = replace(case, results=results, journey=replace(case.journey, tests=kept))
    every = tests + values + blank
    return told, tuple(
        Withheld(record, every[record], tests[record], values[record]) for record in sorted(every)
    )


def _record(fact: Any) -> int:  # noqa: ANN401 - any fact with a voice
    """Give the record that a fact is taken from, 0 for none."""
    return fact.voice.record if isinstance(fact.voice, Cited) else 0
