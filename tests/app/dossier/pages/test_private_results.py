"""What stands in a private record that stays behind is not told in a table beside it."""

from dataclasses import replace
from datetime import date

import pytest

from app.dossier.citation_checks import check_citations
from app.dossier.pack.originals import choose_originals
from app.dossier.pack.tables import make_tables
from app.dossier.planning import plan_dossier
from app.model.journey.snapshot import Journey
from app.model.journey.tests import MedicalTest, TestState
from app.model.partial_date import PartialDate
from app.model.result import Result
from app.model.sensitivity import Sensitivity
from app.model.story import Event, EventKind
from app.model.version import MAIN, Selection
from app.model.voice import Cited

TODAY = date(2026, 11, 22)
MAY = PartialDate.from_stored("2026-05-02")
GENES, AUNT, OLD = 17, 18, 19


@pytest.fixture
def told(spine):
    """Three papers stay behind: one with a tag, one that may not be named, one that is old."""
    out = {GENES: "For later", OLD: "Not about this"}
    records = tuple(
        replace(one, in_dossier=one.id not in out, left_out_because=out.get(one.id, ""))
        for one in spine.records
    )
    tests = (
        MedicalTest(1, "Gene panel", result="A change in SECRETGENE", voice=Cited(GENES)),
        MedicalTest(2, "Aunt’s panel", result="SECRETAUNT", voice=Cited(AUNT)),
        MedicalTest(3, "Walking test", result="80 m to 150 m", voice=Cited(OLD)),
        MedicalTest(4, "X-ray", result="4 mm slip", voice=Cited(13)),
        MedicalTest(5, "Second panel", state=TestState.PLANNED, voice=Cited(GENES)),
    )
    return replace(
        spine,
        records=records,
        events=(Event(1, EventKind.TEST, MAY, "Blood drawn", Cited(AUNT)),),
        results=(
            Result(1, "Ferritin", "777", date=MAY, voice=Cited(AUNT)),
            Result(2, "Iron", "12", date=MAY, voice=Cited(13)),
        ),
        journey=Journey(tests=tests),
        sensitivities={
            GENES: frozenset({Sensitivity.GENETICS}),
            AUNT: frozenset({Sensitivity.OTHER_PERSON}),
        },
    )


def words(plan, laid):
    layout, texts = laid(plan)
    tables = make_tables(plan, layout, choose_originals(plan, locked=False))
    return " ".join(
        " ".join([*texts, *(table.data.decode("utf-8-sig") for table in tables)]).split()
    )


def test_a_result_from_a_private_record_that_stays_behind_is_nowhere(told, laid):
    text = words(plan_dossier(told, made=TODAY), laid)
    for secret in ("SECRETGENE", "SECRETAUNT", "Aunt’s panel", "777", "Ferritin"):
        assert secret not in text
    for shown in ("Gene panel", "Left out by the patient", "80 m to 150 m", "4 mm slip"):
        assert shown in text
    assert "The patient left out 1 test and does not name it here." in text
    assert "The patient left out 1 value and does not give it here." in text
    assert "(record not in this PDF)" in text


def test_once_the_record_goes_in_its_result_is_told(told, laid):
    chosen = (Selection(GENES, included=True), Selection(AUNT, included=True))
    plan = plan_dossier(told, made=TODAY, version=replace(MAIN, selections=chosen))
    assert plan.withheld == ()
    text = words(plan, laid)
    for shown in ("SECRETGENE", "SECRETAUNT", "Ferritin"):
        assert shown in text
    assert "The patient left out 1 test" not in text


def test_a_record_that_is_left_out_as_private_in_words_counts_too(told):
    records = tuple(
        replace(one, left_out_because="This is private") if one.id == OLD else one
        for one in told.records
    )
    plan = plan_dossier(replace(told, records=records), made=TODAY)
    (test,) = [one for one in plan.case.journey.tests if one.id == 3]
    assert test.result == "Left out by the patient"


def test_the_check_says_what_stays_out_with_a_private_record_and_what_does_not(told):
    found = {
        (line.code, line.record): line.sentence
        for line in check_citations(plan_dossier(told, made=TODAY))
    }
    titles = {one.id: one.title for one in told.records}
    assert found[("private.results", GENES)] == (
        f"“{titles[GENES]}” is private and stays out, and so does 1 result from it."
    )
    assert "so do 2 results from it" in found[("private.results", AUNT)]
    assert "is printed. Look if it may go in." in found[("private.words", AUNT)]
    assert ("citation.left_out", OLD) in found
    assert ("private.results", OLD) not in found
