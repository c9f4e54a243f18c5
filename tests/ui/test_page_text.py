"""Where the words of a page are, what is chosen, what is found; and how a page is laid."""

import pytest
from PySide6.QtCore import QPointF

from app.worker.orders import PageWords, Word
from ui.widgets.page_text import PageText
from ui.widgets.sheet import LEAST, MOST, Fit, Sheet, arrange, stepped


def line(y, *texts):
    return [Word(text, 40 * n, y, 40 * n + 30, y + 12) for n, text in enumerate(texts)]


TEXT = PageText(
    (
        *line(10, "Blood", "pressure", "high."),
        *line(30, "Größe", "normal;", "blood"),
        *line(50, "(pressure)", "low"),
    )
)


def test_the_text_is_copied_line_by_line():
    assert TEXT.text == "Blood pressure high.\nGröße normal; blood\n(pressure) low"
    assert TEXT.between(1, 3) == "pressure high.\nGröße"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("blood", ((0, 0), (5, 5))),
        ("BLOOD  pressure", ((0, 1),)),
        ("high. größe", ((2, 3),)),
        ("groß", ((3, 3),)),
        ("essure", ((1, 1), (6, 6))),
        ("low blood", ((0, 0), (5, 5), (7, 7))),
        ("pressure normal", ((1, 1), (4, 4), (6, 6))),
        ("", ()),
        ("  ", ()),
        ("fever", ()),
    ],
)
def test_words_are_found_whatever_their_capitals_and_accents(wanted, found):
    assert TEXT.find(wanted) == found


def test_the_word_next_to_a_point_is_rather_on_its_line():
    assert TEXT.at(45, 15) == 1
    assert TEXT.at(35, 15) is None
    assert TEXT.nearest(200, 33) == 5
    assert TEXT.nearest(75, 27) == 4
    assert PageText().nearest(1, 1) is None


def test_up_and_down_lead_to_the_word_above_and_below():
    assert TEXT.above_or_below(1, 1) == 4
    assert TEXT.above_or_below(5, 1) == 7
    assert TEXT.above_or_below(5, -1) == 2
    assert TEXT.above_or_below(1, -1) == 0
    assert TEXT.above_or_below(6, 1) == 7


def test_words_are_placed_on_the_page_as_it_is_shown():
    found = PageWords(100, 200, (Word("a", 10, 20, 30, 40),))
    assert PageText.of(found, 200).words == (Word("a", 20, 40, 60, 80),)
    assert PageText.of(found, 100).words == found.words


@pytest.mark.parametrize(
    ("turn", "corner"), [(0, (7, 9)), (90, (407, 9)), (180, (207, 409)), (270, (7, 209))]
)
def test_a_point_of_the_page_is_found_again_however_it_is_turned(turn, corner):
    sheet = Sheet(100, 200, turn, 2.0, 7, 9)
    assert sheet.transform().map(QPointF(0, 0)) == QPointF(*corner)
    back = sheet.point(sheet.transform().map(QPointF(30, 50)))
    assert (back.x(), back.y()) == pytest.approx((30, 50))
    box = sheet.box(10, 10, 40, 20)
    assert sheet.place.contains(box)
    assert box.width() * box.height() == pytest.approx(30 * 10 * 4)


def laid(lying, fit, zoom=1.0, room=(300, 400)):
    return arrange(lying, fit, zoom, room, margin=10, bar=20)


def test_a_page_as_wide_as_the_desk_leaves_room_for_the_scroll_bar():
    found = laid((100, 300), Fit.WIDTH)
    assert found.zoom == pytest.approx(2.6)
    assert found.reach == (0, round(300 * 2.6 + 20 - 400))


def test_a_short_page_as_wide_as_the_desk_needs_no_scroll_bar():
    assert laid((140, 100), Fit.WIDTH).zoom == pytest.approx(2.0)
    assert laid((140, 100), Fit.WIDTH).reach == (0, 0)


def test_all_of_a_page_is_shown_without_scrolling():
    assert laid((100, 300), Fit.WHOLE).zoom == pytest.approx(380 / 300)
    assert laid((100, 300), Fit.WHOLE).reach == (0, 0)
    assert laid((100_000, 100_000), Fit.WHOLE).reach == (0, 0)


def test_a_large_zoom_scrolls_both_ways():
    assert laid((100, 300), Fit.ZOOM, 4.0).reach == (400 + 20 - 280, 1200 + 20 - 380)


def test_zooming_ends_at_both_ends():
    assert stepped(1.0, 1) == 1.25
    assert stepped(1.25, -1) == 1.0
    assert stepped(1.0, 50) == MOST
    assert stepped(1.0, -50) == LEAST
