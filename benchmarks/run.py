"""Measures Casepack against its peers: `python benchmarks/run.py [--quick] [--only NAME]`."""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from importlib import metadata
from pathlib import Path

import psutil
from figures import Report, table
from measures import (
    binding,
    everything,
    exporting,
    growing,
    importing,
    listing,
    opening,
    searching,
    starting,
)
from setting import Setting, say

MEASURES: dict[str, Callable[[Setting], Report]] = {
    one.NAME: one.measure
    for one in (
        binding,
        exporting,
        everything,
        importing,
        searching,
        listing,
        growing,
        starting,
        opening,
    )
}
LIBRARIES = (
    "pikepdf", "pypdfium2", "pypdf", "reportlab", "sqlcipher3", "sqlite-utils",
    "PySide6-Essentials",
)  # fmt: skip


def main() -> int:
    """Measure what was asked for; 1 when a result is wrong, never because it is slow."""
    args = _parser().parse_args()
    if not hasattr(os, "wait4"):
        say("The benchmarks need a system that can say what a finished process took (wait4).")
        return 2
    work = args.work or Path(tempfile.gettempdir()) / "casepack-benchmarks"
    work.mkdir(parents=True, exist_ok=True)
    say(f"everything is made in {work}")
    os.environ["CASEPACK_PRIVATE"] = str(work / "rooms")
    shutil.rmtree(work / "made", ignore_errors=True)  # made by the program as it was then
    setting = Setting(work, args.rounds or (1 if args.quick else 5), args.quick, args.full)
    reports = []
    try:
        for name in args.only or MEASURES:
            say(f"measuring: {name}")
            reports.append(_measured(name, setting))
    finally:
        for folder in ("made", "results", "rooms"):
            shutil.rmtree(work / folder, ignore_errors=True)
    machine = _machine()
    print(" · ".join(f"{name} {value}" for name, value in machine.items()))
    print(table(reports, judged=not args.quick))
    if args.json:
        args.json.write_text(_json(machine, reports, quick=args.quick), encoding="utf-8")
    return 1 if any(report.faults for report in reports) else 0


def _measured(name: str, setting: Setting) -> Report:
    """Measure one thing; a contender that fails must not take the other figures with it."""
    try:
        return MEASURES[name](setting)
    except RuntimeError as problem:
        return Report(name, faults=(str(problem),))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="12 documents, one round: a smoke")
    parser.add_argument("--full", action="store_true", help="growth up to 50,000 pages")
    parser.add_argument("--only", action="append", choices=MEASURES, help="may be repeated")
    parser.add_argument("--rounds", type=int, help="counted rounds; else 5")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there too")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where everything is made")
    return parser


def _machine() -> dict[str, str]:
    versions = {name: metadata.version(name) for name in LIBRARIES}
    return {
        "processors": str(os.cpu_count()),
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "load": f"{os.getloadavg()[0]:.1f}",
        "system": platform.system(),
        "Python": platform.python_version(),
        **versions,
        **{name: _version(name) for name in ("qpdf", "pdftotext") if shutil.which(name)},
    }


def _version(program: str) -> str:
    option = "-v" if program == "pdftotext" else "--version"
    said = subprocess.run([program, option], capture_output=True, text=True, check=False)
    return (said.stdout + said.stderr).splitlines()[0].split()[-1]


def _json(machine: dict[str, str], reports: list[Report], *, quick: bool) -> str:
    values = {"machine": machine, "quick": quick, "reports": [asdict(one) for one in reports]}
    return json.dumps(values, indent=1, default=str)


if __name__ == "__main__":
    sys.exit(main())
