"""A heart for the window: it beats on the window's thread and knows what kept it from beating."""

import faulthandler
import re
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

EVERY = 20  # milliseconds between two beats
SLOW = 0.05  # seconds since the last beat, from which on the stacks are looked at
LOOK = 0.01  # seconds between two looks
_THREAD = re.compile(r"Thread (0x[0-9a-f]+) ")
_CALL = re.compile(r'File "(.+)", line (\d+) in (\S+)')
_TASKS = Path("/proc/self/task")
_HERE = Path(__file__).resolve().parents[2]
_OURS = (str(_HERE / "app"), str(_HERE / "ui"))


def starved() -> dict[int, float]:
    """Give for each thread how many seconds it could have run but got no processor.

    Nothing where the system does not tell. The second number of schedstat is
    in nanoseconds: https://docs.kernel.org/scheduler/sched-stats.html
    """
    found = {}
    for task in _TASKS.iterdir() if _TASKS.is_dir() else ():
        try:
            found[int(task.name)] = int((task / "schedstat").read_text().split()[1]) / 1e9
        except OSError:  # the thread has ended, or the system does not tell
            continue
    return found


@dataclass(frozen=True)
class Pause:
    """The time between two beats in seconds, and what was seen meanwhile.

    `held` leaves out the time in which the thread had work to do and other
    programs had all processors; and, as far as it did nothing, the time in
    which another thread of ours could not go on for that reason: it may have
    held what ours waited for. What is left was idle until the next beat was
    due, or spent in our code: counting, waiting for a lock, the disk or the
    interpreter.
    """

    wall: float
    held: float
    busy: float
    seen: str

    def __str__(self) -> str:
        return (
            f"{1000 * self.held:.0f} ms held up ({1000 * self.wall:.0f} on the clock, "
            f"{1000 * self.busy:.0f} of the processor)\n{self.seen}"
        )


class Heart:
    """Beats between `with Heart() as heart:` and its end; `pauses` are all that were."""

    def __init__(self):
        self.pauses: list[Pause] = []
        self._beat = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._beat.setInterval(EVERY)
        self._beat.timeout.connect(self._take)
        self._over = threading.Event()
        self._window, self._task = threading.get_ident(), threading.get_native_id()
        self._looker = threading.Thread(target=self._look, daemon=True)
        self._seen: Counter[str] = Counter()
        self._last = self._now()

    def __enter__(self):
        self._last = self._now()
        self._beat.start()
        self._looker.start()
        return self

    def __exit__(self, *_failure):
        self._beat.stop()
        self._take()
        self._over.set()
        self._looker.join()

    @property
    def longest(self) -> Pause:
        """The pause in which the window was held up longest."""
        return max(self.pauses, key=lambda one: one.held)

    def report(self, most: float) -> str:
        """Name every pause of more than `most` seconds, with where the threads were."""
        found = sorted(self.pauses, key=lambda one: -one.held)
        return "\n\n".join(str(one) for one in found if one.held > most) or "none"

    @staticmethod
    def _now():
        return time.monotonic(), starved(), time.thread_time()

    def _take(self):
        before, self._last = self._last, self._now()
        seen, self._seen = self._seen, Counter()
        wall, busy = self._last[0] - before[0], self._last[2] - before[2]
        without = {
            task: seconds - before[1].get(task, 0.0) for task, seconds in self._last[1].items()
        }
        held = wall - without.pop(self._task, 0.0)
        held -= min(max(held - busy, 0.0), max(without.values(), default=0.0))
        words = "\n".join(f"  {count} x {where}" for where, count in seen.most_common(6))
        self.pauses.append(Pause(wall, held, busy, words))

    def _look(self):  # on a thread of its own
        with tempfile.TemporaryFile("w+") as file:
            while not self._over.wait(LOOK):
                if time.monotonic() - self._last[0] > SLOW:
                    file.seek(0)
                    file.truncate()
                    # not sys._current_frames: who holds a frame last frees what is in it, and
                    # widgets must be freed on the window's thread
                    faulthandler.dump_traceback(file, all_threads=True)
                    file.seek(0)
                    for where in self._stacks(file.read()):
                        self._seen[where] += 1

    def _stacks(self, told: str):
        """Give where each thread was but the one that looks, the newest calls of ours last."""
        for head, *calls in (part.splitlines() for part in told.split("\n\n")):
            thread = _THREAD.match(head)
            if thread is None or not calls:
                continue
            stack = [found.groups() for line in calls if (found := _CALL.search(line))]
            ours = [one for one in stack if one[0].startswith(_OURS)] or stack[:1]
            who = "window" if int(thread[1], 16) == self._window else "another thread"
            places = [f"{Path(file).name}:{line} {name}" for file, line, name in ours[:4]]
            yield f"{who}: {' > '.join(reversed(places))} (in {stack[0][2] if stack else '?'})"
