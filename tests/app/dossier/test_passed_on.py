"""What a small print may hand on: no private record, no private illness, but every allergy."""

from dataclasses import replace

from app.dossier.passed_on import passed_on
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.journey.family import FamilyIllness
from app.model.journey.opinion import Opinion, OpinionPart, Point
from app.model.journey.tests import MedicalTest
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.story import Allergy, Event, EventKind, Medicine, Statement, Subject
from app.model.version import MAIN, Selection
from app.model.voice import Cited, Said
from tests.app.dossier.pages.conftest import on, spine_case, spine_records

PRIVATE = 16  # the rehabilitation consultation


def private_case():
    """A case in which one record is tagged, and everything is taken from it."""
    cited = Cited(PRIVATE)
    case = spine_case()
    journey = replace(
        case.journey,
        opinions=(Opinion(1, "Dr Iyer", record=PRIVATE), Opinion(2, "Dr Venn")),
        points=(Point(1, 1, OpinionPart.TESTS, "Secret"), Point(2, 2, OpinionPart.TESTS, "Open")),
        tests=(MedicalTest(1, "Secret test", voice=cited), MedicalTest(2, "Open test")),
        family=(
            FamilyIllness(1, "Sister", "Secret", voice=cited, private=False),
            FamilyIllness(2, "Aunt", "Hidden"),
            FamilyIllness(3, "Mother", "Told", private=False),
        ),
        conflicts=(Conflict(1, "Side"), Conflict(2, "Level")),
        conflict_sides=(
            ConflictSide(1, 1, "Secret", cited),
            ConflictSide(2, 1, "Other"),
            ConflictSide(3, 2, "L4"),
        ),
    )
    return replace(
        case,
        records=spine_records(),
        sensitivities={PRIVATE: frozenset({Sensitivity.PRIVATE_NOTE})},
        statements=(Statement(Subject.PROBLEM, "Secret", cited),),
        events=(
            Event(1, EventKind.VISIT, on(2026), "Secret", cited),
            Event(2, EventKind.VISIT, on(2026), "Open"),
        ),
        medicines=(Medicine(1, "Apixaban", voice=cited),),
        allergies=(Allergy(1, "Penicillin", voice=cited),),
        journey=journey,
    )


def test_what_a_private_record_says_is_not_handed_on():
    case = passed_on(private_case()).case
    assert "Secret" not in repr(case)
    assert [one.text for one in case.events] == ["Open"]
    assert [one.doctor for one in case.journey.opinions] == ["Dr Venn"]
    assert [one.text for one in case.journey.points] == ["Open"]
    assert [one.about for one in case.journey.conflicts] == ["Level"]


def test_illnesses_of_the_family_are_handed_on_only_when_they_are_not_private():
    assert [one.relative for one in passed_on(private_case()).case.journey.family] == ["Mother"]


def test_no_medicine_and_no_allergy_is_lost_and_their_private_record_is_not_named():
    told = passed_on(private_case())
    assert [one.name for one in told.case.medicines] == ["Apixaban"]
    assert [one.substance for one in told.case.allergies] == ["Penicillin"]
    assert told.source(told.case.allergies[0].voice) == "from a record that is not handed on"
    assert told.whole(PRIVATE) == "from a record that is not handed on"


def test_a_record_that_somebody_left_out_of_the_dossier_is_not_named():
    records = tuple(replace(one, in_dossier=one.id != 11) for one in spine_records())
    told = passed_on(replace(spine_case(), records=records))
    assert told.source(Cited(11)) == "from a record that is not handed on"
    assert "Referral letter" in told.source(Cited(12))


def test_a_record_that_somebody_left_out_because_it_is_private_tells_nothing():
    case = replace(private_case(), sensitivities={})
    records = tuple(
        replace(one, in_dossier=False, left_out_because="This is private")
        if one.id == PRIVATE
        else one
        for one in case.records
    )
    assert "Secret" not in repr(passed_on(replace(case, records=records)).case.events)


def test_a_private_record_in_the_bin_tells_nothing_either():
    case = private_case()
    records = tuple(one for one in case.records if one.id != PRIVATE)
    told = passed_on(replace(case, records=records))
    assert "Secret" not in repr(told.case)
    assert told.source(Cited(PRIVATE)) == "from a record that is not handed on"


def test_a_private_record_that_the_version_puts_in_by_name_is_told():
    version = replace(MAIN, selections=(Selection(PRIVATE, included=True),))
    told = passed_on(private_case(), version)
    assert "Secret" in [one.text for one in told.case.events]
    assert told.source(Cited(PRIVATE)).startswith("“Rehabilitation consultation”, 21-Oct-2026")


def test_an_earlier_report_is_named_although_a_newer_one_takes_its_place():
    case = replace(
        spine_case(), records=spine_records(), related=(Related(14, 13, Relation.REPLACES),)
    )
    assert "X-ray" in passed_on(case).source(Cited(13))


def test_every_source_says_the_record_with_its_date_or_who_told_it():
    told = passed_on(replace(spine_case(), records=spine_records()))
    assert told.source(Cited(11, 2)) == "“Spine surgery clinic letter”, 02-Oct-2026, page 2"
    assert told.source(Cited(22)) == "“Letter without a date”, no date, page 1"
    assert told.source(Cited(99)) == "a record that is not there any more"
    assert told.source(Said("Ann", on(2026, 3))) == "as told by Ann, Mar-2026"
    assert told.source(Said()) == "as told by the patient or family"
