"""A made-up spine case; nobody in it is real."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from app.dossier.lay_out import lay_out
from app.dossier.plan import DossierPlan, LeftOut, Paper, PlannedRecord, Section
from app.model.outside_item import OutsideItem
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Document, Kind, PageFacts, Record, RecordDates, Remark
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    Question,
    Reason,
    Statement,
    Subject,
    Treatment,
)
from app.model.voice import Cited, Said

UPRIGHT, WIDE = PageFacts(595, 842), PageFacts(842, 595, has_text=False)


def on(year, month=None, of_month=None, *, about=False):
    return PartialDate(Point(year, month, of_month), about=about)


def document(number, pages, *remarks):
    sha256 = f"{number:02x}" * 32
    return Document(
        sha256, f"scan{number}.pdf", "application/pdf", 9, sha256, pages, frozenset(remarks)
    )


def record(identity, kind, title, when, source, pages=(UPRIGHT,), *remarks, **more):
    return Record(
        identity,
        kind,
        title,
        RecordDates(when),
        source,
        document=document(identity, tuple(pages), *remarks),
        **more,
    )


def spine_records():
    return (
        record(
            11,
            Kind.DIAGNOSIS_PLAN,
            "Spine surgery clinic letter",
            on(2026, 10, 2),
            "Dr R. Venn, Lakeside Spine Center",
            [UPRIGHT] * 2,
            Remark.SIGNED,
        ),
        record(
            12,
            Kind.DIAGNOSIS_PLAN,
            "Referral letter",
            on(2026, 3, 11),
            "Dr A. Okafor, Brookfield Family Medicine",
        ),
        record(
            13,
            Kind.IMAGING,
            "X-ray, lumbar spine, standing",
            on(2026, 4, 2),
            "City Imaging Group",
            [WIDE],
        ),
        record(
            14,
            Kind.IMAGING,
            "MRI, lumbar spine, with and without contrast, second reading by another radiologist on request",
            on(2026, 9, 12),
            "Dr L. Haddad, City Imaging Group",
            [UPRIGHT] * 3,
            Remark.AS_PICTURE,
            Remark.RECOVERED,
        ),
        record(15, Kind.IMAGING, "Bone density scan (DEXA)", on(2026, 11, 6), "Northgate Imaging"),
        record(
            16,
            Kind.SPECIALIST_LETTER,
            "Rehabilitation consultation",
            on(2026, 10, 21),
            "Dr S. Iyer, Northgate Rehabilitation Clinic",
        ),
        record(
            17,
            Kind.LABORATORY,
            "Blood tests, 2025 to 2026",
            PartialDate(Point(2025, 1), Point(2026, 11)),
            "Valley Clinical Laboratory",
            [UPRIGHT] * 22,
        ),
        record(
            18,
            Kind.THERAPY,
            "Physical therapy summary",
            on(2026, 8, 24),
            "Northgate Rehabilitation Clinic",
        ),
        record(
            19, Kind.THERAPY, "Epidural steroid injection", on(2026, 5, 18), "Lakeside Spine Center"
        ),
        record(
            20,
            Kind.FAMILY_DOCTOR,
            "Medicine list <b>a & b</b>",
            on(2026, 11, 3),
            "Maple Street Pharmacy",
            [WIDE],
        ),
        Record(
            21,
            Kind.PATIENT_NOTES,
            "Symptom diary",
            RecordDates(on(2026, 9, about=True)),
            "Margaret Ellis",
            body="Monday: could walk 120 m.\nTuesday: woken twice by pain.\n\n"
            + "A longer day with the shops, the stairs and the garden. " * 120,
        ),
        record(22, None, "Letter without a date", NOT_KNOWN, ""),
    )


def sections(records, chosen=None):
    """Number the records in the order of their kinds."""
    found, number = [], 0
    for kind in (*Kind, None):
        planned = []
        for one in records:
            if one.kind is kind:
                number += 1
                pages = tuple(range(len(one.document.pages))) if one.document else ()
                pages = (chosen or {}).get(one.id, pages)
                facts = tuple(one.document.pages[page] for page in pages)
                planned.append(PlannedRecord(number, one, pages, facts))
        if planned:
            found.append(Section(kind, tuple(planned)))
    return tuple(found)


def spine_case():
    said = Said("Daniel Ellis (son)", on(2026, 11, 20))
    return CaseSnapshot(
        patient=Patient(
            "ELLIS, Margaret (Mrs)", on(1957, 3, 14), "Female", "00-482-913", "English", "555-0142"
        ),
        preparer=Preparer("Daniel Ellis", "son", "555-0143", "with Mrs Ellis, who agrees"),
        recipient=Recipient(
            "Dr H. Lindqvist",
            "Spine surgery, second opinion clinic",
            "St Brannoc University Hospital",
            "2-Dec-2026, 10:30 (video)",
            "Mrs Ellis, and Dr A. Okafor (family physician)",
        ),
        records=spine_records(),
        statements=(
            Statement(
                Subject.HEADLINE,
                "Severe L4–L5 spinal stenosis and a grade 1 slip. Fusion is listed for January. A second doctor advises exercise first.",
                Said(),
            ),
            Statement(
                Subject.PROBLEM,
                "Two years of low back pain with left leg pain on walking, eased by sitting. No bladder or bowel change.",
                Cited(12),
            ),
            Statement(
                Subject.DIAGNOSIS,
                "Severe L4–L5 spinal stenosis with grade 1 degenerative spondylolisthesis. Dr R. Venn, spine surgeon.",
                Cited(11, 1),
            ),
            Statement(Subject.PLAN, "L4–L5 decompression with instrumented fusion.", Cited(11, 2)),
            Statement(Subject.DECIDE_BY, "2026-12-14", Cited(11)),
            Statement(Subject.SURGERY_DATE, "2027-01-12", Cited(11)),
            Statement(
                Subject.MATTERS,
                "To walk to the shops and back, and look after my husband. I would accept some back pain to avoid a second operation.",
                said,
            ),
            Statement(Subject.LIMITS, "Blood thinner. Cannot lie flat for long.", said),
            Statement(
                Subject.CONDITIONS,
                "Type 2 diabetes, low bone mass, atrial fibrillation.",
                Cited(17, 3),
            ),
        ),
        reasons=(
            Reason("conflicting_opinions", "My doctors do not agree."),
            Reason(
                "surgery_soon",
                "My operation is soon. I want to be sure, and to know what to expect.",
                "They gave me six weeks.",
            ),
        ),
        answers=(Answer("surgery_proposed.name_of_operation", "Fusion of two bones.", said),),
        questions=(
            Question(
                1,
                "Do I need the fusion, or would decompression alone be likely to help my leg pain?",
                top=True,
            ),
            Question(
                2, "If I wait 12 more weeks and do more exercise, what could I lose?", top=True
            ),
            Question(3, "Does my bone density change which operation is safe?", top=True),
            Question(4, "How would you manage my blood thinner around surgery?"),
            Question(5, "What result would you expect for walking, a year on?"),
        ),
        events=(
            Event(1, EventKind.SYMPTOM, on(2024, 10, about=True), "Leg pain on walking begins"),
            Event(
                2,
                EventKind.VISIT,
                on(2026, 3, 11),
                "Family physician refers to spine center",
                Cited(12),
            ),
            Event(
                3, EventKind.TEST, on(2026, 4, 2), "Standing X-ray: 4 mm slip at L4–L5", Cited(13)
            ),
            Event(
                4,
                EventKind.TREATMENT,
                on(2026, 5, 18),
                "Epidural steroid injection: relief about 3 weeks",
                Cited(19),
            ),
            Event(
                5,
                EventKind.TREATMENT,
                PartialDate(Point(2026, 6, 8), Point(2026, 8, 24)),
                "Physical therapy, 10 visits",
                Cited(18),
            ),
            Event(
                6, EventKind.TEST, on(2026, 9, 12), "MRI: severe narrowing at L4–L5", Cited(14, 2)
            ),
            Event(
                7,
                EventKind.VISIT,
                on(2026, 10, 2),
                "Spine surgeon advises decompression and fusion",
                Cited(11),
            ),
            Event(
                8,
                EventKind.VISIT,
                on(2026, 10, 21),
                "Rehabilitation doctor advises more exercise first",
                Cited(16),
            ),
            Event(
                9, EventKind.SYMPTOM, on(2026, 11), "Can walk 120 m; woken twice by pain", Cited(21)
            ),
            Event(10, EventKind.DECISION, on(2026, 12, 2), "Second opinion visit", said),
            Event(11, EventKind.SYMPTOM, NOT_KNOWN, "A fall on the stairs", said),
        ),
        medicines_asked=Asked.LISTED,
        medicines=(
            Medicine(
                1,
                "Apixaban",
                "5 mg",
                "twice a day",
                "Atrial fibrillation",
                on(2021),
                None,
                Cited(20),
            ),
            Medicine(
                2,
                "Metformin",
                "1000 mg",
                "twice a day",
                "Type 2 diabetes",
                on(2015),
                None,
                Cited(20),
            ),
            Medicine(
                3, "Turmeric capsule", "1", "a day", "Joint pain", on(2025, about=True), None, said
            ),
            Medicine(
                4, "Ibuprofen", "400 mg", "when needed", "Back pain", on(2024), on(2026, 3), said
            ),
        ),
        allergies_asked=Asked.LISTED,
        allergies=(
            Allergy(1, "Penicillin", "widespread rash", on(1998), Cited(12)),
            Allergy(2, "Latex", "", NOT_KNOWN, said),
        ),
        treatments=(
            Treatment(
                1,
                "Physical therapy, 10 visits",
                PartialDate(Point(2026, 6, 8), Point(2026, 8, 24)),
                result="Walking 80 m to 150 m. Pain 7 to 5 out of 10",
                voice=Cited(18),
            ),
            Treatment(
                2,
                "Epidural steroid injection, L4–L5",
                on(2026, 5, 18),
                result="Good relief for about 3 weeks",
                stopped_because="leg pain came back",
                voice=Cited(19),
            ),
        ),
        outside=(
            OutsideItem(
                1,
                "MRI pictures on a disc",
                "Too large for this file",
                "City Imaging Group, 555-0190",
            ),
        ),
    )


def plan_for(case, paper=Paper.A4, chosen=None, left_out=(), **more):
    staying = {one.record.id for one in left_out}
    records = [one for one in case.records if one.id not in staying]
    return DossierPlan(
        "Second opinion dossier",
        date(2026, 11, 22),
        paper,
        case,
        sections(records, chosen),
        tuple(left_out),
        "Casepack 0.1",
        **more,
    )


@pytest.fixture
def spine():
    return spine_case()


@pytest.fixture
def planned():
    return plan_for


@pytest.fixture
def rich_plan(spine):
    left = record(30, Kind.FAMILY_DOCTOR, "Gynaecology records", on(2004), "Dr B.")
    case = replace(spine, records=(*spine.records, left))
    return plan_for(
        case, chosen={17: (2, 3, 4)}, left_out=[LeftOut(left, "Not about this problem")]
    )


@pytest.fixture
def read_own():
    """Read our own pages back with a library that did not write them."""

    def read(layout):
        return PdfReader(BytesIO(layout.own)).pages

    return read


@pytest.fixture
def laid():
    """Lay a plan out; give the layout and the words of each page of our own."""

    def lay(plan):
        layout = lay_out(plan, reproducible=True)
        pages = pypdfium2.PdfDocument(layout.own)
        texts = [page.get_textpage().get_text_bounded() for page in pages]
        return layout, [text.replace("\r\n", "\n") for text in texts]

    return lay
