"""Tests and illnesses of the family, as lists and forms show them."""

from collections.abc import Mapping

from app.case.casefile import CaseFile
from app.model.journey.family import FamilyIllness
from app.model.journey.tests import MedicalTest, TestState
from app.model.record import Record
from app.model.source_words import voice_words
from app.model.voice import Said
from app.phrases import _
from ui.facts.kind import FactKind, Pick, Tick, When, Words, who
from ui.facts.line import Line

Records = Mapping[int, Record]


def state_words(state: TestState) -> str:
    """Say how far a test has come."""
    return {
        TestState.DONE: _("Done, the result is there"),
        TestState.WAITING: _("Done, waiting for the result"),
        TestState.PLANNED: _("Planned"),
        TestState.WANTED: _("Somebody said it is needed"),
        TestState.NOT_DONE: _("Not done after all"),
    }[state]


def test_kind() -> FactKind:
    """Give what is known of a test."""
    return FactKind(
        code="test",
        title=_("Test"),
        new=_("New test"),
        fields=(
            Words(
                "name",
                _("Which test?"),
                _("For example MRI of the lower back, blood count, heart test"),
                must=_("Type which test it is, or remove the line."),
            ),
            Pick("state", _("How far is it?"), tuple((one, state_words(one)) for one in TestState)),
            When("date", _("When was it done?")),
            Words("place", _("Where?"), offered=_places),
            Words(
                "result",
                _("What does the report say?"),
                _("In the report’s own words. What is as expected counts too."),
                lines=2,
            ),
            Words(
                "system",
                _("What part of the body, or which field?"),
                _("Tests of one part stand together. For example heart, spine, blood."),
                offered=_systems,
            ),
            Words("wanted_by", _("Who wants it?")),
            When("due", _("When is it, or its result, expected?")),
            who(),
        ),
        blank=MedicalTest(0, ""),
        store=lambda case: case.journey.tests,
        line=_test_line,
        added=_("Add a test"),
        changed=_("Change a test"),
        removed=_("Remove a test"),
    )


def family_kind() -> FactKind:
    """Give what is known of an illness in the family."""
    return FactKind(
        code="family",
        title=_("Illness in the family"),
        new=_("New illness in the family"),
        fields=(
            Words(
                "relative",
                _("Who had it?"),
                _("For example mother, or father’s brother. A name is not needed."),
                must=_("Type who had it, or remove the line."),
            ),
            Words(
                "illness",
                _("What was it?"),
                must=_("Type what it was, or remove the line."),
            ),
            Words("age", _("At what age?"), _("For example about 50")),
            Words("note", _("Anything else"), lines=2),
            Tick(
                "private",
                _("Keep this private"),
                _("While this is ticked, it goes into no dossier: it is about another person."),
            ),
            who(),
        ),
        blank=FamilyIllness(0, "", ""),
        store=lambda case: case.journey.family,
        line=_family_line,
        added=_("Add an illness in the family"),
        changed=_("Change an illness in the family"),
        removed=_("Remove an illness in the family"),
    )


def _systems(case: CaseFile) -> list[str]:
    return sorted({one.system for one in case.journey.tests.all() if one.system})


def _places(case: CaseFile) -> list[str]:
    return sorted({one.place for one in case.journey.tests.all() if one.place})


def _test_line(one: MedicalTest, records: Records) -> Line:
    done = one.state is TestState.DONE
    facts = ["" if done else state_words(one.state), one.place]
    if not done and one.due.known:
        facts.append(_("expected {date}").format(date=one.due.shown()))
    if one.wanted_by:
        facts.append(_("wanted by {name}").format(name=one.wanted_by))
    more = [" · ".join(part for part in facts if part), one.result]
    return Line(
        "test",
        one.id,
        one.name,
        "\n".join(part for part in more if part),
        lead=one.date.shown() if one.date.known else "",
        source=voice_words(one.voice, records),
        said=isinstance(one.voice, Said),
        quiet=one.state is TestState.NOT_DONE,
    )


def _family_line(one: FamilyIllness, records: Records) -> Line:
    facts = [one.illness, one.age and _("age {age}").format(age=one.age), one.note]
    private = _("private, goes into no dossier") if one.private else ""
    return Line(
        "family",
        one.id,
        one.relative,
        " · ".join(part for part in (*facts, private) if part),
        source=voice_words(one.voice, records),
        said=isinstance(one.voice, Said),
    )
