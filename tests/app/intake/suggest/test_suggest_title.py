import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.suggest.title import suggest_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "City Imaging Group Radiology report\nMRI lumbar spine without contrast\nPatient: ELLIS",
            "MRI lumbar spine without contrast",
        ),
        ("X-ray lumbar spine, standing\nFindings", "X-ray lumbar spine, standing"),
        ("City Imaging Group Radiology report\nFindings", "Radiology report"),
        (
            "Lakeside Spine Center Dr R. Venn\nClinic letter - spine surgery",
            "Clinic letter - spine surgery",
        ),
        ("Physical therapy discharge summary", "Physical therapy discharge summary"),
        ("My symptom diary Written by Margaret Ellis", "My symptom diary"),
        ("Community Health and Hospitals: Discharge Summary", "Discharge Summary"),
    ],
)
def test_the_papers_own_title_is_suggested(text, title):
    found = suggest_title((text,), "scan.pdf")
    assert (found.value, found.words, found.page) == (title, title, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Margaret Ellis",
        "Mrs Ellis letter",
        "VALLEY CLINICAL LABORATORY",
        "Patient: MRI spine",
        "12 Scan Street",
        "Dr Mri Test",
        "Report",
        "The patient had an MRI of the spine",
        "Having had a scan of the spine she went home.",
        "MRI " * 13,
    ],
)
def test_a_name_an_address_or_a_sentence_is_no_title(line):
    assert suggest_title((line,), "knee.pdf").value == "Knee"


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("mri_lumbar_spine.pdf", "Mri lumbar spine"),
        ("07_labs.pdf", "07 labs"),
        ("2026-09-12 MRI.PDF", "2026-09-12 MRI"),
        ("letter v1.2 final.pdf", "Letter v1.2 final"),
        ("Dr. Venn letter", "Dr. Venn letter"),
        ("évaluation.jpeg", "Évaluation"),
        ("scan\u202efdp.exe.pdf", "Scan fdp.exe"),
        ("x" * 300 + ".pdf", "X" + "x" * 79),
        ("", "Without a title"),
        ("___.pdf", "Without a title"),
    ],
)
def test_a_paper_without_a_title_is_called_by_its_files_name(file_name, title):
    found = suggest_title((), file_name)
    assert (found.value, found.page) == (title, 0)


@given(st.lists(st.text(), max_size=4), st.text(max_size=120))
def test_any_paper_gets_a_title_of_at_most_80_characters(texts, file_name):
    found = suggest_title(tuple(texts), file_name)
    assert 0 < len(found.value) <= 80
    assert found.value == " ".join(found.value.split())
    assert len(found.words) <= 80
