import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel

from app.case.casefile import CaseFile
from app.content.load import load_content
from ui import file_choice
from ui.front_door import FrontDoor
from ui.password_box import PasswordBox


@pytest.fixture
def door(qtbot, looks, tmp_path):
    door = FrontDoor(looks, tmp_path / "example")
    yield door
    door.stop()
    qtbot.waitUntil(lambda: not door.jobs.busy)
    for window in list(door.windows):
        window.leaving.go()
    qtbot.waitUntil(lambda: not door.windows, timeout=20000)
    door.welcome.close()


def until_open(qtbot, door):
    qtbot.waitUntil(lambda: bool(door.windows), timeout=60000)
    return door.windows[0]


def test_the_welcome_page_says_what_is_safe_and_what_is_not(door):
    door.begin([])
    shown = [one.text() for one in door.welcome.findChildren(QLabel)]
    content = load_content()
    assert "Your file stays on this computer. No internet is used." in shown
    assert content.piece("safety.short").text in shown
    assert content.piece("safety.emergency").text in shown


def test_a_new_case_is_made_and_shown(door, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "mum.casepack"
    monkeypatch.setattr(file_choice, "ask_for_new_case", lambda parent: [path])
    door.begin([])
    door.welcome.new_button.click()
    window = until_open(qtbot, door)
    assert window.windowTitle() == "mum – Casepack"
    assert not door.welcome.isVisible()


def test_a_case_that_is_there_is_never_replaced_by_a_new_one(door, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "mum.casepack"
    CaseFile.create(path).close()
    before = path.read_bytes()
    monkeypatch.setattr(file_choice, "ask_for_new_case", lambda parent: [path])
    door.begin([])
    door.welcome.new_button.click()
    qtbot.waitUntil(lambda: not door.jobs.busy)
    assert door.welcome.bar.words.text() == (
        "There is a file “mum.casepack” already. Choose another name."
    )
    assert path.read_bytes() == before


def test_a_case_named_when_the_program_starts_is_opened(door, qtbot, tmp_path):
    path = tmp_path / "mum.casepack"
    CaseFile.create(path).close()
    door.begin([path])
    window = until_open(qtbot, door)
    assert window.session.case.path == path
    door.open(path)
    qtbot.waitUntil(lambda: not door.jobs.busy)
    assert door.windows == [window]


def test_a_locked_case_asks_for_its_password_until_it_fits(door, qtbot, tmp_path):
    path = tmp_path / "mum.casepack"
    CaseFile.create(path, "right").close()
    door.begin([path])

    def box():
        found = [one for one in door.welcome.findChildren(PasswordBox) if one.isVisible()]
        return found[0] if found else None

    qtbot.waitUntil(lambda: box() is not None, timeout=20000)
    assert not box().yes.isEnabled()
    box().field.setText("wrong")
    first = box()
    first.yes.click()
    qtbot.waitUntil(lambda: box() not in (None, first), timeout=20000)
    assert "does not open" in box().findChild(QLabel).text()
    box().field.setText("right")
    box().yes.click()
    assert until_open(qtbot, door).session.case.path == path


@pytest.mark.parametrize("name", ["gone.casepack", "letter.txt"])
def test_what_is_no_case_is_told_on_the_welcome_page(door, qtbot, tmp_path, name):
    (tmp_path / "letter.txt").write_text("Dear colleague")
    door.begin([tmp_path / name])
    qtbot.waitUntil(lambda: not door.jobs.busy)
    assert f"“{name}”" in door.welcome.bar.words.text()
    assert door.welcome.bar.isVisible()
    assert door.windows == []


def test_the_example_is_made_once_and_opened(door, qtbot, tmp_path):
    door.begin([])
    door.welcome.example_button.click()
    window = until_open(qtbot, door)
    assert len(window.session.case.records.all()) > 5
    assert window.session.case.snapshot().example
    assert sorted(one.name for one in tmp_path.iterdir()) == ["example"]


def test_the_folders_somebody_looked_into_are_not_written_down(qtbot, tmp_path, monkeypatch):
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: ["/private/letter.pdf"])
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.setValue("FileDialog/history", ["file:///private"])
    kept.setValue("FileDialog/lastVisited", "file:///private")
    kept.sync()
    parent = QLabel()
    qtbot.addWidget(parent)
    assert file_choice.ask_for_papers(parent) == [Path("/private/letter.pdf")]

    def written():
        again = QSettings(QSettings.Scope.UserScope, "QtProject")
        again.sync()
        return again.value("FileDialog/history"), again.value("FileDialog/lastVisited")

    qtbot.waitUntil(lambda: written() == (None, None))


def test_the_program_starts_and_ends_by_itself(tmp_path):
    script = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui import application\n"
        "wait = QApplication.exec\n"
        "def short(*_):\n"
        "    QTimer.singleShot(200, QApplication.closeAllWindows)\n"
        "    return wait()\n"
        "QApplication.exec = short\n"
        "sys.exit(application.run([]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        env={
            "QT_QPA_PLATFORM": "offscreen",
            "CASEPACK_PRIVATE": str(tmp_path),
            "HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr
