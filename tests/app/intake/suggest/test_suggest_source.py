import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.suggest.source import suggest_source


def source(text):
    found = suggest_source((text,))
    return found and found.value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("VALLEY CLINICAL LABORATORY\nELLIS MARGARET", "VALLEY CLINICAL LABORATORY"),
        ("City Imaging Group Radiology report\nMRI", "City Imaging Group"),
        ("Northgate Rehabilitation Clinic Physical therapy", "Northgate Rehabilitation Clinic"),
        (
            "Brookfield Family Medicine Dr A. Okafor · Family physician\nReferral letter",
            "Dr A. Okafor, Brookfield Family Medicine",
        ),
        ("Lakeside Spine Center\nDr R. Venn\nClinic letter", "Dr R. Venn, Lakeside Spine Center"),
        ("Department of Neurology\nSummary", "Department of Neurology"),
        ("St. Mary's Hospital Laboratory Report", "St. Mary's Hospital"),
        ("Community Health and Hospitals: Discharge Summary", "Community Health and Hospitals"),
        ("Hôpital Saint-Louis\nCompte rendu", "Hôpital Saint-Louis"),
        ("Universitätsklinikum Musterstadt\nArztbrief", "Universitätsklinikum Musterstadt"),
        ("MRI\nReported by: Dr L. Haddad, consultant radiologist", "Dr L. Haddad"),
    ],
)
def test_the_letterhead_says_who_made_the_paper(text, name):
    assert source(text) == name


def test_the_reporting_doctor_is_joined_with_the_place():
    found = suggest_source(
        ("City Imaging Group\nMRI spine\nReported by: Dr L. Haddad, radiologist",)
    )
    assert found.value == "Dr L. Haddad, City Imaging Group"
    assert (found.words, found.page) == ("City Imaging Group … Dr L. Haddad", 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "To: Lakeside Spine Center",
        "Patient: ELLIS, Margaret",
        "Referred by: Dr A. Okafor",
        "The patient came to the clinic on foot",
        "Diagnostic Imaging Report",
        "Clinic letter - spine surgery",
        "\n".join([*["The pain is worse."] * 8, "Lakeside Spine Center"]),
    ],
)
def test_a_paper_without_a_letterhead_gives_no_source(text):
    assert source(text) is None


def test_the_doctor_whom_the_letter_greets_did_not_write_it():
    text = "Dr. John Smith\nFamily Practice Clinic\n12 Main St\nDear Dr. Smith,\nI saw Mrs Ellis."
    assert source(text) is None


def test_where_two_doctors_stand_in_the_head_nobody_knows_who_wrote():
    assert source("Lakeside Spine Center\nDr R. Venn\nDr S. Iyer") == "Lakeside Spine Center"


@given(
    st.lists(
        st.text() | st.sampled_from(["Dr Ann Lee\nCity Clinic", "Dear Dr Lee,"]), max_size=4
    ).map("\n".join)
)
def test_any_text_gives_a_source_that_stands_on_the_paper_or_none(text):
    found = suggest_source((text,))
    if found is not None:
        assert 0 < len(found.words) <= 80
        assert all(part in " ".join(text.split()) for part in found.value.split(", "))
