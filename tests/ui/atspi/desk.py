"""A desk of its own: a screen nobody sees, a session bus, and the bus that AT-SPI speaks on.

Nothing of the computer's own session is touched: the environment is made
from nothing, and each process that was started carries the desk's private
folder in its environment, by which it is found and ended.
"""

import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from tests.ui.atspi.needs import rules

START = 20.0  # seconds that a part of the desk may take on a busy machine
SIZE = "1366x768x24"
ENDS_WITH_US = ("setpriv", "--pdeathsig", "KILL")


class Desk:
    """The screen and the buses; `close` ends everything that was started on them."""

    def __init__(self) -> None:
        # A socket's path holds about 100 letters: the test's own folder can be too deep.
        self.private = Path(tempfile.mkdtemp(prefix="casepack-desk-"))
        self._started: list[subprocess.Popen[bytes]] = []
        self.around: dict[str, str] = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.private),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.private),
        }
        try:
            self.around["DISPLAY"] = ":" + self._start_screen()
            self._start_bus("DBUS_SESSION_BUS_ADDRESS", "--session")
            self._start_bus("AT_SPI_BUS_ADDRESS", f"--config-file={rules()}")
        except BaseException:
            self.close()
            raise

    def run(
        self, command: list[str], around: Mapping[str, str], **given: object
    ) -> subprocess.Popen[bytes]:
        """Start a process on this desk; it ends with the tests, also when those are killed."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
        quiet["stderr"] = subprocess.DEVNULL
        made = subprocess.Popen(
            [*ENDS_WITH_US, *command], env=dict(around), start_new_session=True, **(quiet | given)
        )
        self._started.append(made)
        return made

    def processes(self) -> list[psutil.Process]:
        """Give every process that belongs to this desk."""
        mine = []
        for one in psutil.process_iter():
            try:
                if one.environ().get("XDG_RUNTIME_DIR") == str(self.private):
                    mine.append(one)
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        return mine

    def close(self) -> None:
        """End what was started, wait until it is gone, and take the private folder away."""
        while here := self.processes():  # one of them may just have started another
            for one in here:
                with suppress(psutil.NoSuchProcess):
                    one.kill()
            psutil.wait_procs(here, timeout=5)
        for one in self._started:
            one.wait(timeout=5)
        shutil.rmtree(self.private, ignore_errors=True)

    def _start_screen(self) -> str:
        reading, writing = os.pipe()
        # without -noreset it throws everybody out whenever the last one hangs up
        options = ["-displayfd", str(writing), "-screen", "0", SIZE, "-noreset", "-nolisten", "tcp"]
        self.run(["Xvfb", *options], self.around, pass_fds=(writing,))
        os.close(writing)
        return _line(reading, "Xvfb")

    def _start_bus(self, name: str, kind: str) -> None:
        reading, writing = os.pipe()
        address = f"unix:path={self.private}/{name.lower()}"
        self.around[name] = address  # first: the registry, which the bus starts, asks for it
        options = [kind, "--nofork", "--nopidfile", f"--address={address}"]
        command = ["dbus-daemon", *options, f"--print-address={writing}"]
        self.run(command, self.around, pass_fds=(writing,))
        os.close(writing)
        _line(reading, "dbus-daemon")


def _line(reading: int, who: str) -> str:
    """Read the line that a process says when it is ready."""
    told, until = b"", time.monotonic() + START
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while not told.endswith(b"\n"):
            ready, _, _ = select.select([pipe], [], [], max(0.0, until - time.monotonic()))
            more = pipe.read(256) if ready else b""
            if not more:
                raise TimeoutError(f"{who} did not start; it said {told!r}")
            told += more
    return told.decode().strip()
