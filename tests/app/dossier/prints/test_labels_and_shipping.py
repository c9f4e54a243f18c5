"""Labels and shipping lists say which thing is whose, and where it goes."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from app.dossier.plan import Paper
from app.dossier.prints.labels import SHEETS, print_label_sheet, print_labels
from app.dossier.prints.shipping import print_shipping
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.outside_words import gets_label, travels, where_words
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.story import CaseSnapshot

MADE = date(2026, 11, 22)
CASE = CaseSnapshot(Patient("ELLIS, Margaret", PartialDate.from_stored("1958-03-12")))
DISC = OutsideItem(
    1,
    "MRI pictures",
    kind=OutsideKind.DISC,
    shows="MRI of the lower back",
    studied=PartialDate.from_stored("2026-09-12"),
    accession="CIG-4471",
    facility="City Imaging Group",
    count="1 disc",
    sent_to="St Brannoc Hospital",
    courier="City Courier",
    tracking="AB123",
    return_by=PartialDate.from_stored("2026-12-20"),
)
SLIDES = OutsideItem(2, "Slides", kind=OutsideKind.SLIDES, count="12 slides, 2 blocks")


def pages(data):
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("paper", list(Paper))
def test_a_label_tells_name_birth_date_study_day_and_facility(paper):
    for data in (
        print_label_sheet(CASE, [DISC], paper=paper),
        print_labels(CASE, [DISC], made=MADE, paper=paper),
    ):
        [text] = pages(data)
        for words in (
            "ELLIS, Margaret",
            "12-Mar-1958",
            "MRI of the lower back",
            "12-Sep-2026",
            "City Imaging Group",
            "CIG-4471",
        ):
            assert words in text


def test_there_is_one_label_for_each_thing_on_as_many_sheets_as_it_takes():
    found = pages(print_label_sheet(CASE, [DISC] * 15))
    assert [text.count("MRI of the lower back") for text in found] == [14, 1]
    found = pages(print_label_sheet(CASE, [DISC] * 3, first=13))
    assert [text.count("MRI of the lower back") for text in found] == [1, 2]


@pytest.mark.parametrize("paper", list(Paper))
def test_every_word_of_a_label_lies_inside_its_label(paper):
    long = OutsideItem(1, "Slides of " + "very " * 40 + "long", facility="Hospital " * 30)
    grid, items = SHEETS[paper], [DISC, long] * 3
    page = pypdfium2.PdfDocument(print_label_sheet(CASE, items, paper=paper))[0]
    text, height = page.get_textpage(), page.get_height()
    boxes = [grid.corner(place) for place in range(len(items))]
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        assert any(
            x <= left
            and right <= x + grid.width
            and y <= height - top
            and height - bottom <= y + grid.height
            for x, y in boxes
        ), text.get_text_bounded(left, bottom, right, top)


def test_a_label_leaves_room_for_what_is_not_known():
    [text] = pages(print_labels(CASE, [SLIDES], made=MADE))
    assert "Made: ____" in text
    assert "From: ____" in text


def test_a_shipping_list_has_a_page_for_each_place_with_lines_to_sign():
    again = OutsideItem(3, "Films", kind=OutsideKind.FILM, sent_to="st brannoc  hospital")
    first, second = pages(print_shipping(CASE, [DISC, SLIDES, again], made=MADE))
    for words in (
        "St Brannoc Hospital",
        "MRI pictures",
        "Films",
        "1 disc",
        "CIG-4471",
        "City Courier",
        "AB123",
        "20-Dec-2026",
        "Received by",
    ):
        assert words in first
    assert "12 slides, 2 blocks" in second
    assert "MRI pictures" not in second


def test_what_was_given_back_or_is_no_thing_gets_no_label():
    back = OutsideItem(4, "Disc", kind=OutsideKind.DISC, returned_on=DISC.studied)
    letter = OutsideItem(5, "Letter", kind=OutsideKind.PAPER)
    assert [gets_label(one) for one in (DISC, SLIDES, back, letter)] == [True, True, False, False]
    sent = OutsideItem(6, "Letter", kind=OutsideKind.PAPER, sent_to="Dr Lind")
    assert [travels(one) for one in (DISC, back, letter, sent)] == [True, False, False, True]


def test_the_tracking_number_is_told_before_anybody_says_when_or_where_it_was_sent():
    sent = OutsideItem(1, "Blocks", sent_to="Lakeside", tracking="SP 9")
    assert where_words(sent, str) == ("To be sent to Lakeside, tracking SP 9",)
    assert where_words(replace(sent, sent_to=""), str) == ("Tracking SP 9",)
    assert where_words(replace(sent, sent_to="", courier="Swift"), str) == ("Swift, tracking SP 9",)
    assert where_words(OutsideItem(1, "Blocks"), str) == ()
