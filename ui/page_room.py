"""The sealed room that draws pages for the window. It is used on one thread, never the window's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from app.errors import FolderNotWritable
from app.phrases import _
from app.progress import Progress
from app.worker.orders import PageWords
from app.worker.room import SealedRoom

_FILE = "shown.pdf"


@dataclass(frozen=True, slots=True)
class PdfSource:
    """A PDF whose pages are to be seen.

    `key` names its bytes: the same key never stands for other bytes. `pieces`
    gives them; it is called on another thread than the window's.
    """

    key: str
    pieces: Callable[[], Iterable[bytes]] = field(compare=False, repr=False)
    password: str = field(default="", compare=False, repr=False)


class PageRoom:
    """One sealed room that stays open, with the PDF that was asked for last in its folder.

    All methods raise SealedRoomFailure when the room cannot do it (it starts
    anew by itself), FolderNotWritable when its folder takes no files,
    Cancelled when `progress` says so, and what the source's `pieces` raise.
    """

    def __init__(self) -> None:
        self._room: SealedRoom | None = None
        self._held = ""

    def draw(self, source: PdfSource, page: int, width: int, progress: Progress) -> QImage:
        """Give the picture of a page, counted from 1, `width` pixels wide."""
        room = self._with(source, progress)
        try:
            made = room.render(
                _FILE, page - 1, width=width, password=source.password, progress=progress
            )
            pixels = (room.folder / made.file).read_bytes()
        finally:
            for left in room.folder.glob("made-*"):  # half drawn, too, where the room broke
                left.unlink()
        image = QImage(pixels, made.width, made.height, 4 * made.width, QImage.Format.Format_RGB32)
        return image.copy()  # the pixels are Python's and go with this call

    def words(self, source: PdfSource, page: int, progress: Progress) -> PageWords:
        """Give the words of a page, counted from 1."""
        room = self._with(source, progress)
        return room.words(_FILE, page - 1, password=source.password, progress=progress)

    def close(self) -> None:
        """End the room; its folder goes."""
        if self._room is not None:
            self._room.close()
            self._room = None
            self._held = ""

    def _with(self, source: PdfSource, progress: Progress) -> SealedRoom:
        """Give the room with the bytes of `source` in its folder."""
        if self._room is None:
            self._room = SealedRoom()
        if self._held != source.key:
            self._held = ""
            self._fetch(self._room, source, progress)
            self._held = source.key
        return self._room

    def _fetch(self, room: SealedRoom, source: PdfSource, progress: Progress) -> None:
        path = room.folder / _FILE
        try:
            path.unlink(missing_ok=True)
            with path.open("xb") as written:
                for piece in source.pieces():
                    progress.step(0, 0, "")
                    written.write(piece)
        except OSError as problem:
            text = _(
                "This page cannot be shown: the folder “{folder}” takes no more files. "
                "Make room on the disk, then try again."
            )
            raise FolderNotWritable(text.format(folder=room.folder.parent)) from problem
