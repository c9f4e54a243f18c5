"""What the places for records decide without a window."""

import pytest

from app.errors import NotUnderstood
from app.model.partial_date import PartialDate
from app.model.record import Document, Kind, PageFacts, Record, RecordDates, Remark
from ui.records.needs import Sort, Wanted, missing, need_words, picked
from ui.records.note_tags import When, tags_with, when_of
from ui.records.page_choice import read_pages, say_pages, write_pages
from ui.records.panes import Room, room_for
from ui.records.remarks import remark_lines
from ui.records.text_field import tags_of

PAPER = Document("a" * 64, "x.pdf", "application/pdf", 10, "a" * 64, (PageFacts(400, 500),) * 7)


def record(number, title="Paper", date="", kind=Kind.IMAGING, source="Dr A", **more):
    dates = RecordDates(service=PartialDate.from_stored(date))
    return Record(number, kind, title, dates, source, document=PAPER, **more)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1, 3-5", (1, 3, 4, 5)),
        ("5;3 - 4", (3, 4, 5)),
        ("2–3", (2, 3)),
        ("", ()),
        ("all", ()),
        ("1-7", ()),
        (" 7 ,7", (7,)),
    ],
)
def test_pages_are_read_as_people_write_them(typed, pages):
    assert read_pages(typed, 7) == pages


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("8", "There is no page “8”. This record has pages 1 to 7."),
        ("0", "There is no page “0”. This record has pages 1 to 7."),
        ("4-2", "There is no page “4-2”. This record has pages 1 to 7."),
        ("two", "We do not know the pages “two”. Write them like this: 1, 3-5."),
        ("1.5", "We do not know the pages “1.5”. Write them like this: 1, 3-5."),
    ],
)
def test_what_is_no_page_is_said_in_a_sentence(typed, said):
    with pytest.raises(NotUnderstood) as fault:
        read_pages(typed, 7)
    assert str(fault.value) == said


def test_pages_are_written_and_said_the_way_they_are_read():
    assert write_pages((1, 3, 4, 5)) == "1, 3-5"
    assert read_pages(write_pages((2, 4, 6, 7)), 7) == (2, 4, 6, 7)
    assert say_pages((), 7) == "All 7 pages go in."
    assert say_pages((), 1) == "The page goes in."
    assert say_pages((3,), 7) == "1 of 7 pages goes in: 3."
    assert say_pages((1, 3, 4, 5), 7) == "4 of 7 pages go in: 1, 3-5."


def test_a_record_says_all_that_it_still_needs():
    whole = record(1, date="2026-09-12")
    assert missing(whole) == ()
    assert need_words(whole) == ""
    assert need_words(record(2)) == "Needs a date"
    assert need_words(record(3, date="2026", kind=None)) == "Needs a kind"
    assert need_words(record(4, date="2026", source="")) == "Who made it?"
    assert need_words(record(5, kind=None, source="")) == "Needs: date, kind, who made it"


def test_a_note_of_ones_own_needs_nobody_who_made_it():
    note = Record(1, Kind.PATIENT_NOTES, "Diary", RecordDates(PartialDate.from_stored("2026")))
    assert missing(note) == ()


def test_records_are_sorted_and_filtered():
    records = [
        record(1, "b", "2024", Kind.LABORATORY, reasons=("surgery_proposed",)),
        record(2, "C", "2026-03"),
        record(3, "a", "", kind=None),
        record(4, "d", "2025-01-02", Kind.DIAGNOSIS_PLAN),
    ]
    records.sort(key=lambda one: one.dates.service.sort_key)

    def numbers(**wanted):
        return [one.id for one in picked(records, Wanted(**wanted))]

    assert numbers() == [2, 4, 1, 3]
    assert numbers(sort=Sort.OLDEST) == [1, 4, 2, 3]
    assert numbers(sort=Sort.NAME) == [3, 1, 2, 4]
    assert numbers(sort=Sort.KIND) == [4, 2, 1, 3]
    assert numbers(kind=Kind.IMAGING) == [2]
    assert numbers(reason="surgery_proposed") == [1]
    assert numbers(only_needing=True) == [3]


def test_room_is_measured_at_the_usual_size_of_text():
    assert room_for(1150) is Room.WIDE
    assert room_for(1149) is Room.MIDDLE
    assert room_for(1366 / 2) is Room.NARROW


def test_when_a_note_was_written_is_one_tag_beside_the_others():
    assert when_of(("pain",)) is When.NOT_SAID
    tags = tags_with(("pain",), When.AT_THE_TIME)
    assert when_of(tags) is When.AT_THE_TIME
    assert tags_with(tags, When.FROM_MEMORY) == ("pain", "from memory")
    assert tags_with(tags, When.NOT_SAID) == ("pain",)


def test_words_to_find_by_are_kept_once_and_tidy():
    assert tags_of(" knee ,, left  leg,knee") == ("knee", "left leg")


def test_every_remark_has_its_sentence():
    paper = Document("b" * 64, "x.pdf", "x", 1, "b" * 64, (), frozenset(Remark))
    assert len(remark_lines(Record(1, None, "x", document=paper))) == len(Remark)
    assert remark_lines(record(1)) == []
