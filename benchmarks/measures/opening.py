"""How long somebody looks at nothing after starting the program."""

import json
import shutil
from pathlib import Path

from figures import Report, against
from race import Contender, race, script
from setting import Setting, of, said

BOUND = 2.0
NAME = "window"


def measure(setting: Setting) -> Report:
    """Race the welcome page, and a case to its first painted list, against an empty window."""
    case = setting.case(setting.corpus())
    home = setting.work / "made" / "home"
    _choose_records(home)
    bare = Contender("empty window of PySide6", script("opening.py", "bare"))
    welcome = Contender("welcome page painted", script("opening.py", "welcome", home))
    opened = Contender("first list of a case painted", script("opening.py", "case", home, case))
    found = race([welcome, opened, bare], setting.rounds if setting.quick else 11)
    peers = of(found, [bare])
    figures = [
        *against(NAME, found[welcome.name], peers, {bare.name: BOUND}),
        *against(NAME, found[opened.name], peers, {}),
    ]
    faults = []
    loaded = said(found[welcome.name].said)["pdf_libraries"]
    if loaded:
        faults.append(f"the welcome page loads {', '.join(loaded)} before it is painted")
    note = f"the case has {setting.corpus().pages} pages; no window reaches a screen"
    return Report(NAME, tuple(figures), tuple(found.values()), tuple(faults), (note,))


def _choose_records(folder: Path) -> None:
    """Write settings with which a case opens at the list of its records."""
    shutil.rmtree(folder, ignore_errors=True)
    for path in (folder / ".config", folder / "Library" / "Application Support"):
        chosen = path / "casepack" / "settings.json"
        chosen.parent.mkdir(parents=True)
        chosen.write_text(json.dumps({"place": "records"}), encoding="utf-8")
