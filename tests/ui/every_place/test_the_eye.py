"""What looks at every place sees what is wrong, when something is."""

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.ui.every_place.pixels import contrast, pale
from tests.ui.every_place.seen import cut, leading_on, settle, sideways, small, unnamed, untitled
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label


@pytest.fixture
def shown(qtbot, looks):
    """Return a function that shows a widget on a page."""

    def show(*widgets):
        page = QWidget()
        column = QVBoxLayout(page)
        for one in widgets:
            column.addWidget(one)
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        settle()
        return page

    return show


def test_a_box_without_a_label_and_a_field_without_a_name_are_seen(shown):
    box = QComboBox()
    box.addItem("September")
    seen = unnamed(shown(box, QLineEdit()))
    assert len(seen) == 2
    assert seen[0].endswith("has no label: its own name is what it shows")
    assert seen[1].endswith("has no name")


def test_words_without_room_are_seen(shown):
    narrow, low, pressed = (
        QLabel("Unforgettable"),
        label("One two three four " * 20),
        button("Press"),
    )
    narrow.setFixedWidth(20)
    low.setFixedHeight(20)
    pressed.setFixedWidth(30)
    assert len(cut(shown(narrow, low, pressed))) == 3


def test_what_is_too_low_to_be_hit_is_seen(shown):
    low = QPushButton("Low")
    low.setStyleSheet("min-height: 0; max-height: 20px; padding: 0")
    assert len(small(shown(low, button("High enough")))) == 1


def test_what_scrolls_sideways_is_seen(shown):
    area, wide = QScrollArea(), QWidget()
    wide.setFixedSize(900, 50)
    area.setWidget(wide)
    assert len(sideways(shown(area))) == 2


def test_pale_words_are_seen(shown):
    faint = label("Faint words")
    faint.setStyleSheet("color: #bbbbbb; background: white")
    assert len(pale(shown(faint, label("Black words")))) == 1


def test_two_main_buttons_and_empty_words_are_seen(shown):
    assert len(leading_on(shown(button("OK", "main"), button("Add 3 records", "main")))) == 2
    assert leading_on(shown(button("Add 3 records", "main"))) == []


def test_a_page_without_a_title_or_with_two_is_seen(shown):
    false_head = label("Only large", "title")
    assert len(untitled(shown(label("x")))) == 1
    assert len(untitled(shown(Heading("One"), false_head))) == 2
    assert untitled(shown(Heading("One"), Heading("Part", 2))) == []


def test_contrast_is_measured_as_the_web_measures_it():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
