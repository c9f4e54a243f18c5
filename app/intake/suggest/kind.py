"""Suggests what kind of record a paper is, from telling words in it."""

from collections.abc import Iterable

from app.intake.suggest.suggestion import Line, Suggestion, as_words, lines, passage
from app.model.record import Kind

# Phrases in the spelling of `as_words`, by how surely they tell the kind.
# 5: names the paper; 3: at home in such a paper; 1: not rare elsewhere.
_TELLING: dict[Kind, dict[int, str]] = {
    Kind.DIAGNOSIS_PLAN: {
        5: "treatment plan, care plan, tumor board, tumour board, multidisciplinary meeting, "
        "mdt outcome, plan of care, therapieplan, tumorkonferenz",
        3: "proposed treatment, treatment recommendation, recommended treatment, staging",
    },
    Kind.PATHOLOGY: {
        5: "pathology report, histopathology, surgical pathology, cytology report, cytopathology, "
        "biopsy report, genetic test, genetic report, exome, genomic report, histologie, "
        "anatomie pathologique, anatomia patologica",
        3: "gross description, microscopic description, immunohistochemistry, specimen, biopsy, "
        "histology, variant, karyotype",
        1: "margins, slides",
    },
    Kind.IMAGING: {
        5: "radiology report, imaging report, mri, ct scan, x ray, xray, ultrasound, mammogram, "
        "mammography, pet ct, dexa, dxa, bone density, bone scan, radiograph, mrt, irm, "
        "sonographie, echographie, rontgen, angiogram, echocardiogram",
        3: "without contrast, with contrast, radiologist, impression, tesla",
        1: "findings, technique, comparison, ct",
    },
    Kind.OPERATION: {
        5: "operative note, operative report, operation note, operation report, op note, "
        "procedure note, procedure report, anesthesia record, anaesthetic record, op bericht, "
        "operationsbericht, implant record, colonoscopy report, endoscopy report",
        3: "preoperative diagnosis, postoperative diagnosis, estimated blood loss, "
        "procedure performed, incision, injection, anesthesia, anaesthesia, surgeon",
    },
    Kind.HOSPITAL: {
        5: "discharge summary, discharge letter, emergency department, emergency room, "
        "admission note, hospital course, inpatient, entlassungsbericht, entlassungsbrief, "
        "arztbrief stationar, compte rendu d hospitalisation, informe de alta",
        3: "admission date, discharge date, date of admission, date of discharge, "
        "discharge diagnosis, admitted, discharge medications",
        1: "ward, triage",
    },
    Kind.SPECIALIST_LETTER: {
        5: "clinic letter, consultation, consult note, specialist letter, outpatient letter, "
        "consultant letter, second opinion",
        3: "dear colleague, thank you for referring, reviewed in clinic, neurology, cardiology, "
        "orthopedics, orthopaedics, oncology, rheumatology, neurosurgery, spine surgery",
        1: "assessment, date of visit, opinion",
    },
    Kind.LABORATORY: {
        5: "laboratory report, lab report, lab results, laboratory results, blood test, "
        "blood count, blood results, laborbefund, bilan sanguin, analitica",
        3: "laboratory, reference range, reference interval, hemoglobin, haemoglobin, "
        "creatinine, platelets, collected, urinalysis, cholesterol, leukozyten, hamoglobin",
        1: "units, flag, reference, result",
    },
    Kind.FUNCTION_TEST: {
        5: "emg, electromyography, nerve conduction, eeg, electroencephalogram, ecg, ekg, "
        "electrocardiogram, lung function, spirometry, pulmonary function, sleep study, "
        "polysomnography, stress test, holter, audiogram, neuropsychological, visual field",
        3: "fev1, motor unit, sinus rhythm, tidal volume",
    },
    Kind.THERAPY: {
        5: "physical therapy, physiotherapy, occupational therapy, speech therapy, "
        "rehabilitation report, medicine list, medication list, medicines list, "
        "list of medicines, list of medications, medication record, medikationsplan, "
        "chemotherapy record, radiotherapy summary, physiotherapie, krankengymnastik",
        3: "home exercise, home programme, home program, exercises, therapist, oswestry, "
        "pharmacy, dispensed, refills",
    },
    Kind.FAMILY_DOCTOR: {
        5: "family doctor, family medicine, family physician, general practitioner, gp surgery, "
        "primary care, general practice, hausarzt, medecin traitant, medico de cabecera",
        3: "referral letter, health maintenance",
        1: "referral",
    },
    Kind.PATIENT_NOTES: {
        5: "diary, symptom log, my symptoms, my notes, my story, pain log, tagebuch, journal",
        3: "good day, bad day, woke, week of",
    },
    Kind.FORM_CONSENT: {
        5: "consent form, informed consent, consent to, authorization to release, "
        "authorisation to release, release of information, questionnaire, power of attorney, "
        "advance directive, einwilligung, consentement, consentimiento",
        3: "i consent, i authorize, i authorise, i agree, i understand that, signature of patient",
    },
}
# What looks like one kind by its words but is another; these outweigh the rest.
_DECISIVE: dict[Kind, str] = {
    Kind.THERAPY: "therapy discharge, physiotherapy discharge",
    Kind.LABORATORY: "laboratory report, lab report",
    Kind.PATHOLOGY: "pathology report, pathology laboratory",
    Kind.FORM_CONSENT: "consent form, informed consent",
    Kind.FAMILY_DOCTOR: "referral letter",
}
_DECIDES = 8

_NAMES_THE_PAPER = 5
_HEAD = 6  # lines of the first page, in which a paper says what it is
_ENOUGH = 8  # points of the head alone: a title, or some words that go together
_AHEAD = 1.5  # times the points of the next kind


def _phrases(weighted: dict[int, str]) -> dict[str, int]:
    return {
        f" {phrase.strip()} ": weight
        for weight, listed in weighted.items()
        for phrase in listed.split(",")
    }


_WEIGHTS = {kind: _phrases(weighted) for kind, weighted in _TELLING.items()}
for _kind, _listed in _DECISIVE.items():
    _WEIGHTS[_kind] |= _phrases({_DECIDES: _listed})


def suggest_kind(texts: tuple[str, ...], file_name: str) -> Suggestion[Kind] | None:
    """Suggest the kind whose telling words clearly outweigh those of all others."""
    paper = [line for line in lines(texts) if line.page <= 2]
    top = [line for line in paper if line.page == 1 and line.number < _HEAD]
    heard = as_words("\n".join(line.text for line in paper))
    heard_first = " | ".join(as_words(line.text) for line in top) + as_words(file_name)
    points = {kind: _points(weights, heard, heard_first) for kind, weights in _WEIGHTS.items()}
    best, second = sorted(points, key=lambda kind: -points[kind])[:2]
    in_head = _points(_WEIGHTS[best], "", heard_first)
    if in_head < _ENOUGH or points[best] < _AHEAD * points[second]:
        return None
    words, page = _passage(_WEIGHTS[best], [*top, *paper], file_name)
    return Suggestion(best, words, page)


def _points(weights: dict[str, int], heard: str, heard_first: str) -> int:
    """Count each phrase once, twice if it names the paper in its head or its file's name."""
    points = 0
    for phrase, weight in weights.items():
        if phrase in heard_first:
            points += 2 * weight if weight >= _NAMES_THE_PAPER else weight
        elif phrase in heard:
            points += min(weight, 3)
    return points


def _passage(weights: dict[str, int], paper: Iterable[Line], file_name: str) -> tuple[str, int]:
    """Give the first line with the surest of the phrases; the file's name if none is on paper."""
    surest = (0, file_name, 0)
    for line in paper:
        heard = as_words(line.text)
        weight = max((w for phrase, w in weights.items() if phrase in heard), default=0)
        if weight > surest[0]:
            surest = (weight, line.text, line.page)
    return passage(surest[1]), surest[2]
