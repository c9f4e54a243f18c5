"""The tables about papers and things to get: requests, the register, and who may act."""

from app.dossier.pack.table_file import Rows, date_cells, date_head, source_of
from app.dossier.whereabouts import Voices
from app.model.journey.consent import Power
from app.model.journey.request import AskedFor
from app.model.journey.request_words import asking_words, outcome_words
from app.model.outside_words import kind_words
from app.model.voice import Cited


def requests(voices: Voices) -> Rows:
    """Give a line for each paper that was asked for; not how to reach anybody, nor any note."""
    _, journey = voices.say, voices.plan.case.journey
    head = [
        _("Asked of"),
        _("Department"),
        _("What was asked for"),
        _("How"),
        *date_head(_("Sent"), _),
        _("How far"),
        *date_head(_("Closed"), _),
        _("Came as"),
    ]
    rows: Rows = []
    for one in journey.requests:
        asked = [each for each in journey.asked_for if each.request == one.id]
        rows += [
            [
                one.whom,
                one.department,
                each.text,
                asking_words(one.asking, _),
                *date_cells(one.sent_on),
                outcome_words(one.outcome, _),
                *date_cells(one.closed_on),
                _paper(voices, each.record),
            ]
            for each in asked or [AskedFor(0, one.id, "")]
        ]
    return [head, *rows]


def outside(voices: Voices) -> Rows:
    """Give the register of discs, slides and more."""
    _ = voices.say
    head = [
        _("What"),
        _("Kind"),
        _("How many"),
        _("What it shows"),
        *date_head(_("Date of the study"), _),
        _("Number"),
        _("Made by"),
        _("Where it is now"),
        _("Sent to"),
        *date_head(_("Sent"), _),
        _("Courier"),
        _("Tracking number"),
        *date_head(_("Must be back by"), _),
        *date_head(_("Returned"), _),
        _("Why it is not in the PDF"),
        _("How to get it"),
        _("Its report"),
    ]
    rows = [
        [
            one.what,
            kind_words(one.kind, _) if one.kind else "",
            one.count,
            one.shows,
            *date_cells(one.studied),
            one.accession,
            one.facility,
            one.location,
            one.sent_to,
            *date_cells(one.sent_on),
            one.courier,
            one.tracking,
            *date_cells(one.return_by),
            *date_cells(one.returned_on),
            one.why,
            one.how_to_get,
            _paper(voices, one.record),
        ]
        for one in voices.plan.case.outside
    ]
    return [head, *rows]


def consents(voices: Voices) -> Rows:
    """Give who may act for the patient, and for what."""
    _ = voices.say
    head = [
        _("Who"),
        _("May do what"),
        _("How far"),
        *date_head(_("Since"), _),
        *date_head(_("Until"), _),
        _("The signed paper"),
    ]
    powers = {
        Power.SPEAK: _("Talk with doctors and offices"),
        Power.COLLECT: _("Ask for and get records"),
        Power.SHARE: _("Send records on"),
        Power.DECIDE: _("Decide for the patient"),
        Power.GUARDIAN: _("Parent or legal guardian"),
        Power.DOCTOR: _("The treating doctor agrees"),
        Power.OTHER: _("Something else"),
    }
    rows = [
        [
            one.person,
            powers[one.power],
            one.scope,
            *date_cells(one.since),
            *date_cells(one.until),
            _paper(voices, one.record),
        ]
        for one in voices.plan.case.journey.consents
    ]
    return [head, *rows]


def _paper(voices: Voices, record: int | None) -> str:
    """Give where a paper begins in the dossier; nothing for none, or for one that is not in it."""
    planned = voices.records.get(record) if record is not None else None
    if record is None or planned is None:
        return ""
    first = planned.pages[0] + 1 if planned.pages else 1
    return source_of(voices, Cited(record, first))
