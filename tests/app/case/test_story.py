"""What a case holds about the person, with its voice and page."""

from dataclasses import replace

import pytest

from app.model.outside_item import OutsideItem
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Kind, RecordDates
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    Event,
    EventKind,
    Medicine,
    Reason,
    Statement,
    Subject,
    Treatment,
)  # fmt: skip
from app.model.voice import Cited, Said

MARCH = PartialDate(Point(2026, 3), about=True)


def test_everything_comes_back_as_it_was_said(case):
    with case.change("All"):
        record = case.records.add("MRI", kind=Kind.IMAGING, dates=RecordDates(MARCH), source="City")
        cited, said = Cited(record, 2), Said("Daniel", MARCH)
        case.people.save(Patient("Margaret", MARCH, "F", "1", "English", "555"))
        case.people.save(Preparer("Daniel", "son", "555", "yes"))
        case.people.save(Recipient("Dr L", "Spine", "Town", "video", "home"))
        case.statements.state(Subject.DIAGNOSIS, "Stenosis", cited)
        case.statements.state(Subject.MATTERS, "Walking", said)
        case.statements.answer("surgery_proposed.fix", "My leg", said)
        case.reasons.choose("surgery_proposed", words="so soon")
        case.reasons.add_own("My aunt had it")
        case.questions.add("One?", top=True)
        event = case.timeline.add(Event(0, EventKind.TEST, MARCH, "Scan", cited))
        medicine = case.medicines.add(
            Medicine(0, "apixaban", "5 mg", "twice", "heart", MARCH, NOT_KNOWN, said)
        )
        allergy = case.allergies.add(Allergy(0, "penicillin", "rash", MARCH, cited))
        treatment = case.treatments.add(
            Treatment(0, "exercise", MARCH, "a", "6 weeks", "some", "pain", said)
        )
        outside = case.outside.add(OutsideItem(0, "disc", "too large", "ask"))
    found = case.snapshot()
    assert found.patient == Patient("Margaret", MARCH, "F", "1", "English", "555")
    assert found.preparer == Preparer("Daniel", "son", "555", "yes")
    assert found.recipient == Recipient("Dr L", "Spine", "Town", "video", "home")
    assert found.statement(Subject.DIAGNOSIS) == Statement(Subject.DIAGNOSIS, "Stenosis", cited)
    assert found.statement(Subject.MATTERS) == Statement(Subject.MATTERS, "Walking", said)
    assert found.answers == (Answer("surgery_proposed.fix", "My leg", said),)
    assert found.reasons == (
        Reason("surgery_proposed", "", "so soon"),
        Reason("own-1", "My aunt had it"),
    )
    assert found.questions[0].top
    assert found.events == (Event(event, EventKind.TEST, MARCH, "Scan", cited),)
    assert found.medicines == (
        Medicine(medicine, "apixaban", "5 mg", "twice", "heart", MARCH, NOT_KNOWN, said),
    )
    assert found.allergies == (Allergy(allergy, "penicillin", "rash", MARCH, cited),)
    assert found.treatments == (
        Treatment(treatment, "exercise", MARCH, "a", "6 weeks", "some", "pain", said),
    )
    assert found.outside == (OutsideItem(outside, "disc", "too large", "ask"),)
    assert found.record(record).dates.service == MARCH


def test_none_known_differs_from_not_asked(case):
    assert case.asked.get("allergy") is Asked.NOT_ASKED
    with case.change("None"):
        case.asked.set("allergy", Asked.NONE_KNOWN)
    assert case.snapshot().allergies_asked is Asked.NONE_KNOWN
    with case.change("One after all"):
        case.allergies.add(Allergy(0, "latex"))
    assert case.snapshot().allergies_asked is Asked.LISTED


def test_an_empty_statement_takes_it_back(case):
    with case.change("Say"):
        case.statements.state(Subject.PLAN, "Fusion")
    with case.change("Unsay"):
        case.statements.state(Subject.PLAN, "  ")
    assert case.statements.all() == []


def test_questions_keep_the_order_somebody_gave_them(case):
    with case.change("Ask"):
        one, two, three = (case.questions.add(text) for text in ("1?", "2?", "3?"))
    with case.change("Move"):
        case.questions.move(three, 0)
        case.questions.move(one, 99)
    assert [question.id for question in case.questions.all()] == [three, two, one]


def test_records_stand_oldest_first_and_undated_last(case):
    with case.change("Add"):
        case.records.add("undated")
        case.records.add("late", dates=RecordDates(PartialDate(Point(2026, 5, 1))))
        case.records.add("year", dates=RecordDates(PartialDate(Point(2026))))
    assert [record.title for record in case.records.all()] == ["year", "late", "undated"]


def test_reasons_and_free_tags_of_a_record_are_kept(case):
    with case.change("Add"):
        case.reasons.choose("confusing")
        record = case.records.add("MRI")
    with case.change("Tag"):
        case.records.save(
            replace(case.records.get(record), reasons=("confusing",), tags=("left", "spine"))
        )
    found = case.records.get(record)
    assert (found.reasons, found.tags) == (("confusing",), ("left", "spine"))
    with case.change("Untag"):
        case.records.save(replace(found, tags=("spine",)))
    assert case.records.get(record).tags == ("spine",)


def test_a_fact_keeps_its_words_when_its_record_is_erased(case):
    with case.change("Add"):
        record = case.records.add("Old letter")
        case.statements.state(Subject.DIAGNOSIS, "Stenosis", Cited(record, 1))
        case.records.remove(record)
    case.empty_bin()
    said = case.snapshot().statement(Subject.DIAGNOSIS)
    assert said.text == "Stenosis"
    assert said.voice == Said("a record that was removed: Old letter")


def test_a_fact_cannot_cite_a_record_that_is_not_there(case):
    with pytest.raises(Exception, match="FOREIGN KEY"), case.change("Cite"):
        case.statements.state(Subject.PLAN, "x", Cited(99, 1))
