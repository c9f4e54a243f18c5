"""What makes the pages easy to read: nothing alone, nothing twice, nothing too small."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from app.dossier.lay_out import lay_out
from app.dossier.plan import Paper
from app.dossier.whereabouts import is_named
from app.model.outside_item import OutsideItem
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient, Preparer
from app.model.record import Kind, Record, RecordDates
from app.model.story import (
    CaseSnapshot,
    Event,
    EventKind,
    Question,
    Reason,
    Statement,
    Subject,
)
from app.model.voice import Cited, Said


def on(*date):
    return PartialDate(Point(*date))


def part(texts, title):
    """Give the words of the pages whose header has `title`."""
    return [text for text in texts[1:] if title in text.split("Dossier p.")[0]]


def per_page(texts, pattern):
    return [len(re.findall(pattern, text)) for text in texts]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", range(28, 35))
def test_no_row_of_a_table_stands_alone_on_a_page(planned, laid, paper, count):
    things = tuple(OutsideItem(n, f"Thing {n}.") for n in range(count))
    _layout, texts = laid(planned(CaseSnapshot(outside=things), paper))
    rows = per_page(part(texts, "Not in this PDF"), r"Thing \d+\.")
    assert sum(rows) == count
    assert min(rows) >= 2


@pytest.mark.parametrize("count", range(18, 26))
def test_no_record_stands_alone_on_a_page_of_the_index(planned, laid, count):
    kinds = [list(Kind)[n * 12 // count] for n in range(count)]
    records = tuple(
        Record(n + 1, kind, f"Paper {n}.", RecordDates(on(2026, 1, n + 1)), "A hospital")
        for n, kind in enumerate(kinds)
    )
    _layout, texts = laid(planned(CaseSnapshot(records=records)))
    index = [text for text in part(texts, "Index of records") if "Starts" in text]
    rows = per_page(index, r"Paper \d+\.")
    assert sum(rows) == count
    assert min(rows) >= 2


@pytest.mark.parametrize("paper", Paper)
def test_fifteen_records_of_ten_kinds_share_one_page_of_the_index(planned, laid, paper):
    places = ("Dr S. Iyer, Northgate Rehabilitation Clinic", "Northgate Rehabilitation Clinic")
    records = tuple(
        Record(
            n + 1,
            list(Kind)[min(n, 9)],
            "MRI, lumbar spine (amended report)",
            RecordDates(on(2026, 9, 12)),
            places[n % 2],
        )
        for n in range(15)
    )
    layout, _texts = laid(planned(CaseSnapshot(records=records), paper))
    marks = {mark.title.split(" (p.")[0]: mark.page for mark in layout.bookmarks}
    assert marks["Timeline"] == marks["Index of records"] + 1


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_questions_share_one_page_each_with_room_for_an_answer(
    planned, laid, paper, count
):
    questions = tuple(Question(n, f"Is this question {n}?", top=n < 3) for n in range(count))
    _layout, texts = laid(planned(CaseSnapshot(questions=questions), paper))
    pages = part(texts, "Questions")
    assert per_page(pages, r"Is this question \d\?") == [count]
    assert per_page(pages, r"Answer\n") == [count]


@pytest.mark.parametrize("count", [9, 10, 17, 25])
def test_no_question_stands_alone_on_a_page(planned, laid, count):
    questions = tuple(Question(n, f"Is this question {n}?") for n in range(count))
    _layout, texts = laid(planned(CaseSnapshot(questions=questions)))
    found = per_page(part(texts, "Questions"), r"Is this question \d+\?")
    assert sum(found) == count
    assert min(found) >= 2


def test_the_most_important_questions_are_named(planned, laid):
    questions = (Question(1, "Why?", top=True), Question(2, "When?"), Question(3, "Who?", top=True))
    _layout, texts = laid(planned(CaseSnapshot(questions=questions)))
    assert "The most important ones are in bold: Q1, Q3." in texts[2]


def test_a_record_stands_in_the_timeline_with_the_event_of_its_date(planned, laid, spine):
    timeline = "\n".join(part(laid(planned(spine))[1], "Timeline"))
    assert timeline.count("11-Mar-2026") == 1
    assert "Family physician refers to spine center" in timeline
    assert "Referral letter" not in timeline


def test_a_record_without_an_event_of_its_date_keeps_its_own_line(planned, laid, spine):
    later = tuple(
        replace(one, date=on(2026, 3, 12)) if one.voice == Cited(12) else one
        for one in spine.events
    )
    timeline = "\n".join(part(laid(planned(replace(spine, events=later)))[1], "Timeline"))
    assert "Referral letter" in timeline
    assert "Medicine list" in timeline


def test_every_event_comes_once(planned, laid, spine):
    timeline = "\n".join(part(laid(planned(spine))[1], "Timeline"))
    words = " ".join(timeline.split())
    for event in spine.events:
        assert words.count(event.text) == 1


def planned_dates(*events):
    statements = (
        Statement(Subject.DECIDE_BY, "2026-12-14", Cited(1)),
        Statement(Subject.SURGERY_DATE, "2027-01-12", Said("Ann")),
    )
    return CaseSnapshot(statements=statements, events=events)


def test_a_planned_date_that_an_event_names_comes_once_with_both_sources(planned, laid):
    listed = Event(1, EventKind.DECISION, on(2027, 1, 12), "Surgery listed", Said("Bob"))
    timeline = "\n".join(part(laid(planned(planned_dates(listed)))[1], "Timeline"))
    assert timeline.count("12-Jan-2027") == 1
    assert "Surgery is planned" not in timeline
    assert "Said by Bob Said by Ann" in " ".join(timeline.split())
    assert timeline.count("14-Dec-2026") == 1


def test_another_event_on_the_day_of_surgery_does_not_hide_it(planned, laid):
    other = Event(1, EventKind.VISIT, on(2027, 1, 12), "Dentist")
    timeline = "\n".join(part(laid(planned(planned_dates(other)))[1], "Timeline"))
    assert timeline.count("12-Jan-2027") == 2
    assert "Surgery is planned" in timeline


def test_a_planned_event_says_so_only_once(planned, laid):
    visit = Event(1, EventKind.VISIT, on(2027, 2, 1), "Visit (planned)")
    _layout, texts = laid(planned(CaseSnapshot(events=(visit,))))
    assert "\n".join(part(texts, "Timeline")).count("(planned)") == 1


def strip_numbers(layout):
    """Give x and y of each number on the strip, in points, by the number."""
    page = next(
        page
        for page in pypdfium2.PdfDocument(layout.own)
        if "Numbers match the list" in page.get_textpage().get_text_bounded()
    )
    words, found = page.get_textpage(), {}
    for place in range(words.count_chars()):
        if abs(pdfium.FPDFText_GetFontSize(words, place) - 8.6) < 0.01:
            left, bottom, _right, _top = words.get_charbox(place, loose=True)
            found.setdefault((round(bottom), round(left)), words.get_text_range(place, 1))
    return [(number, x, y) for (y, x), number in found.items() if number.isdigit()]


def test_marks_of_near_days_keep_their_numbers_apart_and_near_to_their_days(planned):
    days = [on(2026, 10, 1), on(2026, 10, 4), on(2026, 10, 8), on(2027, 1, 12)]
    events = tuple(Event(n, EventKind.DECISION, day, f"No {n}") for n, day in enumerate(days, 1))
    first = Event(9, EventKind.SYMPTOM, on(2024, 10, 1), "Start")
    marks = strip_numbers(lay_out(planned(CaseSnapshot(events=(first, *events)))))
    assert [number for number, _x, _y in sorted(marks)] == ["1", "2", "3", "4", "5"]
    for number, x, y in marks:
        for other, other_x, other_y in marks:
            assert number == other or abs(x - other_x) >= 20 or abs(y - other_y) >= 20
    at = {number: x for number, x, _y in marks}
    assert abs(at["2"] - at["4"]) < 8
    assert at["5"] - at["2"] > 40


def test_what_the_patient_says_has_no_name_in_the_summary_but_one_in_the_story(planned, laid):
    said = Said("Margaret Ellis", on(2026, 11, 20))
    case = CaseSnapshot(
        patient=Patient("ELLIS, Margaret (Mrs)"),
        preparer=Preparer("Daniel Ellis", "son"),
        statements=(
            Statement(Subject.MATTERS, "To walk.", said),
            Statement(Subject.PROBLEM, "Leg pain.", Said("Daniel Ellis (son)")),
            Statement(Subject.LIMITS, "None.", Said("Dr Ellis")),
        ),
    )
    _layout, texts = laid(planned(case))
    assert "Margaret Ellis" not in texts[1]
    assert "Leg pain. (Daniel Ellis)" in " ".join(texts[1].split())
    assert "Said by Dr Ellis" in texts[1]
    story = " ".join("\n".join(part(texts, "The story in full")).split())
    assert "What matters most to me Said by Margaret Ellis, 20-Nov-2026" in story
    assert "Problem Said by Daniel Ellis (son)" in story


@pytest.mark.parametrize(
    ("said", "known", "same"),
    [
        ("Margaret Ellis", "ELLIS, Margaret (Mrs)", True),
        ("Daniel Ellis (son)", "Daniel Ellis", True),
        ("Ellis", "ELLIS, Margaret (Mrs)", False),
        ("Dr Ellis", "Ellis", False),
        ("Daniel Ellis", "ELLIS, Margaret (Mrs)", False),
        ("", "", False),
    ],
)
def test_a_name_is_left_out_only_when_it_is_surely_the_same_person(said, known, same):
    assert is_named(said, known) is same


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 thing is not in this PDF"), (5, "5 things are not in this PDF")]
)
def test_the_summary_says_in_plain_words_what_is_not_in_the_pdf(planned, laid, count, words):
    things = tuple(OutsideItem(n, "A disc") for n in range(count))
    _layout, texts = laid(planned(CaseSnapshot(outside=things)))
    page = texts.index(next(iter(part(texts, "Not in this PDF")))) + 1
    assert f"{words}, see p. {page}" in texts[1]
    assert f"{words}, see p. {page}" in texts[-1]


@pytest.mark.parametrize("count", range(1, 9))
def test_every_reason_is_in_the_summary(planned, laid, spine, count):
    reasons = tuple(
        Reason(f"own-{n}", f"Reason {n}, in about as many words as the ordinary ones have.")
        for n in range(count)
    )
    layout, texts = laid(planned(replace(spine, reasons=reasons), Paper.LETTER))
    assert not layout.overflow
    words = " ".join(texts[1].split())
    for reason in reasons:
        assert reason.label in words


def drawn_sizes(code):
    return [
        float(operands[1])
        for operands, operator in pikepdf.parse_content_stream(code)
        if str(operator) == "Tf"
    ]


@pytest.mark.parametrize("paper", Paper)
def test_no_type_of_ours_is_smaller_than_eight_and_a_half_points(planned, spine, paper):
    layout = lay_out(planned(spine, paper))
    own = pikepdf.open(io.BytesIO(layout.own))
    sizes = [size for page in own.pages for size in drawn_sizes(page)]
    frame = own.make_stream(layout.frames[0])
    assert min(sizes + drawn_sizes(frame)) >= 8.5


@pytest.mark.parametrize("paper", Paper)
def test_our_words_keep_to_the_margins(planned, spine, paper):
    width, height = paper.value
    for page in pypdfium2.PdfDocument(lay_out(planned(spine, paper)).own):
        words = page.get_textpage()
        for place in range(words.count_chars()):
            if words.get_text_range(place, 1).isspace():
                continue
            left, bottom, right, top = words.get_charbox(place)
            assert left >= 53.5
            assert right <= width - 44.5
            middle = height - (bottom + top) / 2
            assert middle < 41 or 62 <= middle <= height - 58 or middle > height - 46


def test_reasons_that_the_summary_cuts_end_with_dots_and_stand_in_full_in_the_story(planned, laid):
    reasons = tuple(Reason(f"own-{n}", f"Reason {n} " + "goes on and on " * 60) for n in range(12))
    layout, texts = laid(planned(CaseSnapshot(reasons=reasons)))
    assert "The summary had no room for all of your reasons." in layout.overflow
    story = part(texts, "The story in full")
    assert f"all 12 on p. {texts.index(story[0]) + 1}" in texts[1]
    shown = re.findall(r"– Reason \d+ [^…–]*…", " ".join(texts[1].split()))
    assert len(shown) == 8
    words = "\n".join(story)
    assert words.count("goes") == 12 * 60
    assert all(f"Reason {n} " in words for n in range(12))
