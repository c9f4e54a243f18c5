"""From the list into cases, each in a window of its own, and always told whose it is."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from app.case.casefile import CaseFile
from app.case.header_file import header_path, read_header
from app.model.journey.decision import Header, Stage
from app.model.person import Patient
from ui.front_door import FrontDoor
from ui.shell.settings_store import SettingsStore

LONG = 60000  # milliseconds: loading takes its time on a busy computer


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "clients"
    folder.mkdir()
    for name, patient, header in (
        ("one", "Margaret Ellis", Header(on_board=True, alias="Client 7", stage=Stage.SENT)),
        ("two", "Jonas Okoro", Header()),
    ):
        case = CaseFile.create(folder / f"{name}.casepack")
        with case.change("Fill"):
            case.people.save(Patient(patient))
            case.journey.save_header(header)
        case.close()
    return folder


@pytest.fixture
def door(qtbot, looks, folder):
    store = SettingsStore()
    store.change(board=str(folder))
    door = FrontDoor(looks, folder.parent / "example", store)
    door.begin([])
    yield door
    door.stop()
    for window in list(door.windows):
        window.leaving.go()
    qtbot.waitUntil(lambda: not door.windows, timeout=LONG)
    if door.board is not None:
        door.board.jobs.stop()
        door.board.close()
        door.board.deleteLater()
    door.welcome.close()


def opened(door, qtbot, path):
    before = len(door.windows)
    door.open(path)
    qtbot.waitUntil(lambda: len(door.windows) > before, timeout=LONG)
    return door.windows[-1]


def come_to(window):
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def banner(window):
    found = [one for one in window.frame_.findChildren(QLabel) if "case now" in one.text()]
    return found[0].text() if found and found[0].isVisible() else ""


def test_from_the_welcome_page_to_the_list_into_a_window_of_the_case(door, qtbot, folder):
    door.welcome.board_button.click()
    qtbot.waitUntil(lambda: door.board is not None and door.board.board is not None, timeout=LONG)
    assert [one.name for one in door.board.board.cases] == ["one", "two"]
    door.board.view.gone_into.emit(door.board.view.lines.lines[1])
    qtbot.waitUntil(lambda: bool(door.windows), timeout=LONG)
    (window,) = door.windows
    assert window.windowTitle() == "two – Casepack"
    assert door.board.isVisible()
    door.board.refresh()
    qtbot.waitUntil(lambda: not door.board.jobs.busy)
    assert "open here" in door.board.view.lines.lines[1].more
    door.board.view.gone_into.emit(door.board.view.lines.lines[1])
    qtbot.waitUntil(lambda: not door.jobs.busy)
    assert door.windows == [window]


def test_a_case_that_somebody_else_has_open_is_told_on_the_list(door, qtbot, folder):
    held = CaseFile.open(folder / "two.casepack")
    door.show_board()
    qtbot.waitUntil(lambda: door.board is not None, timeout=LONG)
    board = door.board
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    board.case_wanted.emit(folder / "two.casepack")
    qtbot.waitUntil(lambda: "is open in another window" in board.bar.words.text(), timeout=LONG)
    held.close()
    assert door.windows == []


def test_the_menu_of_a_case_leads_to_the_list(door, qtbot, folder):
    window = opened(door, qtbot, folder / "one.casepack")
    menu = window.switch.menu()
    (action,) = [one for one in menu.actions() if one.text() == "All cases of a folder…"]
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: door.board is not None and door.board.isVisible(), timeout=LONG)


def test_somebody_who_comes_from_another_case_is_told_whose_this_is(
    door, qtbot, folder, monkeypatch
):
    spoken = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: spoken.append(type(event).__name__)
    )
    first = opened(door, qtbot, folder / "one.casepack")
    come_to(first)
    assert banner(first) == ""  # there was no other case
    second = opened(door, qtbot, folder / "two.casepack")
    come_to(second)
    assert banner(second) == "You are in Jonas Okoro’s case now."
    spoken.clear()
    come_to(first)
    assert banner(first) == "You are in Client 7’s case now."  # the alias, not the name
    assert "QAccessibleAnnouncementEvent" in spoken
    second_words = banner(second)
    come_to(first)
    assert banner(second) == second_words
    qtbot.waitUntil(lambda: banner(first) == "", timeout=8000)


def test_a_locked_window_does_not_say_whose_case_it_is(door, qtbot, folder):
    first = opened(door, qtbot, folder / "one.casepack")
    come_to(first)
    second = opened(door, qtbot, folder / "two.casepack")
    first.lock()
    come_to(second)
    come_to(first)
    assert [one.text() for one in first.findChildren(QLabel) if "case now" in one.text()] == []
    first.locking.opened.emit()
    first.locking._open()
    come_to(first)
    assert banner(first) == "You are in Client 7’s case now."


def test_a_window_writes_the_header_of_its_case_and_takes_it_away_again(door, qtbot, folder):
    path = header_path(folder / "one.casepack")
    window = opened(door, qtbot, folder / "one.casepack")
    qtbot.waitUntil(path.exists, timeout=LONG)
    case = window.session.case
    with case.change("Another alias"):
        case.journey.save_header(Header(on_board=True, alias="Client 8", show_due=False))
    qtbot.waitUntil(lambda: read_header(path).alias == "Client 8", timeout=LONG)
    with case.change("Off"):
        case.journey.save_header(Header())
    qtbot.waitUntil(lambda: not path.exists(), timeout=LONG)


def test_closing_writes_what_was_changed_last(door, qtbot, folder):
    path = header_path(folder / "one.casepack")
    window = opened(door, qtbot, folder / "one.casepack")
    case = window.session.case
    with case.change("Another alias"):
        case.journey.save_header(Header(on_board=True, alias="The last word"))
    window.leaving.go()
    qtbot.waitUntil(lambda: not door.windows, timeout=LONG)
    assert read_header(path).alias == "The last word"


def test_a_header_that_cannot_be_written_is_told_and_the_case_is_saved_and_closed(
    door, qtbot, folder
):
    path = header_path(folder / "one.casepack")
    path.mkdir()
    window = opened(door, qtbot, folder / "one.casepack")
    qtbot.waitUntil(lambda: path.name in window.bar.words.text(), timeout=LONG)
    with window.session.case.change("A name"):
        window.session.case.people.save(Patient("Ana Ruiz"))
    window.leaving.go()
    qtbot.waitUntil(lambda: not door.windows, timeout=LONG)
    case = CaseFile.open(folder / "one.casepack")
    assert case.people.patient().name == "Ana Ruiz"
    case.close()
