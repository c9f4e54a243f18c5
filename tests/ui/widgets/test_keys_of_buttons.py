"""Enter presses the button that has the keyboard, and Tab goes through a page as the eye does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.opened_place import Shown
from ui.pages.about import AboutPlace
from ui.pages.diagnosis import DiagnosisPlace
from ui.pages.matters import MattersPlace
from ui.pages.questions import QuestionsPlace
from ui.pages.reasons import ReasonsPlace
from ui.widgets.buttons import PictureButton
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import button
from ui.widgets.tab_order import TabOrder


@pytest.mark.parametrize("make", ["words", "picture", "icon"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_that_has_the_keyboard(qtbot, looks, make, key):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    made = {
        "words": lambda: button("Go on"),
        "picture": lambda: PictureButton("Go on", looks, "plus"),
        "icon": lambda: IconButton("plus", "Go on", looks),
    }[make]()
    other = button("Another")
    column.addWidget(other)
    column.addWidget(made)
    pressed = []
    made.clicked.connect(lambda: pressed.append("this"))
    other.clicked.connect(lambda: pressed.append("another"))
    page.show()
    made.setFocus()
    qtbot.keyClick(made, key)
    assert pressed == ["this"]


@pytest.fixture
def shown(case, looks, qtbot):
    opened = []

    def open_place(kind):
        opened.append(Shown(kind, case, looks))
        return opened[-1]

    yield open_place
    for one in opened:
        one.close(qtbot)


def settle(page, qtbot):
    """Wait until the page was laid out and its order of Tab was made."""
    qtbot.wait(20)  # milliseconds: what was posted is delivered
    qtbot.waitUntil(lambda: not any(one.waiting for one in page.findChildren(TabOrder)))


def tabbed(window, qtbot):
    """Press Tab until it comes back to where it began; give where it stopped."""
    first = window.focusWidget()
    found = [first]
    while len(found) < 200:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            return found
        found.append(window.focusWidget())
    raise AssertionError("Tab does not come back")


@pytest.mark.parametrize(
    "kind", [AboutPlace, DiagnosisPlace, ReasonsPlace, MattersPlace, QuestionsPlace]
)
def test_on_story_pages_the_buttons_at_the_foot_come_after_the_fields(shown, qtbot, kind):
    opened = shown(kind)
    page = opened.place.page
    settle(page, qtbot)
    page.back.setFocus()
    order = tabbed(opened.window, qtbot)
    assert order[0] is page.back
    assert order[-2:] == [page.go_on, page.skip]
    heights = [one.mapTo(page, one.rect().topLeft()).y() for one in order[1:-2]]
    assert len(heights) >= 2


def test_the_words_of_a_reason_come_before_the_row_for_another_one(shown, qtbot):
    opened = shown(ReasonsPlace)
    place = opened.place
    with opened.session.case.change("Choose"):
        opened.session.case.reasons.choose("conflicting_opinions")
    qtbot.waitUntil(lambda: bool(place.panels))
    settle(place.page, qtbot)
    place.page.back.setFocus()
    order = tabbed(opened.window, qtbot)
    (panel,) = place.panels.values()
    inside = [index for index, one in enumerate(order) if panel.isAncestorOf(one)]
    assert inside
    assert max(inside) < order.index(place.own)
