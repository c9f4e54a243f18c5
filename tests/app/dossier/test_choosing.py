"""What one version of the dossier takes, and what it tells."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.load import load_content
from app.dossier.planning import plan_dossier
from app.dossier.telling import names_of
from app.errors import DossierBlocked
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Document, Kind, PageFacts, Record, RecordDates
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.story import CaseSnapshot, Medicine, Question, Statement, Subject
from app.model.version import MAIN, CoverUp, Selection, Version
from app.model.voice import Cited, Said

TODAY = date(2026, 11, 22)


def record(number, kind=Kind.IMAGING, year=None, pages=3, **more):
    dates = RecordDates(PartialDate(Point(year)) if year else NOT_KNOWN)
    facts = tuple(PageFacts(595, 842) for _ in range(pages))
    document = Document(f"{number:064}", "a.pdf", "application/pdf", 1, f"{number:064}", facts)
    return Record(number, kind, f"Record {number}", dates, document=document, **more)


def plan(records, version=MAIN, recipient=None, **case):
    said = CaseSnapshot(records=tuple(records), **case)
    return plan_dossier(said, made=TODAY, version=version, recipient=recipient)


def ids(made):
    return [one.record.id for one in made.records]


def reasons(made):
    return {one.record.id: one.why for one in made.left_out}


def test_the_tags_of_the_content_and_of_the_program_are_the_same():
    content = load_content().sensitivities
    assert {(one.id, one.left_out) for one in content} == {
        (tag.value, tag.stays_out) for tag in Sensitivity
    }


def test_records_with_the_gravest_tags_stay_behind_until_they_are_put_in_by_name():
    tags = {1: frozenset({Sensitivity.OTHER_PERSON}), 2: frozenset({Sensitivity.GENETICS})}
    records = [record(1), record(2), record(3)]
    made = plan(records, sensitivities=tags)
    assert ids(made) == [2, 3]
    assert reasons(made) == {1: "Left out because it is marked as “Facts about another person”."}
    asked = Version(id=1, selections=(Selection(1, included=True),))
    assert ids(plan(records, asked, sensitivities=tags)) == [1, 2, 3]


def test_a_version_takes_other_records_and_pages_than_the_record_says():
    records = [record(1), record(2, in_dossier=False), record(3, pages=5)]
    version = Version(
        id=1,
        selections=(
            Selection(1, included=False, why="Not related"),
            Selection(2, included=True),
            Selection(3, included=True, pages=(2, 4)),
        ),
    )
    made = plan(records, version)
    assert ids(made) == [2, 3]
    assert made.records[1].pages == (1, 3)
    assert reasons(made) == {1: "Not related"}
    assert ids(plan(records)) == [1, 3]


def test_a_corrected_report_takes_the_place_of_the_earlier_one_unless_that_is_asked_for():
    records = [record(1), record(2)]
    pair = (Related(2, Relation.REPLACES, 1),)
    made = plan(records, related=pair)
    assert ids(made) == [2]
    assert reasons(made) == {1: "An earlier report. “Record 2” takes its place."}
    assert set(ids(plan(records, Version(earlier_reports=True), related=pair))) == {1, 2}
    asked = Version(id=1, selections=(Selection(1, included=True),))
    assert set(ids(plan(records, asked, related=pair))) == {1, 2}


def test_an_earlier_report_goes_in_when_the_corrected_one_stays_behind():
    records = [record(1), record(2, in_dossier=False)]
    made = plan(records, related=(Related(2, Relation.REPLACES, 1),))
    assert ids(made) == [1]


def test_of_three_reports_only_the_last_correction_goes_in():
    pairs = (Related(2, Relation.REPLACES, 1), Related(3, Relation.REPLACES, 2))
    assert ids(plan([record(1), record(2), record(3)], related=pairs)) == [3]


@given(st.permutations([1, 2, 3, 4, 5, 6]))
def test_a_translation_stands_right_behind_what_it_translates(order):
    kinds = {1: Kind.PATHOLOGY, 2: None, 3: Kind.IMAGING, 4: Kind.FORM_CONSENT}
    records = [record(n, kinds.get(n, Kind.IMAGING), 2000 + order.index(n)) for n in order]
    pairs = (Related(4, Relation.TRANSLATES, 1), Related(2, Relation.TRANSLATES, 4))
    made = plan(records, related=pairs)
    found = ids(made)
    assert sorted(found) == [1, 2, 3, 4, 5, 6]
    assert found[:3] == [1, 4, 2]
    assert [one.number for one in made.records] == [1, 2, 3, 4, 5, 6]
    assert [section.kind for section in made.sections] == [Kind.PATHOLOGY, Kind.IMAGING]


def test_two_records_that_translate_each_other_are_both_there():
    pairs = (Related(1, Relation.TRANSLATES, 2), Related(2, Relation.TRANSLATES, 1))
    assert set(ids(plan([record(1), record(2, Kind.PATHOLOGY)], related=pairs))) == {1, 2}


def test_the_oldest_can_stand_first_in_each_group():
    records = [record(1, year=2020), record(2, year=2024), record(3)]
    assert ids(plan(records)) == [2, 1, 3]
    assert ids(plan(records, Version(oldest_first=True))) == [1, 2, 3]


BLIND = Version(id=2, first_opinion=FirstOpinion.BLIND)


def test_a_blind_version_leaves_out_what_states_the_first_opinion():
    said = CaseSnapshot(
        records=(record(1), record(2), record(3, pages=1)),
        first_opinion={1: (2,), 2: (), 3: (1,)},
        statements=(
            Statement(Subject.DIAGNOSIS, "A tumour"),
            Statement(Subject.PLAN, "Cut it out"),
            Statement(Subject.MATTERS, "To walk"),
        ),
        medicines=(
            Medicine(1, "Aspirin", voice=Cited(1, 1)),
            Medicine(2, "Tamoxifen", voice=Cited(1, 2)),
            Medicine(3, "Iron", voice=Cited(2, 1)),
        ),
    )
    made = plan_dossier(said, made=TODAY, version=BLIND)
    assert ids(made) == [1]
    assert made.records[0].pages == (0, 2)
    assert set(reasons(made)) == {2, 3}
    assert not any(one.named for one in made.left_out)  # a title names the illness, or the doctor
    assert [one.subject for one in made.case.statements] == [Subject.MATTERS]
    assert [one.name for one in made.case.medicines] == ["Aspirin"]
    assert len(plan_dossier(said, made=TODAY).case.statements) == 3


def test_what_can_be_asked_for_is_said_so():
    records = [record(1), record(2)]
    version = Version(id=2, first_opinion=FirstOpinion.ON_REQUEST)
    made = plan(records, version, first_opinion={2: ()})
    assert reasons(made) == {2: "It states the first opinion. It can be asked for."}


def test_choosing_a_record_by_name_does_not_open_a_blind_version():
    version = replace(BLIND, selections=(Selection(2, included=True, pages=(1,)),))
    made = plan([record(1), record(2)], version, first_opinion={2: (1,)})
    assert ids(made) == [1]


MARGARET = Patient(
    name="ELLIS, Margaret (Mrs)",
    born=PartialDate(Point(1957, 3, 14)),
    record_number="00-482-913",
    phone="555-0142",
)


def test_under_a_pseudonym_no_field_says_who_somebody_is():
    version = Version(id=3, identity=Identity.PSEUDONYM, pseudonym="Patient 7")
    made = plan(
        [record(1)],
        version,
        patient=MARGARET,
        preparer=Preparer(name="Daniel Ellis", role="Son", phone="555-0143"),
        recipient=Recipient(name="Dr L", reply_to="Mrs Ellis"),
        medicines=(
            Medicine(1, "Aspirin", voice=Said("Margaret Ellis")),
            Medicine(2, "Iron", voice=Said("Daniel Ellis")),
            Medicine(3, "Zinc", voice=Said("Dr Venn")),
        ),
    )
    assert made.case.patient == Patient(name="Patient 7", born=PartialDate(Point(1957)))
    assert made.case.preparer == Preparer(role="Son")
    assert made.case.recipient.reply_to == ""
    assert [one.voice.by for one in made.case.medicines] == ["Patient 7", "Son", "Dr Venn"]
    assert "Ellis" not in made.title


def test_the_words_that_a_pseudonym_must_hide_are_known():
    said = CaseSnapshot(patient=MARGARET, preparer=Preparer(name="Daniel Ellis", role="Son"))
    parts = ("ELLIS", "Margaret", "Daniel")
    numbers = ("00-482-913", "555-0142", "1957-03-14")
    assert names_of(said) == (*parts, *numbers, "ELLIS Margaret", "Daniel Ellis")


def test_small_words_inside_a_name_and_parts_of_a_date_tell_nobody():
    born = PartialDate(Point(1957, 3))
    said = CaseSnapshot(patient=Patient(name="Frau Dr. Anna von der Heide-Lang", born=born))
    assert names_of(said) == ("Anna", "Heide", "Lang", "Anna Heide Lang")


def test_a_number_written_in_groups_is_one_number():
    said = CaseSnapshot(patient=Patient(phone="+44 (0)20 7946 0958, at work: 555-0142"))
    assert names_of(said) == ("44 (0)20 7946 0958", "555-0142")


def test_whose_number_it_is_does_not_count_as_a_name():
    said = CaseSnapshot(patient=Patient(name="Jo Ng", record_number="00-482-913 (Spine Center)"))
    assert names_of(said) == ("00-482-913", "Jo Ng")


def test_with_the_name_on_the_cover_only_other_pages_carry_a_mark_without_a_name():
    version = Version(identity=Identity.COVER)
    made = plan([record(1)], version, patient=MARGARET)
    assert made.case.patient == MARGARET
    assert made.header.name.startswith("Dossier ")
    assert not made.header.born.known
    assert plan([record(1)], patient=MARGARET).header == MARGARET


def test_each_version_has_its_own_reader_and_its_own_number_of_questions():
    questions = tuple(Question(n, f"Question {n}?") for n in range(5))
    made = plan([record(1)], Version(most_questions=2), Recipient(name="Dr B"), questions=questions)
    assert made.case.recipient.name == "Dr B"
    assert [one.id for one in made.case.questions] == [0, 1]


def test_a_planned_record_knows_which_of_its_pages_have_something_covered():
    boxes = (
        CoverUp(1, 1, 2, 0, 0, 1, 1),
        CoverUp(2, 1, 3, 0, 0, 1, 1),
        CoverUp(3, 9, 1, 0, 0, 1, 1),
    )
    version = Version(selections=(Selection(1, included=True, pages=(1, 2)),), cover_ups=boxes)
    made = plan([record(1)], version)
    assert made.records[0].covered == (1,)


def test_a_version_without_records_says_what_to_do():
    version = Version(selections=(Selection(1, included=False),))
    with pytest.raises(DossierBlocked, match="Choose at least one"):
        plan([record(1)], version)
