"""One child process behind the wall: started, asked, watched, ended."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import psutil

from app.worker import protocol
from app.worker.limits import MIB, Limits
from app.worker.protocol import Header

_START_SECONDS = 30.0
_LOOK_EVERY = 0.03  # seconds
_MAIN = Path(__file__).resolve().parent.parent.parent / "main.py"


class Cause(StrEnum):
    """What a room died of."""

    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


class RoomDied(Exception):
    """The child ended, or was ended, before it answered."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause.value)
        self.cause = cause


class SealedProcess:
    """A running child. It is told one order at a time, and ends with its parent."""

    def __init__(self, folder: Path) -> None:
        """Start it and wait until it is sealed. Raises RoomDied and OSError."""
        self._child = subprocess.Popen(
            _command(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            close_fds=True,
            env=_environment(folder),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._job = 0
        self._watched = psutil.Process(self._child.pid)
        try:
            if sys.platform == "win32":
                from app.worker import windows

                self._job = windows.confine(self._child.pid, 4096 * MIB)
            self._base = 1024 * MIB  # while its libraries load
            ready = self._wait(Header(), b"", Limits(wall_seconds=_START_SECONDS), _quiet, _never)
        except BaseException:
            self.close()
            raise
        self._base = self._memory()
        self.sealed: dict[str, str] = {
            str(name): str(value) for name, value in ready.get("ready", {}).items()
        }
        """What the system refuses it, by name."""

    @property
    def pid(self) -> int:
        """The number that the system gave it."""
        return self._child.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._child.poll() is None

    def ask(
        self,
        header: Header,
        body: bytes,
        limits: Limits,
        on_step: Callable[[Header], None],
        stop: Callable[[], None],
    ) -> Header:
        """Send one order and return the answer.

        `on_step` gets what the child reports on the way; `stop` is called
        every few hundredths of a second. Raises RoomDied, and what these two
        raise; the child has ended then.
        """
        bounds = {"memory": limits.memory_bytes, "file": limits.file_bytes}
        bounds["wall"] = int(limits.last_second)
        try:
            return self._wait({**header, "limits": bounds}, body, limits, on_step, stop)
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self._child.kill()
        self._child.wait()
        if sys.platform == "win32" and self._job:
            from app.worker import windows

            windows.release(self._job)
            self._job = 0

    def close(self) -> None:
        """End it and close its pipes, once nobody is asking any more."""
        self.end()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                _close(pipe)

    def _wait(
        self,
        header: Header,
        body: bytes,
        limits: Limits,
        on_step: Callable[[Header], None],
        stop: Callable[[], None],
    ) -> Header:
        frames: Queue[Header | None] = Queue(maxsize=8)
        talk = Thread(target=self._talk, args=(header, body, frames), daemon=True)
        talk.start()
        try:
            return self._watch(frames, limits, on_step, stop)
        except BaseException:
            self.end()
            raise
        finally:
            while talk.is_alive():  # it may wait for room in the queue
                _empty(frames)
                talk.join(0.005)

    def _watch(
        self,
        frames: "Queue[Header | None]",
        limits: Limits,
        on_step: Callable[[Header], None],
        stop: Callable[[], None],
    ) -> Header:
        start = time.monotonic()
        seconds = limits.wall_seconds
        while True:
            stop()
            if time.monotonic() - start > seconds:
                raise RoomDied(Cause.TIME)
            if self._memory() > self._base + limits.memory_bytes:
                raise RoomDied(Cause.MEMORY)
            try:
                frame = frames.get(timeout=_LOOK_EVERY)
            except Empty:
                continue
            if frame is None:
                raise RoomDied(Cause.CRASH)
            if "step" not in frame:
                return frame
            seconds = min(seconds + limits.step_seconds, limits.last_second)
            on_step(frame)

    def _talk(self, header: Header, body: bytes, frames: "Queue[Header | None]") -> None:
        """Send the order and pass on what comes back, up to the answer or the end."""
        child = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            if header:
                protocol.send(child.stdin, header, body)
            while True:
                received = protocol.receive(child.stdout, most_bytes=0)
                frames.put(received[0] if received else None)
                if received is None or "step" not in received[0]:
                    return
        except (OSError, ValueError):  # ProtocolBroken is one
            frames.put(None)

    def _memory(self) -> int:
        try:
            return int(self._watched.memory_info().rss)
        except psutil.Error:
            return 0  # it has ended; its silence says so


def _quiet(_frame: Header) -> None:
    """Take no notice of a step."""


def _never() -> None:
    """Go on."""


def _empty(frames: "Queue[Header | None]") -> None:
    try:
        while True:
            frames.get_nowait()
    except Empty:
        return


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except OSError:
        return  # what could not be written any more is not wanted any more


def _command(folder: Path) -> list[str]:
    """`-I`: neither the environment nor the person's own packages change what runs."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-I", str(_MAIN)]
    return [*program, "--worker", str(folder)]


def _environment(folder: Path) -> dict[str, str]:
    """Give the child what it cannot start without, and nothing about the person."""
    needed = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**needed, "LC_ALL": "C.UTF-8", "TMPDIR": str(folder), "TEMP": str(folder)}
