import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.suggest.kind import suggest_kind
from app.model.record import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spine Unit\nTreatment plan\nRecommended treatment: surgery", Kind.DIAGNOSIS_PLAN),
        ("Tumour board\nStaging complete", Kind.DIAGNOSIS_PLAN),
        ("Surgical Pathology\nHistopathology\nGross description", Kind.PATHOLOGY),
        ("City Imaging Group Radiology report\nMRI lumbar spine without contrast", Kind.IMAGING),
        ("X-ray lumbar spine, standing\nFindings\nImpression", Kind.IMAGING),
        ("Operative note\nPreoperative diagnosis\nEstimated blood loss", Kind.OPERATION),
        ("Procedure note\nL4-L5 interlaminar epidural steroid injection", Kind.OPERATION),
        ("General Hospital\nDischarge summary\nHospital course", Kind.HOSPITAL),
        ("Entlassungsbericht", Kind.HOSPITAL),
        ("Clinic letter - spine surgery\nDate of visit: 2 October 2026", Kind.SPECIALIST_LETTER),
        ("VALLEY LABORATORY\nCollected Result Flag Units Reference\nHaemoglobin", Kind.LABORATORY),
        ("EMG and nerve conduction\nMotor unit potentials", Kind.FUNCTION_TEST),
        ("Physical therapy discharge summary", Kind.THERAPY),
        ("Medicine list\nApixaban 5 mg", Kind.THERAPY),
        ("Family Medicine\nReferral letter", Kind.FAMILY_DOCTOR),
        ("My symptom diary\nWoke twice at night", Kind.PATIENT_NOTES),
        ("Consent form\nSpine operation\nI understand that", Kind.FORM_CONSENT),
    ],
)
def test_a_paper_that_says_what_it_is_gets_its_kind(text, kind):
    found = suggest_kind((text,), "scan.pdf")
    assert found.value is kind
    assert found.page == 1
    assert found.words in text.splitlines()


def test_a_scan_can_be_told_by_its_files_name():
    found = suggest_kind(("",), "10_dexa_scan.pdf")
    assert (found.value, found.words, found.page) == (Kind.IMAGING, "10_dexa_scan.pdf", 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Mrs Ellis,\nthank you for coming.",
        "MRI report and operative note",
        "Summary of care\nLaboratory\nRadiology\nAdmitted\nSpecimen",
    ],
)
def test_a_paper_that_could_be_several_kinds_gets_none(text):
    assert suggest_kind((text,), "scan.pdf") is None


def test_a_word_inside_another_word_does_not_count():
    assert suggest_kind(("Memrise\nEmgine\nOmriand",), "a.pdf") is None


def test_words_far_from_the_top_do_not_name_the_paper():
    assert suggest_kind(("\n".join([*["words"] * 10, "MRI", "ultrasound"]),), "a.pdf") is None


@given(st.lists(st.text(), max_size=7), st.text(max_size=40))
def test_any_text_gives_a_kind_with_short_words_or_none(texts, file_name):
    found = suggest_kind(tuple(texts), file_name)
    assert found is None or (found.value in Kind and len(found.words) <= 80)
