"""Names in the sidebar are read in full, however little room the list has."""

import pytest
from PySide6.QtGui import QFontMetricsF

from ui.shell.place_row import CODE, COUNT
from ui.theme.fonts import font_of


def lay_out(window, qtbot):
    """Open all groups in a window of 1280 x 800; the list then has to scroll."""
    window.resize(1280, 800)
    places = window.frame_.sidebar.list
    places.fold(())
    qtbot.waitUntil(lambda: places.verticalScrollBar().maximum() > 0)
    places.doItemsLayout()
    return places


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_name_is_cut_where_the_list_scrolls(window, qtbot, looks, scale):
    try:
        looks.wear("light", scale)
        places = lay_out(window, qtbot)
        model, bold = places.model(), QFontMetricsF(font_of("strong"))
        long = []
        for row in range(model.rowCount()):
            index = model.index(row)
            if not index.data(CODE):
                continue
            room = places.viewport().width() - (16 + 40 + 10) * scale
            if bold.horizontalAdvance(index.data()) > room:
                long.append(index.data())
                assert places.visualRect(index).height() >= 2 * bold.height(), index.data()
        beside = scale == 1.0  # where text is large, the list lies over the page and is wider
        assert ("Papers that do not agree" in long) is beside
    finally:
        looks.wear()


def test_a_name_gets_a_second_line_when_its_number_takes_the_room(window, qtbot):
    places = lay_out(window, qtbot)
    row = places.places.row_of("medicines")
    index = places.model().index(row)
    before = places.visualRect(index).height()
    places.places.put_count("medicines", 123456789012)
    assert index.data(COUNT) == "123456789012"
    qtbot.waitUntil(lambda: places.visualRect(index).height() > before)


def test_names_are_broken_anew_when_the_scroll_bar_takes_room(window, qtbot):
    window.resize(1280, 800)
    places = window.frame_.sidebar.list
    qtbot.waitUntil(lambda: places.verticalScrollBar().maximum() == 0)
    window.stage.go("gaps")  # opens a group, and the list has to scroll
    index = places.model().index(places.places.row_of("gaps"))
    places.places.put_count("gaps", 18)
    qtbot.waitUntil(lambda: places.verticalScrollBar().isVisible())

    def has_its_height():
        return places.visualRect(index).height() == places.sizeHintForIndex(index).height()

    qtbot.waitUntil(has_its_height)
