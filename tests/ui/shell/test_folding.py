"""The groups of the sidebar fold up, by the mouse and by keys, and stay so."""

from PySide6.QtCore import Qt

from app.case.casefile import CaseFile
from ui.shell.place_row import CODE, FOLDED, GROUP
from ui.shell.settings_store import SettingsStore


def title_of(places, group):
    model = places.model()
    rows = (model.index(row) for row in range(model.rowCount()))
    return next(one for one in rows if not one.data(CODE) and one.data(GROUP) == group)


def shown(places):
    model = places.model()
    rows = [row for row in range(model.rowCount()) if not places.isRowHidden(row)]
    return [model.index(row).data(CODE) for row in rows if model.index(row).data(CODE)]


def click(qtbot, places, index):
    where = places.visualRect(index).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_all_that_is_open_at_first_can_be_seen_without_scrolling(window, qtbot):
    window.resize(1280, 800)
    places = window.frame_.sidebar.list
    qtbot.waitUntil(lambda: places.viewport().height() > 500)
    assert places.verticalScrollBar().maximum() == 0
    assert {"records", "tests", "about", "questions"} <= set(shown(places))
    assert "gaps" not in shown(places)


def test_a_click_on_a_title_opens_a_group_and_folds_it_up_again(window, qtbot):
    places, here = window.frame_.sidebar.list, window.stage.here
    click(qtbot, places, title_of(places, "ask"))
    assert {"gaps", "requests", "due"} <= set(shown(places))
    click(qtbot, places, title_of(places, "ask"))
    assert "gaps" not in shown(places)
    assert window.stage.here == here


def test_left_folds_up_and_right_opens_where_the_keyboard_is(window, qtbot):
    places = window.frame_.sidebar.list
    window.stage.go("timeline", focus=False)
    places.setFocus()
    qtbot.keyClick(places, Qt.Key.Key_Left)
    assert "timeline" not in shown(places)
    assert places.currentIndex() == title_of(places, "file")
    assert window.stage.here == "timeline"
    qtbot.keyClick(places, Qt.Key.Key_Right)
    assert places.currentIndex().data(CODE) == "records"
    assert window.stage.here == "records"


def test_the_keyboard_stops_at_the_title_of_a_folded_group_only(window, qtbot):
    places = window.frame_.sidebar.list
    window.stage.go("questions", focus=False)
    places.setFocus()
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert places.currentIndex() == title_of(places, "ask")
    assert places.currentIndex().data(FOLDED)
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert places.currentIndex().data(CODE) == "gaps"
    qtbot.keyClick(places, Qt.Key.Key_Up)
    assert places.currentIndex().data(CODE) == "questions"  # the open title was stepped over


def test_a_screen_reader_hears_that_a_group_is_folded_up_and_how_much_is_in_it(window):
    places = window.frame_.sidebar.list
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert title_of(places, "ask").data(heard) == "Ask for records, folded up, 5 places"
    assert title_of(places, "file").data(heard) == "Case file"


def test_going_to_a_place_of_a_folded_group_opens_it(window):
    window.stage.go("compare")
    places = window.frame_.sidebar.list
    assert places.currentIndex().data(CODE) == "compare"
    assert {"sent", "opinions", "compare"} <= set(shown(places))


def test_what_is_folded_up_is_so_the_next_time(make_window, tmp_path, qtbot):
    kept = tmp_path / "settings.json"
    first = make_window(CaseFile.create(tmp_path / "one.casepack"), store=SettingsStore(kept))
    places = first.frame_.sidebar.list
    click(qtbot, places, title_of(places, "story"))
    click(qtbot, places, title_of(places, "afterwards"))
    second = make_window(CaseFile.create(tmp_path / "two.casepack"), store=SettingsStore(kept))
    again = shown(second.frame_.sidebar.list)
    assert "questions" not in again
    assert "gaps" not in again
    assert {"sent", "decision"} <= set(again)
