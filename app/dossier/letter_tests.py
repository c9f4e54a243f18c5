"""Tests, values and limits for a letter: ordinary results and open tests as well."""

from app.dossier.pages.wording import statement_label
from app.dossier.passed_on import PassedOn
from app.dossier.told_fact import Fact
from app.model.journey.limit_words import every_limit, limit_label
from app.model.journey.tests import LimitAnswer, MedicalTest, TestState, by_part
from app.model.result import Result
from app.model.story import Subject
from app.phrases import Phrases, phrases


def done_tests(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give the tests that were done by part of the body, what was as expected included."""
    _ = phrases(language)
    done = [one for one in told.case.journey.tests if one.state is TestState.DONE]
    return tuple(
        Fact(
            _lines(one.name, one.system, one.date.shown(), one.place),
            one.result.strip() or _("The result is not written down."),
            told.source(one.voice, language),
        )
        for one in by_part(done)
    )


def open_tests(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give the tests that are still to come by the day they are expected, then those not done."""
    _ = phrases(language)
    left = [one for one in told.case.journey.tests if one.state is not TestState.DONE]
    left.sort(key=lambda one: (one.state is TestState.NOT_DONE, *one.due.sort_key, one.id))
    return tuple(
        Fact(_lines(one.name, one.system), how_far(one, _), told.source(one.voice, language))
        for one in left
    )


def how_far(one: MedicalTest, say: Phrases) -> str:
    """Say how far a test has come that has no result, when it is expected and who wants it."""
    _ = say
    states = {
        TestState.DONE: _("Done"),
        TestState.WAITING: _("Done, waiting for the result"),
        TestState.PLANNED: _("Planned"),
        TestState.WANTED: _("Somebody said it is needed"),
        TestState.NOT_DONE: _("It was decided not to do it"),
    }
    parts = [states[one.state]]
    if one.date.known and one.state is TestState.WAITING:
        parts.append(one.date.shown())
    if one.due.known:
        parts.append(_("expected {date}").format(date=one.due.shown()))
    if one.wanted_by.strip():
        parts.append(_("wanted by {name}").format(name=one.wanted_by.strip()))
    return " · ".join(parts)


def measured(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give the newest value of each that was typed from a report, and how many came before.

    Values of another unit are another series; undated ones count as the oldest.
    """
    _ = phrases(language)
    series: dict[tuple[str, str], list[Result]] = {}
    for one in told.case.results:
        series.setdefault((one.name.strip().casefold(), one.unit.strip()), []).append(one)
    facts = []
    for _key, values in sorted(series.items()):
        newest = max(values, key=_day)
        words = " ".join(part for part in (newest.value.strip(), newest.unit.strip()) if part)
        if newest.reference.strip():
            words += " " + _("(range on the report: {range})").format(
                range=newest.reference.strip()
            )
        words += f" · {newest.date.shown()}" if newest.date.known else f" · {_('no date')}"
        if len(values) == 2:
            words += " · " + _("1 other value in the case")
        elif len(values) > 2:
            words += " · " + _("{n} other values in the case").format(n=len(values) - 1)
        facts.append(Fact(newest.name, words, told.source(newest.voice, language)))
    return tuple(facts)


def _day(one: Result) -> tuple[int, int]:
    latest = one.date.latest
    return (latest.toordinal() if latest else 0, one.id)


def limit_facts(told: PassedOn, language: str = "en") -> tuple[Fact, ...]:
    """Give other illnesses and limits as written, then each limit: yes, no, not sure, not asked."""
    _, case = phrases(language), told.case
    words = answer_words(_)
    said = (case.statement(Subject.CONDITIONS), case.statement(Subject.LIMITS))
    free = [
        Fact(statement_label(one.subject, _), one.text, told.source(one.voice, language))
        for one in said
        if one is not None and one.text.strip()
    ]
    every = [one for one in every_limit(case.journey.limits) if limit_label(one, _)]
    asked = [
        Fact(
            limit_label(one, _),
            ": ".join(part for part in (words[one.answer], one.words.strip()) if part),
            told.source(one.voice, language),
        )
        for one in every
        if one.answer is not LimitAnswer.NOT_ASKED
    ]
    missing = [limit_label(one, _) for one in every if one.answer is LimitAnswer.NOT_ASKED]
    never = [Fact(_("Not asked"), "; ".join(missing), "")] if missing else []
    return (*free, *asked, *never)


def answer_words(say: Phrases) -> dict[LimitAnswer, str]:
    """Give what each answer about a limit is called."""
    _ = say
    return {
        LimitAnswer.NOT_ASKED: _("not asked"),
        LimitAnswer.YES: _("Yes"),
        LimitAnswer.NO: _("No"),
        LimitAnswer.NOT_SURE: _("Not sure"),
    }


def _lines(*parts: str) -> str:
    return "\n".join(part.strip() for part in parts if part.strip())
