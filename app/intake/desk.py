"""Looks at files in sealed rooms, two at a time, and hands over what was found in order."""

import os
import queue
import shutil
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from app.intake import sniff
from app.intake.names import name_of
from app.intake.proposal import Unusable
from app.intake.tray import Copied, Tray
from app.phrases import _
from app.progress import Cancelled, Progress
from app.worker.orders import Examination, Refused
from app.worker.private import no_room
from app.worker.room import SealedRoom

ROOMS = 2  # more gain little: the one writer of the case is the limit then
AHEAD = 6  # files looked at before the first of them is taken
PICTURE_LIMIT = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at one file: its sealed copy, and what the room found in it.

    `rendition` is in the tray as well, when the file needed one.
    """

    path: Path
    copied: Copied
    found: Examination | Refused
    rendition: Copied | None = None
    picture: bytes = b""


class Desk:
    """Two sealed rooms and a tray; closing it closes the rooms, not the tray."""

    def __init__(self, tray: Tray, progress: Progress) -> None:
        self._tray = tray
        self._progress = progress
        self._stack = ExitStack()
        self._free: queue.LifoQueue[SealedRoom] = queue.LifoQueue()
        self._threads = self._stack.enter_context(ThreadPoolExecutor(ROOMS, "intake"))
        self._starting = self._stack.enter_context(ThreadPoolExecutor(ROOMS, "rooms"))
        for _number in range(ROOMS):
            room = self._stack.enter_context(SealedRoom())
            self._free.put(room)
            self._starting.submit(room.get_ready, "examine")  # while the first file is copied

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._starting.shutdown(cancel_futures=True)
        self._threads.shutdown(cancel_futures=True)
        self._stack.close()

    def look_at(self, places: list[Path | Unusable]) -> Iterator[Looked | Unusable]:
        """Give what was found, in the order of `places`."""
        waiting: deque[Future[Looked | Unusable] | Unusable] = deque()
        for place in places:
            waiting.append(
                place if isinstance(place, Unusable) else self._threads.submit(self._look, place)
            )
            if len(waiting) > AHEAD:
                yield _taken(waiting.popleft())
        while waiting:
            yield _taken(waiting.popleft())

    def look_again(self, looked: Looked, password: str) -> Looked:
        """Look at a locked file once more, with a password."""
        return self._examine(looked.path, looked.copied, password)

    def _look(self, path: Path) -> Looked | Unusable:
        try:
            with path.open("rb") as file:
                head, size = file.read(sniff.HEAD), os.fstat(file.fileno()).st_size
            if sentence := sniff.refusal(name_of(path), head, size):
                return Unusable(path, sentence)
            copied = self._tray.copy(path, self._go_on)
        except OSError as problem:
            if full := no_room(problem):
                raise full from problem
            return Unusable(
                path,
                _("“{name}” cannot be opened. Ask for the right to read it.").format(
                    name=name_of(path)
                ),
            )
        return self._examine(path, copied, "")

    def _examine(self, path: Path, copied: Copied, password: str) -> Looked:
        self._go_on()
        room = self._free.get()
        try:
            inside = room.folder / copied.path.name
            _lend(copied.path, inside)
            found = room.examine(
                inside.name, name=name_of(path), password=password, progress=self._progress
            )
            inside.unlink(missing_ok=True)
            if isinstance(found, Refused):
                return Looked(path, copied, found)
            rendition = self._tray.take(room.folder / found.rendition) if found.rendition else None
            picture = _picture(room.folder / found.picture) if found.picture else b""
            return Looked(path, copied, found, rendition, picture)
        finally:
            self._free.put(room)

    def _go_on(self) -> None:
        if self._progress.cancelled:
            raise Cancelled


def _taken(one: Future[Looked | Unusable] | Unusable) -> Looked | Unusable:
    return one if isinstance(one, Unusable) else one.result()


def _lend(copy: Path, inside: Path) -> None:
    """Let the room see a copy; what it does to it shows when the sha256 is checked."""
    try:
        os.link(copy, inside)
    except OSError:  # a file system without links
        shutil.copyfile(copy, inside)


def _picture(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(PICTURE_LIMIT)
    path.unlink()
    return data
