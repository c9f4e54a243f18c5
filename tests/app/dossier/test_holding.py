"""What a copy holds and leaves out, in words, before it is made."""

from dataclasses import replace
from datetime import date

from app.dossier.holding import holding_of
from app.dossier.planning import plan_dossier
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Document, PageFacts, Record
from app.model.sensitivity import Sensitivity
from app.model.story import CaseSnapshot
from app.model.version import CoverUp, Selection, Version

PAGES = (PageFacts(595, 842),) * 3
DOCUMENT = Document("a", "a.pdf", "application/pdf", 9, "a", PAGES)
CASE = CaseSnapshot(
    patient=Patient(name="Ann Smith"),
    records=(Record(1, None, "Scan", document=DOCUMENT), Record(2, None, "Diary", body="x")),
)


def told(version, case=CASE):
    return holding_of(plan_dossier(case, made=date(2026, 11, 22), version=version), 9)


def test_records_and_pages_are_counted():
    assert told(Version()).holds == ("This copy holds 2 records on 9 pages.",)
    assert told(Version()).leaves_out == ()


def test_what_is_marked_as_sensitive_and_goes_in_is_named_by_its_tag():
    case = replace(CASE, sensitivities={1: frozenset({Sensitivity.GENETICS})})
    assert "You marked as “Genes”, and it goes in: “Scan”." in told(Version(), case).holds


def test_covered_places_count_only_where_they_go_in():
    boxes = (CoverUp(1, 1, 1, 0, 0, 1, 1), CoverUp(2, 1, 3, 0, 0, 1, 1))
    chosen = (Selection(1, included=True, pages=(1, 2)),)
    holding = told(Version(cover_ups=boxes, selections=chosen))
    assert "1 place on its pages is covered." in holding.holds
    assert holding.leaves_out == ("Only some pages go in: “Scan”.",)


def test_what_stays_behind_is_named_with_its_reason():
    version = Version(selections=(Selection(2, included=False, why="Private"),))
    assert told(version).leaves_out == ("“Diary”: Private",)


def test_long_lists_are_counted_not_named():
    records = tuple(Record(n, None, f"Note {n}", body="x") for n in range(1, 9))
    out = tuple(Selection(n, included=False) for n in range(2, 9))
    holding = told(Version(selections=out), replace(CASE, records=records))
    assert len(holding.leaves_out) == 5
    assert holding.leaves_out[-1] == "And 3 more records."


def test_another_name_and_a_first_opinion_that_is_left_out_are_told():
    version = Version(
        identity=Identity.PSEUDONYM, pseudonym="Blue", first_opinion=FirstOpinion.BLIND
    )
    holding = told(version)
    assert any("You are called “Blue”." in one for one in holding.holds)
    assert "What you wrote of the first doctor’s diagnosis and plan." in holding.leaves_out
