"""Nothing of the window may stand on the screen as a window of its own, not even for a moment.

A widget that is shown before it has a parent does: it flashes, and takes the keyboard away.
"""

import shutil

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.case.casefile import CaseFile
from app.content.load import load_content


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self, qt):
        super().__init__(qt)
        self.seen = []
        qt.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - a name of Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


@pytest.fixture
def watch(qapp):
    watch = Watch(qapp)
    yield watch
    qapp.removeEventFilter(watch)
    watch.deleteLater()


def keyboard_is_in_sight():
    at = QApplication.focusWidget()
    return at is not None and at.isVisible()


def visit_all(window, qtbot):
    for spot in window.spots:
        window.stage.go(spot.code)
        qtbot.wait(10)
        # what is looked up on another thread may replace what had the keyboard
        qtbot.waitUntil(keyboard_is_in_sight, timeout=10000)


def test_no_place_shows_a_window_of_its_own_or_lets_go_of_the_keyboard(
    watch, window, case, qtbot, make_pdf, reviewed
):
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    watch.seen.clear()
    visit_all(window, qtbot)
    with case.change("Tell the story"):
        case.questions.add("Do I need it?")
        case.reasons.add_own("I want to be sure")
        for reason in load_content().reasons:
            case.reasons.choose(reason.code)
    visit_all(window, qtbot)
    for panel in window.stage.made("reasons").panels.values():
        if hasattr(panel, "help"):
            panel.help.open(True)
            panel.answers[0].voice.edit.show()
    review = reviewed(window, make_pdf("letter.pdf", "Dear colleague"), make_pdf("two.pdf", "x"))
    with qtbot.waitSignal(window.session.added):
        review.add_button.click()
    qtbot.waitUntil(lambda: not window.session.jobs.busy)
    visit_all(window, qtbot)
    window.resize(600, 700)
    visit_all(window, qtbot)
    assert watch.seen == []
    assert QGuiApplication.focusWindow() is window.windowHandle()


def test_a_full_case_shows_no_window_of_its_own_either(
    watch, make_window, sample_file, tmp_path, qtbot
):
    window = make_window(CaseFile.open(shutil.copy(sample_file, tmp_path / "sample.casepack")))
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    watch.seen.clear()
    visit_all(window, qtbot)
    assert watch.seen == []


def test_the_watch_sees_what_is_shown_without_a_parent(watch, qtbot):
    stray = QComboBox()
    qtbot.addWidget(stray)
    stray.show()
    assert watch.seen == ["QComboBox “”"]
