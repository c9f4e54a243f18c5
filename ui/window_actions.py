"""The menus of a case's window: every command with its name and its key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from app.phrases import _
from ui import file_choice
from ui.theme.looks import Looks

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Key = QKeySequence.StandardKey | str


class WindowActions:
    """The actions of one window, in its menu bar."""

    def __init__(self, window: "MainWindow", looks: Looks) -> None:
        self._window = window
        bar = window.menuBar()
        file = bar.addMenu(_("&File"))
        _act(file, _("&New case…"), QKeySequence.StandardKey.New, window.new_wanted.emit)
        _act(file, _("Open a &case…"), "Ctrl+Shift+O", window.open_wanted.emit)
        file.addSeparator()
        self.add = _act(
            file,
            _("&Add records…"),
            QKeySequence.StandardKey.Open,
            lambda: window.ask_and_add(file_choice.ask_for_papers),
        )
        self.add_folder = _act(
            file,
            _("Add a &folder…"),
            "Ctrl+Shift+A",
            lambda: window.ask_and_add(file_choice.ask_for_folder),
        )
        self.note = _act(file, _("Add a n&ote…"), "Ctrl+Shift+N", window.note.open)
        file.addSeparator()
        self.export = _act(file, _("&Make the PDF…"), "Ctrl+E", window.export)
        file.addSeparator()
        _act(file, _("Close this case"), "Ctrl+W", window.close)
        _act(file, _("&Quit"), "Ctrl+Q", QApplication.closeAllWindows)
        edit = bar.addMenu(_("&Edit"))
        self.undo = _act(edit, "", "Ctrl+Z", window.undo)
        self.redo = _act(edit, "", "Ctrl+Shift+Z", window.redo)
        view = bar.addMenu(_("&View"))
        _act(view, _("&Larger text"), QKeySequence.StandardKey.ZoomIn, looks.larger)
        _act(view, _("&Smaller text"), QKeySequence.StandardKey.ZoomOut, looks.smaller)
        _act(view, _("&Usual text size"), "Ctrl+0", looks.usual)

    def update_from(self, undo: str | None, redo: str | None, *, may_add: bool) -> None:
        """Name the steps that can be taken back or brought again, and say what may be done."""
        self.undo.setEnabled(undo is not None)
        self.undo.setText(_step(_("Undo"), undo))
        self.redo.setEnabled(redo is not None)
        self.redo.setText(_step(_("Redo"), redo))
        self.add.setEnabled(may_add)
        self.add_folder.setEnabled(may_add)


def _act(menu: QMenu, text: str, key: Key, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setShortcut(key)
    action.triggered.connect(lambda _checked=False: act())
    return action


def _step(verb: str, step: str | None) -> str:
    return f"{verb}: {step}".replace("&", "&&") if step else verb
