"""What takes long is made and taken away bit by bit; in the end it is all there, or gone."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.records.slices import Slices
from ui.review.group import Group
from ui.review.rows_layout import RowsLayout
from ui.shell.retire import retire


def test_steps_are_taken_in_order_one_in_a_turn_from_go_on(qtbot):
    owner, taken = QObject(), []
    slices = Slices([lambda: taken.append(1), lambda: taken.append(2)], owner)
    slices.then(lambda: taken.append(3))
    assert taken == []
    slices.go()
    assert taken == []
    qtbot.waitUntil(lambda: taken == [1, 2, 3])
    slices.then(lambda: taken.append(4))
    assert taken == [1, 2, 3, 4]


def test_who_cannot_wait_gets_all_steps_at_once_and_none_twice(qtbot):
    owner, taken = QObject(), []
    slices = Slices([lambda: taken.append(1), lambda: taken.append(2)], owner)
    slices.go()
    slices.finish()
    assert taken == [1, 2]
    qtbot.wait(20)
    assert taken == [1, 2]


def test_a_step_that_asks_for_what_is_left_does_not_get_ahead_of_itself():
    owner, taken = QObject(), []

    def first():
        slices.catch_up()
        taken.append(1)

    slices = Slices([first, lambda: taken.append(2)], owner)
    slices.catch_up()
    assert taken == [1, 2]


def test_paused_steps_wait(qtbot):
    owner, taken = QObject(), []
    slices = Slices([lambda: taken.append(1)], owner)
    slices.go()
    slices.pause()
    qtbot.wait(20)
    assert taken == []


def test_a_widget_with_many_rows_goes_bit_by_bit_and_wholly(qtbot):
    window, guest = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(guest)
    column = QVBoxLayout(guest)
    rows = []
    for number in range(60):
        row = QWidget()
        inside = QVBoxLayout(row)
        inside.addWidget(QLabel(str(number)))
        inside.addWidget(QComboBox())
        column.addWidget(row)
        rows.append(row)
    window.show()
    retire(guest)
    assert guest.isHidden()
    qtbot.waitUntil(lambda: not isValid(guest))
    assert not any(isValid(row) for row in rows)


def test_the_papers_of_a_look_at_new_ones_go_before_the_look_itself(qtbot, looks):
    window = QWidget()
    qtbot.addWidget(window)
    group, rows, went = Group("Ready to add", looks), [], []
    QVBoxLayout(window).addWidget(group)
    for number in range(25):
        row = QLabel(str(number))
        row.destroyed.connect(lambda: went.append(isValid(group)))
        group.add(row)
        rows.append(row)
    window.show()
    retire(group)
    qtbot.waitUntil(lambda: not isValid(group))
    assert went == [True] * len(rows)


def test_a_row_that_comes_later_moves_none_of_the_others(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = RowsLayout(window)
    rows = [QLabel("words that go on and on " * count) for count in (1, 9)]
    for row in rows:
        row.setWordWrap(True)
        layout.addWidget(row)
    window.resize(200, 50)  # too low for both
    window.show()
    before = [row.geometry() for row in rows]
    assert before[1].top() == before[0].bottom() + 1
    assert before[1].height() > 4 * before[0].height() > 0
    last = QLabel("the last one")
    layout.addWidget(last)
    qtbot.waitUntil(last.isVisible)
    layout.activate()
    assert [row.geometry() for row in rows] == before
    assert last.geometry().top() == before[1].bottom() + 1
    assert layout.heightForWidth(200) == sum(one.height() for one in (*rows, last))


def test_hidden_rows_take_no_room_and_rows_can_be_taken_out(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = RowsLayout(window)
    rows = [QLabel(words) for words in ("one", "two")]
    for row in rows:
        layout.addWidget(row)
    window.show()
    whole = layout.heightForWidth(100)
    rows[0].hide()
    assert layout.heightForWidth(100) == whole // 2
    assert layout.takeAt(0).widget() is rows[0]
    assert layout.count() == 1
    assert layout.itemAt(5) is None
