"""What of a case may be handed on in a small print: which records are named, which tell nothing.

Nobody checks a print record by record before it is made. So it follows the
dossier: what stays out of a dossier because it is private tells nothing here,
and what is left out for another reason is not named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.dossier.choosing import choose
from app.dossier.prints.printing import source_words
from app.dossier.private_facts import private_records
from app.dossier.story_told import without_private
from app.model.journey.snapshot import Journey
from app.model.record import Record
from app.model.story import CaseSnapshot
from app.model.version import MAIN, Version
from app.model.voice import Cited, Voice
from app.phrases import phrases

_DROPPED = ("statements", "answers", "events", "treatments", "results")
_OF_OPINIONS = ("points", "answers", "saw", "grid_cells")


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A case as it may be handed on: `case` without what is private.

    `named` are the records that may be named, by their ids, and `held` are
    those that are there, but not named.
    """

    case: CaseSnapshot
    named: Mapping[int, Record]
    held: frozenset[int]

    def source(self, voice: Voice, language: str = "en") -> str:
        """Say where a fact is from: a record with its date and page, or as told by whom."""
        say = phrases(language)
        if isinstance(voice, Cited):
            if voice.record in self.held:
                return say("from a record that is not handed on")
            return source_words(voice, self.named, language)
        return told_by(voice.by, voice.on.shown() if voice.on.known else "", language)

    def whole(self, record: int, language: str = "en") -> str:
        """Say that a fact is from a record, without a page."""
        say, found = phrases(language), self.named.get(record)
        if found is None:
            if record in self.held:
                return say("from a record that is not handed on")
            return say("a record that is not there any more")
        when = found.dates.service.shown() if found.dates.service.known else say("no date")
        title = " ".join(found.title.split()) or say("Without a title")
        return say("“{title}”, {date}").format(title=title, date=when)


def told_by(name: str, when: str, language: str = "en") -> str:
    """Say who told something, and when if `when` is not ""."""
    say = phrases(language)
    name = " ".join(name.split()) or say("the patient or family")
    words = say("as told by {name}, {date}") if when else say("as told by {name}")
    return words.format(name=name, date=when)


def passed_on(case: CaseSnapshot, version: Version = MAIN) -> PassedOn:
    """Give what of `case` may be handed on, as `version` chooses its records.

    Private illnesses of the family are not in it, nor what was taken from a
    record that stays out of the dossier because it is private. Medicines, allergies and
    what limits tests stay: to leave one out could hurt somebody. Then only
    the record that they are from is not named.
    """
    wanted, left = choose(case, version)
    replaced = {one.record.id for one in left if one.named and _chosen(version, one.record)}
    named = {one.id: one for one in case.records if one.id in replaced}
    named |= {one.id: one for one in wanted}
    private = private_records(case, left) | _private_elsewhere(case)
    held = frozenset(one.id for one in case.records if one.id not in named) | private
    changed: dict[str, Any] = {name: _kept(getattr(case, name), private) for name in _DROPPED}
    journey = _journey(without_private(case.journey), private)
    return PassedOn(replace(case, **changed, journey=journey), named, held)


def _private_elsewhere(case: CaseSnapshot) -> frozenset[int]:
    """Give the tagged records that are in the bin: facts may still be from them."""
    here = {one.id for one in case.records}
    return frozenset(
        number
        for number, tags in case.sensitivities.items()
        if number not in here and any(tag.stays_out for tag in tags)
    )


def _chosen(version: Version, record: Record) -> bool:
    selection = version.selection(record.id)
    return record.in_dossier if selection is None else selection.included


def _kept(facts: Iterable[Any], private: frozenset[int]) -> tuple[Any, ...]:
    """Give the facts that are not from a private record."""
    return tuple(
        one for one in facts if not (isinstance(one.voice, Cited) and one.voice.record in private)
    )


def _journey(journey: Journey, private: frozenset[int]) -> Journey:
    opinions = tuple(one for one in journey.opinions if one.record not in private)
    known = {one.id for one in opinions}
    changed: dict[str, Any] = {
        name: tuple(one for one in getattr(journey, name) if one.opinion in known)
        for name in _OF_OPINIONS
    }
    sides = _kept(journey.conflict_sides, private)
    torn = {one.conflict for one in journey.conflict_sides if one not in sides}
    return replace(
        journey,
        opinions=opinions,
        tests=_kept(journey.tests, private),
        family=_kept(journey.family, private),
        conflicts=tuple(one for one in journey.conflicts if one.id not in torn),
        conflict_sides=tuple(one for one in sides if one.conflict not in torn),
        consents=tuple(
            replace(one, record=None) if one.record in private else one for one in journey.consents
        ),
        **changed,
    )
