"""What somebody chose for the program itself; nothing about a patient is in it."""

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QObject, Signal

from app.resources import ROOT

MOST_RECENT = 8
"""So many cases are remembered, if any are."""

PAPERS = ("A4", "LETTER")
"""The names of `app.dossier.plan.Paper`, which the welcome page does not wait for."""

IDLE_CHOICES = (5, 10, 30, 0)
"""Minutes without a key or the mouse, after which a case is locked; 0 for never."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices, each with what holds before somebody chooses."""

    theme: str = ""
    scale: float = 1.0
    language: str = "en"
    paper: str = PAPERS[0]
    idle_minutes: int = 10
    remember_cases: bool = False
    recent: tuple[str, ...] = ()
    """Where the newest cases lie, newest first; only while `remember_cases` is on."""
    board: str = ""
    """The folder whose cases are listed; "" when it is not to be remembered."""
    width: int = 0
    height: int = 0
    place: str = "plan"
    """The size of the window in pixels, 0 for the usual one, and the place shown last."""
    folded: tuple[str, ...] = ("ask", "send", "afterwards")
    """The groups of the sidebar that are folded up; at first what comes later on the way."""


class SettingsStore(QObject):
    """Holds the settings and writes each change to a file, if there is one."""

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """Read `path`; without one, the settings last as long as the program."""
        super().__init__(parent)
        self._path = path
        self.now = _read(path) if path else Settings()

    def change(self, **fields_: object) -> None:
        """Set some of the fields. Raises DiskFull or FolderNotWritable; they hold all the same."""
        before, self.now = self.now, replace(self.now, **fields_)  # type: ignore[arg-type]
        if not self.now.remember_cases:
            self.now = replace(self.now, recent=())
        if self.now == before:
            return
        self.changed.emit()
        if self._path is not None:
            _write(self._path, self.now)

    def remember_case(self, path: Path) -> None:
        """Put a case at the top of the recent ones, if they are remembered at all."""
        if self.now.remember_cases:
            others = [one for one in self.now.recent if one != str(path)]
            self.change(recent=(str(path), *others)[:MOST_RECENT])

    def forget_case(self, path: Path) -> None:
        """Let the recent cases not name this one. Raises what `change` raises."""
        self.change(recent=tuple(one for one in self.now.recent if one != str(path)))


def settings_path() -> Path:
    """Give where the settings of this person lie."""
    return platformdirs.user_config_path("casepack", appauthor=False) / "settings.json"


def languages() -> list[str]:
    """Give the codes of the languages that the window can speak, English first."""
    folder = ROOT / "locale"
    found = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    return ["en", *(one for one in found if one != "en")]


def _read(path: Path) -> Settings:
    """Read what can be read; what is missing or strange is as if nobody had chosen."""
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    kept: dict[str, Any] = {}
    usual = Settings()
    for field in fields(Settings):
        value = found.get(field.name) if isinstance(found, dict) else None
        if field.name in ("recent", "folded") and isinstance(value, list):
            kept[field.name] = tuple(one for one in value if isinstance(one, str))[:MOST_RECENT]
        elif field.name == "scale" and isinstance(value, int | float):
            kept["scale"] = float(value)
        elif type(value) is type(getattr(usual, field.name)):
            kept[field.name] = value
    return _in_bounds(replace(usual, **kept))


def _in_bounds(found: Settings) -> Settings:
    usual = Settings()
    return replace(
        found,
        scale=min(max(found.scale, 1.0), 2.0),
        paper=found.paper if found.paper in PAPERS else usual.paper,
        idle_minutes=found.idle_minutes if found.idle_minutes in IDLE_CHOICES else 10,
        recent=found.recent if found.remember_cases else (),
    )


def _write(path: Path, settings: Settings) -> None:
    from app.case.engine import file_told_apart  # reading needs no database

    text = json.dumps(asdict(settings), indent=1, ensure_ascii=False)
    part = path.with_name(f".{path.name}.part")
    with file_told_apart(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        part.replace(path)
