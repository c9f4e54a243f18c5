from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from ui.widgets.heading import Heading

CODES = ("plan", "about", "diagnosis", "reasons", "matters", "questions")


@pytest.fixture(params=CODES)
def kind(request):
    return getattr(import_module(f"ui.pages.{request.param}"), f"{request.param.capitalize()}Place")


def visible(place, of=QWidget):
    return [one for one in place.findChildren(of) if one.isVisible()]


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def place(request, kind, shown, ana, looks):
    looks.wear(scale=request.param)
    yield shown(kind, width=1366)
    looks.wear()


def test_everything_has_a_name_a_size_to_hit_and_room_for_its_words_at_every_size_of_text(place):
    for panel in getattr(place, "panels", {}).values():
        panel.help.open(True)
    for _ in range(3):
        QApplication.processEvents()
    for one in visible(place):
        takes_keys = one.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes_keys and one.objectName() != "qt_spinbox_lineedit":
            name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
            assert name, one
            assert one.height() >= 32, name
    for one in visible(place, QLabel):
        need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        assert one.height() >= need - 1, one.text()
    for one in visible(place, QPushButton):
        assert one.width() >= one.sizeHint().width(), one.text()
    titles = [one for one in visible(place, Heading) if one.property("kind") == "title"]
    assert len(titles) == 1
    page = place.findChildren(QScrollArea)[0]
    assert page.widget().width() <= page.viewport().width()
    words = [one for one in place.findChildren(QLabel) if one.text()]
    assert {one.textFormat() for one in words} == {Qt.TextFormat.PlainText}
