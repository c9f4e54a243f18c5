"""Requests for records, what they ask for, calls, and consents, as lists and forms show them."""

from collections.abc import Mapping
from datetime import date

from app.model.journey.consent import Consent, Power
from app.model.journey.request import AskedFor, Asking, Call, Clock, Outcome, Request
from app.model.journey.request_words import asking_words, clock_words, due_words, outcome_words
from app.model.partial_date import NOT_KNOWN
from app.model.record import Record
from app.phrases import _
from ui.facts.kind import FactKind, Number, OfRecord, Pick, Tick, When, Words
from ui.facts.line import Line

Records = Mapping[int, Record]

_SOON = 30  # days before its end in which a consent is said to end soon


def request_kind() -> FactKind:
    """Give what is known of a request."""
    return FactKind(
        code="request",
        title=_("Request"),
        new=_("New request"),
        fields=(
            Words(
                "whom",
                _("Who is asked?"),
                _("A hospital, a lab, a doctor’s office"),
                must=_("Type who is asked, or remove the request."),
            ),
            Words("department", _("Which office there?"), _("For example the records office")),
            Words("address", _("Address"), lines=2),
            Words("phone", _("Phone")),
            Words("email", _("E-mail or portal")),
            Words("reference", _("Your number there"), _("It helps them to find you.")),
            Pick("asking", _("How?"), tuple((one, asking_words(one, _)) for one in Asking)),
            Tick("pdf", _("Ask for reports as PDF")),
            Tick("pictures", _("Ask for scan pictures as DICOM files")),
            Tick("tissue", _("Ask for slides or tissue blocks")),
            Words("send_to", _("Where should slides and discs go?"), _("Empty means to you.")),
            When("sent_on", _("When was it sent?")),
            When("received_on", _("When did they get it?"), _("The time runs from that day.")),
            Pick(
                "clock",
                _("Which time limit?"),
                tuple((one, clock_words(one, _)) for one in Clock),
            ),
            Number(
                "days",
                _("How many days?"),
                _("Only for a number you were told."),
                most=3650,
                empty=0,
            ),
            When("extended_on", _("When did they say it takes longer?")),
            Words("extended_why", _("Why does it take longer?")),
            Pick(
                "outcome",
                _("What became of it?"),
                tuple((one, outcome_words(one, _)) for one in Outcome),
            ),
            When("closed_on", _("When was that?")),
            Words("note", _("Your note"), lines=2),
        ),
        blank=Request(0, ""),
        store=lambda case: case.journey.requests,
        line=_request_line,
        added=_("Add a request"),
        changed=_("Change a request"),
        removed=_("Remove a request"),
    )


def asked_kind(request: int) -> FactKind:
    """Give what one request asks for."""
    return FactKind(
        code="asked",
        title=_("What is asked for"),
        new=_("Ask for one more thing"),
        fields=(
            Words(
                "text",
                _("What exactly?"),
                _("For example: MRI of the lower back, 12-Sep-2026, with the report"),
                lines=2,
                must=_("Type what is asked for, or remove the line."),
            ),
            OfRecord("record", _("The record that came for it")),
        ),
        blank=AskedFor(0, request, ""),
        store=lambda case: case.journey.asked_for,
        line=_asked_line,
        added=_("Ask for one more thing"),
        changed=_("Change what is asked for"),
        removed=_("Take out what was asked for"),
    )


def call_kind(request: int) -> FactKind:
    """Give what is known of a call about one request."""
    return FactKind(
        code="call",
        title=_("Call or talk"),
        new=_("Note a call or talk"),
        fields=(
            Words(
                "text",
                _("What was said?"),
                lines=3,
                must=_("Type what was said, or remove the line."),
            ),
            When("dated", _("When?")),
            Words("who", _("With whom?")),
        ),
        blank=Call(0, request, NOT_KNOWN, ""),
        store=lambda case: case.journey.calls,
        line=_call_line,
        added=_("Note a call"),
        changed=_("Change the note of a call"),
        removed=_("Remove the note of a call"),
    )


def power_words(power: Power) -> str:
    """Say what a consent allows."""
    return {
        Power.SPEAK: _("Speak with doctors and offices"),
        Power.COLLECT: _("Ask for records and get them"),
        Power.SHARE: _("Send records on"),
        Power.DECIDE: _("Decide for the patient"),
        Power.GUARDIAN: _("Parent or legal guardian"),
        Power.DOCTOR: _("The treating doctor agrees"),
        Power.OTHER: _("Something else"),
    }[power]


def consent_kind() -> FactKind:
    """Give what is known of a consent."""
    return FactKind(
        code="consent",
        title=_("Consent"),
        new=_("New consent"),
        fields=(
            Words(
                "person",
                _("Who may act?"),
                must=_("Type who may act, or remove the consent."),
            ),
            Pick("power", _("What may they do?"), tuple((one, power_words(one)) for one in Power)),
            Words("scope", _("For what exactly?"), _("For example: all records of my back")),
            When("since", _("From when?")),
            When("until", _("Until when?"), _("Leave it empty if it has no end.")),
            OfRecord("record", _("The signed paper")),
            Words("note", _("Your note"), lines=2),
        ),
        blank=Consent(0, ""),
        store=lambda case: case.journey.consents,
        line=_consent_line,
        added=_("Add a consent"),
        changed=_("Change a consent"),
        removed=_("Remove a consent"),
    )


def _request_line(one: Request, _records: Records) -> Line:
    today = date.today()
    if one.received_on.known:
        sent = _("they got it {date}").format(date=one.received_on.shown())
    elif one.sent_on.known:
        sent = _("sent {date}").format(date=one.sent_on.shown())
    else:
        sent = _("not sent yet")
    facts = [one.department, sent, outcome_words(one.outcome, _)]
    more = [" · ".join(part for part in facts if part), due_words(one, today, _)]
    closed = one.outcome not in (Outcome.OPEN, Outcome.PART_CAME)
    return Line("request", one.id, one.whom, "\n".join(part for part in more if part), quiet=closed)


def _asked_line(one: AskedFor, records: Records) -> Line:
    came = records.get(one.record) if one.record is not None else None
    more = _("Came: {title}").format(title=came.title) if came else ""
    return Line("asked", one.id, one.text, more)


def _call_line(one: Call, _records: Records) -> Line:
    when = one.dated.shown() if one.dated.known else ""
    return Line("call", one.id, one.text, one.who, lead=when)


def _consent_line(one: Consent, records: Records) -> Line:
    paper = records.get(one.record) if one.record is not None else None
    facts = [power_words(one.power), one.scope, _span(one)]
    more = [" · ".join(part for part in facts if part), ends_words(one, date.today())]
    source = paper.title if paper else ""
    return Line("consent", one.id, one.person, "\n".join(p for p in more if p), source=source)


def ends_words(one: Consent, today: date) -> str:
    """Say that a consent has ended, or ends within thirty days; "" for neither."""
    if one.until.latest is None:
        return ""
    if one.until.latest < today:
        return _("This has ended.")
    if (one.until.latest - today).days <= _SOON:
        return _("This ends soon.")
    return ""


def _span(one: Consent) -> str:
    if one.since.known and one.until.known:
        return _("{start} to {end}").format(start=one.since.shown(), end=one.until.shown())
    if one.since.known:
        return _("from {date}").format(date=one.since.shown())
    return _("until {date}").format(date=one.until.shown()) if one.until.known else ""
