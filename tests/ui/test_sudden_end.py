"""The program as people start it: killed in the middle, started twice, and with a bug inside."""

import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.case.casefile import CaseFile

# Starts main.py with a case, waits until its window is there, and does `deed(window)` in it.
START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from ui.main_window import MainWindow
import main

def deed(window):
{deed}

def look():
    for one in QApplication.topLevelWidgets():
        if isinstance(one, MainWindow) and one.isActiveWindow() and not timer.done:
            timer.done = True
            timer.stop()
            deed(one)

wait = QApplication.exec

def begin(*_):
    global timer
    timer = QTimer()
    timer.done = False
    timer.timeout.connect(look)
    timer.start(20)
    return wait()

QApplication.exec = begin
sys.exit(main.main(sys.argv[1:]))
"""


@contextmanager
def program(tmp_path, path, *lines):
    """Run the program with a case until the block ends; it is killed there if it still runs."""
    deed = "\n".join(f"    {line}" for line in lines)
    running = subprocess.Popen(
        [sys.executable, "-c", START.format(deed=deed), str(path)],
        cwd=Path(__file__).parents[2],
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "CASEPACK_PRIVATE": str(tmp_path / "private"),
            "HOME": str(tmp_path / "home"),
            "PATH": os.environ["PATH"],
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def heard(running):
    """Give the next line that the program says; fails with its report where it ended instead."""
    line = running.stdout.readline().strip()
    assert line, running.stderr.read()
    return line


@pytest.fixture
def path(tmp_path):
    for one in ("private", "home"):
        (tmp_path / one).mkdir()
    made = tmp_path / "mum.casepack"
    CaseFile.create(made).close()
    return made


def test_what_was_typed_two_seconds_before_a_sudden_end_is_there(tmp_path, path):
    typing = (
        "window.stage.go('about')",
        "QTest.keyClicks(QApplication.focusWidget(), 'Margaret Ellis')",
        "window.stage.go('questions')",
        "QTest.keyClicks(QApplication.focusWidget(), 'Do I need it?')",
        "QTest.keyClick(QApplication.focusWidget(), '\\r')",
        "window.stage.go('diagnosis')",
        "QTest.keyClicks(QApplication.focusWidget(), 'A narrow spinal canal')",
        "print('typed', flush=True)",
    )
    with program(tmp_path, path, *typing) as running:
        assert heard(running) == "typed"
        time.sleep(2)
        running.kill()
        running.wait()
    case = CaseFile.open(path).snapshot()
    assert case.patient.name == "Margaret Ellis"
    assert [one.text for one in case.questions] == ["Do I need it?"]
    assert [one.text for one in case.statements] == ["A narrow spinal canal"]


def test_a_bug_is_a_calm_message_and_its_report_names_nobody(tmp_path, path):
    breaking = (
        "QTimer.singleShot(0, lambda: int('Margaret Ellis has hepatitis'))",
        "QTimer.singleShot(300, told)",
    )
    telling = (
        "def told():",
        "    for box in QApplication.topLevelWidgets():",
        "        if isinstance(box, QMessageBox) and box.isVisible():",
        "            print(box.text(), box.informativeText(), box.detailedText(), flush=True)",
        "            box.buttons()[0].click()",
        "    window.close()",
    )
    with program(tmp_path, path, *telling, *breaking) as running:
        said, log = running.communicate(timeout=60)
    assert "Something went wrong in the program." in said
    assert "ValueError" in said
    assert "ValueError" in log
    assert "hepatitis" not in said + log
    assert "Ellis" not in said + log
    assert running.returncode == 0


def test_a_second_program_is_told_that_the_case_is_open(tmp_path, path, qtbot, looks):
    from ui.front_door import FrontDoor

    with program(tmp_path, path, "print('open', flush=True)") as running:
        assert heard(running) == "open"
        door = FrontDoor(looks, tmp_path / "example")
        door.begin([path])
        qtbot.waitUntil(lambda: not door.jobs.busy, timeout=20000)
        assert "open" in door.welcome.bar.words.text()
        assert "“mum.casepack”" in door.welcome.bar.words.text()
        assert door.welcome.bar.isVisible()
        assert door.windows == []
        door.stop()
        door.welcome.close()


def test_closing_while_records_go_in_adds_all_of_them_or_none(
    window, case, qtbot, make_pdf, reviewed
):
    review = reviewed(window, make_pdf("one.pdf", "1"), make_pdf("two.pdf", "2"))
    tray, gate = review._batch.tray.folder, threading.Event()
    window.session.jobs.add("hold the queue", lambda _progress: gate.wait(10), print)
    review.add_button.click()
    window.close()
    assert window.bar.words.text().startswith("The program is still at work.")
    window.bar.action.click()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20000)
    assert not tray.exists()
    again = CaseFile.open(case.path)
    assert again.records.all() == []
    again.close()
