"""Values of the case as JSON and as lines for people."""

from collections.abc import Iterator
from dataclasses import fields

from app.cli.value_json import date_json, value_json, voice_json
from app.content.load import load_content
from app.model.found import group_title
from app.model.journey.everything import words_of
from app.model.journey.snapshot import Journey
from app.model.partial_date import PartialDate
from app.model.record import Record
from app.model.story import CaseSnapshot, Subject
from app.model.values import to_text
from app.phrases import _

_TOLD = frozenset({"id", "what", "why", "how_to_get", "record"})


def pages_of(record: Record) -> int:
    """Give the number of pages of a record; a note's are counted on A4."""
    if record.document is not None:
        return len(record.document.pages)
    from app.dossier.pages.note import note_length  # heavy: only for cases with notes
    from app.dossier.plan import Paper

    return note_length(record, Paper.A4)


def record_json(record: Record) -> dict[str, object]:
    """Give a record as `show` tells it."""
    return {
        "id": record.id,
        "title": record.title,
        "kind": record.kind.value if record.kind else None,
        "date": date_json(record.dates.service),
        "dates": {
            "service": date_json(record.dates.service),
            "signed": date_json(record.dates.signed),
            "printed": date_json(record.dates.printed),
            "received": date_json(record.dates.received),
        },
        "source": record.source,
        "pages": pages_of(record),
        "sha256": record.document.sha256 if record.document else None,
        "name": record.document.name if record.document else None,
        "note": record.is_note,
        "reasons": list(record.reasons),
        "tags": list(record.tags),
        "in_dossier": record.in_dossier,
        "left_out_because": record.left_out_because,
        "remarks": sorted(record.document.remarks) if record.document else [],
    }


def case_json(case: CaseSnapshot) -> dict[str, object]:
    """Give all that a case holds."""
    patient, preparer, recipient = case.patient, case.preparer, case.recipient
    return {
        "patient": {
            "name": patient.name,
            "born": date_json(patient.born),
            "sex": patient.sex,
            "record_number": patient.record_number,
            "language": patient.language,
            "phone": patient.phone,
        },
        "preparer": {
            "name": preparer.name,
            "role": preparer.role,
            "phone": preparer.phone,
            "consent": preparer.consent,
        },
        "recipient": {
            "name": recipient.name,
            "service": recipient.service,
            "place": recipient.place,
            "visit": recipient.visit,
            "reply_to": recipient.reply_to,
        },
        "records": [record_json(record) for record in case.records],
        "reasons": [
            {"code": reason.code, "label": reason.label, "words": reason.words}
            for reason in case.reasons
        ],
        "questions": [
            {"id": question.id, "text": question.text, "top": question.top}
            for question in case.questions
        ],
        "statements": [
            {
                "subject": said.subject.value,
                "text": said.text,
                **voice_json(said.voice),
            }
            for said in case.statements
        ],
        "answers": [
            {"prompt": answer.prompt, "text": answer.text, **voice_json(answer.voice)}
            for answer in case.answers
        ],
        "events": [
            {
                "id": event.id,
                "kind": event.kind.value,
                "date": date_json(event.date),
                "text": event.text,
                **voice_json(event.voice),
            }
            for event in case.events
        ],
        "medicines_asked": case.medicines_asked.value,
        "medicines": [
            {
                "id": one.id,
                "name": one.name,
                "dose": one.dose,
                "frequency": one.frequency,
                "purpose": one.purpose,
                "since": date_json(one.since),
                "until": None if one.until is None else date_json(one.until),
                **voice_json(one.voice),
            }
            for one in case.medicines
        ],
        "allergies_asked": case.allergies_asked.value,
        "allergies": [
            {
                "id": one.id,
                "substance": one.substance,
                "reaction": one.reaction,
                "date": date_json(one.date),
                **voice_json(one.voice),
            }
            for one in case.allergies
        ],
        "treatments": [
            {
                "id": one.id,
                "name": one.name,
                "dates": date_json(one.dates),
                "result": one.result,
                "stopped_because": one.stopped_because,
                **voice_json(one.voice),
            }
            for one in case.treatments
        ],
        "results": [
            {
                "id": one.id,
                "name": one.name,
                "value": one.value,
                "unit": one.unit,
                "date": date_json(one.date),
                "reference": one.reference,
                **voice_json(one.voice),
            }
            for one in case.results
        ],
        "not_in_pdf": [
            {"id": one.id, "what": one.what, "why": one.why, "how_to_get": one.how_to_get}
            | {"record": one.record, **to_text(one, but=_TOLD)}
            for one in case.outside
        ],
        "journey": journey_json(case.journey),
    }


def case_words(case: CaseSnapshot) -> Iterator[str]:
    """Give a case as lines for people."""
    content = load_content()
    yield f"{case.patient.name or 'No name yet'}, born {case.patient.born}"
    for reason in case.reasons:
        own = reason.code.startswith("own-")
        yield f"Reason: {reason.label if own else content.reason(reason.code).label}" + (
            f" “{reason.words}”" if reason.words else ""
        )
    for said in case.statements:
        text = PartialDate.from_stored(said.text).shown() if said.subject.is_date else said.text
        yield f"{_heading(said.subject)}: {text}"
    for number, question in enumerate(case.questions, 1):
        yield f"Q{number}{' *' if question.top else ''}  {question.text}"
    yield f"{len(case.records)} records"
    for record in case.records:
        kind = content.kind(record.kind).label if record.kind else "No kind yet"
        count = pages_of(record)
        yield (
            f"  {record.id:>4}  {record.dates.service.shown():<24}  {record.title}"
            f"  ({kind}; {record.source or 'source not known'};"
            f" {count} {'page' if count == 1 else 'pages'})"
        )
    for one in words_of(case.journey, case.questions, case.outside):
        detail = f"  ({one.detail})" if one.text and one.detail else ""
        text = " ".join((one.text or one.detail).split())
        yield f"{group_title(one.group, _)}: {text}{detail}"


def journey_json(journey: Journey) -> dict[str, object]:
    """Give each list of the way from the gaps to the decision, as far as there is something."""
    lists = {one.name: getattr(journey, one.name) for one in fields(journey)}
    return {
        name: [value_json(one) for one in values]
        for name, values in lists.items()
        if isinstance(values, tuple) and values
    }


def _heading(subject: Subject) -> str:
    return subject.value.replace("_", " ").capitalize()
