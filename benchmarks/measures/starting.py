"""How long a command takes that has almost nothing to do."""

import sys

from figures import Report, against
from race import ROOT, Contender, race
from setting import Setting, of

NAME = "start"


def measure(setting: Setting) -> Report:
    """Race `--version` and `show` against Python alone and one import of sqlite_utils."""
    case = setting.case(setting.corpus())
    python, main = sys.executable, str(ROOT / "main.py")
    version = Contender("casepack --version", (python, main, "--version"))
    show = Contender("casepack show", (python, main, "show", str(case)))
    peers = [
        Contender("python -c pass", (python, "-c", "pass")),
        Contender("import sqlite_utils", (python, "-c", "import sqlite_utils")),
    ]
    found = race([version, show, *peers], setting.rounds if setting.quick else 11)
    figures = [
        figure
        for one in (version, show)
        for figure in against(NAME, found[one.name], of(found, peers), {})
    ]
    faults = []
    if not found[version.name].said.startswith("Casepack "):
        faults.append("--version does not say its name")
    if not found[show.name].said.strip():
        faults.append("show says nothing")
    note = f"the case has {setting.corpus().pages} pages"
    return Report(NAME, tuple(figures), tuple(found.values()), tuple(faults), (note,))
