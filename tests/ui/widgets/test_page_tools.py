"""The buttons above a page: their words have room, whenever these come."""

from PySide6.QtWidgets import QWidget

from ui.widgets.page_tools import PageTools


def test_words_that_come_after_the_size_find_room_below(looks, qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    tools = PageTools(looks, around)
    around.resize(800, 200)
    with qtbot.waitExposed(around):
        around.show()
    tools.setGeometry(0, 0, tools.sizeHint().width() + 4, 100)  # enough while there are no words
    qtbot.wait(20)
    tools.show_page(1, 35)
    qtbot.wait(20)
    assert tools.where.width() >= tools.where.sizeHint().width()
    for one in (tools.back, tools.on, tools.finder):
        assert tools.rect().contains(one.mapTo(tools, one.rect().bottomRight()))
