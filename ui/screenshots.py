"""Pictures of every place, for the documents and for looking at what was made."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from app.case.casefile import CaseFile
from ui import accessible
from ui.main_window import MainWindow
from ui.session import CaseSession
from ui.theme.looks import Looks

WIDTH, HEIGHT = 1280, 800  # pixels
LOOKS = (("light", "light", 1.0), ("dark", "dark", 1.0), ("200", "light", 2.0))
"""The end of the file's name, the theme and the size of the text."""
PATIENCE = 12.0  # seconds to wait for pages and previews
CALM = 1.5  # seconds; nothing changes by itself any more
SLOW = {"dossier": 5.0, "check": 2.0, "records": 1.5}  # seconds; pages are bound and drawn first


def take(case: Path, folder: Path) -> int:
    """Write a PNG of every place in each of LOOKS into `folder`; gives the exit status."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0]])
    accessible.install()
    looks = Looks(qt)
    folder.mkdir(parents=True, exist_ok=True)
    session = CaseSession(CaseFile.open(case))
    window = MainWindow(session, looks)
    window.resize(WIDTH, HEIGHT)
    window.show()
    for ending, theme, scale in LOOKS:
        looks.wear(theme, scale)
        for spot in window.spots:
            window.stage.go(spot.code)
            window.resize(WIDTH, HEIGHT)
            _wait(lambda: not session.jobs.busy, SLOW.get(spot.code, CALM))
            window.grab().save(str(folder / f"{spot.code}_{ending}.png"))
    gone: list[bool] = []
    session.closed.connect(lambda: gone.append(True))
    window.close()
    _wait(lambda: bool(gone))
    return 0


def _wait(done: Callable[[], bool], seconds: float = CALM) -> None:
    """Let the window work until `done` holds and `seconds` have gone by."""
    end, calm = monotonic() + PATIENCE, monotonic() + seconds
    while monotonic() < end and not (done() and monotonic() > calm):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
