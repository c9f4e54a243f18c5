from dataclasses import replace

from app.dossier.ordering import by_date, grouped, moved
from app.model.partial_date import PartialDate
from app.model.record import Kind, Record, RecordDates


def record(number, year, kind=Kind.IMAGING, **more):
    dates = RecordDates(service=PartialDate.from_stored(str(year)))
    return Record(number, kind, f"Record {number}", dates, **more)


RECORDS = (record(1, 2021), record(2, 2023), record(3, 2022), record(4, 2020, Kind.PATHOLOGY))


def order(records):
    return [[one.id for one in group] for _kind, group in grouped(records)]


def after(records, changed):
    new = {one.id: one for one in changed}
    return tuple(new.get(one.id, one) for one in records)


def test_groups_stand_in_the_order_of_the_dossier_with_the_newest_first():
    assert order(RECORDS) == [[4], [2, 3, 1]]


def test_a_record_that_is_left_out_keeps_its_place():
    assert order((replace(RECORDS[2], in_dossier=False), *RECORDS[:2])) == [[2, 3, 1]]


def test_a_record_moves_within_its_group_only():
    changed = moved(RECORDS, 1, 0)
    assert order(after(RECORDS, changed)) == [[4], [1, 2, 3]]
    assert {one.id for one in changed} == {1, 2, 3}
    assert order(after(RECORDS, moved(RECORDS, 2, 99))) == [[4], [3, 1, 2]]


def test_moving_a_record_to_where_it_stands_changes_nothing():
    assert moved(RECORDS, 2, 0) == moved(RECORDS, 99, 0) == moved(RECORDS, 4, 5) == ()


def test_sorting_by_date_forgets_every_place():
    placed = after(RECORDS, moved(RECORDS, 1, 0))
    assert order(after(placed, by_date(placed))) == order(RECORDS)
    assert by_date(RECORDS) == ()
