"""The tables of a dossier as files: what its pages say, for a spreadsheet program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.dossier.groups import kind_name, shown_date
from app.dossier.layout import Layout
from app.dossier.pack.journey_tables import journey_tables
from app.dossier.pack.originals import Originals, why_words
from app.dossier.pack.table_file import (
    Rows,
    TableFile,
    date_cells,
    date_head,
    source_of,
    source_words,
    table_file,
)
from app.dossier.pages.index import pages_of
from app.dossier.pages.timeline import Happening, happenings
from app.dossier.pages.wording import allergy_state, medicine_state
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.whereabouts import Voices, Whereabouts
from app.model.story import Asked, EventKind
from app.phrases import Phrases, phrases
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document


def make_tables(plan: DossierPlan, layout: Layout, originals: Originals) -> tuple[TableFile, ...]:
    """Give the tables, in the language of the dossier and with its page numbers.

    Six are always there; those of the journey as far as they have a row.

    They say what the version says, and nothing of the case beside it. Each
    date stands twice: as the dossier shows it, and in the form of ISO 8601-2
    (EDTF) for programs; that one is empty for a date not known.
    """
    voices, _ = _voices(plan, layout), phrases(plan.language)
    return (
        table_file("timeline", _("Timeline"), _timeline(voices)),
        table_file("medicines", _("Medicines"), _medicines(voices)),
        table_file("treatments", _("What was tried"), _treatments(voices)),
        table_file("allergies", _("Allergies and reactions"), _allergies(voices)),
        table_file("results", _("Test results"), _results(voices)),
        table_file("records", _("Index of records"), _records(voices, originals)),
        *journey_tables(voices),
    )


def _voices(plan: DossierPlan, layout: Layout) -> Voices:
    total = len(layout.pages)
    places = {place.record: place for place in layout.places}
    fonts = Fonts(new_document("", plan.language, reproducible=True))  # only measured with
    where = Whereabouts(len(str(total)), total, places=places)
    return Voices.of(plan, where, fonts, phrases(plan.language))


def _timeline(voices: Voices) -> Rows:
    _ = voices.say
    head = [_("No."), *date_head(_("Date"), _), _("Kind"), _("What happened"), _("Source")]
    return [head, *_moments(voices, happenings(voices))]


def _moments(voices: Voices, found: Iterable[Happening]) -> Iterator[list[str]]:
    _, count = voices.say, 0
    kinds: Mapping[EventKind, str] = {
        EventKind.SYMPTOM: _("Symptom"),
        EventKind.VISIT: _("Visit"),
        EventKind.TEST: _("Test"),
        EventKind.TREATMENT: _("Treatment"),
        EventKind.DECISION: _("Decision"),
    }
    for one in found:
        count += one.kind is not None
        number = str(count) if one.kind else f"Doc {one.doc}"
        text, planned = one.text, _("(planned)")
        if one.when.earliest and one.when.earliest > voices.plan.made and planned not in text:
            text = f"{text} {planned}"
        kind = kinds[one.kind] if one.kind else one.what
        yield [number, *date_cells(one.when), kind, text, source_words(one.source)]


def _medicines(voices: Voices) -> Rows:
    _, case = voices.say, voices.plan.case
    head = [
        _("Medicine"),
        _("Dose"),
        _("How often"),
        _("For"),
        _("Taken now"),
        *date_head(_("Since"), _),
        *date_head(_("Until"), _),
        _("Source"),
    ]
    rows = [
        [
            one.name,
            one.dose,
            one.frequency,
            one.purpose,
            _("yes") if one.until is None else _("no"),
            *date_cells(one.since),
            *(("", "") if one.until is None else date_cells(one.until)),
            source_of(voices, one.voice),
        ]
        for one in case.medicines
    ]
    state = medicine_state(case.medicines_asked, _)
    now = sum(one.until is None for one in case.medicines)
    return [head, *_stated(head, case.medicines_asked, state, now, _), *rows]


def _treatments(voices: Voices) -> Rows:
    _ = voices.say
    head = [
        _("What was tried"),
        *date_head(_("When"), _),
        _("Dose"),
        _("How long"),
        _("What it did"),
        _("Why it was stopped"),
        _("Source"),
    ]
    rows = [
        [
            one.name,
            *date_cells(one.dates),
            one.dose,
            one.weeks,
            one.result,
            one.stopped_because,
            source_of(voices, one.voice),
        ]
        for one in voices.plan.case.treatments
    ]
    return [head, *rows]


def _allergies(voices: Voices) -> Rows:
    _, case = voices.say, voices.plan.case
    head = [_("To what"), _("What happened"), *date_head(_("When"), _), _("Source")]
    rows = [
        [one.substance, one.reaction, *date_cells(one.date), source_of(voices, one.voice)]
        for one in case.allergies
    ]
    state = allergy_state(case.allergies_asked, _)
    return [head, *_stated(head, case.allergies_asked, state, len(rows), _), *rows]


def _stated(head: Sequence[str], asked: Asked, state: str, listed: int, say: Phrases) -> Rows:
    """Say outright how far somebody was asked: an empty table must not look like “none known”."""
    _, words = say, state
    if listed and asked is Asked.NONE_KNOWN:
        form = _("Marked as “{words}”, but something is listed. Ask about it.")
        words = form.format(words=state)
    elif listed and asked is Asked.NOT_ASKED:
        words = ""
    elif not listed and asked is Asked.LISTED:
        words = _("None are listed.")
    return [[words, *[""] * (len(head) - 1)]] if words else []


def _results(voices: Voices) -> Rows:
    _ = voices.say
    head = [
        _("Test"),
        _("Value"),
        _("Unit"),
        *date_head(_("Date"), _),
        _("Lab’s own range"),
        _("Source"),
    ]
    rows = [
        [
            one.name,
            one.value,
            one.unit,
            *date_cells(one.date),
            one.reference,
            source_of(voices, one.voice),
        ]
        for one in voices.plan.case.results
    ]
    return [head, *rows]


def _records(voices: Voices, originals: Originals) -> Rows:
    _ = voices.say
    head = [
        _("Doc"),
        _("Title"),
        _("Kind"),
        *date_head(_("Date"), _),
        _("From"),
        _("Dossier page"),
        _("Pages"),
        _("Original file"),
        _("Why it is not here"),
        _("SHA-256 of the original"),
    ]
    names = {one.planned.record.id: one.name for one in originals.going}
    reasons = {one.record: why_words(one.why, _) for one in originals.left}
    return [head, *(_record(voices, one, names, reasons) for one in voices.plan.records)]


def _record(
    voices: Voices, planned: PlannedRecord, names: Mapping[int, str], reasons: Mapping[int, str]
) -> list[str]:
    _, record = voices.say, planned.record
    when = record.dates.service
    document = record.document
    typed = "" if document else _("Typed in; there is no file")
    return [
        str(planned.number),
        record.title.strip() or _("Without a title"),
        kind_name(record.kind, voices.plan.language),
        shown_date(when, _),
        when.stored(),
        record.source,
        str(voices.where.places[record.id].first_page),
        pages_of(voices, planned),
        names.get(record.id, ""),
        reasons.get(record.id, typed),
        document.sha256 if document else "",
    ]
