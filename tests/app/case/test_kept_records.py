"""Records are read once; whatever changes them, the next answer is what the file says."""

from contextlib import suppress
from dataclasses import replace

import pytest

from app.case import record_rows
from app.case.casefile import CaseFile
from app.model.partial_date import PartialDate
from app.model.record import RecordDates


@pytest.fixture
def case(tmp_path):
    made = CaseFile.create(tmp_path / "a.casepack")
    with made.change("Choose"):
        made.reasons.choose("surgery_proposed")
    with made.change("Fill"):
        for number in range(6):
            made.records.add(f"Record {number}", dates=dated(f"20{10 + number}"))
    made.records.all()
    yield made
    made.close()


@pytest.fixture
def readings(monkeypatch):
    """How many records were read from the file."""
    read = []
    real = record_rows._record
    monkeypatch.setattr(record_rows, "_record", lambda *row: (read.append(1), real(*row))[1])
    return read


def dated(stored):
    return RecordDates(service=PartialDate.from_stored(stored))


def titles(records):
    return [one.title for one in records]


def afresh(case):
    """What another reading of the same file gives."""
    with case._db.lock:
        rows = list(record_rows.read_records(case._db))
    shown = [one for one, in_bin in rows if not in_bin]
    binned = [one for one, in_bin in rows if in_bin]

    def age(one):
        return (*one.dates.service.sort_key, one.id)

    return sorted(shown, key=age), sorted(binned, key=age)


def both(case):
    return case.records.all(), case.records.in_bin()


def test_what_did_not_change_is_not_read_again(case, readings):
    before = case.records.all()
    with case.change("Rename"):
        case.records.save(replace(before[2], title="Other"))
    readings.clear()
    after = case.records.all()
    assert not readings  # it was read while the change was told
    assert titles(after)[2] == "Other"
    assert [one is other for one, other in zip(before, after, strict=True)] == [
        True, True, False, True, True, True,
    ]  # fmt: skip


def test_every_way_to_change_a_record_shows_at_once(case):
    first, second, third, *_others = case.records.all()
    ways = [
        lambda: case.records.save(replace(first, tags=("one", "two"))),
        lambda: case.records.save(replace(second, reasons=("surgery_proposed",))),
        lambda: case.records.save(replace(third, dates=dated(""))),
        lambda: case.records.remove(first.id),
        lambda: case.records.add("New", dates=dated("2012-05")),
        lambda: case.reasons.drop("surgery_proposed"),  # the record loses it, too
        lambda: case.records.restore(first.id),
        lambda: case.records.erase(third.id),
    ]
    for number, way in enumerate(ways):
        with case.change(f"Step {number}"):
            way()
        assert both(case) == afresh(case), number
    while case.undo_label:
        case.undo()
        assert both(case) == afresh(case)
    while case.redo_label:
        case.redo()
        assert both(case) == afresh(case)


def test_within_a_change_its_own_writing_shows_and_goes_again_when_it_fails(case):
    before = both(case)
    with suppress(ZeroDivisionError), case.change("Fail"):
        case.records.save(replace(before[0][0], title="Half done"))
        case.records.remove(before[0][1].id)
        case.records.add("Never")
        assert titles(case.records.all())[0] == "Half done"
        assert titles(case.records.in_bin()) == ["Record 1"]
        assert "Never" in titles(case.records.all())
        1 / 0
    assert both(case) == before == afresh(case)


def test_a_list_that_was_given_belongs_to_who_asked(case):
    case.records.all().clear()
    assert len(case.records.all()) == 6


def test_more_changes_than_are_read_one_by_one_show_all(case):
    with case.change("Many"):
        for number in range(700):
            case.records.add(f"More {number}", dates=dated(f"{1900 + number % 100}"))
    assert both(case) == afresh(case)
    assert len(case.records.all()) == 706
    case.undo()
    assert both(case) == afresh(case)
    assert len(case.records.all()) == 6


def test_an_emptied_bin_is_empty(case):
    with case.change("Remove"):
        case.records.remove(case.records.all()[0].id)
    assert len(case.records.in_bin()) == 1
    case.empty_bin()
    assert both(case) == afresh(case)
    assert case.records.in_bin() == []


def test_those_who_made_records_are_named_once_without_those_in_the_bin(case):
    with case.change("Fill"):
        for source in ("Dr Venn", "Dr Venn", "City Lab", ""):
            case.records.add("x", source=source)
        case.records.remove(case.records.add("y", source="Nobody"))
    assert case.records.sources() == {"Dr Venn", "City Lab"}
