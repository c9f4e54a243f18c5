"""Moving about: the sidebar, the keys, back, parts of the window, little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.dossier.findings import Level, Line
from app.model.person import Patient
from app.model.recipient_profile import RecipientProfile
from ui.shell.counts import count_of
from ui.shell.place_row import CODE

PROMISED = {
    "Ctrl+1": "plan",
    "Ctrl+2": "records",
    "Ctrl+3": "timeline",
    "Ctrl+D": "dossier",
    "Ctrl+F": "search",
    "Ctrl+,": "settings",
}


def actions(window):
    """Every action of the menu bar by its first key."""
    found, waiting = {}, [one.menu() for one in window.menuBar().actions()]
    while waiting:
        for one in waiting.pop().actions():
            if one.menu():
                waiting.append(one.menu())
            for key in one.shortcuts():
                assert key.toString() not in found
                found[key.toString()] = one
    return found


def in_focus(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def names(window):
    model = window.frame_.sidebar.list.places
    return [model.index(row).data() for row in range(model.rowCount())]


def row_of(window, code):
    model = window.frame_.sidebar.list.places
    return model.index(model.row_of(code))


def test_the_sidebar_has_the_groups_and_places_in_order(window):
    shown = names(window)
    assert shown[0] == "Your plan"
    groups = ["Case file", "Your story", "Send", "Afterwards"]
    assert [one for one in shown if one in groups] == groups
    assert shown.index("Case file") + 1 == shown.index("Records")
    send = shown.index("Send")
    assert shown[send + 1 : send + 4] == ["Who will read it", "Check", "Dossier"]
    after = shown.index("Afterwards")
    assert shown[after + 1 : after + 4] == [
        "Made and sent",
        "Opinions received",
        "Compare opinions",
    ]
    assert "Settings" not in shown


@pytest.mark.parametrize(("key", "code"), PROMISED.items())
def test_a_key_leads_to_its_place(window, key, code):
    actions(window)[key].trigger()
    assert window.stage.here == code


@pytest.mark.parametrize(
    "key",
    [
        "Ctrl+O",
        "Ctrl+E",
        "Ctrl+Z",
        "Ctrl+Shift+Z",
        "Ctrl+Q",
        "Ctrl+L",
        "Ctrl+V",
        "Ctrl+0",
        "Ctrl+N",
        "Ctrl+Shift+O",
        "Ctrl+Shift+N",
        "F1",
        "F6",
        "Shift+F6",
        "F9",
        "Alt+Left",
    ],
)
def test_every_promised_key_is_in_one_menu(window, key):
    assert key in actions(window)


def test_text_grows_and_shrinks_by_keys(window, looks):
    keys = actions(window)
    larger = keys[QKeySequence(QKeySequence.StandardKey.ZoomIn).toString()]
    try:
        larger.trigger()
        assert looks.scale > 1
        keys["Ctrl+0"].trigger()
        assert looks.scale == 1
    finally:
        looks.wear()


def test_a_click_in_the_sidebar_goes_there_with_the_keyboard(window, qtbot):
    in_focus(window, qtbot)
    places = window.frame_.sidebar.list
    where = places.visualRect(row_of(window, "questions")).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.stage.here == "questions"
    assert window.stage.place.isAncestorOf(window.focusWidget())


def test_arrow_keys_in_the_sidebar_show_a_place_and_enter_goes_there(window, qtbot):
    in_focus(window, qtbot)
    places = window.frame_.sidebar.list
    places.setFocus()
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert window.stage.here == "records"  # the title of the group was stepped over
    assert places.hasFocus()
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert not places.hasFocus()
    assert window.stage.place.isAncestorOf(window.focusWidget())


def test_back_leads_where_somebody_came_from(window):
    keys = actions(window)
    assert not keys["Alt+Left"].isEnabled()
    window.stage.go("questions")
    window.stage.go("records")
    keys["Alt+Left"].trigger()
    assert window.stage.here == "questions"
    assert window.frame_.sidebar.list.currentIndex().data(CODE) == "questions"
    keys["Alt+Left"].trigger()
    assert window.stage.here == "plan"
    assert not keys["Alt+Left"].isEnabled()


def test_numbers_in_the_sidebar_follow_the_case(window, case):
    index = row_of(window, "questions")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(spoken) == "Questions"
    with case.change("Add"):
        case.questions.add("Is there another way?")
        case.records.add("A note", body="x")
    assert index.data(spoken) == "Questions, 1"
    assert row_of(window, "records").data(spoken) == "Records, 1"
    case.undo()
    assert index.data(spoken) == "Questions"


def test_the_number_of_a_place_is_the_same_before_and_after_it_is_opened(window, case):
    with case.change("Add"):
        case.records.add("A note", body="x")
        case.records.add("Another", body="y")
        case.reasons.choose("surgery_proposed")
        case.questions.add("Why?")
        case.recipients.add(RecipientProfile(0))
    for spot in window.spots:
        before = count_of(spot.code, case)
        assert (before or None) == (window.stage.made(spot.code).count() or None), spot.code


def test_the_sidebar_says_how_many_things_the_check_found_from_whichever_place(window, case):
    spoken = Qt.ItemDataRole.AccessibleTextRole
    draft = window.session.draft
    draft.lines = (Line("a", Level.LOOK, "x"), Line("b", Level.LOOK, "y"), Line("c", Level.OK, "z"))
    draft.stale = False
    draft.looked.emit()
    assert row_of(window, "check").data(spoken) == "Check, 2"
    with case.change("Add"):  # what was found is of the case as it was
        case.questions.add("Why?")
    assert row_of(window, "check").data(spoken) == "Check"


def test_f6_goes_through_the_parts_and_comes_back(window, qtbot):
    in_focus(window, qtbot)
    window.stage.go("questions")
    window.bar.tell("Something happened.", done=True)
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: window.frame_.sidebar.isVisible())
    head = window.frame_.sidebar.list
    head.setFocus()

    def part():
        at = window.focusWidget()
        every = {"place": window.stage, "bar": window.bar, "head": head}
        return next(name for name, one in every.items() if at is one or one.isAncestorOf(at))

    seen = [part()]
    while len(seen) < 8 and seen[-2:] != ["bar", "head"]:
        window.next_pane(1)
        seen.append(part())
    assert list(dict.fromkeys(seen)) == ["head", "place", "bar"]
    assert seen[-1] == "head"
    window.next_pane(-1)
    assert part() == "bar"


def test_esc_closes_the_message_and_the_keyboard_stays_in_the_place(window, qtbot):
    in_focus(window, qtbot)
    window.stage.go("questions")
    window.bar.tell("Something happened.", done=True)
    window.bar.close_button.setFocus()
    qtbot.keyClick(window.bar.close_button, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()
    assert window.stage.place.isAncestorOf(window.focusWidget())


def test_help_begins_with_the_place_somebody_came_from(window):
    window.stage.go("medicines")
    actions(window)["F1"].trigger()
    assert window.stage.here == "help"
    shown = window.stage.place.area.widget().findChildren(type(window.frame_.top.where))
    words = [one.text() for one in shown]
    assert words.index("Help") < words.index("This screen: Medicines & allergies")
    assert any("Copy each medicine from its label." in one for one in words)
    assert any("Call your local emergency number" in one or "emergency" in one for one in words)


def test_the_name_of_the_patient_stands_above_the_places(window, case):
    button = window.frame_.sidebar.case
    assert button.accessibleName() == "Case: New case, smith. Change case"
    with case.change("Name"):
        case.people.save(Patient(name="Ann <b>Smith</b>"))
    assert "Ann <b>Smith</b>" in button.accessibleName()
    assert window.windowTitle() == "smith – Casepack"


def test_with_little_room_the_sidebar_is_a_menu(window, qtbot):
    in_focus(window, qtbot)
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: window.frame_.sidebar.isVisible())
    window.resize(880, 700)
    qtbot.waitUntil(lambda: window.frame_.narrow)
    assert not window.frame_.sidebar.isVisible()
    assert window.frame_.top.isVisible()
    assert window.frame_.top.where.accessibleName() == "New case: Your plan"
    actions(window)["F9"].trigger()
    places = window.frame_.sidebar.list
    assert places.isVisible()
    assert places.hasFocus()
    qtbot.keyClick(places, Qt.Key.Key_Escape)
    assert not window.frame_.sidebar.isVisible()
    window.frame_.top.menu.click()
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert window.frame_.places_open
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert not window.frame_.places_open
    assert window.stage.here == "records"
    window.resize(1280, 700)
    qtbot.waitUntil(lambda: window.frame_.sidebar.isVisible())
    assert not window.frame_.top.isVisible()


def test_larger_text_leaves_less_room(window, looks, qtbot):
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: not window.frame_.narrow)
    try:
        looks.wear(scale=2.0)
        assert window.frame_.narrow
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768
    finally:
        looks.wear()
    assert not window.frame_.narrow


def test_files_that_wait_stand_in_the_room_of_the_records(window, make_pdf, reviewed):
    review = reviewed(window, make_pdf("letter.pdf", "x"))
    assert window.stage.here == "records"
    assert review.isVisible()
    window.stage.go("plan")
    assert not review.isVisible()
    window.stage.go("records")
    assert review.isVisible()
    review.cancel_button.click()
    assert window.stage.place is window.stage.made("records")
    assert window.stage.place.isVisible()


def test_the_records_ask_the_window_which_files_to_add(window, make_pdf, qtbot, monkeypatch):
    from ui import file_choice

    paper = make_pdf("letter.pdf", "x")
    monkeypatch.setattr(file_choice, "ask_for_papers", lambda parent: [paper])
    window.stage.go("records")
    window.stage.place.add_wanted.emit()
    qtbot.waitUntil(lambda: window.review is not None, timeout=20000)


def test_nothing_says_anything_in_rich_text(window):
    for spot in window.spots:
        window.stage.go(spot.code)
    formats = {
        one.textFormat() for one in window.findChildren(type(window.frame_.top.where)) if one.text()
    }
    assert formats == {Qt.TextFormat.PlainText}
    assert QApplication.focusWidget() is None or window.isAncestorOf(QApplication.focusWidget())
