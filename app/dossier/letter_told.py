"""The facts that a clinician needs for a letter of their own: chosen and put in order, not judged.

Nothing is weighed, shortened or concluded. Each fact keeps its words and says
where it is from; a part without facts says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.content.load import load_content
from app.dossier.letter_tests import done_tests, limit_facts, measured, open_tests
from app.dossier.letter_views import conflicts, views
from app.dossier.pages.wording import allergy_state, medicine_state, statement_label
from app.dossier.passed_on import PassedOn, told_by
from app.dossier.told_fact import Fact
from app.model.story import Allergy, Asked, Medicine, Subject
from app.phrases import Phrases, phrases


@dataclass(frozen=True, slots=True)
class FactGroup:
    """One part of the letter's facts; `note` stands above them, `empty` in their place."""

    title: str
    facts: tuple[Fact, ...]
    note: str = ""
    empty: str = ""


def facts_for_letter(told: PassedOn, language: str = "en") -> tuple[FactGroup, ...]:
    """Give every part in the order of such a letter.

    That is why, the story, who said what, tests (ordinary and open ones
    too), medicines and allergies, what was tried, the family, what is asked.
    A part without facts says in `empty` how far somebody was asked, or has ""
    where nothing is written down; only of papers that do not agree, of values
    and of stopped medicines there is no part when there are none.
    """
    _, case = phrases(language), told.case
    own = _("As told by the patient or family.")
    quoted = _("Words in “ ” are the doctor’s own. Other words are the patient’s.")
    now = _taken(told, language, stopped=False)
    medicines = medicine_state(case.medicines_asked, _)
    bad = _allergies(told, language)
    allergies = allergy_state(case.allergies_asked, _)
    groups = (
        FactGroup(_("Why a second opinion is wanted"), _why(told, language)),
        FactGroup(_("The story in dates"), _story(told, language)),
        FactGroup(_("What was told by whom, as said"), views(told, language), quoted),
        FactGroup(_("Papers that do not agree"), conflicts(told, language)),
        FactGroup(
            _("Tests that were done, in the words of the report"), done_tests(told, language)
        ),
        FactGroup(_("Values from reports, the newest of each"), measured(told, language)),
        FactGroup(_("Tests that are open or were not done"), open_tests(told, language)),
        _answered(_("Medicines taken now"), now, case.medicines_asked, medicines, _),
        FactGroup(_("Medicines stopped"), _taken(told, language, stopped=True)),
        _answered(_("Allergies and reactions"), bad, case.allergies_asked, allergies, _),
        FactGroup(_("What was tried"), _tried(told, language)),
        FactGroup(_("Other illnesses, and what limits tests"), limit_facts(told, language)),
        FactGroup(
            _("Illnesses in the family"),
            _family(told, language),
            _("Only what the family chose to share."),
            _("Not written down, or not shared."),
        ),
        FactGroup(_("What is asked"), _asked(told), own),
    )
    only_if_any = {groups[3].title, groups[5].title, groups[8].title}
    return tuple(one for one in groups if one.facts or one.title not in only_if_any)


def _answered(
    title: str, facts: tuple[Fact, ...], asked: Asked, state: str, say: Phrases
) -> FactGroup:
    """Give a list with how far somebody was asked for it."""
    words = asked_words(asked, state, facts, say)
    return FactGroup(title, facts, words if facts else "", words)


def _why(told: PassedOn, language: str) -> tuple[Fact, ...]:
    _, case, content = phrases(language), told.case, load_content(language)
    own = told_by("", "", language)
    labels = {one.code: one.label for one in content.reasons}
    facts = [
        Fact(labels.get(one.code, one.label) or one.label, one.words.strip(), own)
        for one in case.reasons
    ]
    for subject in (Subject.HEADLINE, Subject.PROBLEM):
        said = case.statement(subject)
        if said is not None and said.text.strip():
            source = told.source(said.voice, language)
            facts.append(Fact(statement_label(subject, _), said.text, source))
    return tuple(facts)


def _story(told: PassedOn, language: str) -> tuple[Fact, ...]:
    events = sorted(told.case.events, key=lambda one: (*one.date.sort_key, one.id))
    return tuple(
        Fact(one.date.shown(), one.text, told.source(one.voice, language)) for one in events
    )


def _taken(told: PassedOn, language: str, *, stopped: bool) -> tuple[Fact, ...]:
    """Give the medicines that are taken, or those that are not any more, as written."""
    _ = phrases(language)

    def words(one: Medicine) -> str:
        parts = [one.dose.strip(), one.frequency.strip(), one.purpose.strip()]
        if one.since.known:
            parts.append(_("since {date}").format(date=one.since.shown()))
        if one.until is not None and one.until.known:
            parts.append(_("until {date}").format(date=one.until.shown()))
        elif one.until is not None:
            parts.append(_("stopped, date not known"))
        return " · ".join(part for part in parts if part) or _("Not written down.")

    return tuple(
        Fact(one.name, words(one), told.source(one.voice, language))
        for one in told.case.medicines
        if (one.until is not None) is stopped
    )


def _allergies(told: PassedOn, language: str) -> tuple[Fact, ...]:
    _ = phrases(language)

    def words(one: Allergy) -> str:
        did = one.reaction.strip() or _("What happened is not written down.")
        return f"{did} · {one.date.shown()}" if one.date.known else did

    return tuple(
        Fact(one.substance, words(one), told.source(one.voice, language))
        for one in told.case.allergies
    )


def asked_words(asked: Asked, state: str, listed: Iterable[object], say: Phrases) -> str:
    """Say how far somebody was asked, beside what is listed: "" where the list says it.

    An answer that does not fit the list is told outright.
    """
    there = any(True for _one in listed)
    if there and asked is Asked.NONE_KNOWN:
        words = say("Marked as “{words}”, but something is listed. Ask about it.")
        return words.format(words=state)
    if there:
        return state if asked is Asked.NOT_SURE else ""
    return say("None are listed.") if asked is Asked.LISTED else state


def _tried(told: PassedOn, language: str) -> tuple[Fact, ...]:
    _, facts = phrases(language), list[Fact]()
    for one in told.case.treatments:
        when = one.dates.shown() if one.dates.known else ""
        name = "\n".join(part for part in (one.name, when) if part)
        did = [one.dose.strip(), one.weeks.strip(), one.result.strip()]
        if one.stopped_because.strip():
            words = _("Stopped because: {reason}")
            did.append(words.format(reason=one.stopped_because.strip()))
        words = " · ".join(part for part in did if part) or _("Not written down.")
        facts.append(Fact(name, words, told.source(one.voice, language)))
    return tuple(facts)


def _family(told: PassedOn, language: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            one.relative,
            " · ".join(p for p in (one.illness, one.age.strip(), one.note.strip()) if p),
            told.source(one.voice, language),
        )
        for one in told.case.journey.family
    )


def _asked(told: PassedOn) -> tuple[Fact, ...]:
    return tuple(Fact(f"{n}.", one.text, "") for n, one in enumerate(told.case.questions, 1))
