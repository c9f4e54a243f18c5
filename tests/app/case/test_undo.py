"""Undo and redo of everything a person can change."""

import random

import pytest

from app.case import schema
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.record import Kind
from app.model.result import Result
from app.model.story import (
    Allergy,
    Asked,
    Event,
    EventKind,
    Medicine,
    Subject,
    Treatment,
)
from app.model.voice import Cited, Said


def dump(case):
    return {
        table: [
            tuple(row.values())
            for row in case._db.rows(f"SELECT rowid AS row_id, * FROM {table} ORDER BY rowid")
        ]
        for table in schema.UNDOABLE
    }


def test_undo_brings_back_a_record_with_its_reasons_and_tags(case):
    with case.change("Add"):
        record = case.records.add("It’s “MRI”, day 1; -- x", kind=Kind.IMAGING)
        case.reasons.choose("surgery_proposed")
        from dataclasses import replace

        case.records.save(
            replace(case.records.get(record), reasons=("surgery_proposed",), tags=("spine",))
        )
    before = dump(case)
    with case.change("Remove record"):
        case.records.remove(record)
    assert case.records.all() == []
    assert case.undo_label == "Remove record"

    case.undo()
    assert dump(case) == before
    assert case.redo_label == "Remove record"
    case.redo()
    assert case.records.all() == []
    assert [one.id for one in case.records.in_bin()] == [record]


def test_dropping_a_reason_takes_its_tags_along_and_undo_brings_both_back(case):
    with case.change("Add"):
        record = case.records.add("MRI")
        case.reasons.choose("confusing", words="I am lost")
        case._db.run("INSERT INTO record_reason VALUES (?, 'confusing')", (record,))
    before = dump(case)
    with case.change("Drop reason"):
        case.reasons.drop("confusing")
    assert case.records.get(record).reasons == ()
    case.undo()
    assert dump(case) == before


def test_a_new_change_forgets_what_was_undone(case):
    with case.change("One"):
        case.questions.add("One?")
    case.undo()
    with case.change("Two"):
        case.questions.add("Two?")
    assert case.redo_label is None


def some_change(case, rng, n):
    records = [one.id for one in case.records.all()]
    questions = [one.id for one in case.questions.all()]
    voice = Cited(rng.choice(records), 1) if records and rng.random() < 0.5 else Said("me")
    date = PartialDate(Point(2000 + n % 30))
    acts = [
        lambda: case.records.add(
            rng.choice(["a'b", "ü\n", '"', "%s"]), body="x" * rng.randint(0, 9)
        ),
        lambda: case.reasons.choose(rng.choice(["confusing", "surgery_soon"]), words=f"{n}"),
        lambda: case.reasons.drop(rng.choice(["confusing", "surgery_soon"])),
        lambda: case.questions.add(f"question {n}?"),
        lambda: questions and case.questions.move(rng.choice(questions), rng.randint(0, 9)),
        lambda: questions and case.questions.remove(rng.choice(questions)),
        lambda: records and case.records.remove(rng.choice(records)),
        lambda: case.statements.state(
            rng.choice(list(Subject)), rng.choice(["", "yes", "it's"]), voice
        ),
        lambda: case.statements.answer("confusing.one", rng.choice(["", "a", "b"]), voice),
        lambda: case.people.save(Patient(name=f"n{n}", born=date)),
        lambda: case.timeline.add(Event(0, EventKind.VISIT, date, "visit", voice)),
        lambda: case.medicines.add(Medicine(0, "apixaban", voice=voice)),
        lambda: case.allergies.add(Allergy(0, "penicillin", voice=voice)),
        lambda: case.treatments.add(Treatment(0, "rest", voice=voice)),
        lambda: case.results.add(Result(0, "HbA1c", "7.2", "%", date, "4.0 - 5.6", voice)),
        lambda: case.outside.add(OutsideItem(0, "disc")),
        lambda: case.asked.set("allergy", rng.choice(list(Asked))),
    ]
    rng.choice(acts)()


@pytest.mark.parametrize("seed", range(15))
def test_any_walk_through_history_returns(case, seed):
    """Every state is reached again, byte for byte, by undo and redo."""
    rng = random.Random(seed)
    states = [dump(case)]
    for n in range(30):
        with case.change(f"step {n}"):
            for _ in range(rng.randint(1, 4)):
                some_change(case, rng, n)
        if case.undo_label == f"step {n}":  # nothing to undo when nothing changed
            states.append(dump(case))

    at = len(states) - 1
    for _ in range(80):
        if rng.random() < 0.5 and case.undo_label:
            case.undo()
            at -= 1
        elif case.redo_label:
            case.redo()
            at += 1
        assert dump(case) == states[at]


def test_changes_that_belong_together_are_one_step(case):
    for name in ("A", "An", "Ann"):
        with case.change("Change the name", together="typing"):
            case.people.save(Patient(name=name))
    with case.change("Change the name", together="typing again"):
        case.people.save(Patient(name="Anna"))
    case.undo()
    assert case.people.patient().name == "Ann"
    case.undo()
    assert case.people.patient().name == ""
    assert case.undo_label is None
    case.redo()
    assert case.people.patient().name == "Ann"


def test_a_change_after_an_undo_never_joins_the_step_before(case):
    with case.change("Change the name", together="typing"):
        case.people.save(Patient(name="Ann"))
    with case.change("Note"):
        case.records.add("A note", body="x")
    case.undo()
    with case.change("Change the name", together="typing"):
        case.people.save(Patient(name="Anna"))
    case.undo()
    assert case.people.patient().name == "Ann"
