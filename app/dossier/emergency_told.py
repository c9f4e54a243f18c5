"""What an emergency page tells: what somebody wrote down, and outright what nobody did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.dossier.letter_tests import answer_words, how_far
from app.dossier.letter_told import asked_words
from app.dossier.letter_views import report_words
from app.dossier.pages.wording import allergy_state, medicine_state
from app.dossier.passed_on import PassedOn, told_by
from app.model.journey.consent import Consent, Power, may_decide
from app.model.journey.limit_words import every_limit, limit_label, told_words
from app.model.journey.tests import LimitAnswer, TestLimit
from app.model.person import Patient, Preparer
from app.model.story import Statement, Subject
from app.model.voice import Cited, Voice
from app.phrases import Phrases, phrases


@dataclass(frozen=True, slots=True)
class Told:
    """One thing in the words that it was written down with; `source` may be "".

    What stands `apart` never runs on behind other things: it lists what is not so.
    """

    words: str
    source: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyPart:
    """One part of the page; without `facts` nothing is written down.

    `card` says whether it is on the card as well, `sourced` whether with its sources.
    """

    title: str
    facts: tuple[Told, ...]
    card: bool = True
    sourced: bool = False


def emergency_parts(told: PassedOn, made: date, language: str = "en") -> tuple[EmergencyPart, ...]:
    """Give every part in the order of the page, the empty ones too.

    “None known”, “not sure” and “not asked” are told apart. Of the powers to
    decide those are left out that had ended by `made`.
    """
    _, case = phrases(language), told.case
    limits = every_limit(case.journey.limits)
    device = [one for one in limits if one.code == "metal"]
    others = [one for one in limits if one.code != "metal"]
    statement = case.statement(Subject.LIMITS)
    deciding = may_decide(case.journey.consents, made)
    still = sorted(
        (one for one in case.journey.tests if one.state.is_open),
        key=lambda one: (*one.due.sort_key, one.id),
    )
    return (
        EmergencyPart(_("Whom to call"), _callers(case.patient, case.preparer, _)),
        EmergencyPart(_("Allergies and reactions"), _allergies(told, language)),
        EmergencyPart(_("Medicines taken now, as written"), _medicines(told, language)),
        EmergencyPart(_("Illnesses, as told"), _illnesses(told, language), sourced=True),
        EmergencyPart(_("Metal or a device in the body"), _device(device, told, language)),
        EmergencyPart(
            _("What limits tests"),
            _stated(statement, told, language) + _limits(others, told, language),
        ),
        EmergencyPart(
            _("Who may decide"), tuple(_deciding(one, told, language) for one in deciding)
        ),
        EmergencyPart(
            _("Tests that are still open"),
            tuple(
                Told(f"{one.name}: {how_far(one, _)}", told.source(one.voice, language))
                for one in still
            ),
            card=False,
        ),
    )


def _callers(patient: Patient, preparer: Preparer, say: Phrases) -> tuple[Told, ...]:
    """Name who puts the file together, then the patient's own phone; without a phone say so."""
    found = []
    no_phone = say("phone not written down")
    if preparer.name.strip():
        name, role = preparer.name.strip(), preparer.role.strip()
        name = f"{name} ({role})" if role else name
        found.append(Told(f"{name} · {preparer.phone.strip() or no_phone}"))
    if patient.phone.strip():
        words = say("The patient’s own phone: {phone}")
        found.append(Told(words.format(phone=patient.phone.strip())))
    return tuple(found)


def _allergies(told: PassedOn, language: str) -> tuple[Told, ...]:
    _, case = phrases(language), told.case
    state = allergy_state(case.allergies_asked, _)
    listed = [
        Told(
            f"{one.substance}: {one.reaction.strip() or _('what happened is not written down')}",
            told.source(one.voice, language),
        )
        for one in case.allergies
    ]
    return _with_state(asked_words(case.allergies_asked, state, listed, _), listed)


def _medicines(told: PassedOn, language: str) -> tuple[Told, ...]:
    _, case = phrases(language), told.case
    state = medicine_state(case.medicines_asked, _)
    listed = []
    for one in case.medicines:
        if one.until is not None:
            continue
        dose = ", ".join(part for part in (one.dose.strip(), one.frequency.strip()) if part)
        words = f"{one.name}: {dose or _('dose not written down')}"
        listed.append(Told(words, told.source(one.voice, language)))
    return _with_state(asked_words(case.medicines_asked, state, listed, _), listed)


def _with_state(state: str, listed: Iterable[Told]) -> tuple[Told, ...]:
    return (*((Told(state),) if state else ()), *listed)


def _illnesses(told: PassedOn, language: str) -> tuple[Told, ...]:
    """Give the diagnosis and other illnesses as stated, then the name each doctor gave.

    A report that the diagnosis is taken from is not told a second time.
    """
    case, found = told.case, list[Told]()
    diagnosis = case.statement(Subject.DIAGNOSIS)
    for statement in (diagnosis, case.statement(Subject.CONDITIONS)):
        found += _stated(statement, told, language)
    cited = diagnosis.voice if diagnosis is not None and diagnosis.text.strip() else None
    taken = cited.record if isinstance(cited, Cited) else None
    names = {one.opinion: one for one in case.journey.grid_cells if one.row == "diagnosis"}
    for opinion in case.journey.opinions:
        cell = names.get(opinion.id)
        if cell is None or not cell.text.strip() or (taken is not None and opinion.record == taken):
            continue
        text = cell.text.strip()
        when = opinion.date.shown() if opinion.date.known else ""
        source = told_by(opinion.doctor, when, language)
        if opinion.record is not None:
            report = report_words(told, opinion.record, cell.page, language)
            source = _in_report(opinion.doctor, when, report, language)
        found.append(Told(f"“{text}”" if cell.verbatim else text, source))
    return tuple(found)


def _in_report(name: str, when: str, report: str, language: str) -> str:
    """Say who told something in which report; a date that the report has is not said twice."""
    told = told_by(name, "" if when and when in report else when, language)
    return phrases(language)("{told}, in {report}").format(told=told, report=report)


def _stated(statement: Statement | None, told: PassedOn, language: str) -> tuple[Told, ...]:
    if statement is None or not statement.text.strip():
        return ()
    return (Told(statement.text.strip(), _by_whom(told, statement.voice, language)),)


def _by_whom(told: PassedOn, voice: Voice, language: str) -> str:
    """Say who wrote what stands in a record, as far as the record's source tells it."""
    words = told.source(voice, language)
    if not isinstance(voice, Cited) or voice.record not in told.named:
        return words
    who = " ".join(told.named[voice.record].source.split())
    return _in_report(who, "", words, language) if who else words


def _device(limits: Iterable[TestLimit], told: PassedOn, language: str) -> tuple[Told, ...]:
    """Give the answer about metal and devices, with its words."""
    words = answer_words(phrases(language))
    return tuple(
        Told(
            ": ".join(part for part in (words[one.answer], one.words.strip()) if part),
            "" if one.answer is LimitAnswer.NOT_ASKED else told.source(one.voice, language),
        )
        for one in limits
    )


def _limits(limits: Iterable[TestLimit], told: PassedOn, language: str) -> tuple[Told, ...]:
    """Give a line for each yes and each not sure, then what is no, then what nobody asked."""
    _, limits = phrases(language), [one for one in limits if limit_label(one, str)]
    wanted = (LimitAnswer.YES, LimitAnswer.NOT_SURE)
    found = [
        Told(told_words(one, _), told.source(one.voice, language))
        for one in limits
        if one.answer in wanted
    ]
    rest = ((LimitAnswer.NO, _("No: {what}")), (LimitAnswer.NOT_ASKED, _("Not asked: {what}")))
    for answer, words in rest:
        names = [limit_label(one, _) for one in limits if one.answer is answer]
        if names:
            found.append(Told(words.format(what="; ".join(names)), apart=True))
    return tuple(found)


def _deciding(one: Consent, told: PassedOn, language: str) -> Told:
    _ = phrases(language)
    power = _("decides for the patient")
    if one.power is Power.GUARDIAN:
        power = _("parent or legal guardian")
    parts = [one.person, power, one.scope.strip()]
    if one.since.known:
        parts.append(_("from {date}").format(date=one.since.shown()))
    if one.until.known:
        parts.append(_("until {date}").format(date=one.until.shown()))
    source = told_by("", "", language) if one.record is None else told.whole(one.record, language)
    return Told(" · ".join(part for part in parts if part), source)
