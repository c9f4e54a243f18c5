"""Opens a file or a folder with the program that the system has for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_file(path: Path) -> None:
    """Open it; where the system has no program for it, nothing happens."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
