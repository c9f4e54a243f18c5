"""Starts the window: the look, the answer to bugs, the first page."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.phrases import speak
from ui import accessible, errors
from ui.front_door import FrontDoor
from ui.shell.settings_store import SettingsStore, settings_path
from ui.theme.looks import Looks
from ui.tidying import Tidying

_SWEEP = 1000  # milliseconds after the first page is shown

TURN = 0.0002  # seconds that a job may count on while the window waits for Python; else it is 5 ms


def run(arguments: list[str]) -> int:
    """Show the window until the last one is closed; `arguments` are cases to open."""
    if arguments[:1] == ["--screenshots"]:
        from ui.screenshots import take

        return take(Path(arguments[2]), Path(arguments[1]))
    sys.setswitchinterval(TURN)
    qt = QApplication([sys.argv[0], *arguments])
    qt.setApplicationName("Casepack")
    qt.setApplicationDisplayName("Casepack")
    errors.install()
    accessible.install()
    store = SettingsStore(settings_path())
    speak(store.now.language)
    looks = Looks(qt, store.now.theme, store.now.scale)
    door = FrontDoor(looks, store=store)
    tidying = Tidying()
    door.begin([Path(name) for name in arguments])
    QTimer.singleShot(_SWEEP, _sweep)
    status = qt.exec()
    door.stop()
    tidying.stop()
    return status


def _sweep() -> None:
    """Remove what a program that was killed left behind."""
    from app.worker.private import sweep

    sweep()
