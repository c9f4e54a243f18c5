"""The dossier as the other doctor gets it: read back with libraries that did not write it."""

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from app.dossier.frames import FRAME_MARGINS
from app.dossier.lay_out import OWN, _settled, lay_out
from app.dossier.pages.note import note_length
from app.dossier.plan import LeftOut, Paper
from app.model.partial_date import NOT_KNOWN
from app.model.record import Kind, Record, RecordDates
from app.model.story import (
    Allergy,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Question,
    Statement,
    Subject,
)
from app.model.voice import Cited, Said
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document


def framed(layout, plan, first=0):
    """Draw the frames from `first` on on empty pages, as a binder does; give the words."""
    own, out = pikepdf.open(io.BytesIO(layout.own)), pikepdf.new()
    resources = out.copy_foreign(own.make_indirect(own.pages[0].Resources))
    facts = [fact for planned in plan.records for fact in planned.facts]
    for stream, fact in zip(layout.frames[first:], facts[first:], strict=True):
        width, height = reversed(plan.paper.value) if fact.wide else plan.paper.value
        page = out.add_blank_page(page_size=(width, height))
        page.Resources, page.Contents = resources, out.make_stream(stream)
    written = io.BytesIO()
    out.save(written)
    return [page.extract_text() for page in PdfReader(written).pages]


def all_words(layout, plan, texts):
    """Give the words on every page of the dossier, in its order."""
    frames = framed(layout, plan)
    return [
        texts[placed.page] if placed.source == OWN else frames[placed.frame]
        for placed in layout.pages
    ]


def test_every_page_says_its_own_number_and_how_many_there_are(laid, rich_plan):
    layout, texts = laid(rich_plan)
    words = all_words(layout, rich_plan, texts)
    total = len(layout.pages)
    assert len(words) == total == 28
    for number, text in enumerate(words, 1):
        assert f"Dossier p. {number} of {total}" in text


def test_every_page_but_the_cover_names_the_patient_at_its_top(laid, rich_plan):
    layout, texts = laid(rich_plan)
    for text in all_words(layout, rich_plan, texts)[1:]:
        assert "ELLIS, Margaret (Mrs)" in text
        assert "Born 14-Mar-1957" in text
        assert "No. 00-482-913" in text


def test_the_parts_come_in_the_order_a_reader_needs_them(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    top = [mark.title.rsplit(" (p.", 1)[0] for mark in layout.bookmarks if mark.level == 0]
    assert top[:8] == [
        "Cover",
        "One-page summary",
        "Questions",
        "The story in full",
        "Index of records",
        "Timeline",
        "Medicines, allergies and treatments",
        "Not in this PDF",
    ]
    assert top[8].startswith("A · ")
    assert top[-1] == "About this dossier"


def test_bookmarks_nest_records_under_their_group_and_name_their_page(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    for mark in layout.bookmarks:
        assert mark.title.endswith(f"(p. {mark.page + 1})")
    place = next(place for place in layout.places if place.record == 14)
    title = next(
        mark for mark in layout.bookmarks if mark.page == place.first_page - 1 and mark.level
    )
    assert title.title.startswith("Doc 4 · 12-Sep-2026 · MRI, lumbar spine")


@pytest.mark.parametrize("paper", Paper)
def test_a_link_leads_to_the_page_whose_number_it_shows(spine, planned, paper):
    plan = planned(spine, paper)
    layout = lay_out(plan)
    own = pypdfium2.PdfDocument(layout.own)
    checked = 0
    for link in layout.links:
        placed = layout.pages[link.page]
        if placed.source != OWN:
            continue
        left, bottom, right, top = link.rectangle
        words = (
            own[placed.page].get_textpage().get_text_bounded(left + 1, bottom + 2, right - 1, top)
        )
        number = re.search(r"p\. ?(\d+)\]?$|^(\d+)$", words.strip())
        if number and link.target >= 3:
            checked += 1
            shown = int(number.group(1) or number.group(2))
            if not words.strip().isdigit() or shown > 12:
                assert shown == link.target + 1, words
        assert link.description == f"Go to dossier page {link.target + 1}"
        assert 0 <= link.target < len(layout.pages)
    assert checked > 40


def test_a_cited_record_page_names_the_pages_that_cite_it(laid, rich_plan):
    layout, texts = laid(rich_plan)
    words = all_words(layout, rich_plan, texts)
    first = next(place for place in layout.places if place.record == 11).first_page
    citing = [n for n, text in enumerate(words, 1) if n <= 10 and f"[Doc 1, p. {first}]" in text]
    assert citing
    assert "Cited on p." in words[first - 1]
    back = {link.target + 1 for link in layout.links if link.page == first - 1}
    assert set(citing) <= back


def test_every_record_has_a_line_in_the_index_with_its_first_page(laid, rich_plan):
    layout, texts = laid(rich_plan)
    first = next(n for n, text in enumerate(texts) if "Select a title or page number" in text)
    index = texts[first] + texts[first + 1]
    for planned in rich_plan.records:
        start = " ".join(planned.record.title.split()[:3])
        assert start in index
    for place in layout.places:
        pages = (first, first + 1)
        assert any(
            link.page in pages and link.target == place.first_page - 1 for link in layout.links
        )


def test_a_record_of_chosen_pages_says_so_wherever_it_stands(laid, rich_plan):
    layout, texts = laid(rich_plan)
    own = "\n".join(texts)
    assert "Pages 3–5 of 22 only." in own
    assert "1–2, 6–22 of 22" in own
    frames = [text for text in framed(layout, rich_plan) if "pages 3–5 of 22" in text]
    assert ["p. 3 of 22" in text for text in frames] == [True, False, False]
    assert len(frames) == 3


def test_remarks_on_a_document_are_said_in_words(laid, rich_plan):
    own = " ".join("\n".join(laid(rich_plan)[1]).split())
    assert "The original has a digital signature. A copy cannot carry it." in own
    assert "The file was damaged. Some pages may be missing." in own


def test_what_stays_behind_is_listed_with_its_reason(laid, rich_plan):
    own = "\n".join(laid(rich_plan)[1])
    assert "MRI pictures on a disc" in own
    assert "Gynaecology records" in own
    assert "Not about this problem" in own


def test_the_last_page_has_the_fingerprint_of_every_original(laid, rich_plan):
    _layout, texts = laid(rich_plan)
    for planned in rich_plan.records:
        if planned.record.document:
            assert planned.record.document.sha256 in texts[-1]
    assert "This PDF has 28 pages. In it: 12 records, 18 pages." in texts[-1]
    assert "Casepack 0.1" in texts[-1]
    assert "It was not checked by a doctor." in " ".join(texts[-1].split())


def test_a_dossier_about_nobody_yet_still_says_what_is_not_known(laid, planned):
    layout, texts = laid(planned(CaseSnapshot()))
    own = "\n".join(texts)
    for words in (
        "Name not given",
        "No questions were written down.",
        "Allergies: not asked yet",
        "Medicines: not asked yet",
        "Nothing was listed here.",
        "There are no records in this PDF.",
    ):
        assert words in own
    assert "Timeline" not in own
    assert "The story in full" not in own
    assert not layout.overflow


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked.NOT_ASKED, "Allergies: not asked yet"),
        (Asked.NONE_KNOWN, "No known allergies"),
        (Asked.NOT_SURE, "Allergies: not sure"),
        (Asked.LISTED, "none are listed"),
    ],
)
def test_not_asked_and_none_known_are_told_apart(laid, planned, asked, words):
    _layout, texts = laid(planned(CaseSnapshot(allergies_asked=asked)))
    assert words in texts[1]
    assert words.replace("none are listed", "None are listed") in "\n".join(texts[2:])


def test_listed_allergies_are_in_the_summary_with_their_record(laid, rich_plan):
    summary = laid(rich_plan)[1][1]
    assert re.search(r"Penicillin \(widespread rash\) \[Doc 2, p. 12\]", summary)


def test_a_mark_of_no_allergies_beside_a_list_is_never_hidden(laid, planned):
    case = CaseSnapshot(allergies_asked=Asked.NONE_KNOWN, allergies=(Allergy(1, "Latex"),))
    own = "\n".join(laid(planned(case))[1])
    assert own.count("Latex") >= 2
    assert "but something is listed" in own


def test_facts_name_their_record_or_their_speaker(laid, planned):
    case = CaseSnapshot(
        statements=(
            Statement(Subject.PROBLEM, "Pain", Said("Aunt Ida")),
            Statement(Subject.PLAN, "Rest", Cited(99)),
        )
    )
    _layout, texts = laid(planned(case))
    assert "Said by Aunt Ida" in texts[1]
    assert "(record not in this PDF)" in texts[1]


def test_a_page_that_was_not_chosen_is_not_cited_as_if_it_were_there(laid, planned, spine):
    case = replace(spine, statements=(Statement(Subject.PROBLEM, "Pain", Cited(17, 9)),))
    _layout, texts = laid(planned(case, chosen={17: (2, 3, 4)}))
    assert "[Doc 7, a page that is not in this PDF]" in " ".join(texts[1].split())


def test_the_example_says_on_its_cover_that_nobody_is_real(laid, planned, spine):
    words = "Example. Not a real person: every name and paper in this file is made up."
    assert words in laid(planned(spine, example=True))[1][0]
    assert "Not a real person" not in laid(planned(spine))[1][0]


def test_questions_keep_their_order_and_number(laid, planned):
    questions = tuple(Question(100 - n, f"What about matter {n}?") for n in range(1, 26))
    _layout, texts = laid(planned(CaseSnapshot(questions=questions)))
    own = "\n".join(texts)
    places = [own.rindex(f"What about matter {n}?") for n in range(1, 26)]
    assert places == sorted(places)
    assert "Q25" in own


def test_rough_dates_are_shown_as_given_and_undated_events_come_last(laid, rich_plan):
    own = "\n".join(laid(rich_plan)[1])
    assert "about Oct-2024" in own
    assert own.rindex("A fall on the stairs") > own.rindex("Surgery is planned")


def test_a_note_is_laid_out_as_a_record_of_its_own(laid, rich_plan):
    layout, texts = laid(rich_plan)
    note = next(planned.record for planned in rich_plan.records if planned.record.is_note)
    place = next(place for place in layout.places if place.record == note.id)
    assert place.pages == note_length(note, Paper.A4) == 2
    page = layout.pages[place.first_page - 1]
    assert page.source == OWN
    assert "Tuesday: woken twice by pain." in texts[page.page]
    assert "Doc 11 · Symptom diary · p. 1 of 2" in texts[page.page]
    assert "K · Patient’s own note · about Sep-2026" in texts[page.page]


def test_every_page_carries_the_fonts_that_the_frames_use(rich_plan, read_own):
    layout = lay_out(rich_plan)
    used = set().union(*(re.findall(rb"/F\d+\+\d+", frame) for frame in layout.frames))
    assert used
    for page in read_own(layout):
        assert {name.decode() for name in used} <= set(page["/Resources"]["/Font"])
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/FontDescriptor"]


def test_the_same_plan_gives_the_same_bytes(rich_plan):
    assert lay_out(rich_plan, reproducible=True) == lay_out(rich_plan, reproducible=True)


def test_our_pages_tell_their_language(rich_plan):
    reader = PdfReader(io.BytesIO(lay_out(rich_plan).own))
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_record_pages_come_from_their_rendition_once_each(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    seen = []
    for planned in rich_plan.records:
        place = next(place for place in layout.places if place.record == planned.record.id)
        pages = layout.pages[place.first_page - 1 : place.first_page - 1 + place.pages]
        if planned.record.document:
            assert tuple(page.page for page in pages) == planned.pages
            assert {layout.renditions[page.source] for page in pages} == {
                planned.record.document.rendition
            }
            seen += [page.frame for page in pages]
    assert seen == list(range(len(layout.frames)))


def test_nothing_of_ours_reaches_into_the_frame_of_a_record(spine, planned):
    plan = planned(spine)
    layout = lay_out(plan)
    own, out = pikepdf.open(io.BytesIO(layout.own)), pikepdf.new()
    page = out.add_blank_page(page_size=plan.paper.value)
    page.Resources = out.copy_foreign(own.make_indirect(own.pages[0].Resources))
    page.Contents = out.make_stream(layout.frames[0])
    written = io.BytesIO()
    out.save(written)
    text = pypdfium2.PdfDocument(written.getvalue())[0].get_textpage()
    width, height = plan.paper.value
    left, top, right, bottom = FRAME_MARGINS
    assert text.get_text_bounded(left, bottom, width - right, height - top).strip() == ""
    assert "ELLIS" in text.get_text_bounded()


def test_the_work_stops_when_somebody_asks(rich_plan):
    seen = []

    def step(done, total):
        seen.append((done, total))
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        lay_out(rich_plan, step=step)
    assert seen == [(0, 12), (1, 12), (2, 12), (3, 12)]


def test_a_dossier_of_a_thousand_pages_numbers_the_last_one(planned, spine):
    thick = replace(
        spine.records[0],
        document=replace(
            spine.records[0].document, pages=(spine.records[0].document.pages[0],) * 1000
        ),
    )
    plan = planned(replace(spine, records=(thick, *spine.records[1:])))
    layout = lay_out(plan)
    place = layout.places[0]
    assert place.pages == 1000
    words = framed(layout, plan, first=999)[0]
    assert f"Dossier p. {place.first_page + 999} of {len(layout.pages)}" in words
    assert layout.bookmarks[-1].title == f"About this dossier (p. {len(layout.pages)})"


def with_pages(record, count):
    """Give the record with so many upright pages."""
    pages = (record.document.pages[0],) * count
    return replace(record, document=replace(record.document, pages=pages))


@pytest.mark.parametrize("total", [999, 1000, 9_999, 10_000])
def test_page_numbers_may_get_a_digit_more_with_the_last_page(planned, spine, total):
    def plan_of(pages):
        thick = with_pages(spine.records[0], pages)
        return planned(replace(spine, records=(thick, *spine.records[1:])))

    def settled(pages):
        document = new_document("Dossier", "en", reproducible=True)
        return _settled(plan_of(pages), Fonts(document))

    others = settled(total)[1].total - total
    draft, where = settled(total - others)

    assert where.total == total
    assert draft.about[-1].number == total
    assert where.places[spine.records[1].id].first_page > total - others


def test_a_dossier_of_twelve_hundred_records_and_ten_thousand_pages_is_whole(planned, spine, laid):
    nine = with_pages(spine.records[1], 9)
    records = tuple(replace(nine, id=number) for number in range(1, 1201))

    layout, texts = laid(planned(CaseSnapshot(records=records)))

    first = [place.first_page for place in layout.places]
    own = "\n".join(texts)
    assert len(layout.pages) == len(texts) + 1200 * 9 > 10_000
    assert [one - first[0] for one in first] == list(range(0, 1200 * 9, 9))
    for number in (1, 999, 1000, 1200):
        start = first[number - 1]
        line = rf"^{number} 11-Mar-2026 Referral letter [^0-9]+\b9 {start}$"
        assert re.search(line, own, re.MULTILINE)
        assert re.search(rf"^{number} {start}–{start + 8} 0c0c", own, re.MULTILINE)


def test_a_record_left_out_leaves_the_others_numbered_without_a_gap(planned, spine, laid):
    gone = spine.records[3]
    plan = planned(spine, left_out=[LeftOut(gone, "Too private")])
    _layout, texts = laid(plan)
    assert [one.number for one in plan.records] == list(range(1, 12))
    own = "\n".join(texts)
    assert "Too private" in own
    assert "(record not in this PDF)" in " ".join(own.split())


def test_a_record_without_title_or_source_says_so(laid, planned):
    bare = Record(1, Kind.PATIENT_NOTES, "", RecordDates(NOT_KNOWN), body="")
    own = "\n".join(laid(planned(CaseSnapshot(records=(bare,))))[1])
    assert "Without a title" in own
    assert "date not known" in own
    assert "This note is empty." in own


def test_four_hundred_events_stay_in_order_over_many_pages(laid, planned):
    events = tuple(
        Event(n, list(EventKind)[n % 5], NOT_KNOWN, f"Event number {n}.") for n in range(400)
    )
    _layout, texts = laid(planned(CaseSnapshot(events=events)))
    own = "\n".join(texts)
    places = [own.index(f"Event number {n}.") for n in range(400)]
    assert places == sorted(places)
