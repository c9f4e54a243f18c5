"""What has to be there before a program can be read through AT-SPI, and what of it is missing."""

import importlib.util
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus", "xdotool": "xdotool", "setpriv": "util-linux"}
"""Programs, and the Debian packages that they come in."""

RULES = tuple(
    Path(folder) / "at-spi2" / "accessibility.conf" for folder in ("/usr/share/defaults", "/etc")
)
"""Where distributions put the rules of the bus that AT-SPI speaks on."""


@cache
def missing() -> str:
    """Give in one line what is missing here; "" where nothing is."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is there on Linux only"
    lacks = [f"{name} ({package})" for name, package in PROGRAMS.items() if not shutil.which(name)]
    if rules() is None:
        lacks.append("accessibility.conf (at-spi2-core)")
    if importlib.util.find_spec("jeepney") is None:
        lacks.append("jeepney (a Python package)")
    lacks += [f"{name} (Qt's xcb plugin needs it)" for name in _libraries_not_found()]
    return "missing: " + ", ".join(lacks) if lacks else ""


def rules() -> Path | None:
    """Give the rules of the bus of AT-SPI; they also name the registry, which the bus starts."""
    return next((path for path in RULES if path.exists()), None)


def _libraries_not_found() -> list[str]:
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    plugin = plugins / "platforms" / "libqxcb.so"
    if not plugin.exists() or not shutil.which("ldd"):
        return [plugin.name] if not plugin.exists() else ["ldd"]
    told = subprocess.run(["ldd", str(plugin)], capture_output=True, text=True, check=False).stdout
    return sorted({line.split()[0] for line in told.splitlines() if line.endswith("=> not found")})
