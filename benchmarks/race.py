"""Runs whole programs in turn, A B C A B C, and says what each of them cost.

The first round is not counted: it warms the page cache, and while it runs
the memory of every process is looked at. The counted rounds are left alone;
their time and their largest process come from the system (wait4), which
counts all descendants.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

import psutil

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
_LOOK_EVERY = 0.02  # seconds
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in one unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Contender:
    """One program to run; `makes` is removed before every run.

    An exit status in `fine` is success: qpdf says 3 when it only warned.
    """

    name: str
    command: tuple[str, ...]
    makes: Path | None = None
    fine: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds, and bytes of its largest process."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Memory:
    """The most bytes seen at once.

    `first` is the process that was started, `child` the largest below it,
    `together` all of them. `private` is the largest process without the
    pages of files that it only maps.
    """

    first: int = 0
    child: int = 0
    together: int = 0
    private: int = 0


@dataclass(frozen=True, slots=True)
class Runs:
    """All counted runs of one contender, in order."""

    name: str
    costs: tuple[Cost, ...]
    memory: Memory
    said: str  # what the last run printed

    @property
    def wall(self) -> float:
        """The median of the seconds on the clock."""
        return statistics.median(cost.wall for cost in self.costs)

    @property
    def cpu(self) -> float:
        """The median of the processor's seconds."""
        return statistics.median(cost.cpu for cost in self.costs)

    @property
    def peak(self) -> int:
        """The largest process of all runs, in bytes."""
        return max(cost.peak for cost in self.costs)

    @property
    def spread(self) -> tuple[float, float]:
        """The quickest and the slowest run, in seconds."""
        return min(cost.wall for cost in self.costs), max(cost.wall for cost in self.costs)


def script(name: str, *arguments: object) -> tuple[str, ...]:
    """Give the command that starts one of the scripts of this folder."""
    return (sys.executable, str(HERE / name), *map(str, arguments))


def race(
    contenders: Sequence[Contender],
    rounds: int,
    after_warm_up: Callable[[], None] = lambda: None,
) -> dict[str, Runs]:
    """Run the contenders in turn; `after_warm_up` may look at what they made.

    Raises RuntimeError when one of them fails.
    """
    memory = {one.name: run(one, watched=True)[1] for one in contenders}
    after_warm_up()
    costs: dict[str, list[Cost]] = {one.name: [] for one in contenders}
    said: dict[str, str] = {}
    for _ in range(rounds):
        for one in contenders:
            cost, _memory, said[one.name] = run(one)
            costs[one.name].append(cost)
    return {name: Runs(name, tuple(costs[name]), memory[name], said[name]) for name in costs}


def ratios(ours: Runs, peer: Runs, *, cpu: bool = False) -> list[float]:
    """Give ours / peer, round by round."""
    pairs = zip(ours.costs, peer.costs, strict=True)
    return [(a.cpu / b.cpu) if cpu else (a.wall / b.wall) for a, b in pairs]


def run(one: Contender, *, watched: bool = False) -> tuple[Cost, Memory, str]:
    """Run one contender once. Raises RuntimeError when it fails."""
    if one.makes is not None:
        one.makes.unlink(missing_ok=True)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as problems:
        start = time.perf_counter()
        process = subprocess.Popen(
            one.command, stdin=subprocess.DEVNULL, stdout=out, stderr=problems, cwd=ROOT
        )
        watch = _Watch(process.pid) if watched else None
        _pid, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = watch.end() if watch else Memory()
        if process.returncode not in one.fine:
            problems.seek(0)
            words = problems.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{one.name} ended with {process.returncode}: {words}")
        out.seek(0)
        said = out.read().decode(errors="replace")
    cost = Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT)
    return cost, memory, said


class _Watch:
    """Looks at the memory of a process and its descendants until it is told to end."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._memory = Memory()
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> Memory:
        self._over.set()
        self._thread.join()
        return self._memory

    def _look(self) -> None:
        while not self._over.wait(_LOOK_EVERY):
            try:
                first = self._process.memory_info()
                below = [_held(child) for child in self._process.children(recursive=True)]
            except psutil.Error:
                continue
            sizes = [(first.rss, _private(first)), *below]
            seen, known = [rss for rss, _ in sizes], self._memory
            self._memory = Memory(
                max(known.first, first.rss),
                max(known.child, *seen[1:], 0),
                max(known.together, sum(seen)),
                max(known.private, *(private for _, private in sizes)),
            )


def _held(process: psutil.Process) -> tuple[int, int]:
    try:
        info = process.memory_info()
    except psutil.Error:  # it has ended meanwhile
        return 0, 0
    return info.rss, _private(info)


def _private(info: object) -> int:
    rss: int = getattr(info, "rss")  # noqa: B009 - the fields differ between systems
    shared: int = getattr(info, "shared", 0)
    return rss - shared
