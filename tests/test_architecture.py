"""Who may import whom, and how large a room may grow.

The rule in one line: main → ui → app, and never back. Read from the source
with `ast`, so that an import inside a function counts too.
"""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 300

SQL = {"sqlite3", "sqlite_utils", "sqlcipher3"}
PDF = {"pikepdf", "pypdf", "pypdfium2", "reportlab", "fontTools", "uharfbuzz"}
FOREIGN_READERS = {"pikepdf", "pypdf", "pypdfium2", "PIL"}

# room -> what of the world outside it may import, beside the standard library
MAY_USE = {
    "app/model": {"holidays"},  # which days nobody works: a table, without disk or network
    "app/case": {"sqlite_utils", "sqlcipher3"},
    "app/board": set(),
    "app/content": set(),
    "app/intake": set(),
    "app/cli": set(),
    "app/typesetting": {"reportlab", "bidi", "arabic_reshaper"},
    "app/dossier": {"icalendar"},
    "app/sample": {"reportlab", "PIL", "pikepdf"},
    "app/worker": {"pikepdf", "pypdf", "pypdfium2", "PIL", "psutil", "platformdirs", "reportlab"},
    "ui": {"PySide6", "shiboken6", "platformdirs"},
}

# inside app: room -> the rooms it may import
STANDS_ON = {
    "model": {"model", "errors", "progress", "phrases"},
    "case": {"case", "model", "errors", "progress", "phrases"},
    "board": {"board", "case", "model", "errors", "phrases"},
    "typesetting": {"typesetting", "resources"},
    "content": {"content", "model", "errors", "phrases", "resources"},
    "worker": {"worker", "model", "typesetting", "errors", "progress", "phrases", "resources"},
    "intake": {"intake", "case", "content", "worker", "model", "errors", "progress", "phrases"},
    "dossier": {
        "dossier", "board", "case", "content", "worker", "model", "typesetting", "errors",
        "progress", "phrases", "resources",
    },
    "sample": {
        "sample", "dossier", "intake", "case", "content", "model", "errors", "progress", "phrases",
        "resources",
    },
    "cli": {
        "cli", "sample", "dossier", "intake", "board", "case", "content", "worker", "model",
        "errors", "progress", "phrases", "resources",
    },
}  # fmt: skip

# Modules of app/worker that run beside the case; none of them opens a foreign file.
PARENT_SIDE = {"room", "process", "protocol", "private", "limits", "orders", "__init__"}


def sources(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} relative import"
            yield node.lineno, node.module or ""


def outside_world(path: Path) -> set[str]:
    """Names of the packages that a file imports, without ours and without the standard library."""
    standard = set(sys.stdlib_module_names) - {"sqlite3"}
    names = {name.partition(".")[0] for _, name in imports(path)}
    return names - standard - {"app", "ui"}


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_uses_only_its_own_libraries(room):
    used = {str(path.relative_to(ROOT)): outside_world(path) for path in sources(room)}
    broken = {path: names - MAY_USE[room] for path, names in used.items() if names - MAY_USE[room]}
    assert not broken


def test_every_room_is_known():
    rooms = {path.name for path in (ROOT / "app").iterdir() if (path / "__init__.py").exists()}
    assert rooms == set(STANDS_ON) == {name.removeprefix("app/") for name in MAY_USE} - {"ui"}


@pytest.mark.parametrize("room", STANDS_ON)
def test_a_room_stands_only_on_those_below_it(room):
    broken = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources(f"app/{room}")
        for line, name in imports(path)
        if name.startswith("app.")
        and name.split(".")[1] not in STANDS_ON[room]
        and not (room == "cli" and name == "app")
    ]
    assert not broken, "\n".join(broken)


def test_the_program_knows_no_window():
    broken = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources("app")
        for line, name in imports(path)
        if name.partition(".")[0] in {"ui", "PySide6", "shiboken6", "main"}
    ]
    assert not broken, "\n".join(broken)


def test_the_window_knows_the_program_qt_and_its_folders_and_nothing_else():
    for path in sources("ui"):
        assert outside_world(path) <= MAY_USE["ui"], path
        assert not {name.partition(".")[0] for _, name in imports(path)} & (SQL | PDF), path


def test_only_the_sealed_room_reads_foreign_files():
    """The sample writes its own papers; everybody else leaves the readers alone."""
    for path in sources("app") + sources("ui"):
        inside = path.relative_to(ROOT).parts
        if inside[1] == "sample":
            continue
        if inside[:2] == ("app", "worker") and path.stem not in PARENT_SIDE:
            continue
        assert not outside_world(path) & FOREIGN_READERS, path


def test_the_case_does_not_come_into_the_sealed_room():
    for path in sources("app/worker"):
        assert not any(name.startswith("app.case") for _, name in imports(path)), path


@pytest.mark.parametrize("folder", ["app", "ui"])
def test_no_file_grows_into_two_rooms(folder):
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(folder)
    }
    assert not {name: length for name, length in lengths.items() if length > MAX_LINES}


def test_these_rules_can_go_red(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def hidden():\n    from PySide6.QtCore import QObject\n    import sqlite3\n")
    assert outside_world(wrong) == {"PySide6", "sqlite3"}
    wrong.write_text("from . import sibling\n")
    with pytest.raises(AssertionError, match="relative import"):
        outside_world(wrong)


def test_packaging_is_a_folder_not_a_package():
    """As a package it would hide the `packaging` that build tools import."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_tests_are_no_packages():
    """As packages they would take the place of `app` on the path."""
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize(
    "name", ["PySide6", "reportlab", "pypdfium2", "pikepdf", "PIL", "sqlcipher3"]
)
def test_the_command_line_does_not_load_what_it_may_not_need(name):
    script = f"import sys, app.cli; print([m for m in sys.modules if m.split('.')[0] == {name!r}])"
    out = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"


def test_there_is_no_network_code():
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "asyncio"}
    allowed = {"app/worker/self_test.py"}  # proves that the sealed room is refused a socket
    broken = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in sources("app") + sources("ui")
        for line, name in imports(path)
        if (name.partition(".")[0] in network or "QtNetwork" in name)
        and str(path.relative_to(ROOT)) not in allowed
    ]
    assert not broken, "\n".join(broken)


def test_the_same_python_is_promised_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "3.11" in (ROOT / "README.md").read_text(encoding="utf-8")
