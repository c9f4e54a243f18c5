"""The real program as a process of its own, read and used from outside."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import psutil

from tests.ui.atspi.bus import ROOT, Bus, Gone, Seen, Where
from tests.ui.atspi.desk import Desk

MAIN = Path(__file__).parents[3] / "main.py"
PATIENCE = 60.0  # seconds; a busy machine is slow, and a test that goes well never waits so long
PAUSE = 0.05  # seconds between two looks

Found = TypeVar("Found")


class Program:
    """`main.py` with some arguments; `close` ends it and all that it started."""

    def __init__(self, desk: Desk, bus: Bus, folder: Path, *arguments: str) -> None:
        """Start it with a home of its own in `folder`, and wait until its window can be read."""
        self._bus = bus
        self._desk = desk
        self._commands: dict[str, Where] = {}
        self._log = folder / "said.txt"
        homes = {"HOME": "home", "CASEPACK_PRIVATE": "rooms"}
        homes |= {f"XDG_{kind}_HOME": kind.lower() for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        self._around = (
            desk.around
            | {name: str(folder / "person" / place) for name, place in homes.items()}
            | {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        )
        (folder / "person" / "home").mkdir(parents=True)
        with self._log.open("wb") as log:
            self._process = desk.run(
                [sys.executable, str(MAIN), *arguments],
                self._around,
                cwd=folder,
                stdout=log,
                stderr=log,
            )
        try:
            self._where: Where = self.wait(self._find, "the program on the bus")
        except BaseException:
            self.close()
            raise

    @property
    def said(self) -> str:
        """What it wrote to its terminal."""
        return self._log.read_text(errors="replace")

    def everything(self) -> list[Seen]:
        """Give every object, also those that are not showing."""
        return self._bus.below(self._where, hidden=True)

    def window(self, title: str = "") -> list[Seen]:
        """Give what is showing of the window with this title, or of any; waits until it is there."""
        return self.wait(lambda: self._window(title), f"the window {title!r}")

    def settled(self, title: str = "") -> list[Seen]:
        """Give what is showing once it is the same in two looks: work in the background is over."""
        last: list[list[Seen]] = [[]]

        def same() -> list[Seen]:
            before, last[0] = last[0], self._window(title)
            return last[0] if [*map(str, before)] == [*map(str, last[0])] else []

        return self.wait(same, "a window that changes no more")

    def find(self, role: str, words: str, *states: str) -> Seen:
        """Give an object that is showing, once it is there and in these states."""

        def look() -> Seen | None:
            for one in self._window(""):
                if (one.role, one.words) == (role, words) and one.states.issuperset(states):
                    return one
            return None

        return self.wait(look, f"[{role}] {words!r} {states}")

    def focused(self) -> Seen | None:
        """Give what has the keyboard: the innermost object that says so.

        A list's current line says so too while the keyboard is elsewhere.
        """
        told = [one for one in self._window("") if "focused" in one.states]
        lists = {one.where for one in told}
        inside = [one for one in told if one.role != "list item" or one.above.where in lists]
        return inside[-1] if inside else None

    def choose(self, command: str) -> None:
        """Do a command of the menus, which need not be open for that."""

        def item() -> Where | None:
            if command not in self._commands:
                bar = next((one for one in self._window("") if one.role == "menu bar"), None)
                for one in self._bus.below(bar.where, hidden=True) if bar else ():
                    self._commands[one.name] = one.where
            return self._commands.get(command)

        self._do(self.wait(item, f"the command {command!r}"), "Press")

    def act(self, one: Seen, name: str = "Press") -> None:
        """Do what an object offers to do. Raises ValueError where it does not offer that."""
        self._do(one.where, name)

    def write(self, one: Seen, words: str) -> None:
        """Put words into a field, in place of what is there."""
        (done,) = self._bus.ask(one.where, "EditableText", "SetTextContents", "s", words)
        assert done, f"{one} does not take words"

    def come_to_the_front(self) -> None:
        """Do what a window manager does for a window that comes up; there is none here."""
        pid = str(self._process.pid)

        def active() -> bool:
            if any("active" in one.states for one in self._window("")):
                return True
            shown = self._xdotool("search", "--onlyvisible", "--pid", pid).split()
            if shown:
                self._xdotool("windowfocus", shown[-1])
            return False

        self.wait(active, "an active window")

    def keys(self, *keys: str) -> None:
        """Press keys as a hand would; each is like "F6" or "ctrl+l"."""
        self.come_to_the_front()
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        self.come_to_the_front()
        self._xdotool("type", "--clearmodifiers", words)

    def connections(self) -> list[object]:
        """Give what it and its rooms have open to a network."""
        return [one for who in self._family() for one in who.net_connections(kind="inet")]

    def wait(self, look: Callable[[], Found | None], what: str) -> Found:
        """Look until there is something. Raises TimeoutError, and AssertionError when it ended."""
        until = time.monotonic() + PATIENCE
        while True:
            with suppress(Gone):  # it changed while it was read: look again
                if found := look():
                    return found
            status = self._process.poll()
            assert status is None, f"the program ended with {status}: {self.said}"
            if time.monotonic() > until:
                raise TimeoutError(f"{what} was not seen; {self._last_seen()}")
            time.sleep(PAUSE)

    def close(self) -> None:
        """End it and its rooms, and wait until they are gone."""
        family = self._family()
        for one in family:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        self._process.wait(timeout=10)
        psutil.wait_procs(family, timeout=10)

    def _do(self, where: Where, name: str) -> None:
        (offered,) = self._bus.ask(where, "Action", "GetActions")
        names = [action[0] for action in offered]
        self._bus.ask(where, "Action", "DoAction", "i", names.index(name))

    def _find(self) -> Where | None:
        mine = (one for one in self._bus.programs() if self._bus.pid(one) == self._process.pid)
        found = next(mine, None)
        return (found[0], ROOT) if found else None

    def _window(self, title: str) -> list[Seen]:
        seen = self._bus.below(self._where)
        for top in seen:
            if top.role in ("frame", "dialog") and (top.name == title or not title):
                return [top, *(one for one in seen if one.within(top))]
        return []

    def _xdotool(self, *what: str) -> str:
        command = ["xdotool", *what]
        done = subprocess.run(
            command,
            env=self._around,
            stdout=subprocess.PIPE,
            timeout=PATIENCE,
            check=what[0] != "search",
        )
        return done.stdout.decode()

    def _family(self) -> list[psutil.Process]:
        try:
            first = psutil.Process(self._process.pid)
            return [first, *first.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def _last_seen(self) -> str:
        try:
            return "\n".join(map(str, self._window("")))
        except Gone:
            return "nothing could be read"
