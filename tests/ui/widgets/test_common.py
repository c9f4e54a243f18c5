import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from ui import accessible
from ui.widgets.buttons import PictureButton
from ui.widgets.check import Check
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.combo import Combo
from ui.widgets.field import FieldRow, text_box
from ui.widgets.heading import Heading
from ui.widgets.radio import Radio
from ui.widgets.spacing import space


def read_out(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role(), found.text(QAccessible.Text.Name)


def test_a_heading_is_a_heading_for_a_screen_reader(qtbot, looks):
    accessible.install()
    heading = Heading("Records")
    qtbot.addWidget(heading)
    assert read_out(heading) == (QAccessible.Role.Heading, "Records")
    heading.say("Notes & diary")
    assert read_out(heading) == (QAccessible.Role.Heading, "Notes & diary")


def test_headings_that_come_and_go_leave_nothing_behind(qtbot, looks):
    accessible.install()
    for _round in range(20):
        window = QWidget()
        heading = Heading("Records", 2)
        heading.setParent(window)
        assert read_out(heading)[0] is QAccessible.Role.Heading
        window.deleteLater()
        qtbot.waitUntil(lambda gone=window: not isValid(gone))
    last = Heading("x")
    qtbot.addWidget(last)
    read_out(last)
    assert len(accessible._kept) < 10


def test_a_program_with_headings_ends_calmly():
    script = (
        "from PySide6.QtGui import QAccessible\n"
        "from PySide6.QtWidgets import QApplication\n"
        "qt = QApplication([])\n"
        "from ui import accessible\n"
        "accessible.install()\n"
        "from ui.widgets.heading import Heading\n"
        "kept = [Heading(str(n)) for n in range(20)]\n"
        "[QAccessible.queryAccessibleInterface(one).role() for one in kept]\n"
        "kept[0].deleteLater()\n"
        "qt.processEvents()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[3],
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("make", [Check, Radio, lambda words: ChoiceCard(words, words)])
def test_the_words_of_a_choice_break_where_there_is_little_room(qtbot, looks, make):
    choice = make("A long line of words that does not fit on one narrow line of the window")
    qtbot.addWidget(choice)
    wide, narrow = choice.heightForWidth(1200), choice.heightForWidth(200)
    assert narrow > wide >= 32


@pytest.mark.parametrize("make", [Check, ChoiceCard])
def test_a_choice_is_ticked_by_a_click_anywhere_and_by_the_space_key(qtbot, looks, make):
    choice = make("R&D")
    qtbot.addWidget(choice)
    choice.resize(400, 60)
    choice.show()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(390, 30))
    assert choice.isChecked()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert not choice.isChecked()
    assert choice.accessibleName() == "R&D"


def test_a_field_has_its_words_its_hint_and_its_fault(qtbot, looks):
    edit = QLineEdit()
    row = FieldRow("Name", edit, looks, "As on the paper")
    qtbot.addWidget(row)
    row.show()
    assert row.label.buddy() is edit
    assert (edit.accessibleName(), edit.accessibleDescription()) == ("Name", "As on the paper")
    row.say_wrong("This is too long.")
    assert row.fault.isVisible()
    assert edit.accessibleDescription() == "This is too long."
    row.clear_wrong()
    assert not row.fault.isVisible()
    assert edit.accessibleDescription() == "As on the paper"


def test_a_box_for_words_grows_up_to_a_limit(qtbot, looks):
    box = text_box(2, 5)
    qtbot.addWidget(box)
    box.show()
    low = box.height()
    box.setPlainText("\n".join("abcd"))
    middle = box.height()
    box.setPlainText("\n".join("abcdefghij"))
    assert low < middle < box.height() < 2 * middle


def test_scrolling_past_a_list_to_choose_from_changes_nothing(qtbot, looks):
    combo = Combo(["one", "two"])
    qtbot.addWidget(combo)
    combo.show()
    wheel = QWheelEvent(
        QPointF(5, 5), combo.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    combo.wheelEvent(wheel)
    assert combo.currentIndex() == 0


def test_margins_and_pictures_grow_with_the_text(qtbot, looks):
    page = QWidget()
    qtbot.addWidget(page)
    layout = space(QHBoxLayout(page), looks, (10, 10, 10, 10), 4)
    button = PictureButton("Add", looks, "plus")
    layout.addWidget(button)
    try:
        looks.wear(scale=2.0)
        assert layout.contentsMargins().left() == 20
        assert layout.spacing() == 8
        assert button.iconSize().width() == 36
    finally:
        looks.wear()
    assert layout.contentsMargins().left() == 10


def test_what_is_gone_no_longer_follows_the_text(qtbot, looks):
    for _round in range(20):
        page = QWidget()
        space(QHBoxLayout(page), looks)
        page.deleteLater()
    qtbot.wait(0)
    looks.wear()  # would fail on a layout that is gone
