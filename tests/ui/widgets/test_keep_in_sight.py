"""Where the keyboard is can be seen, and a press of the mouse meets what lies under it."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from ui.widgets.keep_in_sight import KeepInSight


@pytest.fixture
def page(qtbot):
    """A window with a list of fifty rows that was scrolled away from its current one; the keyboard is above."""
    page, above, view = QWidget(), QPushButton("Above"), QListView()
    view.setModel(QStringListModel([f"Row {number}" for number in range(50)], view))
    KeepInSight(view)
    column = QVBoxLayout(page)
    for one in (above, view):
        column.addWidget(one)
    qtbot.addWidget(page)
    page.resize(200, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view.setCurrentIndex(view.model().index(0, 0))
    above.setFocus()
    view.scrollToBottom()
    return page


def in_sight(view):
    return view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_row_that_is_clicked_is_the_row_that_is_chosen(page):
    rows = page.findChild(QListView)
    spot = rows.visualRect(rows.model().index(48, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert rows.currentIndex().row() == 48


def test_the_current_row_comes_in_sight_with_the_tab_key(page):
    rows = page.findChild(QListView)
    assert not in_sight(rows)
    QTest.keyClick(rows.window().focusWidget(), Qt.Key.Key_Tab)
    assert rows.hasFocus()
    assert in_sight(rows)
