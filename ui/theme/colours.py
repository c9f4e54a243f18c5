"""The colours of the window: light, dark, and for people who need more contrast.

Body text stands out from what is behind it by 7:1 or more, all other text by
4.5:1, edges and the focus ring by 3:1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, each as "#RRGGBB"."""

    window: str
    bar: str
    surface: str
    surface2: str
    sunken: str
    border: str
    edge: str
    text: str
    text2: str
    text3: str
    scroll: str
    said: str
    said_soft: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_soft: str
    accent_text: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    stop: str
    stop_soft: str
    focus: str


LIGHT = Colours(
    window="#F4F6F8", bar="#E8EDF1", surface="#FFFFFF", surface2="#F8FAFB", sunken="#DFE5EA",
    border="#D3DBE2", edge="#71808D", text="#16212B", text2="#46545F", text3="#56646F",
    scroll="#AEB9C3", said="#6B2F6B", said_soft="#F5EAF5",
    accent="#1B5480", accent_hover="#164669", accent_press="#0F3450", on_accent="#FFFFFF",
    accent_soft="#D9E8F4", accent_text="#154A73",
    ok="#17653A", ok_soft="#DEF1E4", warn="#744600", warn_soft="#FBEDCB",
    stop="#9C1F19", stop_soft="#FBE3E1", focus="#0B3C64",
)  # fmt: skip
DARK = Colours(
    window="#161A1E", bar="#101417", surface="#1E2429", surface2="#242B31", sunken="#0D1013",
    border="#353E47", edge="#8794A0", text="#ECF0F3", text2="#BDC8D1", text3="#A3AFBA",
    scroll="#515D68", said="#E5B4E5", said_soft="#3A283D",
    accent="#8FC3EC", accent_hover="#A9D2F2", accent_press="#C3E0F7", on_accent="#0A2337",
    accent_soft="#21394D", accent_text="#A5D0F3",
    ok="#8ED6A5", ok_soft="#1B3626", warn="#F2C978", warn_soft="#3B2F15",
    stop="#FFA69E", stop_soft="#472320", focus="#CBE5FA",
)  # fmt: skip
CONTRAST = Colours(
    window="#000000", bar="#000000", surface="#000000", surface2="#000000", sunken="#000000",
    border="#FFFFFF", edge="#FFFFFF", text="#FFFFFF", text2="#FFFFFF", text3="#FFFFFF",
    scroll="#FFFFFF", said="#FFB3FF", said_soft="#000000",
    accent="#FFE94A", accent_hover="#FFF3A0", accent_press="#FFFFFF", on_accent="#000000",
    accent_soft="#00305A", accent_text="#FFE94A",
    ok="#8CFFB0", ok_soft="#000000", warn="#FFE94A", warn_soft="#000000",
    stop="#FFB3AD", stop_soft="#000000", focus="#FFE94A",
)  # fmt: skip


SETS = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""The colours that somebody can choose, by the code kept in the settings."""

_chosen: Colours | None = None


def choose(code: str) -> None:
    """Let `colours` give this set from now on; any other code than one of SETS: the system's."""
    global _chosen
    _chosen = SETS.get(code)


def colours() -> Colours:
    """Give the colours that somebody chose, or else those that the system asks for now."""
    if _chosen is not None:
        return _chosen
    hints = QGuiApplication.styleHints()
    access = hints.accessibility()  # kept by name: Qt drops it with its owner
    if access.contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
