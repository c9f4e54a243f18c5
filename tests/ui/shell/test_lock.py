"""The lock: it saves, hides every name, and opens again."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from app.model.person import Patient
from ui.shell.idle import Idle
from ui.shell.secret import Secret
from ui.shell.settings_store import SettingsStore

NAME = "Ann Geheim"


@pytest.fixture
def named(case):
    with case.change(f"Change the name to {NAME}"):
        case.people.save(Patient(name=NAME))
        case.records.add(f"Letter about {NAME}", body="x")
    return case


@pytest.fixture
def lockable(named, make_window, qtbot):
    """A window on a case with the password “right”."""
    window = make_window(named, secret=Secret("right"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def seen(window):
    """All words that can be seen or read out."""
    words = [window.windowTitle()]
    for one in window.findChildren(QWidget):
        if one.isVisible():
            words += [one.accessibleName(), one.toolTip(), getattr(one, "text", lambda: "")()]
    if window.menuBar().isVisible():
        words += [one.text() for one in window.findChildren(QAction)]
    return " ".join(str(one) for one in words)


def test_a_locked_window_shows_no_name(lockable):
    lockable.bar.tell(f"“{NAME}” is added.", done=True)
    assert NAME in seen(lockable)
    lockable.actions_.lock.trigger()
    assert NAME not in seen(lockable)
    assert "smith" not in seen(lockable)
    assert lockable.windowTitle() == "Locked – Casepack"


def test_hidden_menus_of_a_locked_window_keep_no_name_either(make_window, case, tmp_path, qtbot):
    store = SettingsStore()
    store.change(remember_cases=True)
    store.remember_case(tmp_path / "old smith.casepack")
    with case.change("Remove Letter on Jane Smith"):
        case.questions.add("Why?")
    window = make_window(case, store=store)
    assert [one.text() for one in window.actions_.recent.actions()] == ["old smith.casepack"]
    assert "Smith" in window.actions_.undo.text()

    window.lock()
    store.remember_case(tmp_path / "another smith.casepack")

    assert window.actions_.recent.actions() == []
    assert window.actions_.undo.text() == "Undo"
    window.locking.page.go_on.click()
    assert len(window.actions_.recent.actions()) == 2
    assert "Smith" in window.actions_.undo.text()


def test_only_the_password_opens_it_again(lockable, qtbot):
    lockable.stage.go("records")
    lockable.lock()
    page = lockable.locking.page
    assert page.field.hasFocus()
    qtbot.keyClicks(page.field, "wrong")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert lockable.locking.locked
    assert page.row.fault.text().startswith("That is not the password")
    page.field.clear()
    qtbot.keyClicks(page.field, "right")
    page.go_on.click()
    assert not lockable.locking.locked
    assert page.field.text() == ""
    assert lockable.windowTitle() == "smith – Casepack"
    assert lockable.stage.place.isVisible()


def test_a_case_without_a_password_says_so_and_opens_with_a_click(window):
    window.lock()
    page = window.locking.page
    assert any("no password" in one.text() for one in page.findChildren(QLabel))
    assert not page.field.isVisible()
    page.go_on.click()
    assert not window.locking.locked


def test_no_command_reaches_a_locked_case(lockable, named, make_pdf):
    lockable.lock()
    lockable.actions_.undo.trigger()
    assert named.people.patient().name == NAME
    lockable.actions_.paste.trigger()
    assert not lockable.session.jobs.busy
    assert not lockable._may_add
    lockable.locking.page.field.setText("right")
    lockable.locking.page.go_on.click()
    lockable.actions_.undo.trigger()
    assert named.people.patient().name == ""


def test_what_was_typed_is_saved_before_it_is_locked(window, case, qtbot):
    window.stage.go("about")
    field = next(one for one in window.stage.place.findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    qtbot.keyClicks(field, "Ann")
    window.lock()
    assert "Ann" in str(case.people.patient())


def test_a_question_that_is_open_is_hidden_and_comes_back(window):
    box = QDialog(window)
    box.open()
    window.lock()
    assert not box.isVisible()
    window.locking.page.go_on.click()
    assert box.isVisible()
    box.reject()


def test_closing_a_locked_window_asks_without_names(window, qtbot):
    window.session.jobs.add("Long work", lambda progress: progress._stop.wait(10), print)
    window.lock()
    window.close()
    bar = window.locking.page.bar
    assert bar.isVisible()
    bar.action.click()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10000)


def test_nobody_there_for_a_while_locks_it(window, qtbot):
    idle = window.locking.idle
    assert idle._timer.isActive()
    assert idle._timer.interval() == 10 * 60_000
    idle._timer.setInterval(20)
    qtbot.waitUntil(lambda: window.locking.locked)


def test_keys_and_the_mouse_count_as_being_there(window, qtbot):
    idle = Idle(5)
    idle._timer.start(1000)
    qtbot.wait(300)  # the timer is a coarse one: some hundredths of its time more or less
    before = idle._timer.remainingTime()
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(1, 1), QPointF(1, 1), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    idle.eventFilter(window.windowHandle(), move)
    assert idle._timer.remainingTime() > before
    idle.wait(0)
    assert not idle._timer.isActive()


def test_a_secret_keeps_no_password_and_knows_it_again():
    secret = Secret("pass wörd")
    assert secret.needed
    assert secret.fits("pass wörd")
    assert not secret.fits("pass word")
    assert "wörd" not in repr(vars(secret))
    assert Secret("").fits("anything")
