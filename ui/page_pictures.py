"""Pictures and words of pages, made beside the window and kept while there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from app.errors import CasepackError, SealedRoomFailure
from app.phrases import _
from app.progress import Cancelled, Progress
from app.worker.orders import PageWords
from ui.jobs import Job, JobQueue
from ui.page_room import PageRoom, PdfSource

MOST_KEPT = 64 * 1024 * 1024  # bytes of pictures
MOST_WORDED = 64  # pages whose words are kept
PATIENCE = 700  # milliseconds that a picture nobody waits for any more may still take

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Shot:
    """A page, from 1, of the PDF `key`: its picture `width` pixels wide or, with 0, its words."""

    key: str
    page: int
    width: int


@dataclass(frozen=True, slots=True)
class _Order:
    asker: Hashable
    source: PdfSource
    shot: Shot


class Recent(Generic[Kept]):
    """Keeps what was used last, up to `most` in all as `weigh` weighs it."""

    def __init__(self, most: int, weigh: Callable[[Kept], int]) -> None:
        self._most = most
        self._weigh = weigh
        self._kept: OrderedDict[Shot, Kept] = OrderedDict()
        self.weight = 0

    def get(self, shot: Shot) -> Kept | None:
        """Give what is kept, which counts as using it."""
        if shot in self._kept:
            self._kept.move_to_end(shot)
        return self._kept.get(shot)

    def keep(self, shot: Shot, one: Kept) -> None:
        """Keep one more; what was not used for longest goes."""
        if shot in self._kept:
            self.weight -= self._weigh(self._kept.pop(shot))
        self._kept[shot] = one
        self.weight += self._weigh(one)
        while self.weight > self._most:
            self.weight -= self._weigh(self._kept.popitem(last=False)[1])

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self.weight = 0


class PagePictures(QObject):
    """Makes pictures and words of pages on a thread of its own, in one sealed room.

    Whoever asked last is served first; a new request of the same asker takes
    the place of an earlier one that still waits. What is kept is told before
    `ask` returns. The room starts with the first request and ends with
    `close`; where a page kills it, that page fails and the room starts anew.
    """

    drawn = Signal(object, QImage)  # Shot
    worded = Signal(object, object)  # Shot, PageWords
    failed = Signal(object, str)  # Shot, sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = PageRoom()
        self._jobs = JobQueue(self)
        self._waiting: dict[tuple[Hashable, bool], _Order] = {}  # the newest last
        self._running: tuple[Job, _Order] | None = None
        self._unwanted: _Order | None = None
        self._closed = False
        self._images: Recent[QImage] = Recent(MOST_KEPT, QImage.sizeInBytes)
        self._words: Recent[PageWords] = Recent(MOST_WORDED, lambda _words: 1)
        self._jobs.failed.connect(self._fail)
        self._jobs.finished.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether something is being made or waits."""
        return self._running is not None or bool(self._waiting)

    def ask(self, asker: Hashable, source: PdfSource, page: int, width: int) -> Shot:
        """Ask for the picture of a page, from 1, `width` pixels wide; `drawn` or `failed` tells."""
        return self._ask(_Order(asker, source, Shot(source.key, page, max(1, width))))

    def ask_words(self, asker: Hashable, source: PdfSource, page: int) -> Shot:
        """Ask for the words of a page, from 1; `worded` or `failed` tells."""
        return self._ask(_Order(asker, source, Shot(source.key, page, 0)))

    def forget(self, asker: Hashable) -> None:
        """Drop what this asker waits for."""
        for words in (False, True):
            self._waiting.pop((asker, words), None)
        if self._running is not None and self._running[1].asker == asker:
            self._set_aside()

    def close(self) -> None:
        """Stop, keep nothing, and end the room without waiting for it; later requests are void."""
        if not self._closed:
            self._closed = True
            self._waiting.clear()
            self._images.clear()
            self._words.clear()
            self._jobs.cancel()
            self._jobs.add("", lambda _progress: self._room.close(), _nothing)

    def wait(self) -> None:
        """Wait until the room has ended. Only after `close`, and never on the window's thread."""
        self._jobs.wait()

    def _ask(self, order: _Order) -> Shot:
        if not self._closed and not self._told(order.shot):
            place = (order.asker, order.shot.width == 0)
            self._waiting.pop(place, None)
            if self._running is None or not self._is_running(order):
                self._waiting[place] = order
            self._go_on()
        return order.shot

    def _told(self, shot: Shot) -> bool:
        """Tell at once what is kept."""
        if shot.width:
            image = self._images.get(shot)
            if image is not None:
                self.drawn.emit(shot, image)
            return image is not None
        words = self._words.get(shot)
        if words is not None:
            self.worded.emit(shot, words)
        return words is not None

    def _is_running(self, order: _Order) -> bool:
        """Whether just this is being made; what the asker wants no more is set aside."""
        assert self._running is not None
        running = self._running[1]
        if running == order:
            self._unwanted = None
            return True
        if running.asker == order.asker and running.shot.page != order.shot.page:
            self._set_aside()
        return False

    def _set_aside(self) -> None:
        """Stop what is running, unless it is done in a moment or wanted again by then."""
        assert self._running is not None
        job, order = self._running
        self._unwanted = order
        QTimer.singleShot(PATIENCE, self, lambda: self._stop_unwanted(job, order))

    def _stop_unwanted(self, job: Job, order: _Order) -> None:
        if self._unwanted is order:
            job.cancel()

    def _go_on(self) -> None:
        if self._running is not None or not self._waiting:
            return
        pictures = [place for place in self._waiting if not place[1]]
        order = self._waiting.pop(pictures[-1] if pictures else list(self._waiting)[-1])
        if self._told(order.shot):  # another asker was served meanwhile
            self._go_on()
            return
        job = self._jobs.add(
            "", lambda progress: self._make(order, progress), lambda made: self._take(order, made)
        )
        self._running = job, order

    def _make(self, order: _Order, progress: Progress) -> QImage | PageWords:  # on the thread
        shot = order.shot
        try:
            if shot.width:
                return self._room.draw(order.source, shot.page, shot.width, progress)
            return self._room.words(order.source, shot.page, progress)
        except Exception as problem:
            if progress.cancelled:  # the case may be closed already: nobody waits for this
                raise Cancelled from problem
            raise

    def _take(self, order: _Order, made: QImage | PageWords) -> None:
        if self._closed:
            return
        if isinstance(made, QImage):
            self._images.keep(order.shot, made)
            self.drawn.emit(order.shot, made)
        else:
            self._words.keep(order.shot, made)
            self.worded.emit(order.shot, made)

    @Slot(object, object)
    def _fail(self, _job: Job, error: BaseException) -> None:
        if not isinstance(error, CasepackError):
            raise error
        if self._running is not None and not self._closed:
            sentence = (
                _("This page could not be shown. Your file in the case is not changed.")
                if isinstance(error, SealedRoomFailure)
                else str(error)
            )
            self.failed.emit(self._running[1].shot, sentence)

    @Slot(object)
    def _next(self, job: Job) -> None:
        if self._running is not None and self._running[0] is job:
            self._running = self._unwanted = None
        self._go_on()


def _nothing(_done: object) -> None:
    """Nobody waits for the room's end."""
