"""Puts the look on the whole program, and again when the system or the text size changes."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from app.resources import resource
from ui.theme.colours import SETS, Colours, choose, colours
from ui.theme.shapes import sheet

BASE = 11.0  # points; the least size of ordinary text
STEPS = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The sizes of text that can be chosen, as factors."""


_SCHEME = {
    "": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Dark,
}


class Looks(QObject):
    """The look of the program; follows the system from light to dark by itself."""

    changing = Signal()  # before the old look goes
    dressed = Signal()  # Qt has put the new look on every widget
    changed = Signal()
    room: QWidget | None = None
    """Where the place that has this look is to stand: made there, it is dressed only once."""

    def __init__(self, qt: QApplication, theme: str = "", scale: float = 1.0) -> None:
        """Put the look on `qt` at once; see `wear`."""
        super().__init__(qt)
        self._qt = qt
        self._least = max(BASE, qt.font().pointSizeF())
        self._families = [*_load_fonts(), *qt.font().families()]
        self._step = 0
        self._theme = ""
        self._busy = False
        qt.setStyle("Fusion")
        self._hints = qt.styleHints()
        self._access = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._put_on)
        self._access.contrastPreferenceChanged.connect(self._put_on)
        qt.screenAdded.connect(self._watch)
        for screen in qt.screens():
            self._watch(screen)
        self.wear(theme, scale)

    @property
    def scale(self) -> float:
        """How much larger than usual the text is: 1.0 to 2.0."""
        return STEPS[self._step]

    @property
    def theme(self) -> str:
        """The colours that were chosen: "light", "dark", "contrast", or "" for the system's."""
        return self._theme

    def wear(self, theme: str = "", scale: float = 1.0) -> None:
        """Put on a theme and a size of text; a size between two steps becomes the nearest."""
        self._theme = theme if theme in SETS else ""
        self._step = min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - scale))
        choose(self._theme)
        self._busy = True  # the system's answer to the next line would dress everything twice
        self._hints.setColorScheme(_SCHEME[self._theme])  # title bars and dialogs follow
        self._busy = False
        self._put_on()

    def larger(self) -> None:
        """Make all text a step larger, up to twice its size."""
        self._choose(self._step + 1)

    def smaller(self) -> None:
        """Make all text a step smaller, down to its usual size."""
        self._choose(self._step - 1)

    def usual(self) -> None:
        """Give all text its usual size."""
        self._choose(0)

    def _choose(self, step: int) -> None:
        self._step = min(max(step, 0), len(STEPS) - 1)
        self._put_on()

    @Slot(QScreen)
    def _watch(self, screen: QScreen) -> None:
        """Have pictures drawn again when a screen comes or changes: they are sharp on each."""
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    @Slot()
    def _screens_changed(self) -> None:
        self.changed.emit()

    def _put_on(self, *_changed: object) -> None:
        if self._busy:
            return
        chosen = colours()
        font = QFont()
        font.setFamilies(self._families)
        font.setPointSizeF(self._least * self.scale)
        self.changing.emit()
        self._qt.setStyleSheet("")  # over another sheet Qt dresses each widget once per ancestor
        self._qt.setPalette(palette(chosen))
        self._qt.setFont(font)
        self._qt.setStyleSheet(sheet(chosen, self._least * self.scale, self.scale))
        self.dressed.emit()
        self.changed.emit()


def palette(chosen: Colours) -> QPalette:
    """Give a palette with every role set, so that a widget nobody styled is right too."""
    role = QPalette.ColorRole
    colour_of = {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.surface2,
        role.Text: chosen.text,
        role.Button: chosen.surface,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.stop,
        role.ToolTipBase: chosen.text,
        role.ToolTipText: chosen.window,
        role.PlaceholderText: chosen.text2,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Link: chosen.accent_text,
        role.LinkVisited: chosen.accent_text,
        role.Light: chosen.surface,
        role.Midlight: chosen.surface2,
        role.Mid: chosen.border,
        role.Dark: chosen.edge,
        role.Shadow: chosen.edge,
        role.Accent: chosen.accent,
    }
    made = QPalette()
    for one, colour in colour_of.items():
        made.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(chosen.text2))
    return made


def _load_fonts() -> list[str]:
    """Make the program's own fonts known; the first family given is the one to write with."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += [
            name
            for name in QFontDatabase.applicationFontFamilies(number)
            if name not in families and path.name.startswith("Atkinson")
        ]
    return families
