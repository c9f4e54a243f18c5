"""The menus of a case's window: every command with its name and its key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from app.phrases import _
from ui import file_choice
from ui.pages.settings import THEMES
from ui.records.details import CONFLICT_KEYS

if TYPE_CHECKING:
    from ui.main_window import MainWindow

Key = QKeySequence.StandardKey | str

PLACE_KEYS = {
    "plan": "Ctrl+1",
    "records": "Ctrl+2",
    "timeline": "Ctrl+3",
    "dossier": "Ctrl+D",
    "search": "Ctrl+F",
    "settings": "Ctrl+,",
    "lists": "Ctrl+Shift+L",
}
_AT_HAND = ("help", "settings", "search", "lists")  # have their own lines in other menus


class Menus:
    """The actions of one window, in its menu bar."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._every: list[QAction] = []
        self._file()
        self._edit()
        self._view()
        self._case()
        self._help()

    def update_from(
        self, undo: str | None, redo: str | None, *, may_add: bool, may_go_back: bool
    ) -> None:
        """Name the steps that can be taken back or brought again, and say what may be done."""
        self.undo.setEnabled(undo is not None)
        self.undo.setText(_step(_("Undo"), undo))
        self.redo.setEnabled(redo is not None)
        self.redo.setText(_step(_("Redo"), redo))
        for one in (self.add, self.add_folder, self.paste):
            one.setEnabled(may_add)
        self.back.setEnabled(may_go_back)

    def allow(self, allowed: bool) -> None:
        """Let the commands work, or none but closing while the window is locked.

        Then no command says a name either: hidden menus can still be read from outside.
        """
        if not allowed:
            self.update_from(None, None, may_add=False, may_go_back=False)
            self.show_recent([])
        for one in self._every:
            one.setEnabled(allowed or one in self._always)
        self._window.menuBar().setVisible(allowed)

    def show_recent(self, names: list[tuple[str, Callable[[], object]]]) -> None:
        """List the cases that were opened lately; none hides the list."""
        self.recent.clear()
        for name, act in names:
            self.recent.addAction(name.replace("&", "&&")).triggered.connect(_calling(act))
        self.recent.menuAction().setVisible(bool(names))

    def show_theme(self, theme: str) -> None:
        """Mark the colours that are chosen."""
        for one in self.themes.actions():
            one.setChecked(one.data() == theme)

    def _file(self) -> None:
        window, menu = self._window, self._menu(_("&File"))
        self._act(menu, _("&New case…"), "Ctrl+Shift+N", window.new_wanted.emit)
        self._act(menu, _("&Open a case…"), "Ctrl+Shift+O", window.open_wanted.emit)
        self._act(menu, _("All c&ases of a folder…"), "Ctrl+Shift+B", window.board_wanted.emit)
        self.recent = menu.addMenu(_("&Recent cases"))
        self.recent.menuAction().setVisible(False)
        menu.addSeparator()
        self.copy = self._act(menu, _("&Save a copy…"), "Ctrl+Shift+S", window.deeds.back_up)
        self.export = self._act(menu, _("Make the &PDF…"), "Ctrl+E", window.deeds.export)
        self._go_to(menu, "lists", _("Own &lists…"))
        menu.addSeparator()
        close = self._act(menu, _("&Close this case"), "Ctrl+W", window.close)
        leave = self._act(menu, _("&Quit"), "Ctrl+Q", QApplication.closeAllWindows)
        self._always = (close, leave)

    def _edit(self) -> None:
        window, menu = self._window, self._menu(_("&Edit"))
        self.undo = self._act(menu, "", "Ctrl+Z", window.deeds.undo)
        self.redo = self._act(menu, "", "Ctrl+Shift+Z", window.deeds.redo)
        menu.addSeparator()
        self.paste = self._act(
            menu, _("&Paste as a record"), QKeySequence.StandardKey.Paste, window.adding.paste
        )
        self._go_to(menu, "search", _("&Search the case…"))
        menu.addSeparator()
        self._go_to(menu, "settings", _("S&ettings"))

    def _view(self) -> None:
        window, menu = self._window, self._menu(_("&View"))
        self.back = self._act(menu, _("&Back"), "Alt+Left", window.stage.back)
        menu.addSeparator()
        for spot in window.spots:
            if spot.code not in _AT_HAND:
                self._go_to(menu, spot.code, spot.kind.title())
        menu.addSeparator()
        self._act(menu, _("&Menu of places"), "F9", window.frame_.open_places)
        self._act(menu, _("Next &part of the window"), "F6", lambda: window.next_pane(1))
        self._act(menu, _("Pre&vious part of the window"), "Shift+F6", lambda: window.next_pane(-1))
        menu.addSeparator()
        looks = window.looks
        self._act(menu, _("&Larger text"), QKeySequence.StandardKey.ZoomIn, looks.larger)
        self._act(menu, _("S&maller text"), QKeySequence.StandardKey.ZoomOut, looks.smaller)
        self._act(menu, _("&Usual text size"), "Ctrl+0", looks.usual)
        colours = menu.addMenu(_("&Colours"))
        self.themes = QActionGroup(menu)
        titles = (_("Same as my computer"), _("Light"), _("Dark"), _("High contrast"))
        for theme, title in zip(THEMES, titles, strict=True):
            one = colours.addAction(title)
            one.setCheckable(True)
            one.setData(theme)
            one.triggered.connect(_calling(partial(window.wear, theme)))
            self.themes.addAction(one)

    def _case(self) -> None:
        window, menu = self._window, self._menu(_("&Case"))
        self.add = self._act(
            menu,
            _("&Add records…"),
            QKeySequence.StandardKey.Open,
            lambda: window.adding.ask_and_add(file_choice.ask_for_papers),
        )
        self.add_folder = self._act(
            menu,
            _("Add a &folder…"),
            "Ctrl+Shift+A",
            lambda: window.adding.ask_and_add(file_choice.ask_for_folder),
        )
        self._act(menu, _("New &note"), QKeySequence.StandardKey.New, window.deeds.write_note)
        menu.addSeparator()
        self._act(menu, _("&Cover up part of a page…"), "Ctrl+Shift+K", window.deeds.cover_up)
        conflict = _("&Two papers do not agree…")
        self._act(menu, conflict, CONFLICT_KEYS, window.deeds.note_conflict)
        menu.addSeparator()
        self.empty = self._act(menu, _("&Empty the bin…"), "", window.deeds.ask_to_empty_the_bin)
        menu.addSeparator()
        self.lock = self._act(menu, _("&Lock"), "Ctrl+L", window.lock)

    def _help(self) -> None:
        window, menu = self._window, self._menu(_("&Help"))
        self._act(menu, _("Help on this &screen"), "F1", window.help)

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _go_to(self, menu: QMenu, code: str, title: str) -> None:
        window = self._window
        if window.stage.has(code):
            title = title if "&" in title and "& " not in title else title.replace("&", "&&")
            self._act(menu, title, PLACE_KEYS.get(code, ""), lambda: window.stage.go(code))

    def _act(self, menu: QMenu, text: str, key: Key, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if key:
            action.setShortcut(key)
        action.triggered.connect(_calling(act))
        self._every.append(action)
        return action


def _calling(act: Callable[[], object]) -> Callable[..., None]:
    """Give what an action can be connected to: it tells whether it is checked, and nobody asks."""

    def call(_checked: bool = False) -> None:
        act()

    return call


def _step(verb: str, step: str | None) -> str:
    return f"{verb}: {step}".replace("&", "&&") if step else verb
