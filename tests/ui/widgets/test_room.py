"""What lies out of sight neither makes the window larger nor hides the keyboard."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from ui.widgets.columns import Columns
from ui.widgets.keep_in_sight import KeepInSight
from ui.widgets.one_at_a_time import OneAtATime


def test_a_page_that_is_not_shown_asks_for_no_room(qtbot):
    small, large = QPushButton("Small"), QWidget()
    large.setMinimumSize(900, 900)
    QVBoxLayout(holder := QWidget()).addWidget(large)
    pages = OneAtATime(small, holder)
    qtbot.addWidget(pages)
    assert pages.minimumSizeHint() == small.minimumSizeHint()
    pages.setCurrentWidget(holder)
    assert pages.minimumSizeHint().height() >= 900


def test_two_columns_become_one_where_their_widgets_need_it(qtbot, looks):
    looks.wear()
    wide = [QWidget(), QWidget()]
    for one in wide:
        QVBoxLayout(one).addWidget(inner := QPushButton("x"))
        inner.setMinimumWidth(500)
    columns, page = Columns(looks, wide, least=100), QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(columns)
    qtbot.addWidget(page)
    page.resize(1200, 300)
    page.show()
    assert columns.across == 2
    page.resize(950, 300)  # pixels; more than a narrow window has
    assert page.width() == 950
    assert columns.across == 1


def test_the_row_with_the_keyboard_comes_back_into_sight(qtbot):
    page, other, view = QWidget(), QPushButton("Other"), QListView()
    view.setModel(QStringListModel([str(n) for n in range(100)]))
    KeepInSight(view)
    column = QVBoxLayout(page)
    for one in (other, view):
        column.addWidget(one)
    qtbot.addWidget(page)
    page.resize(200, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view.setCurrentIndex(view.model().index(0, 0))
    other.setFocus()
    view.scrollToBottom()

    def in_sight():
        return view.viewport().rect().contains(view.visualRect(view.currentIndex()))

    assert not in_sight()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(in_sight)
