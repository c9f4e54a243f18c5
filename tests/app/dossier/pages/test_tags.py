"""What our own pages mean to a screen reader, before they are bound."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader

from app.model.partial_date import PartialDate
from app.model.record import Kind, Record, RecordDates
from app.model.story import Statement, Subject
from app.model.voice import Said
from app.phrases import phrases
from tests.app.worker.read_tree import marked


def below(elements, place):
    """Give the lines that belong to the element at `place`."""
    for one in elements[place + 1 :]:
        if one.depth <= elements[place].depth:
            return
        yield one


def spoken(layout):
    """Give the words of each piece of marked content of our own pages, by page and number."""
    reader = PdfReader(BytesIO(layout.own))
    found = [marked(page, reader) for page in reader.pages]
    order = {placed.page: number for number, placed in enumerate(layout.pages) if placed.source < 0}
    return {
        (order[index], number): piece.spoken
        for index, pieces in enumerate(found)
        for number, piece in pieces.items()
    }


def test_every_piece_of_our_own_pages_belongs_to_one_element(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    own = {number for number, placed in enumerate(layout.pages) if placed.source < 0}
    claimed = [(one.page, one.mark) for one in layout.elements if one.mark >= 0 and one.page in own]
    assert sorted(claimed) == sorted(spoken(layout))
    links = [one.link for one in layout.elements if one.link >= 0]
    assert sorted(links) == list(range(len(layout.links)))
    for one in layout.elements:
        if one.link >= 0:
            assert layout.links[one.link].page == one.page


def test_elements_are_never_more_than_one_deeper_than_what_is_before_them(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    assert layout.elements[0].depth == 1
    assert all(b.depth <= a.depth + 1 for a, b in pairwise(layout.elements))


def test_a_paragraph_that_goes_on_on_the_next_page_is_one_paragraph(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    over = []
    for place, one in enumerate(layout.elements):
        rest = list(below(layout.elements, place)) if one.kind == "P" else []
        if len({line.page for line in (one, *rest)} - {-1}) > 1:
            over.append((one, rest))
    ((first, rest),) = over  # the diary
    words = spoken(layout)
    whole = "".join(words[one.page, one.mark] for one in (first, *rest))
    assert "Monday: could walk 120 m. Tuesday: woken twice by pain." in whole
    assert whole.count("A longer day with the shops, the stairs and the garden.") == 120


def test_a_word_that_is_too_long_for_a_line_is_heard_as_one(laid, spine, planned):
    word = "pneumono" * 40
    statement = Statement(Subject.LIMITS, f"{word} end", Said())
    layout, _texts = laid(planned(replace(spine, statements=(statement,))))
    assert any(f"{word} end" in text for text in spoken(layout).values())


def test_words_from_right_to_left_are_heard_in_the_order_in_which_they_are_spoken(
    laid, spine, planned
):
    body = "כאב גב תחתון מזה שנתיים, ומחמיר בהליכה. " * 6
    note = Record(40, Kind.PATIENT_NOTES, "יומן", RecordDates(PartialDate()), "", body=body)
    layout, _texts = laid(planned(replace(spine, records=(note,))))
    words = list(spoken(layout).values())
    assert body.strip() in words
    assert "יומן" in words


def test_the_header_that_comes_again_is_heard_once(laid, spine, planned):
    many = tuple(
        replace(spine.medicines[0], id=number, name=f"Medicine {number}") for number in range(90)
    )
    layout, texts = laid(planned(replace(spine, medicines=many)))
    assert sum("Dose and how often" in text for text in texts) > 1
    assert sum("Dose and how often" in text for text in spoken(layout).values()) == 1


def test_what_the_dotted_bar_shows_in_the_summary_is_said_in_words(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    bars = [one for one in layout.elements if one.words == "said, not checked"]
    assert len(bars) >= 2
    assert {one.kind for one in bars} == {"Figure"}
    for one in bars:
        left, low, right, high = one.box
        assert left < right < 200
        assert low < high


def test_a_page_of_a_record_without_words_says_so(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    said = [one.words for one in layout.elements if "A picture" in one.words]
    assert "Page 1 of 1 of X-ray, lumbar spine, standing. A picture; no text." in said
    assert len(said) == 2
    pages = [one for one in layout.elements if one.mark == 0 and one.kind in ("P", "Figure")]
    records = [n for n, placed in enumerate(layout.pages) if placed.source >= 0]
    assert [one.page for one in pages if one.page in records] == records


def test_the_link_to_the_index_is_one_element_for_all_pages_of_a_record(laid, rich_plan):
    layout, _texts = laid(rich_plan)
    place = next(n for n, one in enumerate(layout.elements) if "Blood tests" in one.words)
    inside = list(below(layout.elements, place))
    words = phrases("en")("Go to dossier page {page}")
    (index,) = [mark.page for mark in layout.bookmarks if mark.title.startswith("Index")]
    to_index = [one for one in inside if one.link >= 0 and layout.links[one.link].target == index]
    assert len(to_index) == 3
    assert [one.kind for one in to_index] == ["Link", "", ""]
    assert layout.links[to_index[0].link].description == words.format(page=index + 1)
    assert re.match(r"Doc \d+ · Blood tests", layout.elements[place].words)
